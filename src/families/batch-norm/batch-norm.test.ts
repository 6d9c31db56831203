import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromNested, isTensor, permute, toNested, type Nested, type Tensor } from '../../engine/tensor.js';
import { evaluate, type EvaluateOptions } from '../../engine/evaluate.js';
import { batchNorm } from './index.js';
import { samples } from './samples.js';

const open = (given: unknown) => batchNorm.worksheet(batchNorm.given.parse(given));

const valueOf = (given: unknown, step: string, options: EvaluateOptions = {}): Tensor => {
  const value = evaluate(open(given), options).value(step);
  if (!isTensor(value)) throw new Error(`${step} is no tensor`);
  return value;
};

const expectClose = (value: Tensor, nested: Nested): void => {
  const right = fromNested(nested);
  expect(value.shape).toEqual(right.shape);
  value.data.forEach((entry, offset) => expect(entry).toBeCloseTo(right.data[offset]!, 5));
};

const { homework, images } = samples;
const plusMinus = (...sizes: number[]): number[][] => sizes.map((size) => [-size, size, size, -size]);

describe('the homework on four examples', () => {
  test.each<[string, Nested]>([
    ['mean', [13, 5, 0]],
    ['variance', [1, 25, 25]],
    ['standardDeviation', [1, 5, 5]],
    [
      'centered',
      [
        [-1, 1, 1, -1],
        [-5, 5, 5, -5],
        [-5, 5, 5, -5],
      ],
    ],
    ['normalized', plusMinus(1, 1, 1)],
    [
      'output',
      [
        [-1, 1, 1, -1],
        [-11, -9, -9, -11],
        [9, 11, 11, 9],
      ],
    ],
  ])('has the published %s', (step, published) => {
    expectClose(valueOf(homework, step), published);
  });

  test("carries a student's own variance into the normalised values and the output", () => {
    const own = fromNested([4, 25, 25]);
    const carry = new Map([['variance', () => own]]);
    expectClose(valueOf(homework, 'normalized', { carry }), plusMinus(0.5, 1, 1));
    expectClose(valueOf(homework, 'output', { carry }), [
      [-0.5, 0.5, 0.5, -0.5],
      [-11, -9, -9, -11],
      [9, 11, 11, 9],
    ]);
    expect(evaluate(open(homework), { carry }).carriedInto('output')).toEqual(['variance']);
  });
});

describe('the other samples, by hand', () => {
  test.each<[keyof typeof samples, string, Nested]>([
    [
      'evaluation',
      'normalized',
      [
        [1, -1],
        [2 / 3, 2],
      ],
    ],
    [
      'evaluation',
      'output',
      [
        [1, -3],
        [3, 7],
      ],
    ],
    ['running-statistics', 'updatedRunningMean', [1.4, 0.55]],
    ['running-statistics', 'updatedRunningVariance', [2.2, 4.3]],
    ['channels-last', 'updatedRunningMean', [0.2, 3]],
    ['channels-last', 'updatedRunningVariance', [1.25, 35.9]],
    ['large-epsilon', 'standardDeviation', [Math.sqrt(19 / 3), Math.sqrt(12)]],
    ['unbiased-variance', 'variance', [9, 12]],
    ['unbiased-variance', 'updatedRunningVariance', [2.25, 2.75]],
    ['one-unit', 'mean', [5]],
    ['one-unit', 'variance', [5]],
  ])('%s has the right %s', (sample, step, right) => {
    expectClose(valueOf(samples[sample], step), right);
  });
});

describe('laws of the normalisation', () => {
  const grid = fc.array(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 4, maxLength: 4 }), {
    minLength: 2,
    maxLength: 2,
  });
  const varied = grid.filter((rows) => rows.every((row) => new Set(row).size > 1));

  test('scaling a unit by a positive factor and shifting it changes nothing without epsilon', () => {
    fc.assert(
      fc.property(
        varied,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: -9, max: 9 }),
        (z, scale, shift) => {
          const moved = z.map((row) => row.map((entry) => scale * entry + shift));
          const normalized = valueOf({ z, epsilon: 0 }, 'normalized');
          const again = valueOf({ z: moved, epsilon: 0 }, 'normalized');
          normalized.data.forEach((entry, offset) => expect(again.data[offset]).toBeCloseTo(entry, 9));
        },
      ),
    );
  });

  test('another layout of the same batch gives the same output in that layout', () => {
    const rows = fromNested(images.z);
    const last = { ...images, z: toNested(permute(rows, [0, 2, 3, 1])), layout: ['N', 'H', 'W', 'C'] };
    const output = valueOf(images, 'output');
    expect(valueOf(last, 'output')).toEqual(permute(output, [0, 2, 3, 1]));
  });
});
