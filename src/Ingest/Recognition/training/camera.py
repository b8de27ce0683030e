"""What a camera makes of a plate: surroundings, perspective, resolution, blur, light, noise, compression; then the reader's crop."""
import random

import cv2
import numpy as np

import plates

CROP_WIDTH, CROP_HEIGHT = 160, 64
MARGIN = 48
# The reader's crop shows the plate's quadrilateral and this share of its sides around it.
AROUND_X, AROUND_Y = .03, .05


def surround(plate, faces, rng):
    """The plate on a car, perhaps in a frame. -> picture with MARGIN around the plate"""
    height, width = plate.picture.shape
    scene = np.full((height + 2 * MARGIN, width + 2 * MARGIN), rng.uniform(0, 230), np.float32)
    scene += plates.texture(*scene.shape, rng.choice([8, 25, 60]), rng) * rng.uniform(0, 120)
    inner = scene[MARGIN:MARGIN + height, MARGIN:MARGIN + width]
    inner[:] = plate.picture
    if rng.random() < .5:
        tone = rng.uniform(0, 60) if rng.random() < .75 else rng.uniform(140, 240)
        top, bottom, side = rng.randint(4, 26), rng.randint(4, 26), rng.randint(2, 12)
        scene[MARGIN - top:MARGIN, MARGIN - side:MARGIN + width + side] = tone
        scene[MARGIN + height:MARGIN + height + bottom, MARGIN - side:MARGIN + width + side] = tone
        scene[MARGIN - top:MARGIN + height + bottom, MARGIN - side:MARGIN] = tone
        scene[MARGIN - top:MARGIN + height + bottom, MARGIN + width:MARGIN + width + side] = tone
        first, last = plate.quad_height
        over_top, over_bottom = rng.randint(0, max(1, int(min(first - 3, 30)))), rng.randint(0, max(1, int(min(height - last - 3, 34))))
        if rng.random() < .7:
            inner[:over_top] = tone
            inner[height - over_bottom:] = tone
        edge = rng.randint(0, 6)
        if edge:
            inner[:, :edge] = tone
            inner[:, width - edge:] = tone
        for y, depth in ((MARGIN - top, top + over_top), (MARGIN + height - over_bottom, over_bottom + bottom)):
            if depth > 12 and rng.random() < .65:
                shape = faces.caption(rng.choice(faces.words), rng)
                w = min(260, shape.shape[1] * (depth - 4) / shape.shape[0])
                plates.blend(scene, plates.fit(shape, w, depth - 4), MARGIN + (width - w) / 2, y + 2, 255 - tone)
        return scene, True
    return scene, False


def quad(rng, width, height):
    """Corners of the plate as the camera sees them, clockwise from top left, about its centre."""
    turn, shear, squeeze = np.deg2rad(rng.gauss(0, 5)), rng.gauss(0, .09), rng.uniform(.75, 1.08)
    corners = np.float64([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * [width / 2 * squeeze, height / 2]
    turned = corners @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn) - shear, np.cos(turn)]])
    return turned + np.random.randn(4, 2) * [width * .014, height * .016]


