"""The reader: a grey 64 x 160 crop -> 36 scores (35 symbols and the blank) on each of 40 columns."""
import torch
import torch.nn as nn

import serials

COLUMNS = 40


def block(inputs, outputs, kernel=3, stride=1, padding=None):
    if padding is None:
        padding = kernel // 2
    return nn.Sequential(nn.Conv2d(inputs, outputs, kernel, stride, padding, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(True))


class Reader(nn.Module):
    def __init__(self, c=(16, 32, 40, 56, 88), d=144):
        super().__init__()
        self.layers = nn.Sequential(
            block(1, c[0], 5, 2), block(c[0], c[1], 3, 2),                       # 16 x 40
            block(c[1], c[2]), block(c[2], c[2]), nn.MaxPool2d((2, 1)),          # 8 x 40
            block(c[2], c[3]), block(c[3], c[3]), nn.MaxPool2d((2, 1)),          # 4 x 40
            block(c[3], c[4]), block(c[4], c[4]),
            block(c[4], d, (4, 1), 1, (0, 0)), block(d, d, (1, 5), 1, (0, 2)),   # 1 x 40
            nn.Conv2d(d, serials.BLANK + 1, 1))

    def forward(self, x):
        return self.layers(x).squeeze(2)


def normalise(crops):
    """uint8 [n, 64, 160] -> float [n, 1, 64, 160] of mean 0 and deviation near 1. The C# side does the same."""
    x = crops.float()
    mean, deviation = x.mean((1, 2), keepdim=True), x.std((1, 2), keepdim=True, unbiased=False) + 8
    return ((x - mean) / deviation).unsqueeze(1)


def greedy(scores):
    """[n, 36, 40] -> texts"""
    texts = []
    for row in scores.argmax(1).tolist():
        texts.append("".join(serials.SYMBOLS[c] for c, before in zip(row, [-1] + row) if c != before and c != serials.BLANK))
    return texts
