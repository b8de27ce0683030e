"""Draws one United States plate, grey, 304 x 152 (one pixel is about a millimetre)."""
import random

import cv2
import numpy as np

import emblems
import serials
import temporary

WIDTH, HEIGHT = 304, 152
TEMPORARY = .06   # share of paper plates


class Plate:
    """picture: float32 grey; label: what a reader should return; centres: x of each labelled character; state: None where nothing names it."""

    def __init__(self, picture, label, centres, quad_height, state=None, temporary=False):
        self.picture, self.label, self.centres, self.quad_height, self.state, self.temporary = picture, label, centres, quad_height, state, temporary


def texture(height, width, scale, rng):
    grid = np.random.rand(max(2, int(height / scale)), max(2, int(width / scale))).astype(np.float32)
    return cv2.resize(grid, (width, height), interpolation=cv2.INTER_CUBIC) - .5


def blend(image, shape, x, y, value, opacity=1.0):
    h, w = shape.shape
    x, y = int(round(x)), int(round(y))
    x0, y0, x1, y1 = max(0, x), max(0, y), min(image.shape[1], x + w), min(image.shape[0], y + h)
    if x1 <= x0 or y1 <= y0:
        return
    part = image[y0:y1, x0:x1]
    part += (value - part) * (shape[y0 - y:y1 - y, x0 - x:x1 - x].astype(np.float32) * (opacity / 255))


def fit(shape, width, height):
    return cv2.resize(shape, (max(2, int(round(width))), max(2, int(round(height)))), interpolation=cv2.INTER_AREA)


def blob(width, height, rng, cut=.5):
    grid = (np.random.rand(rng.randint(2, 9), rng.randint(2, 9)) > cut).astype(np.uint8) * 255
    return cv2.resize(grid, (max(2, int(width)), max(2, int(height))), interpolation=rng.choice([cv2.INTER_LINEAR, cv2.INTER_CUBIC]))


def tones(state, rng):
    """-> background, ink"""
    if state == "CA" and rng.random() < .12:      # the blue and the black California plates
        return rng.uniform(15, 80), rng.uniform(150, 230)
    if rng.random() < .87:
        back, ink = rng.uniform(145, 245), rng.uniform(5, 100)
    else:
        back, ink = rng.uniform(20, 115), rng.uniform(170, 250)
    if rng.random() < .12:                        # red or orange ink on white is faint in grey
        ink = back + rng.choice([-1, -1, 1]) * rng.uniform(45, 85)
    return back, float(np.clip(ink, 0, 255))


def background(state, back, ink, rng):
    image = np.full((HEIGHT, WIDTH), back, np.float32)
    if rng.random() < .5:
        ramp = np.linspace(-1, 1, HEIGHT, dtype=np.float32)[:, None]
        image += (np.abs(ramp) if rng.random() < .3 else ramp) * rng.uniform(-55, 55)
    if rng.random() < .4:
        image += texture(HEIGHT, WIDTH, rng.choice([12, 25, 50]), rng) * rng.uniform(5, 55)
    if rng.random() < .18:                        # hills, a skyline, water along the bottom
        base = rng.uniform(.55, .9) * HEIGHT
        line = base + texture(2, WIDTH, rng.choice([15, 40, 90]), rng)[0] * rng.uniform(10, 50)
        below = np.arange(HEIGHT)[:, None] > line[None]
        image += below * rng.uniform(-60, 40)
    if rng.random() < .16:                        # a coloured band
        depth = rng.randint(14, 34)
        rows = slice(0, depth) if rng.random() < .6 else slice(HEIGHT - depth, HEIGHT)
        image[rows] = rng.uniform(20, 230)
    if rng.random() < .25:                        # a faint picture behind the text
        shape = blob(rng.uniform(40, 150), rng.uniform(.4, .8) * HEIGHT, rng)
        blend(image, shape, rng.uniform(0, WIDTH - 60), HEIGHT * rng.uniform(.1, .4), rng.uniform(0, 255), rng.uniform(.08, .3))
    for _ in range(rng.choice([0, 0, 0, 0, 1, 2])):   # a tree, a tower, an animal behind the text
        width, tall = rng.uniform(20, 90), rng.uniform(.3, .8) * HEIGHT
        x = rng.choice([rng.uniform(0, 40), rng.uniform(0, WIDTH - width), WIDTH - width - rng.uniform(0, 40)])
        emblems.figure(image, x, HEIGHT * .95 - tall, width, tall, rng, rng.uniform(.15, .9))
    if rng.random() < .4:
        cv2.rectangle(image, (3, 3), (WIDTH - 4, HEIGHT - 4), ink if rng.random() < .5 else back * .7, rng.randint(1, 3))
    return image


