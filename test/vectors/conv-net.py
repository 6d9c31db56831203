"""Writes conv-net.json: shapes, parameter counts and gradients of layers and networks as PyTorch reports them.

Run with a Python that has torch: python3 test/vectors/conv-net.py
Each case holds the givens in the words of the family conv-net, and for every layer the shapes of its output,
weight and bias and its number of trained parameters. The backward cases hold, for each loss and layer, the shapes
of the gradients of weight, bias and input that a backward pass leaves, null where it leaves none.
"""

import json
import pathlib

import torch
from torch import nn

FAMILY = {1: ("Conv1d", "ConvTranspose1d", "MaxPool1d", "AvgPool1d", "AdaptiveAvgPool1d", "BatchNorm1d"),
          2: ("Conv2d", "ConvTranspose2d", "MaxPool2d", "AvgPool2d", "AdaptiveAvgPool2d", "BatchNorm2d"),
          3: ("Conv3d", "ConvTranspose3d", "MaxPool3d", "AvgPool3d", "AdaptiveAvgPool3d", "BatchNorm3d")}


def spread(value, rank):
    return tuple(value) if isinstance(value, list) else (value,) * rank


def window(spec, rank, pool=False):
    kernel = spread(spec["kernel"], rank)
    padding = spec.get("padding", 0)
    if padding == "valid":
        padding = 0
    return {
        "kernel_size": kernel,
        "stride": spread(spec.get("stride", list(kernel) if pool else 1), rank),
        "padding": padding if padding == "same" else spread(padding, rank),
    }


def module(layer, shape):
    (kind, spec), = layer.items()
    rank = len(shape) - 1
    named = lambda index: getattr(nn, FAMILY[rank][index])
    channels = shape[0]
    if kind == "conv":
        return named(0)(channels, spec["filters"], dilation=spread(spec.get("dilation", 1), rank),
                        groups=spec.get("groups", 1), bias=spec.get("bias", True), **window(spec, rank))
    if kind == "depthwise":
        return named(0)(channels, channels * spec.get("multiplier", 1), dilation=spread(spec.get("dilation", 1), rank),
                        groups=channels, bias=spec.get("bias", True), **window(spec, rank))
    if kind == "transposed-conv":
        return named(1)(channels, spec["filters"], dilation=spread(spec.get("dilation", 1), rank),
                        groups=spec.get("groups", 1), bias=spec.get("bias", True),
                        output_padding=spread(spec.get("outputPadding", 0), rank), **window(spec, rank))
    if kind == "max-pool":
        return named(2)(dilation=spread(spec.get("dilation", 1), rank), ceil_mode=spec.get("rounding") == "ceil",
                        **window(spec, rank, pool=True))
    if kind == "avg-pool":
        return named(3)(ceil_mode=spec.get("rounding") == "ceil", **window(spec, rank, pool=True))
    if kind == "adaptive-pool":
        return named(4)(spread(spec["output"], rank))
    if kind == "global-pool":
        return nn.Sequential(named(4)((1,) * rank), *([] if spec.get("keep", True) else [nn.Flatten()]))
    if kind == "flatten":
        return nn.Flatten()
    if kind == "fc":
        inputs = 1
        for size in shape:
            inputs *= size
        return nn.Sequential(nn.Flatten(), nn.Linear(inputs, spec["units"], bias=spec.get("bias", True)))
    if kind == "batch-norm":
        rank = max(rank, 1)
        return getattr(nn, FAMILY[rank][5])(channels, affine=spec.get("affine", True))
    if kind == "activation":
        return {"relu": nn.ReLU(), "sigmoid": nn.Sigmoid(), "tanh": nn.Tanh()}[spec]
    if kind == "dropout":
        return nn.Dropout()
    raise ValueError(kind)


def unpool(spec, value):
    """Unpools what a pool with indices gives for a map of the stated size, or of the default size."""
    rank = value.dim() - 2
    sizes = window(spec, rank, pool=True)
    output = spec.get("output")
    target = None if output is None else list(value.shape[:2]) + list(spread(output, rank))
    indices = torch.zeros(value.shape, dtype=torch.int64)
    return getattr(nn, f"MaxUnpool{rank}d")(**sizes)(value, indices, target)


def run(layers, shape):
    value = torch.zeros([2, *shape])
    rows = []
    for layer in layers:
        if "max-unpool" in layer:
            part = None
            value = unpool(layer["max-unpool"], value)
        else:
            part = module(layer, list(value.shape[1:]))
            value = part(value)
        parameters = dict(part.named_parameters()) if part is not None else {}
        find = lambda end: next((list(p.shape) for n, p in parameters.items() if n.endswith(end)), None)
        rows.append({
            "output": list(value.shape[1:]),
            "weight": find("weight"),
            "bias": find("bias"),
            "parameters": sum(p.numel() for p in parameters.values()),
        })
    return rows


