import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../engine/evaluate.js';
import { convArithmetic } from './index.js';

interface Vector {
  readonly name: string;
  readonly given: { readonly unknown: string };
  readonly expected: {
    readonly solutions: readonly number[];
    /** Parameters and multiplications by solution. */
    readonly costs?: Readonly<Record<string, readonly [number, number]>>;
  };
}

const file = new URL('../../../test/vectors/conv-arithmetic.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as readonly Vector[];

test('there are at least fourteen cases from PyTorch', () => {
  expect(vectors.length).toBeGreaterThanOrEqual(14);
});

const open = (given: unknown) => convArithmetic.worksheet(convArithmetic.given.parse(given));

test.each(vectors)('agrees on every solution: $name', ({ given, expected: { solutions } }) => {
  const key = evaluate(open(given));
  expect(key.value('solutions')).toEqual(solutions);
  expect(key.value(given.unknown)).toMatchObject({ among: solutions });
});

describe('agrees on what a solution costs, once a student chose it', () => {
  const costs = vectors.flatMap(({ name, given, expected: { solutions, costs = {} } }) =>
    Object.entries(costs).map(([value, cost]) => ({ name, given, solutions, chosen: Number(value), cost })),
  );
  test('on at least six layers', () => {
    expect(costs.length).toBeGreaterThanOrEqual(6);
  });
  test.each(costs)('$name: $chosen', ({ given, solutions, chosen, cost }) => {
    const carry = new Map([[given.unknown, () => ({ chosen, among: solutions })]]);
    const own = evaluate(open(given), { carry });
    expect([own.value('parameters'), own.value('multiplications')]).toEqual(cost);
  });
});