def blur(picture, width, rng):
    if rng.random() < .6:
        picture = cv2.GaussianBlur(picture, (0, 0), rng.uniform(.2, .8) * max(1, width / 105))
    if rng.random() < .2:
        k = rng.randint(2, max(2, min(9, int(width // 20))))
        kernel = np.zeros((k, k), np.float32)
        kernel[k // 2] = 1
        angle = rng.choice([0, 0, 0, 90, rng.uniform(0, 180)])
        kernel = cv2.warpAffine(kernel, cv2.getRotationMatrix2D(((k - 1) / 2, (k - 1) / 2), angle, 1), (k, k))
        picture = cv2.filter2D(picture, -1, kernel / max(kernel.sum(), 1e-3))
    return picture


def expose(picture, width, rng):
    gain = rng.uniform(.3, 1.2)
    picture = picture * gain + (rng.uniform(-20, 60) * (1 - gain) if gain < 1 else 0)
    if rng.random() < .15:
        picture = picture * rng.uniform(1.1, 1.7)
    if rng.random() < .06:                        # glare
        h, w = picture.shape
        spot = np.zeros((h, w), np.float32)
        cv2.ellipse(spot, (int(rng.uniform(0, w)), int(rng.uniform(0, h))), (int(w * rng.uniform(.05, .3)), int(h * rng.uniform(.1, .5))), 0, 0, 360, 1., -1)
        picture = picture + cv2.GaussianBlur(spot, (0, 0), w * rng.uniform(.03, .15)) * rng.uniform(40, 160)
    noise = rng.choice([0, 1, 2, 3, 5, 9]) * min(1, width / 70) * max(.35, min(1, gain))
    return picture + np.random.randn(*picture.shape).astype(np.float32) * noise


def compress(picture, rng):
    picture = np.clip(picture, 0, 255).astype(np.uint8)
    if rng.random() < .65:
        picture = cv2.imdecode(cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, rng.randint(25, 95)])[1], 0)
    if rng.random() < .1:
        picture = cv2.filter2D(picture, -1, np.float32([[0, -.5, 0], [-.5, 3, -.5], [0, -.5, 0]]))
    return picture


def crop(picture, corners, rng):
    """The reader's view: usually the corners straightened, with the finder's error; sometimes an upright box."""
    size = corners.max(0) - corners.min(0)
    if rng.random() < .65:
        seen = corners + np.random.randn(4, 2) * size * [.012, .030]
        shift, grow = np.random.randn(2) * size * [.008, .02], np.random.randn(2) * [.02, .035]
        centre = seen.mean(0)
        seen = (seen - centre) * (1 + 2 * np.array([AROUND_X, AROUND_Y]) + grow) + centre + shift
    else:
        low, high = corners.min(0), corners.max(0)
        low = low - size * [rng.uniform(-.04, .12), rng.uniform(-.08, .16)]
        high = high + size * [rng.uniform(-.04, .12), rng.uniform(-.08, .16)]
        seen = np.array([low, [high[0], low[1]], high, [low[0], high[1]]])
    target = np.float32([[0, 0], [CROP_WIDTH, 0], [CROP_WIDTH, CROP_HEIGHT], [0, CROP_HEIGHT]])
    m = cv2.getPerspectiveTransform(np.float32(seen), target)
    if size[0] > 1.7 * CROP_WIDTH:                # as the C# side does: shrink before warping
        picture = cv2.blur(picture, (int(size[0] // CROP_WIDTH),) * 2)
    return cv2.warpPerspective(picture, m, (CROP_WIDTH, CROP_HEIGHT), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), m


def photograph(plate, faces, rng):
    """-> (grey crop 64 x 160 uint8, column of each character on the reader's 40 columns)"""
    scene, _ = surround(plate, faces, rng)
    height, width = plate.picture.shape
    seen_width = float(np.exp(rng.uniform(np.log(48), np.log(240))))
    corners = quad(rng, seen_width, seen_width * height / width * rng.uniform(.9, 1.1))
    size = corners.max(0) - corners.min(0)
    low = corners.min(0) - size * .22
    corners = corners - low
    w, h = np.int32(size * 1.44) + 2
    flat = np.float32([[0, 0], [width, 0], [width, height], [0, height]]) + MARGIN
    over = 2 if seen_width < 150 else 1
    m = cv2.getPerspectiveTransform(flat, np.float32(corners * over))
    picture = cv2.warpPerspective(scene, m, (int(w * over), int(h * over)), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    if over > 1:
        picture = cv2.resize(picture, (int(w), int(h)), interpolation=cv2.INTER_AREA)
    picture = compress(expose(blur(picture, seen_width, rng), seen_width, rng), rng)
    result, to_crop = crop(picture, corners, rng)
    if not plate.centres:
        return result, []
    middle = sum(plate.quad_height) / 2 + MARGIN
    points = np.float32([[[c + MARGIN, middle]] for c in plate.centres])
    if over > 1:
        to_crop = to_crop @ np.diag([1 / over, 1 / over, 1])
    columns = cv2.perspectiveTransform(points, (to_crop @ m).astype(np.float64))[:, 0, 0] / 4
    return result, columns