def conv(filters, kernel, **more):
    return {"conv": {"filters": filters, "kernel": kernel, **more}}


def up(filters, kernel, **more):
    return {"transposed-conv": {"filters": filters, "kernel": kernel, **more}}


def most(kernel, **more):
    return {"max-pool": {"kernel": kernel, **more}}


def mean(kernel, **more):
    return {"avg-pool": {"kernel": kernel, **more}}


def fc(units, **more):
    return {"fc": {"units": units, **more}}


RELU = {"activation": "relu"}
NORM = {"batch-norm": {}}
CASES = [
    ("valid 5x5", [3, 32, 32], [conv(16, 5)]),
    ("padded 3x3", [16, 14, 14], [conv(64, 3, padding=1)]),
    ("stride 2 on even", [128, 64, 64], [conv(256, 3, stride=2, padding=1, bias=False)]),
    ("stride 2 on odd", [3, 33, 35], [conv(4, 3, stride=2, padding=1)]),
    ("stride 3 drops columns", [1, 17, 19], [conv(2, 4, stride=3)]),
    ("stride 4 of AlexNet", [3, 227, 227], [conv(96, 11, stride=4)]),
    ("pointwise", [64, 9, 7], [conv(10, 1)]),
    ("kernel as large as the map", [2, 6, 5], [conv(3, [6, 5])]),
    ("kernel fits by padding", [2, 3, 3], [conv(3, 5, padding=1)]),
    ("tall kernel", [3, 20, 21], [conv(5, [7, 2], stride=[2, 3], padding=[3, 0])]),
    ("wide kernel, dilated in width", [3, 20, 21], [conv(5, [1, 5], dilation=[1, 3])]),
    ("dilation 2", [4, 20, 20], [conv(8, 3, dilation=2)]),
    ("dilation 3, stride 2", [4, 31, 30], [conv(8, 3, dilation=3, stride=2, padding=2)]),
    ("two groups", [8, 12, 12], [conv(12, 3, groups=2)]),
    ("four groups, no bias", [8, 12, 12], [conv(12, 3, groups=4, bias=False)]),
    ("groups as channels", [6, 10, 11], [conv(12, 3, groups=6)]),
    ("depthwise", [32, 15, 15], [{"depthwise": {"kernel": 3, "padding": 1}}]),
    ("depthwise, multiplier 3", [5, 15, 16], [{"depthwise": {"kernel": 3, "multiplier": 3, "stride": 2}}]),
    ("depthwise dilated, no bias", [5, 15, 16], [{"depthwise": {"kernel": [3, 1], "dilation": 2, "bias": False}}]),
    ("same, odd kernel", [3, 11, 12], [conv(4, 3, padding="same")]),
    ("same, even kernel", [3, 11, 12], [conv(4, [4, 2], padding="same")]),
    ("same, dilated", [3, 11, 12], [conv(4, 3, padding="same", dilation=3)]),
    ("valid by name", [3, 11, 12], [conv(4, 3, padding="valid")]),
    ("pool 2", [16, 28, 28], [most(2)]),
    ("pool 2 on odd sizes", [16, 7, 9], [most(2)]),
    ("pool 3 stride 2", [4, 13, 14], [most(3, stride=2)]),
    ("pool 3 stride 2 padded", [4, 112, 113], [most(3, stride=2, padding=1)]),
    ("pool stride 1", [4, 9, 8], [most(2, stride=1)]),
    ("pool wider than high", [4, 9, 8], [most([1, 3], stride=[1, 2], padding=[0, 1])]),
    ("pool dilated", [4, 19, 18], [most(3, stride=2, dilation=2)]),
    ("pool rounded up", [4, 7, 9], [most(2, rounding="ceil")]),
    ("pool rounded up, 3 stride 2", [4, 112, 113], [most(3, stride=2, rounding="ceil")]),
    ("pool rounded up drops an outside window", [2, 13, 10], [most(2, stride=3, padding=1, rounding="ceil")]),
    ("pool rounded up drops for a gap", [2, 5, 8], [most(1, stride=3, rounding="ceil")]),
    ("pool rounded up, wide gaps", [2, 11, 9], [most(2, stride=5, padding=1, rounding="ceil")]),
    ("mean pool", [4, 9, 8], [mean(3, stride=2, padding=1)]),
    ("mean pool rounded up", [4, 9, 8], [mean(3, stride=2, padding=1, rounding="ceil")]),
    ("mean pool rounded up, dropped window", [4, 4, 7], [mean(2, stride=3, padding=1, rounding="ceil")]),
    ("adaptive to one size", [4, 13, 9], [{"adaptive-pool": {"output": 7}}]),
    ("adaptive to two sizes", [4, 13, 9], [{"adaptive-pool": {"output": [5, 2]}}]),
    ("adaptive enlarges", [4, 3, 2], [{"adaptive-pool": {"output": [5, 7]}}]),
    ("global, axes kept", [6, 13, 9], [{"global-pool": {}}]),
    ("global, axes dropped", [6, 13, 9], [{"global-pool": {"keep": False}}, fc(4)]),
    ("transposed 4 stride 2", [8, 7, 9], [up(4, 4, stride=2, padding=1)]),
    ("transposed, default stride", [8, 7, 9], [up(4, 3)]),
    ("transposed with output padding", [8, 7, 9], [up(4, 3, stride=2, padding=1, outputPadding=1)]),
    ("transposed, one axis padded out", [8, 7, 9], [up(4, 3, stride=3, outputPadding=[2, 0])]),
    ("transposed, dilated with output padding", [8, 7, 9], [up(4, 3, stride=1, dilation=3, outputPadding=2)]),
    ("transposed in groups", [8, 5, 5], [up(6, [3, 2], stride=[2, 1], groups=2, bias=False)]),
    ("transposed, stride above kernel", [2, 5, 4], [up(3, 2, stride=4, outputPadding=3)]),
    ("unpool 2", [16, 7, 7], [{"max-unpool": {"kernel": 2, "stride": 2}}]),
    ("unpool 3 stride 2 padded", [4, 7, 5], [{"max-unpool": {"kernel": 3, "stride": 2, "padding": 1}}]),
    ("unpool to a stated size", [4, 7, 5], [{"max-unpool": {"kernel": 2, "output": [15, 11]}}]),
    ("fully connected on a map", [64, 7, 7], [fc(160)]),
    ("fully connected on a vector", [160], [fc(84), fc(10, bias=False)]),
    ("flatten", [3, 5, 7], [{"flatten": {}}, fc(2)]),
    ("batch norm", [32, 6, 5], [NORM]),
    ("batch norm without parameters", [32, 6, 5], [{"batch-norm": {"affine": False}}]),
    ("batch norm on a vector", [20], [NORM, fc(3)]),
    ("one spatial axis", [2, 40], [conv(6, 5, stride=2, padding=1), most(2), NORM, up(3, 4, stride=2), fc(5)]),
    ("three spatial axes", [2, 9, 10, 11], [conv(3, [3, 2, 1], padding=[1, 0, 0]), most(2), NORM, fc(5)]),
    ("LeNet", [1, 28, 28], [conv(6, 5, padding=2), RELU, most(2), conv(16, 5), RELU, most(2), fc(120), fc(84), fc(10)]),
    ("encoder of two stages", [3, 32, 32], [conv(16, 5), most(2), conv(64, 3, padding=1), most(2)]),
    ("decoder of two stages", [64, 7, 7], [conv(16, 3, padding=1), {"max-unpool": {"kernel": 2}},
                                           conv(3, 5, padding=2), {"max-unpool": {"kernel": 2}}]),
    ("stem and separable block", [3, 65, 63], [conv(8, 7, stride=2, padding=3, bias=False), NORM, RELU,
                                               most(3, stride=2, padding=1), {"depthwise": {"kernel": 3, "padding": 1}},
                                               conv(24, 1), NORM, {"dropout": {}}, {"global-pool": {}}, fc(10)]),
    ("AlexNet", [3, 224, 224], [conv(64, 11, stride=4, padding=2), RELU, most(3, stride=2), conv(192, 5, padding=2),
                                RELU, most(3, stride=2), conv(384, 3, padding=1), RELU, conv(256, 3, padding=1), RELU,
                                conv(256, 3, padding=1), RELU, most(3, stride=2), {"adaptive-pool": {"output": 6}},
                                fc(4096), fc(4096), fc(1000)]),
]

