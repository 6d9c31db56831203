"""One-dimensional convolutions, their matrices and their way back, as PyTorch computes them in double precision.

Run `python3 test/vectors/conv-1d.py > test/vectors/conv-1d.json` (torch 1.13 or later).
The matrix is torch's Jacobian of the flattened output. Gradient kernels are checked here: sliding them over the padded
gradient must give torch's own gradient of the input before they are written down.
"""

import json

import torch
import torch.nn.functional as F

torch.manual_seed(573)
torch.set_default_dtype(torch.float64)


def draw(*shape, scale=2.0, places=2):
    return torch.round(torch.randn(*shape) * scale, decimals=places)


def case(
    name, x, w, b=None, stride=1, padding=0, dilation=1, groups=1, layout="channels-first",
    kernel_layout="out-in", flattening="channel-major", operation="correlation",
):
    """One case; x is N×C×L without the axes the problem lacks, w is O×I×k, both in torch's order."""
    plain = w.dim() == 1
    inputs = x.reshape((1,) * (3 - x.dim()) + tuple(x.shape)).clone().requires_grad_()
    kernels = (w.reshape(1, 1, -1) if plain else w).clone().requires_grad_()
    bias = None if b is None else torch.tensor([b] if plain else b).requires_grad_()
    settings = dict(stride=stride, padding=padding, dilation=dilation, groups=groups)

    def slide(values, weight, shift=None):
        return F.conv1d(values, weight.flip(2) if operation == "convolution" else weight, shift, **settings)

    y = slide(inputs, kernels, bias)
    gradient = draw(*y.shape)
    y.backward(gradient)

    def values(t):
        if plain:
            return t[0, 0].tolist()
        t = t.permute(0, 2, 1) if layout == "channels-last" else t
        return (t if x.dim() == 3 else t[0]).tolist()

    order = {"out-in": (0, 1, 2), "in-out": (1, 0, 2), "last": (2, 1, 0)}[kernel_layout]

    def kernel(t):
        return t[0, 0].tolist() if plain else t.permute(order).tolist()

    def flat(t):
        return (t if flattening == "channel-major" else t.permute(0, 2, 1)).reshape(-1)

    channels, length = inputs.shape[1:]
    shape = (1, channels, length) if flattening == "channel-major" else (1, length, channels)

    def unflat(vector):
        t = vector.reshape(shape)
        return t if flattening == "channel-major" else t.permute(0, 2, 1)

    matrix = torch.autograd.functional.jacobian(
        lambda vector: flat(slide(unflat(vector), kernels.detach())), torch.zeros(channels * length)
    )
    out, depth, taps = kernels.shape
    back = kernels.detach().reshape(groups, out // groups, depth, taps).transpose(1, 2)
    back = back.reshape(groups * depth, out // groups, taps).flip(2)
    expected = {
        "output": values(y), "matrix": matrix.tolist(), "transpose": matrix.T.tolist(),
        "input-gradient": values(inputs.grad), "kernel-gradient": kernel(kernels.grad), "gradient-kernels": kernel(back),
    }
    if not plain:
        places = torch.meshgrid(torch.arange(out), torch.arange(y.shape[2]), indexing="ij")
        expected["output-order"] = torch.stack([flat(place[None]) for place in places], dim=1).tolist()
    room = dilation * (taps - 1) - padding
    if stride == 1 and room >= 0:
        slid = back.flip(2) if operation == "convolution" else back
        again = F.conv1d(gradient, slid, padding=room, dilation=dilation, groups=groups)
        assert torch.allclose(again, inputs.grad, atol=1e-12), name
        expected["gradient-padding"] = room
    if x.dim() < 3:
        expected["flat-input-gradient"] = flat(inputs.grad).tolist()
    if b is not None:
        expected["bias-gradient"] = bias.grad.item() if plain else bias.grad.tolist()
    given = {"x": values(inputs), "w": kernel(kernels), "dy": values(gradient)}
    if b is not None:
        given["b"] = b
    for word, value, usual in (
        ("stride", stride, 1), ("padding", padding, 0), ("dilation", dilation, 1), ("groups", groups, 1),
        ("layout", layout, "channels-first"), ("flattening", flattening, "channel-major"),
        ("operation", operation, "correlation"),
    ):
        if value != usual:
            given[word] = value
    if not plain and kernel_layout != ("last" if layout == "channels-last" else "out-in"):
        given["kernelLayout"] = kernel_layout
    return {"name": name, "given": given, "expected": expected}


cases = [
    case("one channel", draw(7), draw(3), b=0.5),
    case("one channel, one output", draw(4), draw(4)),
    case("one tap", draw(5), draw(1), b=-1.0),
    case("two channels in, two out, in-out", draw(2, 4), draw(2, 2, 3), kernel_layout="in-out"),
    case("two channels, position by position", draw(2, 4), draw(2, 2, 3), flattening="position-major"),
    case("three in, two out", draw(3, 5), draw(2, 3, 2), b=[1.0, -0.5]),
    case("channels last", draw(2, 5), draw(3, 2, 2), layout="channels-last", kernel_layout="last", b=[0.0, 1.0, 2.0]),
    case("channels last, in-out, position by position", draw(2, 5), draw(3, 2, 4), layout="channels-last",
         kernel_layout="in-out", flattening="position-major"),
    case("a batch", draw(3, 2, 6), draw(2, 2, 3), b=[0.25, 0.5]),
    case("a batch, channels last", draw(2, 2, 5), draw(1, 2, 2), layout="channels-last", kernel_layout="last", b=[2.0]),
    case("padding", draw(2, 5), draw(2, 2, 3), padding=1),
    case("more padding than the kernel overhangs", draw(4), draw(2), padding=2),
    case("a stride that leaves a rest", draw(2, 8), draw(3, 2, 3), stride=2),
    case("stride and padding", draw(7), draw(3), stride=3, padding=2, b=1.5),
    case("dilation", draw(2, 8), draw(1, 2, 3), dilation=2, padding=1),
    case("groups", draw(4, 5), draw(6, 2, 2), groups=2, b=[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]),
    case("depthwise, position by position", draw(3, 5), draw(3, 1, 3), groups=3, flattening="position-major"),
    case("a true convolution", draw(2, 6), draw(2, 2, 3), operation="convolution", b=[0.5, -0.5]),
    case("a true convolution, padded in a batch", draw(2, 1, 5), draw(2, 1, 3), operation="convolution", padding=2),
    case("zeros", torch.zeros(2, 4), draw(2, 2, 2), b=[1.0, -1.0]),
]
print("[\n" + ",\n".join(json.dumps(entry) for entry in cases) + "\n]")
