"""Skeletons of the characters on United States plates, drawn as strokes of our own.

A skeleton is a list of strokes on a 100 x 100 box, y down, separated by ';'. '~' before a stroke rounds its corners,
'*' closes it. `Face` turns skeletons into masks the way an embossing die does: one stroke width, one corner radius.
The C# side reads the same notation (Rendering/PlateFace.cs), so both draw the same letters.
"""
import math
import random

import cv2
import numpy as np

CELL = 96  # height of a character mask in pixels

ROUND = "~*0,0 100,0 100,100 0,100"

SKELETONS = {
    "0": [ROUND, ROUND, "~*12,0 88,0 100,30 100,70 88,100 12,100 0,70 0,30"],
    "1": ["50,0 50,100", "18,20 50,0 50,100", "18,20 50,0 50,100;8,100 92,100", "30,14 52,0 52,100;20,100 84,100", "30,16 52,0 52,100"],
    "2": ["~0,26 0,0 100,0 100,42 0,100;0,100 100,100", "~0,28 0,0 100,0 100,48 0,76 0,100;0,100 100,100"],
    "3": ["~0,24 0,0 95,0 95,47 35,47;~35,47 100,47 100,100 0,100 0,76", "0,0 100,0 45,40;~40,42 100,42 100,100 0,100 0,76"],
    "4": ["72,100 72,0 0,70 102,70", "72,100 72,42;46,0 0,70 100,70", "78,100 78,30;14,0 0,66 100,66", "74,100 74,0;62,0 0,68 100,68",
          "80,100 80,0;80,10 66,0 0,72 100,72"],
    "5": ["95,0 4,0 2,46;~2,46 5,40 100,40 100,100 0,100 0,76", "~96,0 6,0 4,45 100,40 100,100 0,100 0,78"],
    "6": ["~100,24 100,0 0,0 0,100 100,100 100,42 2,42 2,60", "70,0 10,50;~*0,48 100,42 100,100 0,100"],
    "7": ["0,0 100,0 38,100", "0,0 100,0 100,12 42,60 42,100", "0,14 0,0 100,0 40,100"],
    "8": ["~*5,0 95,0 95,47 5,47;~*0,47 100,47 100,100 0,100", "~*0,0 100,0 100,48 0,48;~*0,48 100,48 100,100 0,100"],
    "9": ["~0,76 0,100 100,100 100,0 0,0 0,58 98,58 98,40", "30,100 90,50;~*0,0 100,0 100,58 0,58"],
    "A": ["0,100 50,0 100,100;17,68 83,68", "0,100 38,0 62,0 100,100;14,68 86,68", "~0,100 0,0 100,0 100,100;0,60 100,60"],
    "B": ["0,0 0,100;~0,0 93,0 93,47 0,47;~0,47 100,47 100,100 0,100"],
    "C": ["~100,27 100,0 0,0 0,100 100,100 100,73"],
    "D": ["0,0 0,100;~0,0 100,0 100,100 0,100", "10,0 10,100;~0,0 100,0 100,100 0,100"],
    "E": ["100,0 0,0 0,100 100,100;0,48 82,48"],
    "F": ["100,0 0,0 0,100;0,48 80,48"],
    "G": ["~100,27 100,0 0,0 0,100 100,100 100,55;100,55 55,55", "~100,27 100,0 0,0 0,100 100,100;100,100 100,52 50,52"],
    "H": ["0,0 0,100;100,0 100,100;0,48 100,48"],
    "I": ["50,0 50,100", "50,0 50,100;12,0 88,0;12,100 88,100", "50,0 50,100;12,0 88,0;12,100 88,100"],
    "J": ["~95,0 95,100 0,100 0,70", "~95,0 95,100 0,100 0,70;50,0 95,0"],
    "K": ["0,0 0,100;100,0 0,62;30,42 100,100", "0,0 0,100;100,0 4,50 100,100"],
    "L": ["0,0 0,100 100,100"],
    "M": None,
    "N": ["0,100 0,0 100,100 100,0"],
    "O": [ROUND, "~*0,0 100,0 100,100 0,100"],
    "P": ["0,0 0,100;~0,0 100,0 100,54 0,54"],
    "Q": [ROUND + ";58,72 104,103", ROUND + ";50,66 90,112"],
    "R": ["0,0 0,100;~0,0 100,0 100,52 0,52;50,52 100,100"],
    "S": ["~100,25 100,0 0,0 0,46 100,52 100,100 0,100 0,75"],
    "T": ["0,0 100,0;50,0 50,100"],
    "U": ["~0,0 0,100 100,100 100,0"],
    "V": ["0,0 50,100 100,0", "0,0 44,100 56,100 100,0"],
    "W": None,
    "X": ["0,0 100,100;100,0 0,100"],
    "Y": ["0,0 50,52 100,0;50,52 50,100", "~0,0 0,46 50,56 100,46 100,0;50,54 50,100"],
    "Z": ["0,0 100,0 0,100 100,100"],
}


def varied(letter, lean, dip):
    """M and W vary in how far the outer strokes lean and how deep the middle goes."""
    if letter == "M":
        return f"0,100 {lean},0 50,{dip} {100 - lean},0 100,100"
    return f"0,0 {lean},100 50,{100 - dip} {100 - lean},100 100,0"


