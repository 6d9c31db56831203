import { describe, expect, test } from 'vitest';
import { GivenError } from '../../engine/domain-error.js';
import { batchNorm } from './index.js';

const open = (given: unknown) => batchNorm.worksheet(batchNorm.given.parse(given));

describe('givens that make no sense', () => {
  const z = [
    [1, 2, 3],
    [4, 5, 7],
  ];
  const running = { mode: 'evaluation', runningMean: [0, 0], runningVariance: [1, 1] };
  test.each<[string, unknown, (string | number)[], RegExp]>([
    ['ragged rows', { z: [[1, 2], [3]] }, ['z'], /\[1\].*1 entries.*2/],
    ['a scale of another length', { z, gamma: [1, 1, 1] }, ['gamma'], /3 entries.*2 units.*2×3/],
    ['a shift of another length', { z, layout: ['N', 'C'], beta: [1, 1] }, ['beta'], /2 entries.*3 units/],
    ['a negative epsilon', { z, epsilon: -1 }, ['epsilon'], /-1/],
    ['one example with epsilon 0', { z: [[1], [2]], epsilon: 0 }, ['z'], /one value a unit/],
    [
      'a constant unit with epsilon 0',
      {
        z: [
          [1, 2],
          [3, 3],
        ],
        epsilon: 0,
      },
      ['z'],
      /unit 2 of 2/,
    ],
    ['a single value for an unbiased variance', { z: [[1]], variance: 'unbiased' }, ['variance'], /single/],
    [
      'a single value for the running variance',
      { z: [[1]], runningVariance: [1] },
      ['runningVarianceOf'],
      /single/,
    ],
    ['evaluation without a mean', { z, mode: 'evaluation' }, ['runningMean'], /runningMean/],
    [
      'evaluation without a variance',
      { z, mode: 'evaluation', runningMean: [0, 0] },
      ['runningVariance'],
      /runningVariance/,
    ],
    ['a negative variance', { z, ...running, runningVariance: [1, -1] }, ['runningVariance', 1], /negative/],
    [
      'a running variance of 0 with epsilon 0',
      { z, ...running, runningVariance: [0, 1], epsilon: 0 },
      ['runningVariance', 0],
      /division by 0/,
    ],
    ['a layout of too few letters', { z, layout: ['N'] }, ['layout'], /N names 1 axes, z has 2 \(2×3\)/],
    ['a letter twice', { z, layout: ['N', 'N'] }, ['layout'], /N stands for two/],
    ['six axes without a layout', { z: [[[[[[1]]]]]] }, ['z'], /5 axes/],
  ])('%s: named with its place and a hint', (_, given, path, message) => {
    let error: unknown;
    try {
      open(given);
    } catch (thrown) {
      error = thrown;
    }
    if (!(error instanceof GivenError)) throw new Error('no GivenError was thrown');
    expect(error.path).toEqual(path);
    expect(error.message).toMatch(message);
    expect(error.hint).toMatch(/\.$/);
  });

  test.each([
    { z: [] },
    { z: [[]] },
    { z, gama: [1, 1] },
    { z, layout: ['N', 'X'] },
    { z: [[1, Number.NaN]] },
    { z, momentum: 2 },
    { z: [[1e300]] },
  ])('refuses %j by its schema', (given) => {
    expect(batchNorm.given.safeParse(given).success).toBe(false);
  });
});
