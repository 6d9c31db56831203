"""Batch normalisation as PyTorch computes it in double precision.

Run `python3 test/vectors/batch-norm.py > test/vectors/batch-norm.json` (torch 1.13 or later).
Each case holds the givens in the words of the family's schema, and what torch makes of them.
"""

import json

import torch

torch.manual_seed(573)
torch.set_default_dtype(torch.float64)


def draw(*shape, scale=3.0, places=3):
    return torch.round(torch.randn(*shape) * scale, decimals=places)


def case(name, z, layout=None, gamma=None, beta=None, epsilon=None, running=None, momentum=None, keras=False, evaluation=False):
    """One case; `z` is in the problem's layout, torch sees it with the units on axis 1."""
    letters = layout or {1: "N", 2: "CN", 3: "NCL", 4: "NCHW", 5: "NCDHW"}[z.dim()]
    if "C" not in letters:
        inputs, back = z.reshape(-1, 1), lambda out: out.reshape(z.shape)
    else:
        order = [letters.index(letter) for letter in "NC" if letter in letters]
        order += [axis for axis, letter in enumerate(letters) if letter not in "NC"]
        inverse = [order.index(axis) for axis in range(len(order))]
        inputs, back = z.permute(order), lambda out: out.permute(inverse)
    units = inputs.shape[1]
    given = {"z": z.tolist()}
    if layout:
        given["layout"] = list(layout)
    for word, value in (("gamma", gamma), ("beta", beta)):
        if value is not None:
            given[word] = value
    if epsilon is not None:
        given["epsilon"] = epsilon
    if momentum is not None:
        given["momentum"] = momentum
    if keras:
        given["momentumOf"] = "old"
    if evaluation:
        given["mode"] = "evaluation"
    mean, variance = None, None
    if running is not None:
        given["runningMean"], given["runningVariance"] = running
        mean, variance = (torch.tensor(values) for values in running)
    weight = 0.1 if momentum is None else (1 - momentum if keras else momentum)
    common = dict(training=not evaluation, momentum=weight, eps=1e-5 if epsilon is None else epsilon)
    normalized = torch.nn.functional.batch_norm(
        inputs, None if mean is None else mean.clone(), None if variance is None else variance.clone(), **common
    )
    output = torch.nn.functional.batch_norm(
        inputs,
        mean,
        variance,
        torch.tensor(gamma) if gamma is not None else torch.ones(units),
        torch.tensor(beta) if beta is not None else torch.zeros(units),
        **common,
    )
    expected = {"normalized": back(normalized).tolist(), "output": back(output).tolist()}
    if not evaluation:
        flat = inputs.transpose(0, 1).reshape(units, -1)
        expected["mean"] = flat.mean(1).tolist()
        expected["variance"] = flat.var(1, unbiased=False).tolist()
        if running is not None:
            expected["updatedRunningMean"] = mean.tolist()
            expected["updatedRunningVariance"] = variance.tolist()
    return {"name": name, "given": given, "expected": expected}


cases = [
    case("a list is one unit", draw(6)),
    case("a row a unit", draw(3, 5), gamma=[1.5, -2.0, 0.25], beta=[0.5, 0.0, -1.0]),
    case("an example a row", draw(5, 3), layout="NC", gamma=[1.5, -2.0, 0.25], beta=[0.5, 0.0, -1.0]),
    case("epsilon of nothing", draw(2, 4), epsilon=0.0),
    case("a large epsilon", draw(2, 4), epsilon=2.5, gamma=[3.0, -1.0]),
    case("a unit that never changes", torch.tensor([[2.0, 2.0, 2.0, 2.0], [1.0, -1.0, 4.0, 0.0]]), beta=[7.0, 1.0]),
    case("sequences", draw(3, 2, 4), gamma=[0.5, 2.0], beta=[-1.0, 1.0]),
    case("sequences, channels last", draw(3, 4, 2), layout="NLC", gamma=[0.5, 2.0], beta=[-1.0, 1.0]),
    case("images", draw(2, 3, 3, 2), gamma=[1.0, 2.0, 3.0], beta=[-1.0, -2.0, -3.0]),
    case("images, channels last", draw(2, 3, 2, 3), layout="NHWC", gamma=[1.0, 2.0, 3.0], beta=[-1.0, -2.0, -3.0]),
    case("images, channels first of all", draw(3, 2, 2, 2), layout="CHWN", beta=[0.1, 0.2, 0.3]),
    case("one image", draw(1, 2, 3, 3), gamma=[2.0, 0.5]),
    case("volumes", draw(2, 2, 2, 3, 2), gamma=[2.0, 0.5], beta=[0.0, 1.0]),
    case("running statistics by the usual momentum", draw(3, 6), running=([0.0, 1.0, -1.0], [1.0, 2.0, 0.5])),
    case("running statistics of images", draw(2, 2, 3, 2), running=([0.3, -0.3], [1.0, 4.0]), momentum=0.25),
    case("running statistics of one image", draw(1, 2, 2, 2), running=([0.0, 0.0], [1.0, 1.0]), momentum=1.0),
    case("momentum of the old value", draw(4, 3), layout="NC", running=([1.0, 2.0, 3.0], [1.0, 1.0, 9.0]), momentum=0.75, keras=True),
    case("evaluation", draw(3, 4), running=([0.5, -0.5, 2.0], [4.0, 0.25, 9.0]), gamma=[1.0, 2.0, -1.0], beta=[3.0, 0.0, 1.0], evaluation=True),
    case("evaluation of images", draw(2, 2, 2, 2), running=([0.5, -0.5], [4.0, 0.0]), epsilon=0.001, evaluation=True),
    case("evaluation of one example", draw(1, 3), layout="NC", running=([0.5, -0.5, 2.0], [4.0, 0.25, 9.0]), evaluation=True),
]
print("[\n" + ",\n".join(json.dumps(entry) for entry in cases) + "\n]")