def captions(image, state, ink, faces, rng):
    """-> True when the state is named"""
    tone = ink if rng.random() < .4 else rng.uniform(20, 210)
    name, slogan, _ = serials.STATES[state]
    named = False
    if rng.random() < .2:                         # the name below, the slogan above
        name, slogan = slogan or name, name
    for word, top, chance, low, high in ((name, True, .9, 16, 32), (slogan or name, False, .65, 10, 22)):
        if rng.random() > chance:
            continue
        if rng.random() < .12:
            word = rng.choice(faces.words)
        named = named or word == serials.STATES[state][0]
        shape = faces.caption(word, rng)
        height = rng.uniform(low, high)
        width = min(rng.uniform(170, 240), shape.shape[1] * height / shape.shape[0])
        y = rng.uniform(4, 12) if top else HEIGHT - height - rng.uniform(3, 10)
        blend(image, fit(shape, width, height), (WIDTH - width) / 2 + rng.uniform(-18, 18), y, tone)
    return named


def county(image, faces, rng):
    """The county's name along the bottom, often on a strip of its own."""
    height = rng.uniform(13, 21)
    shape = faces.caption(rng.choice(faces.words), rng)
    width = min(rng.uniform(70, 180), shape.shape[1] * height / shape.shape[0])
    x, y = (WIDTH - width) / 2 + rng.uniform(-20, 20), HEIGHT - height - rng.uniform(2, 7)
    tone = rng.uniform(20, 230)
    if rng.random() < .5:
        cv2.rectangle(image, (int(x - 14), int(y - 2)), (int(x + width + 14), int(y + height + 2)), tone, -1)
        tone = (tone + 128) % 255
    blend(image, fit(shape, width, height), x, y, tone)


def separator(image, ink_mask, cx, y, height, room, rng):
    """What stands in the gap: nothing, a dash, a dot, a silhouette, often larger than the gap."""
    kind = rng.random()
    if kind < .2:
        cv2.rectangle(ink_mask, (int(cx - room * .3), int(y + height * .45)), (int(cx + room * .3), int(y + height * .56)), 255, -1)
    elif kind < .3:
        cv2.circle(ink_mask, (int(cx), int(y + height * .5)), max(2, int(height * .09)), 255, -1)
    elif kind < .7:
        width, tall = room * rng.uniform(.6, 1.3) + 3, height * rng.uniform(.3, 1.4)
        emblems.figure(image, cx - width / 2, y + (height - tall) / 2, width, tall, rng)


def stacked(image, x, y, height, room, ink, face, rng):
    """Small characters one above the other (county, class): not part of what is read. -> width taken"""
    count = rng.choice([1, 2, 2, 2, 2, 3])
    tall = rng.uniform(.3, .5) * height if count < 3 else rng.uniform(.24, .34) * height
    width = min(room, tall * rng.uniform(.45, .85))
    tone = ink if rng.random() < .75 else rng.uniform(20, 220)
    pool = serials.LETTERS + serials.DIGITS * (8 if rng.random() < .5 else 40)
    for k in range(count):
        top = y + (height - count * tall * 1.12) / 2 + k * tall * 1.12
        blend(image, fit(face.masks[rng.choice(pool)], width, tall), x, top, tone)
    return width


def beside(image, y, height, ink, face, faces, rng):
    """What stands left and right of the serial: an emblem, stacked characters, both. -> pixels taken left and right"""
    taken = [0., 0.]
    if rng.random() < .30:                        # organisation plates: an emblem, sometimes with a stacked prefix
        side = 0 if rng.random() < .85 else 1
        width, tall = rng.uniform(34, 84), rng.uniform(.32, .72) * HEIGHT
        x = rng.uniform(3, 10) if side == 0 else WIDTH - width - rng.uniform(3, 10)
        emblems.emblem(image, x, (HEIGHT - tall) / 2 + rng.uniform(-8, 16), width, tall, faces, rng)
        taken[side] = width + rng.uniform(6, 14)
    for side, chance in ((0, .10), (1, .08)):
        if rng.random() < (chance if not taken[0] else .22):
            gap = rng.uniform(4, 12)
            room = rng.uniform(16, 34)
            x = taken[0] + gap if side == 0 else WIDTH - taken[1] - gap - room
            taken[side] += gap + stacked(image, x, y, height, room, ink, face, rng) + rng.uniform(3, 9)
    return taken