def place(layer, value):
    """A layer's module and output on a value, its module None for an unpool."""
    if "max-unpool" in layer:
        return None, unpool(layer["max-unpool"], value)
    part = module(layer, list(value.shape[1:]))
    return part, part(value)


def gradients(networks, losses):
    """Shapes of what each loss leaves behind at each layer, on random weights."""
    parts, inputs, outputs = {}, {}, {}
    for network, (source, layers) in networks.items():
        value = torch.randn([2, *source]) if isinstance(source, list) else outputs[source]
        for index, layer in enumerate(layers, 1):
            name = f"{network}.{index}"
            if value.requires_grad:
                value = value.clone()
                value.retain_grad()
            inputs[name] = value
            parts[name], value = place(layer, value)
            outputs[name] = outputs[network] = value
    shape = lambda gradient, skip=0: None if gradient is None else list(gradient.shape[skip:])
    rows = []
    for loss, network in losses.items():
        for tensor in inputs.values():
            tensor.grad = None
        for part in parts.values():
            for parameter in part.parameters() if part is not None else ():
                parameter.grad = None
        (outputs[network] ** 2).mean().backward(retain_graph=True)
        for name, part in parts.items():
            learnt = dict(part.named_parameters()) if part is not None else {}
            find = lambda end: next((shape(p.grad) for n, p in learnt.items() if n.endswith(end)), None)
            rows.append({"step": f"{name}.{loss}", "weight": find("weight"), "bias": find("bias"),
                         "input": shape(inputs[name].grad, 1)})
    return rows


