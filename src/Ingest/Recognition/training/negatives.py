"""What a reader must not read: signs, slogans, the names on a plate's edge, any other part of a photograph. Their label is empty."""
import cv2
import numpy as np

import camera
import plates


def sign(faces, rng):
    """A board of one to three lines of words in text faces."""
    image = np.full((plates.HEIGHT, plates.WIDTH), rng.uniform(0, 255), np.float32)
    image += plates.texture(plates.HEIGHT, plates.WIDTH, rng.choice([12, 40]), rng) * rng.uniform(0, 60)
    tone, rows = (image[0, 0] + rng.uniform(70, 190)) % 255, rng.choice([1, 1, 2, 3])
    for k in range(rows):
        shape = faces.caption(rng.choice(faces.words), rng)
        tall = plates.HEIGHT / rows * rng.uniform(.4, .9)
        wide = min(plates.WIDTH * rng.uniform(.6, .95), shape.shape[1] * tall / shape.shape[0])
        plates.blend(image, plates.fit(shape, wide, tall), (plates.WIDTH - wide) / 2, (k + .5) * plates.HEIGHT / rows - tall / 2, tone)
    return plates.Plate(np.clip(image, 0, 255), "", [], (plates.HEIGHT * .3, plates.HEIGHT * .7))


def edge(faces, rng):
    """The band above or below a plate's serial, drawn as large as a plate."""
    plate = plates.draw(faces, rng)
    first, last = plate.quad_height
    rows = slice(0, int(first + 2)) if rng.random() < .5 else slice(int(last - 2), plates.HEIGHT)
    start = rng.randint(0, 60)
    part = plate.picture[rows, start:plates.WIDTH - rng.randint(0, 60)]
    return plates.Plate(cv2.resize(part, (plates.WIDTH, plates.HEIGHT), interpolation=cv2.INTER_LINEAR), "", [], (plates.HEIGHT * .3, plates.HEIGHT * .7))


def patch(photograph, rng):
    """A quadrilateral of a photograph that hardly touches its plates, or None."""
    height, width = photograph.picture.shape
    wide = float(np.exp(rng.uniform(np.log(20), np.log(width * .6))))
    corners = camera.quad(rng, wide, wide * rng.uniform(.25, .6)) + [rng.uniform(0, width), rng.uniform(0, height)]
    low, high = corners.min(0), corners.max(0)
    for box in photograph.boxes:
        over = np.minimum(high, box[2:]) - np.maximum(low, box[:2])
        if (over > 0).all() and over.prod() > .15 * min((high - low).prod(), (box[2:] - box[:2]).prod()):
            return None
    return camera.crop(photograph.picture, corners, rng)[0]


def draw(photographs, faces, rng):
    """-> crop 64 x 160"""
    if photographs and rng.random() < .5:
        made = patch(rng.choice(photographs), rng)
        if made is not None:
            return made
    return camera.photograph(sign(faces, rng) if rng.random() < .6 else edge(faces, rng), faces, rng)[0]