def stickers_and_bolts(image, rng):
    for bx in (.21, .79):
        for by in (.09, .91):
            if rng.random() < .45:
                x, y, r = int(WIDTH * bx + rng.uniform(-9, 9)), int(HEIGHT * by), rng.randint(3, 8)
                cv2.circle(image, (x, y), r, rng.uniform(0, 200), -1)
                if rng.random() < .4:
                    cv2.circle(image, (x - 1, y - 1), max(1, r // 2), rng.uniform(60, 255), -1)
    for cx, cy, chance in ((.09, .13, .38), (.91, .13, .42), (.09, .88, .32), (.91, .88, .38), (.2, .12, .08), (.8, .88, .08)):
        if rng.random() < chance:
            emblems.sticker(image, WIDTH * cx, HEIGHT * cy, rng)


def dirt_and_shadow(image, rng):
    if rng.random() < .3:
        edge = np.int32([[rng.uniform(-60, WIDTH + 60), 0], [rng.uniform(-60, WIDTH + 60), HEIGHT], [-120, HEIGHT], [-120, 0]])
        shade = np.zeros((HEIGHT, WIDTH), np.float32)
        cv2.fillPoly(shade, [edge], 1.0)
        if rng.random() < .5:
            shade = cv2.GaussianBlur(shade, (0, 0), rng.uniform(1, 10))
        image *= 1 - shade * rng.uniform(.2, .65)
    if rng.random() < .25:                        # the bumper's shadow
        image[:int(rng.uniform(.1, .6) * HEIGHT)] *= rng.uniform(.45, .9)
    if rng.random() < .15:                        # mud from below, dust
        dirt = np.clip(texture(HEIGHT, WIDTH, rng.choice([6, 15, 30]), rng) * 3 - rng.uniform(.2, 1), 0, 1)
        image += (rng.uniform(60, 160) - image) * dirt * rng.uniform(.2, .7)
    if rng.random() < .1:                         # scratches
        for _ in range(rng.randint(1, 6)):
            p = [int(rng.uniform(0, WIDTH)), int(rng.uniform(0, HEIGHT))]
            cv2.line(image, tuple(p), (p[0] + rng.randint(-60, 60), p[1] + rng.randint(-30, 30)), rng.uniform(0, 255), 1, cv2.LINE_AA)


def layout(text, face, height, taken, rng):
    """-> pitch, width scale, left edge, gap in pitches, natural width"""
    gap = rng.uniform(.3, 1.15)
    units = sum(gap if c in "_-" else 1 for c in text)
    usable = rng.uniform(.80, .975) * WIDTH - sum(taken)
    natural = float(np.median([face.masks[c].shape[1] for c in "ABCDEH234567"])) / face.masks["A"].shape[0] * height
    pitch = min(usable / units, max(natural * rng.uniform(1.12, 1.5), rng.uniform(.35, .5) * height))
    if rng.random() < .45:
        pitch = min(usable / units, pitch * 1.25)
    widen = min(pitch * rng.uniform(.72, .9) / natural, 1.9)
    total = pitch * units
    left = (WIDTH + taken[0] - taken[1] - total) / 2 + rng.uniform(-.5, .5) * max(0, usable - total)
    return pitch, widen, left, gap, natural


def draw(faces, rng):
    if rng.random() < TEMPORARY:
        return temporary.draw(faces, rng)
    state, text = serials.serial(rng)
    face = faces.pick(state, rng)
    back, ink = tones(state, rng)
    image = background(state, back, ink, rng)
    named = captions(image, state, ink, faces, rng)
    if rng.random() < .15:
        county(image, faces, rng)
    height = rng.uniform(.38, .56) * HEIGHT
    y = HEIGHT * rng.uniform(.47, .57) - height / 2
    taken = beside(image, y, height, ink, face, faces, rng) if len(text) < 8 else (0, 0)
    pitch, widen, x, gap, natural = layout(text, face, height, taken, rng)
    even = rng.random() < .5
    marks, centres = np.zeros((HEIGHT, WIDTH), np.uint8), []
    for c in text:
        if c in "_-":
            if c == "_" and rng.random() < .3:
                pass
            else:
                separator(image, marks, x + pitch * gap / 2, y, height, pitch * gap, rng)
            x += pitch * gap
            continue
        shape = face.masks["O" if c == "0" and rng.random() < .15 else c]
        width = shape.shape[1] / shape.shape[0] * height * widen
        if even and c not in "I1":
            width = (width + natural * widen) / 2
        width = min(width, pitch * .97)
        drawn = fit(shape, width, height)
        at, top = int(x + (pitch - width) / 2), int(y)
        x0, x1 = max(0, at), min(WIDTH, at + drawn.shape[1])
        if x1 > x0:
            part = marks[top:top + drawn.shape[0], x0:x1]
            np.maximum(part, drawn[:, x0 - at:x1 - at], out=part)
        centres.append(x + pitch / 2)
        x += pitch
    thicken = rng.choice([-1, 0, 0, 0, 1])
    if thicken:
        kernel = np.ones((2, 2), np.uint8) if thicken < 0 else cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (3, 3))
        marks = cv2.erode(marks, kernel) if thicken < 0 else cv2.dilate(marks, kernel)
    if rng.random() < .55:                        # embossing: light from one side
        relief = marks.astype(np.float32) / 255
        dx, dy = rng.choice([(1, 1), (-1, 1), (1, 2), (0, 2), (2, 1)])
        image += (np.roll(relief, (dy, dx), (0, 1)) - np.roll(relief, (-dy, -dx), (0, 1))) * rng.uniform(-60, 60)
    worn = 1.0
    if rng.random() < .12:                        # paint worn off the letters
        marks = (marks * np.clip(1.2 + texture(HEIGHT, WIDTH, rng.choice([4, 9, 20]), rng) * rng.uniform(.5, 1.6), 0, 1)).astype(np.uint8)
    blend(image, marks, 0, 0, ink, rng.uniform(.82, 1) * worn)
    stickers_and_bolts(image, rng)
    dirt_and_shadow(image, rng)
    return Plate(np.clip(image, 0, 255), serials.label(text), centres, (y, y + height), state if named else None)
