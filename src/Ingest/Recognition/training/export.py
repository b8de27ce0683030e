"""Writes trained weights as the C# side reads them (Networks/NetworkFile.cs): batch normalisation folded in, half precision.

python3 export.py reader reader.pt ../Weights/reader.tnet
python3 export.py finder finder.pt ../Weights/finder.tnet
"""
import struct
import sys

import torch
import torch.nn as nn

from finder_net import Finder
from reader_net import Reader

CONVOLUTION, MAX_POOL, KEEP, UPSAMPLE_ADD = 1, 2, 3, 4


def pair(value):
    return (value, value) if isinstance(value, int) else value


def header(kind, inputs=0, outputs=0, kernel=(0, 0), stride=(1, 1), padding=(0, 0), rectified=0, slot=0):
    return struct.pack("<11i", kind, inputs, outputs, *kernel, *stride, *padding, rectified, slot)


def convolution(conv, norm=None, rectified=False):
    weight = conv.weight.detach().double()
    bias = torch.zeros(len(weight)).double() if conv.bias is None else conv.bias.detach().double()
    if norm is not None:
        scale = norm.weight.detach().double() / torch.sqrt(norm.running_var.double() + norm.eps)
        weight, bias = weight * scale[:, None, None, None], (bias - norm.running_mean.double()) * scale + norm.bias.detach().double()
    outputs, inputs, *kernel = weight.shape
    return (header(CONVOLUTION, inputs, outputs, kernel, conv.stride, conv.padding, int(rectified))
            + weight.half().numpy().tobytes() + bias.float().numpy().tobytes())


def layers(module):
    if isinstance(module, nn.MaxPool2d):
        return [header(MAX_POOL, kernel=pair(module.kernel_size))]
    if isinstance(module, nn.Conv2d):
        return [convolution(module)]
    if isinstance(module, nn.Sequential) and len(module) == 3 and isinstance(module[1], nn.BatchNorm2d):
        return [convolution(module[0], module[1], True)]
    return [layer for child in module for layer in layers(child)]


def finder_layers(net):
    return [*layers(net.fine), header(KEEP, slot=0), *layers(net.middle), header(KEEP, slot=1), *layers(net.coarse),
            *layers(net.from_coarse), header(UPSAMPLE_ADD, slot=1), *layers(net.from_middle), header(UPSAMPLE_ADD, slot=0),
            *layers(net.last), *layers(net.out)]


def main():
    kind, source, target = sys.argv[1:]
    net = Finder() if kind == "finder" else Reader()
    net.load_state_dict(torch.load(source, map_location="cpu"))
    net.eval()
    listed = finder_layers(net) if kind == "finder" else layers(net.layers)
    with open(target, "wb") as out:
        out.write(b"TNET" + struct.pack("<2i", 1, len(listed)) + b"".join(listed))


if __name__ == "__main__":
    main()
