"""Trains the finder. Resumes from its checkpoint.

python3 train_finder.py OUT_FOLDER PICTURES... [--steps 6000] [--seed 1] [--batch 24] [--rate 2e-3] [--workers 1] [--device cpu]
PICTURES: folders with train/ and valid/ (images/ and labels/); class 0 is the plate.
"""
import argparse
import math
import multiprocessing as mp
import os
import random
import time

os.environ.setdefault("OMP_NUM_THREADS", "1")
import cv2
import numpy as np
import torch

import faces
import scenes
from finder_net import STRIDE, UNIT, Finder, normalise

GRID = scenes.SIZE // STRIDE


def target(found):
    """-> heat, corner targets, mask (1 exact, 2 box only), plate width; each on the grid"""
    heat, corners = np.zeros((GRID, GRID), np.float32), np.zeros((8, GRID, GRID), np.float32)
    mask, widths = np.zeros((GRID, GRID), np.int8), np.ones((GRID, GRID), np.float32)
    rows, columns = np.mgrid[:GRID, :GRID]
    for quad, exact in sorted(found, key=lambda f: np.ptp(f[0][:, 0])):
        size = np.ptp(quad, axis=0)
        cx, cy = quad.mean(0) / STRIDE
        column, row = min(GRID - 1, int(cx)), min(GRID - 1, int(cy))
        sx, sy = max(.6, size[0] / STRIDE / 7), max(.5, size[1] / STRIDE / 6)
        spread = np.exp(-((columns + .5 - cx) ** 2 / (2 * sx * sx) + (rows + .5 - cy) ** 2 / (2 * sy * sy)))
        heat = np.maximum(heat, spread.astype(np.float32) * .98)
        reach_x, reach_y = max(1, int(sx)), max(1, int(sy))
        for y in range(max(0, row - reach_y), min(GRID, row + reach_y + 1)):
            for x in range(max(0, column - reach_x), min(GRID, column + reach_x + 1)):
                mask[y, x], widths[y, x] = 1 if exact else 2, max(size[0], 8)
                corners[:, y, x] = ((quad - [(x + .5) * STRIDE, (y + .5) * STRIDE]) / UNIT).reshape(8)
        heat[row, column] = 1
    return heat, corners, mask, widths


def make(queue, seed, folders, number, workers):
    """Puts batches number, number + workers, ... on the queue."""
    cv2.setNumThreads(1)
    photographs = [p for f in folders for p in scenes.load(os.path.join(f, "train"))]
    drawn, made = None, 0
    while True:
        if drawn is None or made % 400 == 0:
            rng = random.Random(seed * 1000003 + number)
            np.random.seed((seed * 104729 + number) % 2 ** 32)
            drawn = faces.Faces(rng, 120, 6)
        batch = [scenes.scene(photographs, drawn, rng) for _ in range(32)]
        queue.put((number, np.stack([b[0] for b in batch]), [np.stack(t) for t in zip(*(target(b[1]) for b in batch))]))
        number += workers
        made += 1


def losses(out, heat, corners, mask, widths):
    p = torch.sigmoid(out[:, 0]).clamp(1e-4, 1 - 1e-4)
    peak = (heat >= .999).float()
    score = -(peak * (1 - p) ** 2 * torch.log(p) + (1 - peak) * (1 - heat) ** 4 * p ** 2 * torch.log(1 - p)).sum() / peak.sum().clamp(min=1)
    exact, boxed = (mask == 1).float(), (mask == 2).float()
    scale = UNIT / widths
    apart = (out[:, 1:] - corners).abs().mean(1) * scale
    guess, truth = out[:, 1:].reshape(-1, 4, 2, GRID, GRID), corners.reshape(-1, 4, 2, GRID, GRID)
    extent = ((guess.amin(1) - truth.amin(1)).abs() + (guess.amax(1) - truth.amax(1)).abs()).mean(1) / 2 * scale
    shape = (apart * exact).sum() / exact.sum().clamp(min=1) + (extent * boxed).sum() / boxed.sum().clamp(min=1)
    return score, shape


def boxes(out, threshold, most=8):
    """One picture's output -> [(score, x0, y0, x1, y1)], best first"""
    heat = 1 / (1 + np.exp(-out[0]))
    peaks = (cv2.dilate(heat, np.ones((3, 3))) == heat) & (heat > threshold)
    found = []
    for y, x in sorted(zip(*np.where(peaks)), key=lambda at: -heat[at])[:most]:
        quad = out[1:, y, x].reshape(4, 2) * UNIT + [(x + .5) * STRIDE, (y + .5) * STRIDE]
        found.append((heat[y, x], *quad.min(0), *quad.max(0)))
    return found


