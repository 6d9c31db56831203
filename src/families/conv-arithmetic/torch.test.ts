import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../engine/worksheet.js';
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

describe.each(vectors)('PyTorch on $name', ({ given, expected: { solutions, costs = {} } }) => {
  const sheet = convArithmetic.worksheet(convArithmetic.given.parse(given));

  test('agrees on every solution', () => {
    expect(evaluate(sheet).value('solutions')).toEqual(solutions);
    expect(evaluate(sheet).value(given.unknown)).toMatchObject({ among: solutions });
  });

  test('agrees on what each of them costs, once a student chose it', () => {
    for (const [value, [parameters, multiplications]] of Object.entries(costs)) {
      const carry = new Map([[given.unknown, () => ({ chosen: Number(value), among: solutions })]]);
      const own = evaluate(sheet, { carry });
      expect(own.value('parameters')).toBe(parameters);
      expect(own.value('multiplications')).toBe(multiplications);
    }
  });
});
