import { describe, expect, it } from 'vitest';
import * as tickmark from '../src/index.js';

describe('the public API', () => {
  it('offers what the documentation names', () => {
    expect(Object.keys(tickmark).sort()).toEqual([
      'answerTypes',
      'audit',
      'drawVariant',
      'families',
      'loadAssignment',
      'loadFamilies',
      'loadFamily',
      'markAnswer',
      'markSubmission',
      'sameExpression',
      'solve',
    ]);
  });

  it('loads, solves and marks an assignment', async () => {
    const assignment = await tickmark.loadAssignment('problems/coms573-hw5');
    const [block] = assignment.problems;
    expect(tickmark.solve(block!)).toMatchObject({
      problem: 'q1-conv-block',
      family: 'conv-net',
      steps: { 'block.parameters': 1474560 },
      items: { 'q1-conv-block.a': { step: 'block.parameters', type: 'integer', points: 5, value: 1474560 } },
    });
    const { marks } = tickmark.markSubmission(
      assignment,
      'student: s1\nanswers:\n  q1-conv-block:\n    a: 3×3×128×256 + 3×3×256×512\n',
    );
    expect(marks.map(({ item, verdict }) => [item.id, verdict])).toContainEqual([
      'q1-conv-block.a',
      'correct',
    ]);
  });

  it.each([
    ['integer', { key: 448, text: '448' }, 'correct'],
    ['integer', { key: 448, text: '432' }, 'wrong'],
    ['shape', { key: [16, 28, 28], text: '16×28×28' }, 'correct'],
    ['number', { key: 0.1234, text: '0.123', tolerance: { relative: 0.01 } }, 'correct'],
    [
      'number',
      { key: 1.234, text: '1.23', tolerance: { relative: 0.01 }, precision: { atLeast: 4 } },
      'rounded',
    ],
    ['number', { key: 1, text: 'about one' }, 'unreadable'],
    ['number', { key: 1, text: '  ' }, 'blank'],
  ] as const)('marks a %s by itself: %o is %s', (type, options, verdict) => {
    expect(tickmark.markAnswer(type, options).verdict).toBe(verdict);
  });

  it.each([
    ['expression', { key: 'u*(1 - u)', symbols: { z: {}, u: 'sigma(z)' }, text: "σ'(z)" }, 'correct'],
    ['expression', { key: 'u*(1 - u)', symbols: { z: {}, u: 'sigma(z)' }, text: 'u(1+u)' }, 'wrong'],
    ['expression', { key: 'log(-1 - x^2)', symbols: { x: {} }, text: '2 + \\log(-1-x^2)' }, 'review'],
    ['expression', { key: 'a*x + b*x', form: { kind: 'factored' }, text: '(a+b)x' }, 'correct'],
    [
      'expression-matrix',
      { key: '[[2*x, 0], [y, x]]', symbols: { x: {}, y: {} }, text: '2x 0; y 1' },
      'partial',
    ],
    [
      'matrix-expression',
      {
        key: 'W^T*d',
        symbols: { W: { shape: [2, 3] }, d: { shape: [2], aliases: ['δ'] } },
        text: '(\\delta^\\top W)^\\top',
      },
      'correct',
    ],
    [
      'indexed-sum',
      {
        key: 'Σ_{i} a_i x_{i+j-1}',
        symbols: { a: { shape: [4] }, x: { shape: [6] } },
        indices: { j: 3 },
        origin: 1,
        text: '\\sum_{i=1}^{4} x_{j+i-1} a_i',
      },
      'correct',
    ],
  ] as const)('marks a formula by what it means: %s %o is %s', (type, options, verdict) => {
    expect(tickmark.markAnswer(type, options).verdict).toBe(verdict);
  });

  it.each([
    ['(a + b)^2', 'a² + 2ab + b²', 'same'],
    ['(a + b)^2', 'a^2 + b^2', 'different'],
    ['\\frac{1}{1+e^{-z}}', 'σ(z)', 'same'],
    ['sqrt(x^2)', 'x', 'different'],
    ['log(-1 - x^2)', '1 + log(-1 - x^2)', 'undecided'],
  ])('compares the formulas %s and %s: %s', (a, b, verdict) => {
    expect(tickmark.sameExpression(a, b)).toBe(verdict);
  });

  it('takes the domains and definitions of letters into account', () => {
    expect(tickmark.sameExpression('sqrt(x^2)', 'x', { symbols: { x: { from: 0 } } })).toBe('same');
    expect(tickmark.sameExpression('u - u²', "σ'(z)", { symbols: { z: {}, u: 'sigma(z)' } })).toBe('same');
    expect(() => tickmark.sameExpression('x +', 'x')).toThrow(/something is missing/);
  });

  it('rejects a folder that is no assignment with its place', async () => {
    await expect(tickmark.loadAssignment('problems/nothing-here')).rejects.toThrow(
      /problems\/nothing-here\/assignment\.yaml/,
    );
  });
});
