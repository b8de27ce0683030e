"""Training scenes for the finder: photographs with plate boxes (YOLO text files), rendered plates put into them, and look-alikes."""
import glob
import os

import cv2
import numpy as np

import camera
import plates

SIZE = 256


class Photograph:
    def __init__(self, picture, boxes):
        self.picture, self.boxes = picture, boxes


def load(folder, plate_class=0):
    """Every picture of a split folder with images/ and labels/. Boxes are x0, y0, x1, y1 in pixels."""
    found = []
    for path in sorted(glob.glob(os.path.join(folder, "images", "*"))):
        picture = cv2.imread(path, cv2.IMREAD_GRAYSCALE)
        listed = os.path.join(folder, "labels", os.path.splitext(os.path.basename(path))[0] + ".txt")
        if picture is None or not os.path.exists(listed):
            continue
        height, width = picture.shape
        boxes = []
        for line in open(listed):
            values = list(map(float, line.split()))
            if len(values) < 5 or int(values[0]) != plate_class:
                continue
            if len(values) == 5:
                x, y, w, h = values[1:]
                box = [x - w / 2, y - h / 2, x + w / 2, y + h / 2]
            else:
                xs, ys = values[1::2], values[2::2]
                box = [min(xs), min(ys), max(xs), max(ys)]
            boxes.append(np.array(box) * [width, height, width, height])
        found.append(Photograph(picture, boxes))
    return found


def place(canvas, plate_picture, corners):
    """Warps a plate picture (its border blends in) onto the canvas."""
    height, width = plate_picture.shape
    flat = np.float32([[0, 0], [width, 0], [width, height], [0, height]])
    size = corners.max(0) - corners.min(0)
    shrink = max(1, int(width / max(size[0], 1) / 1.3))
    if shrink > 1:
        plate_picture = cv2.blur(plate_picture, (shrink, shrink))
    m = cv2.getPerspectiveTransform(flat, np.float32(corners))
    seen = cv2.warpPerspective(plate_picture, m, canvas.shape[::-1], flags=cv2.INTER_LINEAR)
    cover = cv2.warpPerspective(np.ones_like(plate_picture), m, canvas.shape[::-1], flags=cv2.INTER_LINEAR)
    canvas += (seen - canvas) * cover


def render(canvas, drawn, corners, rng, light=None):
    """Draws a plate with its surroundings so that the plate itself lies at the corners."""
    plate = plates.draw(drawn, rng)
    picture, framed = camera.surround(plate, drawn, rng)
    if light is not None:
        picture = picture * rng.uniform(.6, 1.1) * light
    margin = rng.randint(3, 24) if framed else rng.randint(0, 4)
    cut = camera.MARGIN - margin
    picture = np.ascontiguousarray(picture[cut:-cut, cut:-cut])
    height, width = plate.picture.shape
    m = cv2.getPerspectiveTransform(np.float32([[0, 0], [width, 0], [width, height], [0, height]]), np.float32(corners))
    outer = np.float32([[[-margin, -margin]], [[width + margin, -margin]], [[width + margin, height + margin]], [[-margin, height + margin]]])
    place(canvas, picture, cv2.perspectiveTransform(outer, m.astype(np.float64))[:, 0])


def look_alike(canvas, drawn, rng):
    """What is no plate though it looks like one: signs, slogans, stickers, grilles, windows."""
    width = np.exp(rng.uniform(np.log(16), np.log(150)))
    height = width * rng.choice([rng.uniform(.08, .3), rng.uniform(.6, 1.2), rng.uniform(.3, .6)])
    patch = np.full((max(8, int(height)), max(12, int(width))), rng.uniform(0, 255), np.float32)
    tone = (patch[0, 0] + rng.uniform(60, 195)) % 255
    kind = rng.random()
    if kind < .55:
        rows = rng.choice([1, 1, 2, 3]) if height < width * .35 else rng.choice([2, 3, 4])
        for k in range(rows):
            shape = drawn.caption(rng.choice(drawn.words), rng)
            tall = patch.shape[0] / rows * rng.uniform(.5, .9)
            wide = min(patch.shape[1] * .95, shape.shape[1] * tall / shape.shape[0])
            plates.blend(patch, plates.fit(shape, wide, tall), (patch.shape[1] - wide) / 2, k * patch.shape[0] / rows + 1, tone)
    elif kind < .8:
        step = rng.randint(3, 9)
        (patch if rng.random() < .6 else patch.T)[::step] = tone
    else:
        plates.blend(patch, plates.blob(patch.shape[1], patch.shape[0], rng), 0, 0, tone)
    x, y = rng.uniform(-width / 2, SIZE - width / 2), rng.uniform(-height / 2, SIZE - height / 2)
    corners = camera.quad(rng, width, height) + [x + width / 2, y + height / 2]
    place(canvas, patch, corners)


