import { beforeAll, describe, expect, test } from 'vitest';
import { answerType } from '../../answers/index.js';
import { GivenError } from '../../engine/domain-error.js';
import { evaluate } from '../../engine/evaluate.js';
import { derivation } from './index.js';

beforeAll(() => derivation.prepare?.());

const open = (given: unknown) => derivation.worksheet(derivation.given.parse(given));

const layer = {
  symbols: {
    k: { shape: [3] },
    x: { shape: [6] },
    z: { shape: [4], indices: ['i'] },
    alpha: { shape: [4], aliases: ['∂L/∂z'] },
    d: { size: 3 },
    m: { size: 4 },
  },
  origin: 1,
  outside: 'error',
  steps: {
    dk: { type: 'indexed-sum', formula: 'Σ_{i=1}^{m} α_i x_{i+j-1}', indices: { j: 3 } },
    db: {
      type: 'indexed-sum',
      formula: 'Σ_i α_i',
      slips: { 'took-the-mean': { formula: '(Σ_i α_i)/m', hint: 'You took the mean; add them up.' } },
    },
  },
};

describe('gradients of a one-dimensional convolution', () => {
  const verdict = (step: string, text: string): string => {
    const sheet = open(layer);
    const { type: name, slips } = sheet.steps.get(step)!;
    const type = answerType(name);
    const key = evaluate(sheet).value(step);
    const reading = type.read(text, { decimal: 'point', like: key });
    if (reading.state !== 'read') return reading.state;
    const [found] = type.compare(reading.answer, key, { relative: 0, absolute: 0 }).entries;
    const slip = Object.entries(slips).find(([, { run }]) => type.agrees(reading.answer, run({} as never)));
    return slip ? slip[0] : found!;
  };
  test.each([
    ['dk', '∂L/∂k_j = Σ_{i=1}^m α_i ∂z_i/∂k_j = Σ_{i=1}^m α_i x_{i+j-1}', 'correct'],
    ['dk', '\\sum_{i=1}^{4} \\frac{\\partial L}{\\partial z_i} x_{i+j-1}', 'correct'],
    ['dk', 'Σ_{i=1}^m α_i x_{i+j}', 'wrong'],
    ['dk', 'α_i x_{i+j-1}', 'wrong'],
    ['db', '∂L/∂b = Σ_{i=1}^m α_i ∂z_i/∂b = Σ_{i=1}^m α_i', 'correct'],
    ['db', 'Σ_i α_i', 'correct'],
    ['db', '1/m Σ_i α_i', 'took-the-mean'],
    ['db', 'α_1', 'wrong'],
    ['db', 'm', 'wrong'],
    ['db', 'sum of all α', 'unreadable'],
  ])('%s: %s is %s', (step, text, expected) => {
    expect(verdict(step, text)).toBe(expected);
  });
});

describe('a gradient that may be a row or a column, with its Jacobian either way round', () => {
  const chain = {
    symbols: { W: { shape: [2, 3] }, v: { shape: [2] } },
    layouts: { turned: { dy_dx: 'W^T' } },
    steps: {
      dx: {
        type: 'matrix-expression',
        symbols: { dy_dx: { is: 'W', aliases: ['∂y/∂x'] } },
        formula: 'dy_dx^T*v',
        also: { turned: 'dy_dx*v' },
        transposed: true,
        slips: { 'turned-the-sign': { formula: '-dy_dx^T*v', also: { turned: '-dy_dx*v' }, hint: 'No.' } },
      },
    },
  };
  test.each([
    ['W^T v', 'correct', false],
    ['(∂y/∂x)^T v', 'correct', false],
    ['∂y/∂x v', 'correct', false],
    ['v^T ∂y/∂x', 'correct', false],
    ['v^T (∂y/∂x)^T', 'correct', false],
    ['-∂y/∂x v', 'wrong', true],
    ['-v^T W', 'wrong', true],
    ['W v', 'wrong', false],
  ])('%s is %s', (text, verdict, isSlip) => {
    const type = answerType('matrix-expression');
    const sheet = open(chain);
    const key = evaluate(sheet).value('dx');
    const reading = type.read(text, { decimal: 'point', like: key });
    if (reading.state !== 'read') return expect.unreachable(reading.state);
    expect(type.compare(reading.answer, key, { relative: 0, absolute: 0 }).entries).toEqual([verdict]);
    const slip = evaluate(sheet, { slips: [{ slip: 'turned-the-sign' }] }).value('dx');
    expect(type.agrees(reading.answer, slip)).toBe(isSlip);
  });
});

test.each<[string, unknown, string, RegExp]>([
  ['a formula that cannot be read', { a: { formula: 'x +' } }, 'steps.a.formula', /something is missing/],
  ['a letter that is not declared', { a: { formula: 'x + q' } }, 'steps.a.formula', /“q” stands for nothing/],
  [
    'shapes that do not fit',
    { a: { type: 'matrix-expression', formula: 'W + W^T' } },
    'steps.a.formula',
    /count as right/,
  ],
  ['a formula without values', { a: { formula: 'log(-1 - x^2)*x' } }, 'steps.a.formula', /count as right/],
  [
    'a form that the key lacks',
    { a: { formula: 'x*(x+1)', form: 'expanded' } },
    'steps.a.formula',
    /multiply it out/,
  ],
  [
    'a slip that is right',
    { a: { formula: '2*x', slips: { same: { formula: 'x + x', hint: 'You did.' } } } },
    'steps.a.slips.same.formula',
    /means the same/,
  ],
  [
    'a layout that is not declared',
    { a: { type: 'matrix-expression', formula: 'W', also: { rows: 'W^T' } } },
    'steps.a.also.rows',
    /no layout is named/,
  ],
  [
    'a slip that cannot be read',
    { a: { formula: '2*x', slips: { odd: { formula: '2x y', hint: 'You did.' } } } },
    'steps.a.slips.odd.formula',
    /“y” stands for nothing/,
  ],
])('%s is an error at its place', (_, steps, path, message) => {
  const given = { symbols: { x: {}, W: { shape: [2, 3] } }, steps };
  try {
    open(given);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(GivenError);
    expect((error as GivenError).path.join('.')).toBe(path);
    expect((error as GivenError).message).toMatch(message);
  }
});
