"""Values of formulas over numbers, vectors and matrices, as SymPy and NumPy compute them.

Run `python3 test/vectors/formula.py > test/vectors/formula.json` (sympy 1.11, numpy 1.24 or later).
Each case holds givens in the words of the family's schema and the value of every step.
"""

import json

import numpy as np
import sympy as sp

LOCALS = {
    "sigma": lambda x: 1 / (1 + sp.exp(-x)),
    "softplus": lambda x: sp.log(1 + sp.exp(x)),
    "relu": lambda x: sp.Max(x, 0),
    "step": lambda x: sp.Integer(1 if x > 0 else 0),
    "log10": lambda x: sp.log(x, 10),
    "log2": lambda x: sp.log(x, 2),
    "max": sp.Max,
    "min": sp.Min,
    "ceil": sp.ceiling,
    "pi": sp.pi,
    "e": sp.E,
}

SCALARS = [
    ("a weighted sum through a sigmoid", {"w": 0.5, "x": 3, "b": -1}, {"z": "w*x + b", "a": "sigma(z)", "L": "-log(a)"}),
    ("signs and powers", {"x": -3}, {"a": "-x^2", "b": "(-x)^2", "c": "2^-2^2", "d": "-2*x^3/4"}),
    ("division from left to right", {"a": 7, "b": 2, "c": 5}, {"x": "a/b/c", "y": "a/b*c", "z": "a - b - c"}),
    ("a saturated unit", {"z": -40}, {"a": "sigma(z)", "s": "softplus(z)", "t": "tanh(z/20)"}),
    ("logarithms", {"p": 0.125}, {"n": "log(p)", "b": "log2(p)", "d": "log10(p)", "q": "log(1 - p)"}),
    ("trigonometry at multiples of a right angle", {"n": 3}, {"s": "sin(n*pi)", "c": "cos(pi*n/2)", "t": "tan(pi/n)"}),
    ("rounding of a size", {"i": 64, "k": 3, "s": 2, "p": 1}, {"low": "floor((i + 2*p - k)/s) + 1", "high": "ceil((i + 2*p - k)/s) + 1"}),
    ("extremes and corners", {"x": -0.75, "y": 0.5}, {"a": "max(x, y, 0)", "b": "min(x, y)", "c": "relu(x)", "d": "step(y)", "f": "abs(x)"}),
    ("cancellation that leaves nothing", {"a": 0.1, "b": 0.2}, {"d": "a + b - 3/10"}),
    ("compound interest", {"P": 1200, "r": 0.035, "n": 12, "t": 5}, {"A": "P*(1 + r/n)^(n*t)"}),
    ("hyperbolic and inverse functions", {"x": 0.6}, {"a": "asin(x) + acos(x)", "b": "atan(x)", "c": "cosh(x)^2 - sinh(x)^2"}),
]


def scalar_case(name, values, steps):
    known = {k: sp.Rational(str(v)) for k, v in values.items()}
    results = {}
    for step, text in steps.items():
        known[step] = sp.sympify(text.replace("^", "**"), locals={**LOCALS, **known}, rational=True)
        results[step] = float(known[step].evalf(30))
    return {"name": name, "given": {"values": values, "steps": steps}, "steps": results}


def tensor_cases():
    W = np.array([[1.0, -2.0, 0.0], [0.5, 1.0, 3.0]])
    x = np.array([2.0, 1.0, -1.0])
    b = np.array([0.5, -0.5])
    t = np.array([1.0, 0.0])
    z = W @ x + b
    h = np.maximum(z, 0)
    delta = (h - t) * (z > 0)
    yield "a layer with ReLU and its gradients", {"W": W, "x": x, "b": b, "t": t}, {
        "z": ("matmul(W, x) + b", z),
        "h": ("relu(z)", h),
        "L": ("sum((h - t) .^ 2)/2", ((h - t) ** 2).sum() / 2),
        "delta": ("(h - t) .* (z > 0)", delta),
        "dW": ("outer(delta, x)", np.outer(delta, x)),
        "dx": ("matmul(transpose(W), delta)", W.T @ delta),
    }
    logits = np.array([1000.0, 1001.0, 998.5])
    y = np.array([0.0, 1.0, 0.0])
    p = np.exp(logits - logits.max()) / np.exp(logits - logits.max()).sum()
    yield "softmax of large logits", {"s": logits, "y": y}, {
        "p": ("softmax(s)", p),
        "L": ("-sum(y .* log(p))", -(y * np.log(p)).sum()),
        "g": ("p - y", p - y),
    }
    Z = np.array([[12.0, 14, 14, 12], [0, 10, 10, 0], [-5, 5, 5, -5]])
    yield "statistics along an axis", {"Z": Z}, {
        "mu": ("mean(Z, 1)", Z.mean(1)),
        "total": ("sum(Z, 0)", Z.sum(0)),
        "spread": ("sqrt(mean((Z - mean(Z)) .^ 2))", np.sqrt(((Z - Z.mean()) ** 2).mean())),
        "top": ("max(Z) - min(Z)", Z.max() - Z.min()),
        "corner": ("Z[2, 3] + Z[0, 1]", Z[2, 3] + Z[0, 1]),
        "gram": ("matmul(Z, Z')", Z @ Z.T),
    }
    u, v = np.array([3.0, -4.0]), np.array([0.5, 2.0])
    yield "lengths and angles", {"u": u, "v": v}, {
        "n": ("norm(u)", np.linalg.norm(u)),
        "d": ("dot(u, v)", u @ v),
        "cosine": ("dot(u, v)/(norm(u)*norm(v))", u @ v / np.linalg.norm(u) / np.linalg.norm(v)),
        "q": ("u ./ v", u / v),
        "clipped": ("if(u > 1, 1, u)", np.where(u > 1, 1, u)),
    }


def plain(value):
    return value.tolist() if isinstance(value, (np.ndarray, np.generic)) else value


def tensor_case(name, values, steps):
    return {
        "name": name,
        "given": {"values": {k: plain(v) for k, v in values.items()}, "steps": {k: text for k, (text, _) in steps.items()}},
        "steps": {k: plain(value) for k, (_, value) in steps.items()},
    }


print(json.dumps([scalar_case(*c) for c in SCALARS] + [tensor_case(*c) for c in tensor_cases()], indent=1))
