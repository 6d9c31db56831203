import { describe, expect, test } from 'vitest';
import { fromNested, isTensor, type Nested, type Tensor } from '../../engine/tensor.js';
import { evaluate } from '../../engine/evaluate.js';
import { batchNorm } from './index.js';
import { samples } from './samples.js';

const open = (given: unknown) => batchNorm.worksheet(batchNorm.given.parse(given));

const valueUnder = (slip: string, given: unknown, step: string): Tensor => {
  const value = evaluate(open(given), { slips: [{ slip }] }).value(step);
  if (!isTensor(value)) throw new Error(`${step} is no tensor`);
  return value;
};

const expectClose = (value: Tensor, nested: Nested): void => {
  const right = fromNested(nested);
  expect(value.shape).toEqual(right.shape);
  value.data.forEach((entry, offset) => expect(entry).toBeCloseTo(right.data[offset]!, 5));
};

const { homework, evaluation } = samples;
const plusMinus = (...sizes: number[]): number[][] => sizes.map((size) => [-size, size, size, -size]);

describe('a slip gives the value a student gets who makes it', () => {
  test.each<[string, keyof typeof samples, string, Nested]>([
    ['used-sample-variance', 'homework', 'normalized', plusMinus(0.866025, 0.866025, 0.866025)],
    ['divided-by-variance', 'homework', 'normalized', plusMinus(1, 0.2, 0.2)],
    ['summed-without-averaging', 'homework', 'variance', [4, 100, 100]],
    [
      'skipped-centering',
      'homework',
      'normalized',
      [
        [12, 14, 14, 12],
        [0, 2, 2, 0],
        [-1, 1, 1, -1],
      ],
    ],
    ['reversed-subtraction', 'homework', 'normalized', plusMinus(-1, -1, -1)],
    ['used-min-max', 'homework', 'normalized', new Array<number[]>(3).fill([0, 1, 1, 0])],
    ['normalized-over-everything', 'homework', 'mean', [6]],
    [
      'swapped-gamma-and-beta',
      'homework',
      'output',
      [
        [1, 1, 1, 1],
        [11, -9, -9, 11],
        [-9, 11, 11, -9],
      ],
    ],
    [
      'skipped-beta',
      'evaluation',
      'output',
      [
        [2, -2],
        [2, 6],
      ],
    ],
    [
      'skipped-gamma',
      'evaluation',
      'output',
      [
        [0, -2],
        [5 / 3, 3],
      ],
    ],
    [
      'used-batch-statistics',
      'evaluation',
      'normalized',
      [
        [1, -1],
        [-1, 1],
      ],
    ],
    [
      'added-epsilon-outside-root',
      'large-epsilon',
      'standardDeviation',
      [Math.sqrt(16 / 3) + 1, Math.sqrt(11) + 1],
    ],
    ['skipped-epsilon', 'large-epsilon', 'standardDeviation', [Math.sqrt(16 / 3), Math.sqrt(11)]],
    ['reversed-momentum', 'running-statistics', 'updatedRunningMean', [4.6, 0.95]],
    [
      'kept-biased-running-variance',
      'running-statistics',
      'updatedRunningVariance',
      [0.9 + 26 / 30, 3.6 + 14 / 30],
    ],
    ['kept-unbiased-running-variance', 'unbiased-variance', 'updatedRunningVariance', [3, 3.75]],
    ['used-population-variance', 'unbiased-variance', 'variance', [6, 8]],
    [
      'normalized-each-pixel',
      'images',
      'mean',
      [
        [
          [4, 3.5],
          [3.5, 5],
        ],
        [
          [1, -0.5],
          [1, 4.5],
        ],
      ],
    ],
    [
      'normalized-each-map',
      'images',
      'mean',
      [
        [4, 1],
        [4, 2],
      ],
    ],
    ['normalized-each-example', 'images', 'mean', [2.5, 3]],
  ])('%s on %s, %s', (slip, sample, step, wrong) => {
    expectClose(valueUnder(slip, samples[sample], step), wrong);
  });

  test('statistics of each example normalise the columns', () => {
    const wrong = valueUnder('normalized-each-example', homework, 'normalized');
    [1.35508, -0.327089, -1.02799].forEach((entry, row) => expect(wrong.data[row * 4]).toBeCloseTo(entry, 5));
  });

  test('one mean and variance for all entries gives 0.887875 first', () => {
    const wrong = valueUnder('normalized-over-everything', homework, 'normalized');
    expect(wrong.data[0]).toBeCloseTo(0.887875, 5);
  });

  test.each([
    ['added-epsilon-outside-root', homework],
    ['skipped-beta', { z: homework.z }],
    ['skipped-gamma', homework],
    ['used-batch-statistics', homework],
    ['used-sample-variance', samples['unbiased-variance']],
    ['kept-biased-running-variance', samples['channels-last']],
    ['normalized-each-pixel', homework],
    ['normalized-over-everything', samples['one-unit']],
    ['normalized-each-example', samples['channels-last']],
    ['normalized-each-example', evaluation],
    ['used-min-max', { z: [[2, 2]] }],
  ])('%s is not offered where it cannot be made', (slip, given) => {
    const sheet = open(given);
    expect(Object.keys(sheet.misreadings)).not.toContain(slip);
    for (const step of sheet.steps.values()) expect(Object.keys(step.slips)).not.toContain(slip);
  });
});