def window(photograph, rng):
    """A random part of a photograph at a random scale. -> canvas, boxes (exact corners unknown)"""
    picture, boxes = photograph.picture, [b.copy() for b in photograph.boxes]
    if rng.random() < .4:
        picture = picture[:, ::-1]
        boxes = [np.array([picture.shape[1] - b[2], b[1], picture.shape[1] - b[0], b[3]]) for b in boxes]
    height, width = picture.shape
    focus = rng.choice(boxes) if boxes and rng.random() < .9 else None
    wanted = float(np.exp(rng.uniform(np.log(14), np.log(170))))
    scale = wanted / (focus[2] - focus[0]) if focus is not None else SIZE / width * np.exp(rng.uniform(0, .7))
    scale = float(np.clip(scale, SIZE / max(width, height) * .35, 2.6))
    squeeze = rng.uniform(.8, 1.3)
    sx, sy = scale * squeeze ** .5, scale / squeeze ** .5
    if focus is not None:
        cx, cy = (focus[0] + focus[2]) / 2 * sx, (focus[1] + focus[3]) / 2 * sy
        ox, oy = rng.uniform(.1, .9) * SIZE - cx, rng.uniform(.1, .9) * SIZE - cy
    else:
        ox, oy = rng.uniform(min(0, SIZE - width * sx), max(0, SIZE - width * sx)), rng.uniform(min(0, SIZE - height * sy), max(0, SIZE - height * sy))
    source = picture if scale > .7 else cv2.blur(picture, (max(1, round(.8 / scale)),) * 2)
    border = rng.choice([cv2.BORDER_CONSTANT, cv2.BORDER_REPLICATE, cv2.BORDER_REFLECT])
    fill = rng.uniform(0, 220)
    canvas = cv2.warpAffine(source, np.float32([[sx, 0, ox], [0, sy, oy]]), (SIZE, SIZE), flags=cv2.INTER_LINEAR, borderMode=border, borderValue=fill)
    if border == cv2.BORDER_REFLECT and (ox > 0 or oy > 0 or ox + width * sx < SIZE or oy + height * sy < SIZE):
        inside = cv2.warpAffine(np.ones_like(picture), np.float32([[sx, 0, ox], [0, sy, oy]]), (SIZE, SIZE))
        canvas = np.where(inside > 0, canvas, np.uint8(fill))   # no unlabelled reflection of a plate
    return canvas.astype(np.float32), [b * [sx, sy, sx, sy] + [ox, oy, ox, oy] for b in boxes]


def upright(box):
    return np.array([[box[0], box[1]], [box[2], box[1]], [box[2], box[3]], [box[0], box[3]]])


def scene(photographs, drawn, rng):
    """-> uint8 picture, [(corners 4 x 2, corners are exact)]"""
    if rng.random() < .9:
        canvas, boxes = window(rng.choice(photographs), rng)
    else:
        canvas, boxes = np.full((SIZE, SIZE), rng.uniform(20, 200), np.float32) + plates.texture(SIZE, SIZE, rng.choice([6, 20, 60, 120]), rng) * rng.uniform(10, 160), []
    found = []
    swap = rng.random() < .45
    for box in boxes:
        size = box[2:] - box[:2]
        if swap and size[0] > 12 and (box[:2] > -size * .3).all() and (box[2:] < SIZE + size * .3).all():
            around = canvas[max(0, int(box[1])):max(1, int(box[3])), max(0, int(box[0])):max(1, int(box[2]))]
            light = np.clip((around.mean() if around.size else 120) / 130, .35, 1.3)
            tall = min(size[1], size[0] * rng.uniform(.42, .6)) if rng.random() < .8 else size[1]
            corners = camera.quad(rng, size[0] * rng.uniform(.97, 1.12), max(tall, size[0] * .3)) + (box[:2] + box[2:]) / 2
            render(canvas, drawn, corners, rng, light)
            found.append((corners, True))
        else:
            found.append((upright(box), False))
    for _ in range(rng.choice([0, 0, 0, 1, 2, 3])):
        centres = [c.mean(0) for c, _ in found]
        before = canvas.copy()
        look_alike(canvas, drawn, rng)
        changed = np.abs(canvas - before) > 1
        if any(changed[max(0, int(y) - 3):int(y) + 4, max(0, int(x) - 3):int(x) + 4].any() for x, y in centres if 0 <= x < SIZE and 0 <= y < SIZE):
            canvas = before
    if not found or rng.random() < .25:
        width = float(np.exp(rng.uniform(np.log(16), np.log(200))))
        corners = camera.quad(rng, width, width * rng.uniform(.44, .58)) + [rng.uniform(0, SIZE), rng.uniform(0, SIZE)]
        low, high = corners.min(0), corners.max(0)
        if rng.random() < .75 and all((c.max(0) < low - 4).any() or (c.min(0) > high + 4).any() for c, _ in found):
            render(canvas, drawn, corners, rng)
            found.append((corners, True))
    gain = rng.uniform(.35, 1.25)
    canvas = (canvas - 127) * gain + 127 * rng.uniform(.35, 1.25)
    if rng.random() < .35:
        canvas = cv2.GaussianBlur(canvas, (0, 0), rng.uniform(.3, 1.1))
    canvas += np.random.randn(SIZE, SIZE).astype(np.float32) * rng.choice([0, 1, 3, 6, 9])
    canvas = camera.compress(canvas, rng)
    return canvas, [(c, e) for c, e in found if (0 <= c.mean(0)).all() and (c.mean(0) < SIZE).all()]
