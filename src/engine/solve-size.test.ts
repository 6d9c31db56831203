import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { solveSize, type SizeRelation, type SizeTerm } from './solve-size.js';

const terms: readonly SizeTerm[] = ['input', 'kernel', 'padding', 'stride', 'dilation', 'output'];

const relations: fc.Arbitrary<SizeRelation> = fc.record({
  input: fc.integer({ min: 1, max: 30 }),
  kernel: fc.integer({ min: 1, max: 6 }),
  padding: fc.nat({ max: 4 }),
  stride: fc.integer({ min: 1, max: 5 }),
  dilation: fc.integer({ min: 1, max: 3 }),
  output: fc.integer({ min: 1, max: 20 }),
});

/** Starts of windows that lie within the padded input, a stride apart: the output size by laying windows down. */
function windowsLaid({ input, kernel, padding, stride, dilation }: SizeRelation): number {
  let count = 0;
  for (let start = 0; start + dilation * (kernel - 1) < input + 2 * padding; start += stride) count++;
  return count;
}

describe('solveSize', () => {
  test('finds, under floor, exactly the values for which that many windows can be laid down', () => {
    fc.assert(
      fc.property(relations, fc.constantFrom(...terms), (relation, unknown) => {
        const first = unknown === 'padding' ? 0 : 1;
        const by = Array.from({ length: 150 }, (_, more) => first + more).filter((value) => {
          const tried = { ...relation, [unknown]: value };
          return windowsLaid(tried) === tried.output;
        });
        const limit = relation.input + 2 * relation.padding;
        const found = solveSize(relation, unknown, 'floor', { to: 149 });
        // With one output any large stride will do, and with one tap any dilation; these stop at the padded input.
        const isEndless = ['stride', 'dilation'].includes(unknown);
        expect(found).toEqual(
          isEndless ? by.filter((value) => value <= limit) : by.filter((value) => value <= 149),
        );
      }),
      { numRuns: 400 },
    );
  });

  test.each<[SizeTerm, Partial<SizeRelation>, 'floor' | 'ceil' | 'exact', number[]]>([
    ['kernel', { input: 205, stride: 3, output: 66 }, 'floor', [8, 9, 10]],
    ['kernel', { input: 205, stride: 3, output: 66 }, 'exact', [10]],
    ['kernel', { input: 205, stride: 3, output: 66 }, 'ceil', [10, 11, 12]],
    ['padding', { input: 28, kernel: 5, output: 28 }, 'exact', [2]],
    ['padding', { input: 28, kernel: 4, output: 28 }, 'exact', []],
    ['input', { kernel: 3, stride: 2, padding: 1, output: 16 }, 'floor', [31, 32]],
    ['input', { kernel: 3, stride: 2, padding: 1, output: 16 }, 'exact', [31]],
    ['output', { input: 64, kernel: 3, stride: 2, padding: 1 }, 'ceil', [33]],
  ])('solves for the %s of %j under %s', (unknown, known, rounding, values) => {
    const usual = { input: 1, kernel: 1, padding: 0, stride: 1, dilation: 1, output: 1 };
    expect(solveSize({ ...usual, ...known }, unknown, rounding)).toEqual(values);
  });

  test('keeps to its bounds', () => {
    const relation = { input: 1, kernel: 3, padding: 0, stride: 5, dilation: 1, output: 7 };
    expect(solveSize(relation, 'input', 'floor', { from: 35, to: 36 })).toEqual([35, 36]);
  });
});