def overlap(a, b):
    w, h = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    both = max(0, w) * max(0, h)
    return both / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both)


def check(net, photographs, device, threshold=.3):
    """-> share of plates (at least 14 pixels wide) found with overlap over .3, false boxes a picture"""
    net.eval()
    plates = hits = false = 0
    with torch.no_grad():
        for p in photographs:
            height, width = (s // 32 * 32 for s in p.picture.shape)
            found = boxes(net(normalise(torch.from_numpy(p.picture[None, None, :height, :width].copy()).to(device)))[0].cpu().numpy(), threshold)
            wanted = [b for b in p.boxes if b[2] - b[0] >= 14]
            plates += len(wanted)
            hits += sum(any(overlap(f[1:], b) > .3 for f in found) for b in wanted)
            false += sum(all(overlap(f[1:], b) <= .3 for b in p.boxes) for f in found)
    net.train()
    return hits / max(1, plates), false / max(1, len(photographs))


def main():
    parse = argparse.ArgumentParser()
    parse.add_argument("out")
    parse.add_argument("pictures", nargs="+")
    for name, kind, value in (("steps", int, 6000), ("seed", int, 1), ("batch", int, 24), ("rate", float, 2e-3),
                              ("workers", int, 1), ("device", str, "cpu")):
        parse.add_argument("--" + name, type=kind, default=value)
    args = parse.parse_args()
    os.makedirs(args.out, exist_ok=True)
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    saved = os.path.join(args.out, "finder-checkpoint.pt")
    net = Finder().to(args.device, memory_format=torch.channels_last)
    optimiser = torch.optim.AdamW(net.parameters(), args.rate, weight_decay=.02)
    average = {k: v.clone() for k, v in net.state_dict().items()}
    step = shards = 0
    if os.path.exists(saved):
        state = torch.load(saved, map_location=args.device)
        net.load_state_dict(state["net"])
        optimiser.load_state_dict(state["optimiser"])
        average, step, shards = state["average"], state["step"], state["shards"]
    queue = mp.Queue(6 * args.workers)
    for worker in range(args.workers):
        mp.Process(target=make, args=(queue, args.seed, args.pictures, shards + worker, args.workers), daemon=True).start()
    held_out = [p for f in args.pictures for p in scenes.load(os.path.join(f, "valid"))]
    log = open(os.path.join(args.out, "finder.log"), "a", buffering=1)
    shown, began, pool, used, fresh = [0, 0], time.time(), [], 0, 0
    picks = np.random.RandomState(args.seed + step)
    while step < args.steps:
        while len(pool) < 4 or (not queue.empty() and fresh < used / 4 + 2000):
            number, x, t = queue.get()
            shards, fresh = max(shards, number + 1), fresh + len(x)
            pool = (pool + [(x, t)])[-400:]
        for group in optimiser.param_groups:
            group["lr"] = args.rate * min(1, (step + 1) / 150) * (.5 + .5 * math.cos(math.pi * step / args.steps)) + 1e-5
        chosen = [(pool[picks.randint(len(pool))], picks.randint(32)) for _ in range(args.batch)]
        x = normalise(torch.from_numpy(np.stack([p[0][i] for p, i in chosen]))[:, None].to(args.device)).to(memory_format=torch.channels_last)
        score, shape = losses(net(x), *(torch.from_numpy(np.stack([p[1][k][i] for p, i in chosen])).to(args.device) for k in range(4)))
        optimiser.zero_grad(set_to_none=True)
        (score + 4 * shape).backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5.)
        optimiser.step()
        step, used = step + 1, used + args.batch
        shown = [.98 * a + .02 * b.item() for a, b in zip(shown, (score, shape))]
        if step % 10 == 0:
            keep = min(.95, step / (step + 200))
            for k, v in net.state_dict().items():
                average[k] = average[k] * keep + v * (1 - keep) if v.dtype.is_floating_point else v.clone()
        if step % 200 == 0 or step == args.steps:
            best = Finder().to(args.device)
            best.load_state_dict(average)
            recall, false = check(best, held_out, args.device)
            print(f"step {step} fresh {fresh} score {shown[0]:.3f} corners {shown[1]:.3f} held out: found {recall:.3f} false {false:.2f} "
                  f"{used / (time.time() - began):.0f}/s", file=log)
            torch.save({"net": net.state_dict(), "optimiser": optimiser.state_dict(), "average": average, "step": step, "shards": shards}, saved + ".new")
            os.replace(saved + ".new", saved)
            torch.save(average, os.path.join(args.out, "finder.pt"))


if __name__ == "__main__":
    main()
