"""What stands on plates beside the characters: figures, emblems of organisations, stickers. None of it is read."""
import cv2
import numpy as np

import plates

MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()


def star(points, ratio):
    turns = np.arange(2 * points) * np.pi / points - np.pi / 2
    radius = np.where(np.arange(2 * points) % 2 == 0, 1, ratio)
    return np.stack([np.cos(turns) * radius, np.sin(turns) * radius], 1)


def outline(rng):
    """A closed shape within -1..1: an ellipse, a shield, a star, a leaf, a tree, a bust, an animal's ragged outline."""
    kind = rng.randrange(8)
    turns = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    circle = np.stack([np.cos(turns), np.sin(turns)], 1)
    if kind == 0:
        return circle
    if kind == 1:
        return np.array([[-1, -1], [0, -.8], [1, -1], [1, .2], [.7, .65], [0, 1], [-.7, .65], [-1, .2]])
    if kind == 2:
        return star(rng.choice([4, 5, 5, 6, 8]), rng.uniform(.35, .6))
    if kind == 3:
        return circle * (.6 + .4 * np.abs(np.cos(turns * rng.choice([1.5, 2, 2.5, 3]))))[:, None]
    if kind == 4:                                 # a tree
        tiers = [[0, -1]] + [p for k in range(4) for p in ([.35 + .15 * k, -.55 + .4 * k], [.2 + .1 * k, -.5 + .4 * k])] + [[.15, .8], [.15, 1]]
        return np.array(tiers + [[-x, y] for x, y in tiers[::-1]])
    if kind == 5:                                 # head and shoulders
        return np.array([[-1, 1], [-.9, .45], [-.3, .2], [-.45, -.2], [-.4, -.75], [0, -1], [.4, -.75], [.45, -.2], [.3, .2], [.9, .45], [1, 1]])
    ragged = circle * (1 - np.random.rand(40) * rng.uniform(.1, .7))[:, None]
    return ragged if kind == 6 else ragged[::4]


def figure(image, x, y, width, height, rng, opacity=None):
    """One shape, filled or drawn, with some inner detail."""
    w, h = max(3, int(width)), max(3, int(height))
    points = outline(rng)
    shape = np.zeros((h, w), np.uint8)
    path = np.int32((points + 1) / 2 * [w - 1, h - 1])
    cv2.polylines(shape, [path], True, 255, rng.randint(1, 3), cv2.LINE_AA) if rng.random() < .25 else cv2.fillPoly(shape, [path], 255, cv2.LINE_AA)
    if opacity is None:
        opacity = rng.uniform(.5, 1)
    plates.blend(image, shape, x, y, rng.uniform(0, 255), opacity)
    for _ in range(rng.choice([0, 0, 1, 2, 4])):
        inner = cv2.bitwise_and(shape, plates.blob(w, h, rng, rng.uniform(.4, .7))[:h, :w])
        plates.blend(image, inner, x, y, rng.uniform(0, 255), opacity * rng.uniform(.4, 1))


def emblem(image, x, y, width, height, faces, rng):
    """An organisation's emblem: a figure, perhaps on a disc or shield, with letters or a line of text."""
    if rng.random() < .45:
        w, h = int(width), int(min(height, width * rng.uniform(.9, 1.3)))
        top = y + (height - h) / 2
        centre, axes = (int(x + w / 2), int(top + h / 2)), (w // 2, h // 2)
        cv2.ellipse(image, centre, axes, 0, 0, 360, rng.uniform(0, 255), -1, cv2.LINE_AA)
        cv2.ellipse(image, centre, axes, 0, 0, 360, rng.uniform(0, 255), rng.randint(1, 4), cv2.LINE_AA)
        if rng.random() < .5:
            figure(image, x + w * .2, top + h * .2, w * .6, h * .6, rng)
        else:
            letters(image, x + w * .25, top + h * .25, w * .5, h * .5, rng)
    elif rng.random() < .75:
        for _ in range(rng.choice([1, 1, 2, 3])):
            w, h = width * rng.uniform(.6, 1), height * rng.uniform(.5, 1)
            figure(image, x + rng.uniform(0, width - w), y + rng.uniform(0, height - h), w, h, rng)
    else:
        letters(image, x, y + height * .15, width, height * rng.uniform(.35, .7), rng)
    for k in range(rng.choice([0, 0, 1, 1, 2])):
        tall = rng.uniform(6, 12)
        shape = faces.caption(rng.choice(faces.words), rng)
        wide = min(width * 1.1, shape.shape[1] * tall / shape.shape[0])
        plates.blend(image, plates.fit(shape, wide, tall), x + (width - wide) / 2, y + height - tall + k * (tall + 1), rng.uniform(0, 120))


def letters(image, x, y, width, height, rng):
    """A monogram: one to three overlapping serif letters."""
    text = "".join(rng.choice("ABCDEFGHKLMNOPRSTUVWY") for _ in range(rng.choice([1, 1, 2, 3])))
    font = rng.choice([cv2.FONT_HERSHEY_TRIPLEX, cv2.FONT_HERSHEY_COMPLEX, cv2.FONT_HERSHEY_SCRIPT_COMPLEX, cv2.FONT_HERSHEY_DUPLEX])
    (w, h), _ = cv2.getTextSize(text, font, 1, 2)
    shape = np.zeros((h + 12, w + 12), np.uint8)
    cv2.putText(shape, text, (6, h + 6), font, 1, 255, rng.choice([2, 3, 4]), cv2.LINE_AA)
    plates.blend(image, plates.fit(shape, width, height), x, y, rng.uniform(0, 255), rng.uniform(.7, 1))


def sticker(image, x, y, rng):
    """A month's or year's sticker, or the empty place for one."""
    a, b = rng.randint(12, 24), rng.randint(8, 17)
    x, y, tone = int(x + rng.uniform(-6, 6)), int(y + rng.uniform(-4, 4)), rng.uniform(20, 250)
    cv2.rectangle(image, (x - a, y - b), (x + a, y + b), tone, -1 if rng.random() < .85 else 1)
    if rng.random() < .85:
        word = rng.choice(MONTHS + ["%02d" % rng.randint(0, 31)] * 6 + [str(rng.randint(1, 12))] * 3 + ["%d" % rng.randint(1995, 2026)] * 3 + ["MC", "SN", "JO"])
        scale, font = rng.uniform(.35, .85), rng.choice([cv2.FONT_HERSHEY_SIMPLEX, cv2.FONT_HERSHEY_DUPLEX, cv2.FONT_HERSHEY_TRIPLEX])
        cv2.putText(image, word, (x - a + 2, y + b - 4), font, scale, rng.uniform(0, 120) if tone > 130 else rng.uniform(150, 255), rng.choice([1, 2]), cv2.LINE_AA)
        if rng.random() < .3:
            cv2.putText(image, "12345678", (x - a + 1, y - b + 7), cv2.FONT_HERSHEY_PLAIN, .5, 255 - tone, 1, cv2.LINE_AA)
