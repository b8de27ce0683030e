"""Pictures for choosing: rendered plates in photographs that training did not see, with their truth.

python3 validation.py OUT_FOLDER PICTURES... [--count 400]     PICTURES: folders with valid/ and test/
Writes OUT_FOLDER/val/NNNN.jpg and OUT_FOLDER/truth.csv (file, x, y, width, height, plate).
"""
import argparse
import csv
import os
import random

import cv2
import numpy as np

import camera
import faces
import plates
import scenes


def picture(photographs, drawn, rng):
    """-> a grey scene with one rendered plate, its box, its text"""
    while True:
        photograph = rng.choice(photographs)
        boxes = photograph.boxes
        if len(boxes) == 1 and boxes[0][2] - boxes[0][0] > 12:   # no other plate, which would count as a false read
            break
    scale = rng.uniform(1.5, 3)
    canvas = cv2.resize(photograph.picture, None, fx=scale, fy=scale * rng.uniform(.75, 1), interpolation=cv2.INTER_CUBIC).astype(np.float32)
    ratio = np.array([canvas.shape[1] / photograph.picture.shape[1], canvas.shape[0] / photograph.picture.shape[0]] * 2)
    box = max(boxes, key=lambda b: b[2] - b[0]) * ratio
    size = box[2:] - box[:2]
    width = float(np.clip(size[0] * rng.uniform(1, 1.15), 55, 260))
    corners = camera.quad(rng, width, width * rng.uniform(.46, .54)) + (box[:2] + box[2:]) / 2
    plate = plates.draw(drawn, rng)
    while len(plate.label) < 4:
        plate = plates.draw(drawn, rng)
    around, framed = camera.surround(plate, drawn, rng)
    margin = rng.randint(3, 20) if framed else 2
    cut = camera.MARGIN - margin
    shown = np.ascontiguousarray(around[cut:-cut, cut:-cut])
    height, wide = plate.picture.shape
    m = cv2.getPerspectiveTransform(np.float32([[0, 0], [wide, 0], [wide, height], [0, height]]), np.float32(corners))
    outer = np.float32([[[-margin, -margin]], [[wide + margin, -margin]], [[wide + margin, height + margin]], [[-margin, height + margin]]])
    scenes.place(canvas, shown, cv2.perspectiveTransform(outer, m.astype(np.float64))[:, 0])
    if rng.random() < .5:
        canvas = cv2.GaussianBlur(canvas, (0, 0), rng.uniform(.3, .9))
    canvas = canvas * rng.uniform(.6, 1.1) + rng.uniform(-10, 30)
    canvas += np.random.randn(*canvas.shape).astype(np.float32) * rng.choice([0, 1, 3])
    low, high = corners.min(0), corners.max(0)
    return np.clip(canvas, 0, 255).astype(np.uint8), [*low, *(high - low)], plate.label


def main():
    parse = argparse.ArgumentParser()
    parse.add_argument("out")
    parse.add_argument("pictures", nargs="+")
    parse.add_argument("--count", type=int, default=400)
    args = parse.parse_args()
    rng = random.Random(4242)
    np.random.seed(4242)
    cv2.setNumThreads(1)
    drawn = faces.Faces(rng, 80, 6)
    photographs = [p for f in args.pictures for s in ("valid", "test") for p in scenes.load(os.path.join(f, s))]
    os.makedirs(os.path.join(args.out, "val"), exist_ok=True)
    with open(os.path.join(args.out, "truth.csv"), "w", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["file", "x", "y", "width", "height", "plate"])
        for i in range(args.count):
            image, box, text = picture(photographs, drawn, rng)
            cv2.imwrite(os.path.join(args.out, "val", f"{i:04}.jpg"), image, [cv2.IMWRITE_JPEG_QUALITY, rng.randint(50, 95)])
            writer.writerow([f"val/{i:04}.jpg", *(round(v) for v in box), text])


if __name__ == "__main__":
    main()
