"""One step of back-propagation as PyTorch's autograd computes it in double precision.

Run `python3 test/vectors/mlp-step.py > test/vectors/mlp-step.json` (torch 1.13 or later).
Each case holds the givens in the words of the family's schema, and what torch makes of them.
"""

import json
import math

import torch
import torch.nn.functional as F

torch.manual_seed(468)
torch.set_default_dtype(torch.float64)


def draw(*shape, scale=1.0, places=2):
    return torch.round(torch.randn(*shape) * scale, decimals=places)


ACTIVATIONS = {
    "linear": lambda z, _: z,
    "sigmoid": lambda z, _: torch.sigmoid(z),
    "tanh": lambda z, _: torch.tanh(z),
    "relu": lambda z, _: F.relu(z),
    "leaky-relu": lambda z, slope: F.leaky_relu(z, slope),
    "softmax": lambda z, _: torch.softmax(z, dim=1),
}


def loss_of(kind, reduction, batch_reduction, log_base, z, output, target):
    """The reduced loss of examples in rows; torch's own functions, on logits where it has them."""
    if kind == "squared-error":
        each = F.mse_loss(output, target, reduction="none").sum(dim=1)
        each = {"sum": each, "mean": each / output.shape[1], "half": each / 2}[reduction]
    elif kind == "binary-cross-entropy":
        each = F.binary_cross_entropy_with_logits(z, target, reduction="none").sum(dim=1)
        each = each / output.shape[1] if reduction == "mean" else each
    else:
        each = F.cross_entropy(z, target, reduction="none")
    if log_base != "e":
        each = each / math.log(log_base)
    return each.mean() if batch_reduction == "mean" else each.sum()


def case(name, x, layers, target=None, loss=None, reduction=None, batch="mean", base="e", rate=None, layout="columns", upstream=None):
    """One case; `x`, `target` and `upstream` hold an example a row, or are one example."""
    batched = x.dim() == 2

    def shown(values):
        if not batched:
            return values.reshape(-1).tolist()
        return (values if layout == "rows" else values.T).tolist()

    given = {"input": shown(x), "layers": []}
    if batched:
        given["layout"] = layout
    expected, kept = {}, []
    a = (x if batched else x[None]).clone().requires_grad_()
    rows = lambda values: values if batched else values[None]
    first = a
    for number, (weights, bias, activation, slope) in enumerate(layers, 1):
        weights = weights.clone().requires_grad_()
        bias = bias.clone().requires_grad_() if bias is not None else None
        z = F.linear(a, weights, bias)
        z.retain_grad()
        inputs, a = a, ACTIVATIONS[activation](z, slope)
        a.retain_grad()
        kept.append((number, weights, bias, inputs, z, a))
        entry = {"weights": weights.tolist(), "activation": activation}
        if bias is not None:
            entry["bias"] = bias.tolist()
        if activation == "leaky-relu":
            entry["slope"] = slope
        given["layers"].append(entry)
    if loss is None:
        given["outputGradient"] = shown(upstream)
        a.backward(rows(upstream))
    else:
        given.update(target=shown(target), loss=loss)
        own = reduction or ("mean" if loss == "squared-error" else "sum")
        if reduction:
            given["reduction"] = reduction
        if base != "e":
            given["logBase"] = base
        if batched:
            given["batchReduction"] = batch
        value = loss_of(loss, own, batch, base, z, a, rows(target))
        value.backward()
        expected["loss"] = value.item()
        if loss == "squared-error":
            expected["output-gradient"] = shown(a.grad)
    if rate is not None:
        given["learningRate"] = rate
    for number, weights, bias, inputs, z, output in kept:
        expected[f"layer{number}.preactivation"] = shown(z.detach())
        expected[f"layer{number}.output"] = shown(output.detach())
        expected[f"layer{number}.delta"] = shown(z.grad)
        expected[f"layer{number}.weight-gradient"] = weights.grad.tolist()
        expected[f"layer{number}.input-gradient"] = shown(inputs.grad)
        if bias is not None:
            expected[f"layer{number}.bias-gradient"] = bias.grad.tolist()
        if rate is not None:
            optimizer = torch.optim.SGD([weights] if bias is None else [weights, bias], lr=rate)
            optimizer.step()
            expected[f"layer{number}.new-weights"] = weights.tolist()
            if bias is not None:
                expected[f"layer{number}.new-bias"] = bias.tolist()
    return {"name": name, "given": given, "expected": expected}


def dense(sizes, activations, bias=True, scale=1.0, slope=0.2):
    return [
        (draw(units, inputs, scale=scale), draw(units, scale=scale) if bias else None, activation, slope)
        for inputs, units, activation in zip(sizes, sizes[1:], activations)
    ]


def one_hot(classes, count):
    return F.one_hot(torch.tensor(classes), count).to(torch.float64)