STEM = ([3, 12, 10], [conv(4, 3, padding=1), RELU, most(2)])
BACKWARD = [
    ("decoder and classifier on an encoder",
     {"net_E": ([3, 32, 32], [conv(16, 5), most(2), conv(64, 3, padding=1), most(2)]),
      "net_D": ("net_E", [conv(16, 3, padding=1), {"max-unpool": {"kernel": 2}}, conv(3, 5, padding=2),
                          {"max-unpool": {"kernel": 2}}]),
      "net_C": ("net_E", [fc(160), fc(84), fc(10)])}, {"J1": "net_D", "J2": "net_C"}),
    ("a single chain", {"net": ([1, 9, 9], [conv(2, 3), NORM, RELU, fc(5)])}, {"J": "net"}),
    ("no bias", {"net": ([2, 9, 9], [conv(4, 3, bias=False), most(2), fc(5, bias=False)])}, {"J": "net"}),
    ("a loss in the middle", {"a": STEM, "b": ("a", [conv(6, 3)]), "c": ("b", [fc(2)])}, {"J": "b", "K": "c"}),
    ("a branch from a layer inside", {"a": STEM, "b": ("a.1", [conv(2, 1)])}, {"J": "a", "K": "b"}),
    ("two losses on one network", {"a": STEM, "b": ("a", [fc(3)])}, {"J": "b", "K": "b"}),
    ("networks that never meet", {"a": STEM, "b": ([5], [fc(4), fc(2)])}, {"J": "a", "K": "b"}),
    ("groups, depthwise, dilation",
     {"net": ([4, 15, 13], [conv(8, 3, groups=2, dilation=2), {"depthwise": {"kernel": 3, "multiplier": 2}}, mean(2),
                            conv(6, 1)])}, {"J": "net"}),
    ("transposed in groups", {"net": ([6, 5, 4], [up(9, [3, 2], groups=3, stride=2), NORM, up(2, 3, bias=False)])},
     {"J": "net"}),
    ("norm without parameters", {"net": ([3, 6, 6], [conv(2, 3), {"batch-norm": {"affine": False}}, fc(3)])},
     {"J": "net"}),
    ("one spatial axis", {"a": ([2, 30], [conv(3, 5, stride=2), most(2)]), "b": ("a", [up(2, 4)]),
                          "c": ("a", [fc(3)])}, {"J": "b", "K": "c"}),
    ("pools and flattening only", {"a": ([2, 8, 8], [most(2), {"global-pool": {}}, {"flatten": {}}]),
                                   "b": ("a", [fc(3)])}, {"J": "b"}),
]

torch.manual_seed(0)
backward = []
for name, networks, losses in BACKWARD:
    given = {
        "networks": {key: {"input": source, "layers": layers} for key, (source, layers) in networks.items()},
        "losses": {key: {"of": network} for key, network in losses.items()},
    }
    backward.append({"name": name, "given": given, "torch": gradients(networks, losses)})

torch.set_grad_enabled(False)
cases = []
for name, shape, layers in CASES:
    rows = run(layers, shape)
    total = sum(row["parameters"] for row in rows)
    cases.append({"name": name, "input": shape, "layers": layers, "torch": rows, "parameters": total})
lines = ",\n".join(json.dumps(case) for case in cases)
path = pathlib.Path(__file__).with_suffix(".json")
more = ",\n".join(json.dumps(case) for case in backward)
path.write_text('{"torch": "%s", "cases": [\n%s\n], "backward": [\n%s\n]}\n' % (torch.__version__, lines, more))
print(f"{len(cases)} cases, {sum(len(case['layers']) for case in cases)} layers")
