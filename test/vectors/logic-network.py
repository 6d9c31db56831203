"""Truth tables of formulas as SymPy computes them.

Run `python3 test/vectors/logic-network.py > test/vectors/logic-network.json` (SymPy 1.9 or later).
Each case holds the givens in the words of the family's schema, SymPy's truth table (counting up, the first
variable the slowest), and the number of terms of its smallest disjunctive normal form.
"""

import itertools
import json

from sympy import symbols
from sympy.logic.boolalg import And, Equivalent, Implies, Not, Or, SOPform, Xor

A, B, C, D, E = symbols("A B C D E")
p, q, r, s, t, u = symbols("p q r s t u")

cases = [
    ("the homework", "(A | !B) ^ (!C | !D)", Xor(Or(A, Not(B)), Or(Not(C), Not(D))), [A, B, C, D]),
    ("one variable", "A", A, [A]),
    ("a negated variable", "not A", Not(A), [A]),
    ("exclusive or", "A ⊕ B", Xor(A, B), [A, B]),
    ("parity of five", "A ^ B ^ C ^ D ^ E", Xor(A, B, C, D, E), [A, B, C, D, E]),
    ("majority", "A & B | B & C | A & C", Or(And(A, B), And(B, C), And(A, C)), [A, B, C]),
    ("implications from the right", "p -> q -> r", Implies(p, Implies(q, r)), [p, q, r]),
    ("a chain of equivalences", "p <-> q <-> r", Equivalent(Equivalent(p, q), r), [p, q, r]),
    ("and before xor before or", "p | q ^ r & s", Or(p, Xor(q, And(r, s))), [p, q, r, s]),
    ("a negated bracket", "¬(p ∧ ¬(q ∨ r)) → s", Implies(Not(And(p, Not(Or(q, r)))), s), [p, q, r, s]),
    ("a variable that does not matter", "(p | q) & (p | !q)", And(Or(p, q), Or(p, Not(q))), [p, q, r]),
    ("a selector", "(p -> q) and (not p -> r)", And(Implies(p, q), Implies(Not(p), r)), [p, q, r]),
    ("a product of sums", "(p+q)(r+s)(t+u)", And(Or(p, q), Or(r, s), Or(t, u)), [p, q, r, s, t, u]),
    ("terms side by side", "p'q + qr' + rp'", Or(And(Not(p), q), And(q, Not(r)), And(r, Not(p))), [p, q, r]),
]


def entry(name, text, formula, variables):
    table = [
        int(bool(formula.subs(dict(zip(variables, row)))))
        for row in itertools.product([False, True], repeat=len(variables))
    ]
    ones = [row for row, value in zip(itertools.product([0, 1], repeat=len(variables)), table) if value]
    smallest = SOPform(variables, [list(row) for row in ones])
    terms = len(smallest.args) if isinstance(smallest, Or) else 1
    given = {"formula": text, "variables": [str(variable) for variable in variables]}
    return {"name": name, "given": given, "table": table, "terms": terms}


print("[\n" + ",\n".join(json.dumps(entry(*case)) for case in cases) + "\n]")
