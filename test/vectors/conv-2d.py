"""Two-dimensional convolution layers, forward and backward, as PyTorch computes them in double precision.

Run `python3 test/vectors/conv-2d.py > test/vectors/conv-2d.json` (torch 1.13 or later).
Each case holds the givens in the words of the family's schema, and what torch makes of them. Extreme values and their
places are found by comparing entries one by one.
"""

import itertools
import json

import torch
import torch.nn.functional as F

torch.manual_seed(8)
torch.set_default_dtype(torch.float64)

ACTIVATIONS = {"linear": lambda z: z, "relu": F.relu, "sigmoid": torch.sigmoid, "tanh": torch.tanh}


def draw(*shape, scale=2.0, places=2):
    return torch.round(torch.randn(*shape) * scale, decimals=places)


def whole(*shape, low=-2, high=3):
    return torch.randint(low, high, shape).to(torch.float64)


def pair(value):
    return list(value) if isinstance(value, (list, tuple)) else [value, value]


def sides(padding, sizes, taps, stride, dilation):
    """Zeros before and after each axis."""
    spans = [d * (k - 1) for k, d in zip(taps, pair(dilation))]
    if padding == "valid":
        return [(0, 0), (0, 0)]
    if padding == "full":
        return [(span, span) for span in spans]
    if padding == "same":
        totals = [max((-(-i // s) - 1) * s + span + 1 - i, 0) for i, s, span in zip(sizes, pair(stride), spans)]
        return [(total // 2, total - total // 2) for total in totals]
    return [(p, p) for p in pair(padding)]


def case(
    name, x, w, b=None, stride=1, padding="valid", dilation=1, groups=1, activation="linear",
    layout="channels-first", kernel_layout=None, operation="correlation", upstream="du", origin=0,
):
    """One case; x is N×C×H×W without the axes the problem lacks, w is O×I×k×k, both in torch's order."""
    plain = w.dim() == 2
    inputs = x.reshape((1,) * (4 - x.dim()) + tuple(x.shape)).clone().requires_grad_()
    kernels = (w.reshape((1, 1) + tuple(w.shape)) if plain else w).clone().requires_grad_()
    bias = None if b is None else torch.tensor([b] if plain else b).requires_grad_()
    (top, bottom), (left, right) = sides(padding, inputs.shape[2:], kernels.shape[2:], stride, dilation)
    slid = kernels.flip((2, 3)) if operation == "convolution" else kernels
    z = F.conv2d(F.pad(inputs, (left, right, top, bottom)), slid, bias, stride=stride, dilation=dilation, groups=groups)
    z.retain_grad()
    u = ACTIVATIONS[activation](z)
    gradient = draw(*z.shape)
    (u if upstream == "du" else z).backward(gradient)

    kernel_layout = kernel_layout or ("last" if layout == "channels-last" else "out-in")
    order = {"out-in": (0, 1, 2, 3), "in-out": (1, 0, 2, 3), "last": (2, 3, 1, 0)}[kernel_layout]

    def values(t):
        if plain:
            return t[0, 0].tolist()
        t = t.permute(0, 2, 3, 1) if layout == "channels-last" else t
        return (t if x.dim() == 4 else t[0]).tolist()

    def kernel(t):
        return t[0, 0].tolist() if plain else t.permute(order).tolist()

    given = {"x": values(inputs), "w": kernel(kernels), upstream: values(gradient)}
    if b is not None:
        given["b"] = b
    if layout != "channels-first":
        given["layout"] = layout
    if kernel_layout not in ("out-in", "last" if layout == "channels-last" else "out-in"):
        given["kernelLayout"] = kernel_layout
    for word, value, usual in (
        ("stride", stride, 1), ("padding", padding, "valid"), ("dilation", dilation, 1), ("groups", groups, 1),
        ("activation", activation, "linear"), ("operation", operation, "correlation"), ("origin", origin, 0),
    ):
        if value != usual:
            given[word] = value
    expected = {"z": values(z), "u": values(u), "dw": kernel(kernels.grad), "dx": values(inputs.grad)}
    if upstream == "du":
        expected["dz"] = values(z.grad)
    if b is not None:
        expected["db"] = bias.grad.item() if plain else bias.grad.tolist()
    flat = torch.tensor(expected["z"])
    places = {"maximum": flat.max().item(), "minimum": flat.min().item()}
    indices = list(itertools.product(*map(range, flat.shape)))
    holding = {
        f"{word}-locations": [list(index) for index in indices if flat[index].item() == value]
        for word, value in places.items()
    }
    holding["zero-locations"] = [list(index) for index in indices if flat[index].item() == 0]
    negative = [flat[index].item() for index in indices if flat[index].item() < 0]
    places["nearest-to-zero-negative"] = max(negative) if negative else "none"
    return {
        "name": name, "given": given, "expected": expected, "size": list(flat.shape),
        "values": places, "places": holding,
    }


cases = [
    case("a matrix", draw(5, 4), draw(2, 3)),
    case("whole numbers with ties", whole(6, 5), whole(2, 2)),
    case("all equal", torch.ones(4, 4), torch.ones(2, 2), b=-4.0),
    case("a bias and a sigmoid", draw(4, 5), draw(3, 2), b=0.75, activation="sigmoid"),
    case("saturated sigmoids", draw(3, 3, scale=40.0), draw(2, 2, scale=10.0), activation="sigmoid"),
    case("a ReLU at zeros", whole(5, 5, low=-1, high=2), whole(2, 2, low=-1, high=2), activation="relu"),
    case("a tanh, padded", draw(3, 4), draw(2, 2), b=-0.5, padding=1, activation="tanh"),
    case("a true convolution", draw(4, 5), draw(3, 2), operation="convolution", b=1.0),
    case("a full true convolution", draw(3, 3), draw(2, 3), operation="convolution", padding="full"),
    case("same size, odd kernel", draw(4, 5), draw(3, 3), padding="same"),
    case("same size, even kernel and stride", draw(5, 6), draw(2, 4), padding="same", stride=2),
    case("channels", draw(3, 4, 5), draw(2, 3, 2, 2), b=[0.5, -1.0], activation="relu"),
    case("channels last", draw(2, 4, 4), draw(3, 2, 3, 2), b=[1.0, 0.0, -1.0], layout="channels-last", activation="sigmoid"),
    case("channels last, kernels first", draw(2, 3, 4), draw(2, 2, 2, 2), layout="channels-last", kernel_layout="in-out"),
    case("a batch", draw(3, 2, 4, 3), draw(2, 2, 2, 2), b=[0.25, 0.5], activation="tanh"),
    case("a batch, channels last", draw(2, 2, 3, 4), draw(3, 2, 2, 1), layout="channels-last", upstream="dz"),
    case("a stride that leaves a rest", draw(6, 7), draw(3, 2), stride=3, padding=1),
    case("a stride for each axis", draw(2, 5, 7), draw(2, 2, 2, 3), stride=[1, 2], padding=[1, 0], b=[1.0, 2.0]),
    case("dilation", draw(6, 7), draw(2, 3), dilation=2),
    case("dilation, stride and padding", draw(2, 7, 6), draw(3, 2, 3, 2), dilation=[2, 3], stride=2, padding=2),
    case("groups", draw(4, 4, 4), draw(6, 2, 2, 2), groups=2, b=[0.0, 1.0, 2.0, 3.0, 4.0, 5.0], upstream="dz"),
    case("depthwise in a batch", draw(2, 3, 4, 4), draw(3, 1, 3, 3), groups=3, padding="same", activation="relu"),
    case("groups in a true convolution", draw(2, 4, 3), draw(2, 1, 2, 2), groups=2, operation="convolution"),
    case("a kernel as large as the input", draw(3, 4), draw(3, 4), b=2.0, activation="sigmoid"),
    case("one by one kernels", draw(3, 2, 2), draw(2, 3, 1, 1), b=[1.0, -1.0]),
]
print("[\n" + ",\n".join(json.dumps(entry) for entry in cases) + "\n]")