def parse(skeleton):
    """-> [(rounded, closed, points)]"""
    strokes = []
    for part in skeleton.split(";"):
        rounded, closed = "~" in part, "*" in part
        points = [tuple(map(float, p.split(","))) for p in part.replace("~", "").replace("*", "").split()]
        strokes.append((rounded, closed, np.array(points)))
    return strokes


def round_corners(points, closed, radius):
    count, out = len(points), []
    for i, corner in enumerate(points):
        if not closed and i in (0, count - 1):
            out.append(corner)
            continue
        before, after = points[i - 1], points[(i + 1) % count]
        length_in, length_out = np.linalg.norm(before - corner), np.linalg.norm(after - corner)
        reach = min(radius, length_in * (.5 if closed or i > 1 else 1), length_out * (.5 if closed or i < count - 2 else 1))
        start = corner + (before - corner) / max(length_in, 1e-6) * reach
        end = corner + (after - corner) / max(length_out, 1e-6) * reach
        for t in np.linspace(0, 1, 7):
            out.append((1 - t) ** 2 * start + 2 * t * (1 - t) * corner + t * t * end)
    return np.array(out)


def lengthen(points, by):
    """Carry the open ends on by half a stroke so that clipping to the box makes them flat."""
    points = points.copy()
    for end, inner in ((0, 1), (-1, -2)):
        d = points[end] - points[inner]
        points[end] += d / max(np.linalg.norm(d), 1e-6) * by
    return points


class Face:
    """One die: masks[c] is a float mask CELL pixels high whose width is natural for the die."""

    def __init__(self, rng, choices=None, width=None, stroke=None, corner=None):
        self.width = width or rng.uniform(.40, .66)
        self.stroke = stroke or rng.uniform(.10, .20)
        self.corner = corner or rng.uniform(.35, 1.0)
        self.flat = rng.random() < .5
        picked = {c: rng.choice(v) for c, v in SKELETONS.items() if v}
        lean = rng.choice([0, 0, rng.uniform(0, 14)])
        picked["M"] = varied("M", lean, rng.uniform(35, 95))
        picked["W"] = varied("W", rng.choice([0, rng.uniform(0, 12), rng.uniform(10, 28)]), rng.uniform(40, 100))
        for c, k in (choices or {}).items():
            picked[c] = SKELETONS[c][k] if isinstance(k, int) else k
        wide = rng.uniform(.98, 1.25)
        self.masks = {c: self._draw(s, wide if c in "MW" else .75 if c in "I1" else 1) for c, s in picked.items()}

    def _draw(self, skeleton, widen):
        height = 3 * CELL
        line = max(6, int(self.stroke * height))
        width = self.width * widen * height
        box = np.array([width - line, height - line])
        margin = line
        image = np.zeros((height + 2 * margin, int(width) + 2 * margin + 40), np.uint8)
        for rounded, closed, points in parse(skeleton):
            path = points / 100 * box
            if rounded:
                path = round_corners(path, closed, self.corner * box[0] / 2)
            elif self.flat and not closed:
                path = lengthen(path, line * .5)
            cv2.polylines(image, [np.int32(path + line / 2 + margin)], closed, 255, line, cv2.LINE_AA)
        if self.flat:
            image[:margin], image[margin + height:] = 0, 0
        columns, rows = np.where(image.any(0))[0], np.where(image.any(1))[0]
        image = image[rows[0]:rows[-1] + 1, columns[0]:columns[-1] + 1]
        return cv2.resize(image, (max(4, round(image.shape[1] * CELL / image.shape[0])), CELL), interpolation=cv2.INTER_AREA)


# What is known of each state's die: which variant of a character it uses, how wide and how bold.
DIES = {
    "CA": dict(choices={"1": 4, "4": 1, "I": 1, "3": 0, "6": 0, "9": 0, "A": 1, "W": varied("W", 14, 60), "M": varied("M", 0, 55)},
               width=(.43, .50), stroke=(.125, .155), corner=(.7, 1.)),
    "TX": dict(choices={"1": 2, "4": 0, "I": 1}, width=(.44, .52), stroke=(.11, .15), corner=(.6, 1.)),
    "NY": dict(choices={"1": 1, "4": 0, "I": 1}, width=(.40, .47), stroke=(.12, .15), corner=(.8, 1.)),
    "FL": dict(choices={"1": 2, "4": 3, "I": 1}, width=(.46, .56), stroke=(.13, .17), corner=(.5, .9)),
    "PA": dict(choices={"1": 1, "4": 0}, width=(.42, .50), stroke=(.12, .15), corner=(.7, 1.)),
    "OR": dict(choices={"1": 1, "4": 4, "7": 0}, width=(.44, .52), stroke=(.12, .15), corner=(.6, 1.)),
    "KS": dict(choices={"1": 2, "4": 0}, width=(.48, .56), stroke=(.15, .19), corner=(.6, 1.)),
    "MO": dict(choices={"1": 1, "4": 0}, width=(.44, .52), stroke=(.13, .16), corner=(.7, 1.)),
}


def die(state, rng):
    known = DIES[state]
    span = {k: rng.uniform(*known[k]) for k in ("width", "stroke", "corner")}
    return Face(rng, known["choices"], **span)
