"""Trains the reader on rendered plates. Resumes from its checkpoint; the seed of every shard follows from --seed and its number.

python3 train_reader.py OUT_FOLDER [PICTURES...] --steps 12000 [--seed 1] [--batch 96] [--rate 2e-3] [--pool 60000] [--reuse 4] [--workers 1] [--device cpu]
PICTURES: folders with train/ (images/ and labels/) from which crops without a plate are taken.
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
import torch.nn.functional as F

import camera
import faces
import negatives
import plates
import scenes
import serials
from reader_net import COLUMNS, Reader, greedy, normalise

SHARD = 512
NEGATIVES = .07


def shard(drawn, rng, photographs=(), count=SHARD):
    """-> crops, labels padded with blanks, aligned symbols per column (-100: either is right)"""
    crops = np.empty((count, camera.CROP_HEIGHT, camera.CROP_WIDTH), np.uint8)
    labels = np.full((count, serials.LONGEST), serials.BLANK, np.uint8)
    aligned = np.full((count, COLUMNS), serials.BLANK, np.int8)
    for i in range(count):
        if rng.random() < NEGATIVES:
            crops[i] = negatives.draw(photographs, drawn, rng)
            continue
        while True:
            plate = plates.draw(drawn, rng)
            if 2 <= len(plate.label) <= serials.LONGEST:
                break
        crops[i], columns = camera.photograph(plate, drawn, rng)
        for k, (c, x) in enumerate(zip(plate.label, columns)):
            labels[i, k] = serials.INDEX[c]
            for column in range(max(0, int(x - 1.3)), min(COLUMNS, int(x + 2))):
                away = abs(column + .5 - x)
                if away <= .6:
                    aligned[i, column] = serials.INDEX[c]
                elif away <= 1.2 and aligned[i, column] == serials.BLANK:
                    aligned[i, column] = -100
    return crops, labels, aligned


def render(queue, seed, folders, first, workers):
    """Puts shards first, first + workers, ... on the queue."""
    cv2.setNumThreads(1)
    photographs = [p for f in folders for p in scenes.load(os.path.join(f, "train"))]
    drawn, made = None, 0
    number = first
    while True:
        if drawn is None or made % 120 == 0:       # new faces now and then
            rng = random.Random(seed * 1000003 + number)
            np.random.seed((seed * 7919 + number) % 2 ** 32)
            drawn = faces.Faces(rng)
        queue.put((number, *shard(drawn, rng, photographs)))
        number += workers
        made += 1


def validation():
    rng = random.Random(99)
    np.random.seed(99)
    return shard(faces.Faces(rng), rng, count=1500)


def exact(net, crops, labels, device):
    net.eval()
    with torch.no_grad():
        texts = [t for i in range(0, len(crops), 100) for t in greedy(net(normalise(torch.from_numpy(crops[i:i + 100]).to(device))))]
    net.train()
    want = ["".join(serials.SYMBOLS[c] for c in row if c != serials.BLANK) for row in labels]
    return sum(a == b for a, b in zip(texts, want)) / len(want)


def main():
    parse = argparse.ArgumentParser()
    parse.add_argument("out")
    parse.add_argument("pictures", nargs="*")
    for name, kind, value in (("steps", int, 12000), ("seed", int, 1), ("batch", int, 96), ("rate", float, 2e-3), ("pool", int, 60000), ("reuse", float, 4),
                              ("workers", int, 1), ("device", str, "cpu")):
        parse.add_argument("--" + name, type=kind, default=value)
    args = parse.parse_args()
    os.makedirs(args.out, exist_ok=True)
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    saved = os.path.join(args.out, "reader-checkpoint.pt")
    net = Reader().to(args.device, memory_format=torch.channels_last)
    optimiser = torch.optim.AdamW(net.parameters(), args.rate, weight_decay=.02)
    average = {k: v.clone() for k, v in net.state_dict().items()}
    step = shards = 0
    if os.path.exists(saved):
        state = torch.load(saved, map_location=args.device)
        net.load_state_dict(state["net"])
        optimiser.load_state_dict(state["optimiser"])
        average, step, shards = state["average"], state["step"], state["shards"]
    queue = mp.Queue(3 * args.workers)
    for worker in range(args.workers):
        mp.Process(target=render, args=(queue, args.seed, args.pictures, shards + worker, args.workers), daemon=True).start()
    check = validation()
    log = open(os.path.join(args.out, "reader.log"), "a", buffering=1)
    pool, loss_shown, began, fresh, used = [], None, time.time(), 0, 0
    picks = np.random.RandomState(args.seed + step)
    while step < args.steps:
        while len(pool) < 8 or (not queue.empty() and fresh * args.reuse < used + 20 * SHARD):
            number, *made = queue.get()
            shards, fresh = max(shards, number + 1), fresh + SHARD
            pool.append(made)
            if len(pool) * SHARD > args.pool:
                pool.pop(0)
        for group in optimiser.param_groups:
            group["lr"] = args.rate * min(1, (step + 1) / 200) * (.5 + .5 * math.cos(math.pi * step / args.steps)) + 1e-5
        chosen = [(pool[picks.randint(len(pool))], picks.randint(SHARD)) for _ in range(args.batch)]
        x, y, columns = (torch.from_numpy(np.stack([p[k][i] for p, i in chosen])).to(args.device) for k in range(3))
        x, y, columns = normalise(x).to(memory_format=torch.channels_last), y.long(), columns.long()
        scores = net(x)
        ctc = F.ctc_loss(F.log_softmax(scores, 1).permute(2, 0, 1), y, torch.full((len(y),), COLUMNS), (y != serials.BLANK).sum(1),
                         blank=serials.BLANK, zero_infinity=True)
        along = max(.1, 1 - step / (.4 * args.steps))
        loss = ctc + along * F.cross_entropy(scores, columns, ignore_index=-100)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5.)
        optimiser.step()
        step, used = step + 1, used + args.batch
        loss_shown = ctc.item() if loss_shown is None else .98 * loss_shown + .02 * ctc.item()
        if step % 10 == 0:
            keep = min(.95, step / (step + 200))
            for k, v in net.state_dict().items():
                average[k] = average[k] * keep + v * (1 - keep) if v.dtype.is_floating_point else v.clone()
        if step % 250 == 0 or step == args.steps:
            best = Reader().to(args.device)
            best.load_state_dict(average)
            print(f"step {step} fresh {fresh} ctc {loss_shown:.3f} exact {exact(net, *check[:2], args.device):.3f} averaged {exact(best, *check[:2], args.device):.3f} "
                  f"{used / (time.time() - began):.0f}/s", file=log)
            torch.save({"net": net.state_dict(), "optimiser": optimiser.state_dict(), "average": average, "step": step, "shards": shards}, saved + ".new")
            os.replace(saved + ".new", saved)
            torch.save(average, os.path.join(args.out, "reader.pt"))


if __name__ == "__main__":
    main()