exact = torch.tensor
cases = [
    case("one linear unit", exact([2.0, -3.0]), dense([2, 1], ["linear"]), exact([1.0]), "squared-error", rate=0.1),
    case("one sigmoid layer, three outputs", draw(4), dense([4, 3], ["sigmoid"]), exact([1.0, 0.0, 1.0]), "binary-cross-entropy", rate=0.5),
    case("softmax regression", draw(5), dense([5, 4], ["softmax"]), one_hot([2], 4)[0], "cross-entropy", rate=0.05),
    case("sigmoid twice, binary cross-entropy", draw(2), dense([2, 2, 1], ["sigmoid", "sigmoid"]), exact([0.0]), "binary-cross-entropy", rate=0.1),
    case("relu then linear, sum of squares", draw(3), dense([3, 5, 2], ["relu", "linear"]), draw(2), "squared-error", "sum", rate=0.02),
    case("tanh then linear, mean of squares", draw(3), dense([3, 4, 3], ["tanh", "linear"]), draw(3), "squared-error", "mean", rate=0.02),
    case("leaky relu then sigmoid, half of squares", draw(7), dense([7, 3, 5], ["leaky-relu", "sigmoid"]), torch.rand(5).round(decimals=2), "squared-error", "half", rate=1.0),
    case("softmax under squared error", draw(3), dense([3, 3], ["softmax"]), exact([0.2, 0.5, 0.3]), "squared-error", "sum", rate=0.3),
    case("three layers without biases", draw(3), dense([3, 4, 2, 3], ["tanh", "relu", "softmax"], bias=False), exact([0.1, 0.6, 0.3]), "cross-entropy", rate=0.1),
    case("four layers", draw(2), dense([2, 3, 5, 3, 1], ["sigmoid", "leaky-relu", "tanh", "sigmoid"]), exact([1.0]), "binary-cross-entropy", rate=0.1),
    case("a batch in columns, averaged", draw(6, 3), dense([3, 4, 2], ["relu", "linear"]), draw(6, 2), "squared-error", "sum", rate=0.1),
    case("a batch in rows, added up", draw(5, 2), dense([2, 3, 3], ["tanh", "softmax"]), one_hot([0, 2, 1, 1, 2], 3), "cross-entropy", batch="sum", rate=0.1, layout="rows"),
    case("a batch of one", draw(1, 3), dense([3, 2, 2], ["sigmoid", "sigmoid"]), exact([[1.0, 0.0]]), "binary-cross-entropy", "mean", rate=0.1),
    case("logarithms to base 2", draw(4, 3), dense([3, 3], ["softmax"]), one_hot([0, 1, 2, 1], 3), "cross-entropy", base=2, rate=0.1, layout="rows"),
    case("logarithms to base 10", draw(3), dense([3, 2, 2], ["tanh", "sigmoid"]), exact([0.25, 1.0]), "binary-cross-entropy", base=10, rate=0.1),
    case("all zeros", torch.zeros(3), [(torch.zeros(2, 3), torch.zeros(2), "relu", 0), (torch.zeros(2, 2), torch.zeros(2), "softmax", 0)], one_hot([1], 2)[0], "cross-entropy", rate=0.1),
    case("relu at exactly 0", exact([1.0, 2.0]), [(exact([[2.0, -1.0], [1.0, 1.0], [-2.0, 0.5]]), exact([0.0, -3.0, 1.0]), "relu", 0), (exact([[1.0, -2.0, 3.0]]), exact([0.5]), "linear", 0)], exact([2.0]), "squared-error", "sum", rate=0.1),
    case("leaky relu at exactly 0", exact([1.0, 2.0]), [(exact([[2.0, -1.0], [-1.0, 0.25]]), exact([0.0, 0.0]), "leaky-relu", 0.3), (exact([[1.0, -2.0]]), exact([0.5]), "linear", 0)], exact([2.0]), "squared-error", "sum", rate=0.1),
    case("saturated sigmoid on the wrong side", exact([10.0, -20.0]), [(exact([[3.0, -2.0]]), exact([5.0]), "sigmoid", 0)], exact([0.0]), "binary-cross-entropy", rate=0.1),
    case("saturated softmax on the wrong side", exact([500.0, -300.0]), [(exact([[2.0, 0.0], [0.0, 2.0], [1.0, 1.0]]), exact([0.0, 1.0, 2.0]), "softmax", 0)], one_hot([1], 3)[0], "cross-entropy", rate=0.1),
    case("saturated tanh below", exact([6.0, 8.0]), [(exact([[1.0, 1.0], [-1.5, 1.0]]), exact([0.0, 0.0]), "tanh", 0), (exact([[1.0, 2.0]]), exact([0.0]), "sigmoid", 0)], exact([1.0]), "binary-cross-entropy", rate=0.1),
    case("gradient given, softmax", draw(3), dense([3, 4, 3], ["relu", "softmax"]), upstream=draw(3), rate=0.1),
    case("gradient given, a batch, no update", draw(4, 3), dense([3, 2, 2], ["sigmoid", "linear"]), upstream=draw(4, 2), layout="rows"),
]

print("[\n" + ",\n".join(json.dumps(entry) for entry in cases) + "\n]")
