"""Temporary plates: printed paper with a serial, an expiry date, small print, perhaps a bar code."""
import cv2
import numpy as np

import emblems
import plates
import serials

HEADINGS = ["TEMPORARY", "TEMPORARY TAG", "TEMPORARY PERMIT", "TEMP TAG", "INTERIM", "BUYER", "DEALER", "IN TRANSIT", "TEMPORARY PLATE", "30-DAY TAG"]
SERIALS = "DDDDDDL LDDDDDD DDLDDDD DDDDLDD LLDDDDD DDDDDDD LDDDDD DDDDLLL LLLDDDD DDDDDD LDDLDDD DDDDDLL LLDDLDD LDDDDLL".split()


def line(image, text, x, y, height, width, tone, rng, bold=2):
    font = rng.choice([cv2.FONT_HERSHEY_SIMPLEX, cv2.FONT_HERSHEY_DUPLEX])
    (w, h), _ = cv2.getTextSize(text, font, 1, bold)
    shape = np.zeros((h + 8, w + 8), np.uint8)
    cv2.putText(shape, text, (4, h + 4), font, 1, 255, bold, cv2.LINE_AA)
    plates.blend(image, plates.fit(shape, min(width, shape.shape[1] * height / shape.shape[0]), height), x, y, tone)


def date(rng):
    day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(2019, 2027)
    return rng.choice([f"{month:02}/{day:02}/{year}", f"{month:02}-{day:02}-{year % 100}", f"{emblems.MONTHS[month - 1]} {day} {year}", f"{month:02} {day:02} {year % 100}"])


def bar_code(image, x, y, width, height, rng):
    if rng.random() < .5:
        bars = np.repeat((np.random.rand(int(width // 2)) > .5).astype(np.uint8) * 255, 2)[None].repeat(max(2, int(height)), 0)
    else:
        bars = cv2.resize((np.random.rand(12, 12) > .5).astype(np.uint8) * 255, (int(height), int(height)), interpolation=cv2.INTER_NEAREST)
    plates.blend(image, bars, x, y, rng.uniform(0, 50))


def draw(faces, rng):
    state = rng.choice(list(serials.STATES))
    text = serials.fill(rng.choice(SERIALS), rng)
    face = rng.choice(faces.fonts)
    back, ink = rng.uniform(190, 250), rng.uniform(0, 60)
    image = np.full((plates.HEIGHT, plates.WIDTH), back, np.float32)
    if rng.random() < .3:
        image += plates.texture(plates.HEIGHT, plates.WIDTH, 60, rng) * rng.uniform(0, 40)
    named = rng.random() < .8
    heading = rng.choice(HEADINGS)
    if named:
        name = serials.STATES[state][0]
        heading = rng.choice((f"{name} {heading}", f"{name.upper()} {heading}", name.upper()))
    line(image, heading, rng.uniform(8, 50), rng.uniform(3, 10), rng.uniform(13, 24), rng.uniform(160, 250), ink, rng)
    height = rng.uniform(.34, .5) * plates.HEIGHT
    y, left, right = rng.uniform(.22, .34) * plates.HEIGHT, rng.uniform(6, 24), plates.WIDTH - rng.uniform(6, 60)
    pitch, centres = (right - left) / len(text), []
    for k, c in enumerate(text):
        shape = face.masks[c]
        width = min(pitch * .95, shape.shape[1] / shape.shape[0] * height * rng.uniform(.95, 1.05))
        plates.blend(image, plates.fit(shape, width, height), left + k * pitch + (pitch - width) / 2, y, ink)
        centres.append(left + (k + .5) * pitch)
    low = y + height + rng.uniform(2, 6)
    line(image, rng.choice(["EXP ", "EXPIRES ", "", "VALID TO "]) + date(rng), rng.uniform(6, 60), low, rng.uniform(16, 30), rng.uniform(120, 230), ink, rng, rng.choice([2, 3]))
    for k in range(rng.choice([0, 1, 2])):
        words = " ".join("".join(rng.choice("ABCDEFGHJKLMNPRSTUVWXYZ0123456789") for _ in range(rng.randint(3, 17))) for _ in range(rng.randint(1, 3)))
        line(image, words, rng.uniform(6, 60), plates.HEIGHT - 20 + 9 * k, rng.uniform(6, 10), 220, ink, rng, 1)
    if rng.random() < .5:
        bar_code(image, plates.WIDTH - rng.uniform(50, 110), low, rng.uniform(40, 90), rng.uniform(24, 44), rng)
    plates.dirt_and_shadow(image, rng)
    return plates.Plate(np.clip(image, 0, 255), serials.label(text), centres, (y, y + height), state if named else None, True)
