"""Networks as PyTorch builds them: shapes after each layer, parameters of each layer, and the flattened length.

Run `/usr/bin/python3 test/vectors/architecture.py > test/vectors/architecture.json` (torch 1.13 or later).
The lines are evaluated here and read as a student's answer by the test, so that one text is the network of both.
"""

import json

import torch
from torch import nn

NAMES = {"nn": nn}

CASES = {
    "LeNet": ([3, 32, 32], [
        "nn.Conv2d(3, 6, 5)", "nn.ReLU()", "nn.MaxPool2d(2, 2)", "nn.Conv2d(6, 16, 5)", "nn.ReLU()", "nn.MaxPool2d(2, 2)",
        "nn.Flatten()", "nn.Linear(16 * 5 * 5, 120)", "nn.ReLU()", "nn.Linear(120, 84)", "nn.ReLU()", "nn.Linear(84, 10)",
    ]),
    "two blocks that keep the size": ([3, 32, 32], [
        "nn.Conv2d(3, 32, kernel_size=3, padding=1)", "nn.BatchNorm2d(32)", "nn.ReLU(inplace=True)", "nn.MaxPool2d(kernel_size=2)",
        "nn.Conv2d(32, 64, kernel_size=5, padding=2)", "nn.BatchNorm2d(64)", "nn.ReLU(inplace=True)", "nn.MaxPool2d(kernel_size=2, stride=2)",
        "nn.Flatten()", "nn.Linear(4096, 128)", "nn.ReLU()", "nn.Dropout(p=0.5)", "nn.Linear(128, 10)",
    ]),
    "odd sizes": ([3, 37, 29], [
        "nn.Conv2d(3, 7, 4, stride=3, padding=2)", "nn.Tanh()", "nn.AvgPool2d(3, stride=2, padding=1)", "nn.Flatten()", "nn.Linear(7 * 7 * 5, 11)",
    ]),
    "sizes rounded up": ([2, 15, 18], [
        "nn.Conv2d(2, 4, 3)", "nn.MaxPool2d(3, stride=2, ceil_mode=True)", "nn.Flatten()", "nn.Linear(192, 5)",
    ]),
    "a last pool dropped": ([1, 7, 7], [
        "nn.MaxPool2d(2, stride=3, padding=1, ceil_mode=True)", "nn.Conv2d(1, 3, 1)", "nn.Flatten()", "nn.Linear(27, 2)",
    ]),
    "dilation and groups": ([6, 40, 33], [
        "nn.Conv2d(6, 12, kernel_size=3, dilation=2, groups=3, bias=False)", "nn.LeakyReLU(0.1)",
        "nn.Conv2d(12, 12, 3, padding=1, groups=12)", "nn.MaxPool2d(4)", "nn.Flatten()", "nn.Linear(12 * 9 * 7, 8, bias=False)",
    ]),
    "asymmetric windows": ([3, 24, 31], [
        "nn.Conv2d(3, 5, kernel_size=(3, 5), stride=(2, 1), padding=(1, 2))", "nn.MaxPool2d((2, 3))", "nn.Flatten()", "nn.Linear(300, 6)",
    ]),
    "padding by word": ([4, 19, 20], [
        "nn.Conv2d(4, 9, 5, padding='same')", "nn.Conv2d(9, 3, 4, padding='valid')", "nn.Sigmoid()", "nn.Flatten()", "nn.Linear(816, 3)",
    ]),
    "a global pool": ([3, 20, 28], [
        "nn.Conv2d(3, 16, 3, stride=2, padding=1, bias=False)", "nn.BatchNorm2d(16, affine=False)", "nn.ReLU()",
        "nn.AdaptiveAvgPool2d((1, 1))", "nn.Flatten()", "nn.Linear(16, 10)",
    ]),
    "an adaptive pool": ([3, 23, 17], [
        "nn.Conv2d(3, 8, 3)", "nn.AdaptiveMaxPool2d((4, 3))", "nn.Flatten(1)", "nn.Linear(in_features=96, out_features=7)",
    ]),
    "one axis": ([2, 50], [
        "nn.Conv1d(2, 6, 7, stride=2, padding=3)", "nn.BatchNorm1d(6)", "nn.ReLU()", "nn.MaxPool1d(3)", "nn.Flatten()", "nn.Linear(48, 4)",
    ]),
    "three axes": ([1, 9, 11, 13], [
        "nn.Conv3d(1, 4, (3, 3, 5), padding=(1, 0, 2))", "nn.ELU()", "nn.AvgPool3d(2)", "nn.Flatten()", "nn.Linear(4 * 4 * 4 * 6, 2)",
    ]),
    "normalised vectors": ([1, 6, 6], [
        "nn.Flatten()", "nn.BatchNorm1d(36)", "nn.Linear(36, 20)", "nn.BatchNorm1d(20)", "nn.GELU()", "nn.Linear(20, 3)", "nn.Softmax(dim=1)",
    ]),
    "batch of one position": ([5, 4, 4], [
        "nn.Conv2d(5, 10, 4)", "nn.SiLU()", "nn.Conv2d(10, 3, 1)", "nn.Flatten()",
    ]),
    "blocks of two": ([3, 48, 48], [
        "nn.Conv2d(3, 16, 3, 1, 1)", "nn.ReLU()", "nn.Conv2d(16, 16, 3, 1, 1)", "nn.ReLU()", "nn.MaxPool2d(2, 2)",
        "nn.Conv2d(16, 32, 3, 1, 1)", "nn.ReLU()", "nn.Conv2d(32, 32, 3, 1, 1)", "nn.ReLU()", "nn.MaxPool2d(2, 2)",
        "nn.Flatten()", "nn.Linear(32 * 12 * 12, 64)", "nn.ReLU()", "nn.Linear(64, 10)",
    ]),
}


def follow(shape, lines):
    value = torch.zeros(2, *shape)
    shapes, counts, flattened = [], [], None
    for line in lines:
        layer = eval(line, NAMES).eval()
        if flattened is None and isinstance(layer, (nn.Flatten, nn.Linear)):
            flattened = value[0].numel()
        value = layer(value)
        shapes.append(list(value.shape[1:]))
        counts.append(sum(parameter.numel() for parameter in layer.parameters()))
    return {
        "shapes": shapes,
        "layerParameters": [count for count in counts if count > 0],
        "parameters": sum(counts),
        "flattened": flattened,
    }


cases = [
    {"name": name, "input": shape, "layers": lines, "expected": follow(shape, lines)}
    for name, (shape, lines) in CASES.items()
]
print("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]")
