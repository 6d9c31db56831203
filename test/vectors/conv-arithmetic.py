"""The size relation of convolutions solved for an unknown, by trying layers out in PyTorch.

Run `python3 test/vectors/conv-arithmetic.py > test/vectors/conv-arithmetic.json` (torch 1.13 or later).
Under `floor` each candidate is a convolution that torch runs; under `ceil` and `exact` fractions decide what is left
over. Parameters and multiplications are those of torch's own layer: its numels, and one product for each weight of a
filter at each value of the output.
"""

import json
import math
from fractions import Fraction

import torch

LEAST = {"kernel": 1, "stride": 1, "dilation": 1, "input": 1, "output": 1, "padding": 0}
USUAL = {"padding": 0, "stride": 1, "dilation": 1}


def size(i, k, p, s, d, rounding):
    """The output size, or None where there is no such layer."""
    if i + 2 * p < d * (k - 1) + 1:
        return None
    if rounding == "floor":
        x, w = torch.zeros(1, 1, i), torch.zeros(1, 1, k)
        return torch.nn.functional.conv1d(x, w, padding=p, stride=s, dilation=d).shape[2]
    steps = Fraction(i + 2 * p - d * (k - 1) - 1, s)
    if rounding == "exact":
        return int(steps) + 1 if steps.denominator == 1 else None
    return math.ceil(steps) + 1


def case(name, unknown, rounding="floor", axes=2, channels=None, filters=None, groups=1, bias=True, limits=None, **known):
    given = {"unknown": unknown, **known}
    if rounding != "floor":
        given["rounding"] = rounding
    if limits:
        given["from"], given["to"] = limits
    terms = {**USUAL, **known}
    low, high = limits or (LEAST[unknown], 3 * (known.get("input", 0) + 2 * terms["padding"]) + 300)
    solutions = []
    for value in range(low, high + 1):
        tried = {**terms, unknown: value}
        found = size(*(tried[term] for term in ("input", "kernel", "padding", "stride", "dilation")), rounding)
        if found == tried["output"]:
            solutions.append(value)
    expected = {"solutions": solutions}
    if channels is not None:
        if axes != 2:
            given["axes"] = axes
        given.update(inputChannels=channels, filters=filters)
        if groups != 1:
            given["groups"] = groups
        if not bias:
            given["bias"] = False
        costs = {}
        for value in solutions:
            sizes = {**terms, unknown: value}
            layer = {1: torch.nn.Conv1d, 2: torch.nn.Conv2d, 3: torch.nn.Conv3d}[axes](
                channels, filters, sizes["kernel"], groups=groups, bias=bias
            )
            outputs = filters * sizes["output"] ** axes
            costs[value] = [sum(p.numel() for p in layer.parameters()), outputs * layer.weight[0].numel()]
        expected["costs"] = costs
    return {"name": name, "given": given, "expected": expected}


cases = [
    case("a kernel under floor", "kernel", input=205, stride=3, output=66, channels=10, filters=96, bias=False),
    case("a kernel that must fit exactly", "kernel", "exact", input=205, stride=3, output=66, channels=10, filters=96),
    case("a kernel under ceil", "kernel", "ceil", input=205, stride=3, output=66),
    case("a dilated kernel", "kernel", input=40, dilation=3, output=28),
    case("a kernel at stride 1", "kernel", input=32, padding=2, output=32, channels=3, filters=6, axes=1),
    case("the padding that keeps the size", "padding", input=28, kernel=5, output=28, channels=4, filters=8, groups=2),
    case("paddings under floor", "padding", input=32, kernel=5, stride=4, output=9, channels=1, filters=2, axes=3),
    case("a padding that must fit exactly", "padding", "exact", input=33, kernel=5, stride=2, output=17),
    case("strides of many", "stride", input=64, kernel=3, padding=1, output=5),
    case("a stride", "stride", input=224, kernel=7, padding=3, output=112, channels=3, filters=64),
    case("a stride under ceil", "stride", "ceil", input=50, kernel=4, output=9),
    case("a dilation", "dilation", input=28, kernel=3, output=20),
    case("dilations under a stride", "dilation", input=30, kernel=4, padding=1, stride=3, output=7),
    case("inputs under floor", "input", kernel=3, stride=4, padding=1, output=9),
    case("inputs under ceil", "input", "ceil", kernel=3, stride=4, output=9),
    case("the only input that fits exactly", "input", "exact", kernel=5, stride=3, padding=2, dilation=2, output=11),
    case("inputs within bounds", "input", kernel=3, stride=5, output=7, limits=(34, 36)),
]
for rounding in ("floor", "ceil"):
    terms = dict(input=64, kernel=3, padding=1, stride=2)
    entry = case(f"an output under {rounding}", "output", rounding, output=None, **terms, limits=None)
    entry["given"].pop("output")
    entry["expected"]["solutions"] = [size(64, 3, 1, 2, 1, rounding)]
    cases.append(entry)
print("[\n" + ",\n".join(json.dumps(entry) for entry in cases) + "\n]")
