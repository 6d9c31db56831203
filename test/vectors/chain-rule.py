"""Jacobians along chains of vector functions, as SymPy computes them with 30 digits.

Run `python3 test/vectors/chain-rule.py > test/vectors/chain-rule.json` (sympy 1.11 or later).
Each case holds the givens in the words of the family's schema, the value and Jacobian of every function at its
input, the Jacobian of the composed function (differentiated as one expression, not multiplied together), and
the partial derivatives of each function at two other points.
"""

import json
import random

import sympy as sp

random.seed(573)
LOCALS = {
    "sigma": lambda x: 1 / (1 + sp.exp(-x)),
    "softplus": lambda x: sp.log(1 + sp.exp(x)),
    "relu": lambda x: sp.Max(x, 0),
    "log10": lambda x: sp.log(x, 10),
    "log2": lambda x: sp.log(x, 2),
    "pi": sp.pi,
    "e": sp.E,
}

PLANE = {"f1": (["x1", "x2"], ["sin(pi*x2)/pi", "x2^2*exp(x1 - 1)", "x1*x2"]),
         "f2": (["x1", "x2", "x3"], ["x1 + x2 + x3", "x1^2 + x2^2 + x3^2"])}

CASES = {
    "two functions between the plane and space": (PLANE, ["f1", "f2"], [1, 2]),
    "the same at a point without round numbers": (PLANE, ["f1", "f2"], [0.3, -1.7]),
    "a single function": ({"f": (["x", "y"], ["x^3*y - 2*y^2", "x/y", "(x + y)^2/(1 + x^2)"])}, ["f"], [1.5, -0.5]),
    "three functions of the plane": (
        {"p": (["r", "t"], ["r*cos(2*t)", "r*sin(2*t)"]),
         "s": (["u", "v"], ["u + 3*v^2/2", "v - u*v"]),
         "q": (["a", "b"], ["tanh(a - b)", "log(1 + a^2)/2"])}, ["p", "s", "q"], [0.8, 0.6]),
    "a sigmoid unit and its loss": (
        {"unit": (["w1", "w2", "b"], ["sigma(2*w1 - 3*w2 + b)"]),
         "loss": (["a"], ["-log(a)"])}, ["unit", "loss"], [0.5, 0.25, -0.1]),
    "softplus and square roots": (
        {"f": (["x", "y"], ["softplus(x*y)", "sqrt(x^2 + y^2)"]),
         "g": (["u", "v"], ["u/v", "sqrt(u)*v", "u^v"])}, ["f", "g"], [1.2, 0.7]),
    "powers, roots and logarithms": (
        {"f": (["x"], ["x^x", "2^x", "x^(1/3)", "log10(x)", "log2(1 + x)"]),
         "g": (["a", "b", "c", "d", "h"], ["a*b - c*d*h", "e^(-a)"])}, ["f", "g"], [1.8]),
    "inverse and hyperbolic functions": (
        {"f": (["x", "y"], ["atan(x*y)", "asin(x/2)", "acos(y/3)"]),
         "g": (["u", "v", "w"], ["sinh(u) - cosh(v)", "tan(w)"])}, ["f", "g"], [0.9, -1.1]),
    "four functions, narrowing to a number": (
        {"f": (["a", "b", "c"], ["a*b", "b*c", "a*c"]),
         "g": (["u", "v", "w"], ["u - 2*v", "v*w + 1"]),
         "h": (["s", "t"], ["s^2 + t^2", "s*t"]),
         "k": (["m", "n"], ["m/(1 + n^2)"])}, ["f", "g", "h", "k"], [1, -2, 0.5]),
    "ReLU on both sides of its corner": (
        {"f": (["x", "y"], ["relu(2*x - y)", "relu(y - 3*x)"]),
         "g": (["u", "v"], ["u^2 + v", "abs(v - u)"])}, ["f", "g"], [1.3, 0.4]),
    "zeros and a saturated unit": (
        {"f": (["x", "y"], ["x*y", "sigma(40*y)", "0*x + y"]),
         "g": (["u", "v", "w"], ["u*v*w", "exp(-w)*u"])}, ["f", "g"], [0, 1.5]),
    "widening from one number": (
        {"f": (["x"], ["cos(x)", "sin(x)", "x"]),
         "g": (["u", "v", "w"], ["u*w", "v*w", "u^2 + v^2"])}, ["f", "g"], [2.5]),
}


def parse(text, names):
    return sp.sympify(text.replace("^", "**"), locals={**LOCALS, **{n: sp.Symbol(n, real=True) for n in names}}, rational=True)


def numbers(matrix, at):
    values = matrix.subs(at).evalf(30)
    return [[float(sp.re(values[i, j])) for j in range(values.cols)] for i in range(values.rows)]


def case(name, functions, chain, point):
    given = {"functions": {f: {"of": of, "is": formulas} for f, (of, formulas) in functions.items()},
             "chain": chain, "point": point}
    start = [sp.Rational(str(value)) for value in point]
    outer_names = [sp.Symbol(n, real=True) for n in functions[chain[0]][0]]
    composed = sp.Matrix(outer_names)
    at_start = dict(zip(outer_names, start))
    links, current = {}, sp.Matrix(start)
    for f in chain:
        of, formulas = functions[f]
        names = [sp.Symbol(n, real=True) for n in of]
        vector = sp.Matrix([parse(text, of) for text in formulas])
        jacobian = vector.jacobian(names)
        at = dict(zip(names, current))
        # Points where every function above is defined and smooth.
        elsewhere = [[round(random.uniform(0.2, 0.9), 3) for _ in of] for _ in range(2)]
        links[f] = {
            "value": [row[0] for row in numbers(vector, at)],
            "jacobian": numbers(jacobian, at),
            "elsewhere": [{"point": p, "jacobian": numbers(jacobian, dict(zip(names, [sp.Rational(str(v)) for v in p])))}
                          for p in elsewhere],
        }
        shadow = {n: sp.Symbol(f"inner{i}", real=True) for i, n in enumerate(names)}
        composed = vector.subs(shadow, simultaneous=True).subs(dict(zip(shadow.values(), composed)), simultaneous=True)
        current = vector.subs(at)
    return {"name": name, "given": given, "links": links, "jacobian": numbers(composed.jacobian(outer_names), at_start)}


print(json.dumps([case(name, *rest) for name, rest in CASES.items()], indent=1))
