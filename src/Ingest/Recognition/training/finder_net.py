"""The finder: a grey picture -> on a grid of 8 pixels, a score and the plate's four corners relative to the cell's centre."""
import torch
import torch.nn as nn

from reader_net import block

STRIDE = 8
UNIT = 32.0   # corners are predicted in units of this many pixels


class Finder(nn.Module):
    def __init__(self, c=(12, 20, 32, 48, 64)):
        super().__init__()
        self.fine = nn.Sequential(block(1, c[0], 5, 2), block(c[0], c[1], 3, 2), block(c[1], c[2], 3, 2), block(c[2], c[2]))
        self.middle = nn.Sequential(block(c[2], c[3], 3, 2), block(c[3], c[3]))
        self.coarse = nn.Sequential(block(c[3], c[4], 3, 2), block(c[4], c[4]))
        self.from_coarse, self.from_middle = block(c[4], c[3], 1), block(c[3], c[2], 1)
        self.last, self.out = block(c[2], c[3]), nn.Conv2d(c[3], 9, 1)
        self.enlarge = nn.Upsample(scale_factor=2, mode="nearest")
        nn.init.zeros_(self.out.bias)
        self.out.bias.data[0] = -4.6

    def forward(self, x):
        fine = self.fine(x)
        middle = self.middle(fine)
        middle = middle + self.enlarge(self.from_coarse(self.coarse(middle)))
        return self.out(self.last(fine + self.enlarge(self.from_middle(middle))))


def normalise(pictures):
    """uint8 -> -1 to 1. The C# side does the same."""
    return pictures.float() / 127.5 - 1
