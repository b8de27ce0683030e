"""Fits the two logistic regressions of Reading/ReadConfidence.cs on pictures with truth.

python3 calibrate.py truth.csv explained.jsonl     explained.jsonl: what `transparency read --json --explain` prints for validation.py's pictures
"""
import csv
import json
import sys

import numpy as np

from evaluate import overlap, plain


def odds(p):
    p = np.clip(p, 1e-4, 1 - 1e-4)
    return np.log(p / (1 - p))


def fit(x, y, ridge=1.0, rounds=30):
    """Newton's method with a little ridge. -> weights, the constant first"""
    x = np.hstack([np.ones((len(x), 1)), x])
    w = np.zeros(x.shape[1])
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-x @ w))
        w += np.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]) + ridge * np.eye(len(w)), x.T @ (y - p) - ridge * w)
    return w, 1 / (1 + np.exp(-x @ w))


def main():
    truth = {row["file"]: row for row in csv.DictReader(open(sys.argv[1]))}
    features, right, plate = [], [], []
    for text in open(sys.argv[2]):
        line = json.loads(text)
        row = truth["/".join(line["file"].split("/")[-2:])]
        box = tuple(float(row[k]) for k in ("x", "y", "width", "height"))
        for read in line["reads"]:
            features.append([odds(read["share"]), odds(read["finder"]), odds(1 - read["nothing"])])
            plate.append(overlap(read["box"], box) > .2)
            right.append(plate[-1] and plain(read["candidates"][0]) == plain(row["plate"]))
    features, right, plate = np.array(features), np.array(right, float), np.array(plate, float)
    for name, x, y in (("text, given a plate", features[plate == 1], right[plate == 1]), ("plate", features, plate)):
        weights, chance = fit(x, y)
        print(name, "constant, share, finder, 1 - nothing:", np.round(weights, 3))
        for low in np.arange(0, 1, .1):
            inside = (chance >= low) & (chance < low + .1 + 1e-9 * (low > .85))
            if inside.any():
                print(f"  {low:.1f} to {low + .1:.1f}: {inside.sum():5} reads, said {chance[inside].mean():.3f}, true {y[inside].mean():.3f}")
        for least in (.2, .3, .4, .5, .6, .7):
            print(f"  kept at {least}: true ones {(chance[y == 1] >= least).mean():.3f}, others {(chance[y == 0] >= least).mean():.3f}")


if __name__ == "__main__":
    main()
