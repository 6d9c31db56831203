import { beforeAll, describe, expect, test } from 'vitest';
import { expressionMatrix, type FormulaMatrix } from '../../answers/formula/expression-matrix.js';
import { isTensor, toNested, type Tensor } from '../../engine/tensor.js';
import { evaluate, type EvaluateOptions } from '../../engine/evaluate.js';
import { chainRule } from './index.js';
import { samples } from './samples.js';

beforeAll(() => chainRule.prepare?.());

const open = (given: unknown) => chainRule.worksheet(chainRule.given.parse(given));
const planeAndSpace = samples['plane-and-space'];
const valueOf = (name: string, options: EvaluateOptions = {}, given: unknown = planeAndSpace): unknown => {
  const value = evaluate(open(given), options).value(name);
  return isTensor(value) ? toNested(value) : expressionMatrix.write(value as FormulaMatrix);
};

describe('the homework on two functions between the plane and space', () => {
  test.each([
    ['f1.jacobian', '[[0, cos(pi*x2)], [x2^2*exp(x1 - 1), 2*x2*exp(x1 - 1)], [x2, x1]]'],
    ['f2.jacobian', '[[1, 1, 1], [2*x1, 2*x2, 2*x3]]'],
    ['f1.value', [0, 4, 2]],
    [
      'f1.jacobian-at-point',
      [
        [0, 1],
        [4, 4],
        [2, 1],
      ],
    ],
    [
      'f2.jacobian-at-point',
      [
        [1, 1, 1],
        [0, 8, 4],
      ],
    ],
    ['f1.jvp.1', [0, 4, 2]],
    ['f1.jvp.2', [1, 4, 1]],
    ['f2.jvp.1', [6, 40]],
    ['f2.jvp.2', [6, 36]],
    [
      'jacobian',
      [
        [6, 6],
        [40, 36],
      ],
    ],
  ])('has the published %s', (name, published) => {
    expect(valueOf(name)).toEqual(published);
  });

  // uᵀJ₂ and uᵀJ₂J₁ by hand: rows of J₂, then (6, 6) and (40, 36).
  test.each([
    ['f2.vjp.1', [1, 1, 1]],
    ['f2.vjp.2', [0, 8, 4]],
    ['f1.vjp.1', [6, 6]],
    ['f1.vjp.2', [40, 36]],
  ])('pulls back %s', (name, row) => {
    expect(valueOf(name)).toEqual(row);
  });
});

describe('known mistakes', () => {
  test.each([
    [
      'transposed-product',
      'jacobian',
      [
        [6, 40],
        [6, 36],
      ],
    ],
    // J₁J₂ = [0 1; 4 4; 2 1]·[1 1 1; 0 8 4].
    [
      'multiplied-in-wrong-order',
      'jacobian',
      [
        [0, 8, 4],
        [4, 36, 20],
        [2, 10, 6],
      ],
    ],
    [
      'kept-outer-jacobian-only',
      'jacobian',
      [
        [1, 1, 1],
        [0, 8, 4],
      ],
    ],
    ['reverse-for-forward', 'f2.jvp.1', [1, 1, 1]],
    [
      'transposed-jacobian',
      'f1.jacobian-at-point',
      [
        [0, 4, 2],
        [1, 4, 1],
      ],
    ],
  ])('%s at %s', (slip, name, wrong) => {
    expect(valueOf(name, { slips: [{ slip, at: name }] })).toEqual(wrong);
  });

  test('a lost divisor π turns the first entry of the second product into π + 5', () => {
    const [first] = valueOf('f2.jvp.2', {
      slips: [{ slip: 'dropped-constant-factor', at: 'f1.jacobian-at-point' }],
    }) as number[];
    expect(first).toBeCloseTo(8.14159, 5);
  });

  test('a lost inner derivative leaves 1/π in its place', () => {
    const jacobian = valueOf('f1.jacobian-at-point', {
      slips: [{ slip: 'dropped-inner-derivative' }],
    }) as number[][];
    expect(jacobian[0]![1]).toBeCloseTo(1 / Math.PI, 12);
  });

  test('the second function evaluated at the starting point', () => {
    const given = {
      functions: { f: { of: ['x', 'y'], is: ['x + 1', 'x*y'] }, g: { of: ['u', 'v'], is: ['u^2', 'u*v'] } },
      chain: ['f', 'g'],
      point: [2, 3],
    };
    const options = { slips: [{ slip: 'evaluated-at-starting-point', at: 'g.jacobian-at-point' }] };
    // [2u 0; v u] at (2, 3), not at f(2, 3) = (3, 6).
    expect(valueOf('g.jacobian-at-point', {}, given)).toEqual([
      [6, 0],
      [6, 3],
    ]);
    expect(valueOf('g.jacobian-at-point', options, given)).toEqual([
      [4, 0],
      [3, 2],
    ]);
  });
});

test.each(Object.entries(samples))('the Jacobian of %s is the limit of differences', (_, sample) => {
  const last = `${sample.chain.at(-1)!}.value`;
  const point = Array.isArray(sample.point) ? sample.point : Object.values(sample.point);
  const jacobian = valueOf('jacobian', {}, sample) as number[][];
  const h = 1e-5;
  point.forEach((_, column) => {
    const [up, down] = [h, -h].map(
      (by) => valueOf(last, {}, { ...sample, point: point.with(column, point[column]! + by) }) as number[],
    );
    jacobian.forEach((row, output) => {
      expect(row[column]).toBeCloseTo((up![output]! - down![output]!) / (2 * h), 6);
    });
  });
});

test("a student's own Jacobian is carried into the products", () => {
  const own = { shape: [3, 2], data: Float64Array.of(0, 1, 4, 4, 2, 2) };
  const carry = new Map([['f1.jacobian-at-point', () => own]]);
  const evaluation = evaluate(open(planeAndSpace), { carry });
  expect(toNested(evaluation.expected('f2.jvp.2') as Tensor)).toEqual([7, 40]);
  expect(evaluation.carriedInto('f2.jvp.2')).toEqual(['f1.jacobian-at-point']);
});
