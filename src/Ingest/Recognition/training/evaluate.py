"""How good reads are against a truth, with 95 % bootstrap intervals.

python3 evaluate.py truth.csv reads.jsonl [--wrong]
truth.csv: file, x, y, width, height, plate (no box: any read counts). reads.jsonl: what `transparency read --json` prints.
"""
import csv
import json
import os
import random
import statistics
import sys
from collections import defaultdict


def plain(text):
    return "".join(c for c in text.upper() if c.isalnum()).replace("O", "0")


def overlap(a, b):
    w = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    h = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    both = max(0, w) * max(0, h)
    return both / (a[2] * a[3] + b[2] * b[3] - both)


def judge(row, line):
    """-> dict of figures of one picture"""
    reads = line["reads"]
    if row["x"]:
        box = tuple(float(row[k]) for k in ("x", "y", "width", "height"))
        hits = [r for v, _, r in sorted(((overlap(r["box"], box), -i, r) for i, r in enumerate(reads)), key=lambda t: t[:2], reverse=True) if v > .2]
        false = len(reads) - len(hits)
    else:
        hits, false = sorted(reads, key=lambda r: -r["confidence"]), 0
    want = plain(row["plate"])
    best = hits[0] if hits else None
    exact = bool(best) and plain(best["plate"]) == want
    sure = bool(best) and best["confidence"] >= .9
    return {"found": bool(best), "exact": exact, "in candidates": bool(best) and want in [plain(c) for c in best["candidates"]],
            "false reads": false, "sure": sure, "sure and right": sure and exact, "ms": line["ms"],
            "confidence": best["confidence"] if best else None, "text": best["plate"] if best else None, "want": row["plate"], "file": row["file"]}


def interval(values, draw):
    means = sorted(statistics.fmean(draw.choices(values, k=len(values))) for _ in range(1000))
    return f"{statistics.fmean(values):.3f} ({means[25]:.3f} to {means[974]:.3f})"


def main():
    lines = {}
    for text in open(sys.argv[2]):
        if text.startswith("{"):
            line = json.loads(text)
            lines["/".join(line["file"].split("/")[-2:])] = line
    groups = defaultdict(list)
    for row in csv.DictReader(open(sys.argv[1])):
        groups[os.path.dirname(row["file"])].append(judge(row, lines.get(row["file"], {"reads": [], "ms": 0})))
    draw = random.Random(1)
    for name, judged in groups.items():
        print(f"{name}: {len(judged)} plates")
        for figure in ("found", "exact", "in candidates", "false reads"):
            print(f"  {figure}: {interval([float(j[figure]) for j in judged], draw)}")
        sure = [float(j["exact"]) for j in judged if j["sure"]]
        print(f"  confidence 0.9 or more: {len(sure)} reads, right: {interval(sure, draw) if sure else '-'}")
        print(f"  ms: median {statistics.median(j['ms'] for j in judged):.1f}")
        if "--wrong" in sys.argv:
            for j in judged:
                if not j["exact"]:
                    print("   ", j["file"], j["want"], j["text"], j["confidence"])


if __name__ == "__main__":
    main()
