import { describe, expect, test } from 'vitest';
import { fromNested, type Nested, type Tensor } from '../../engine/tensor.js';
import { evaluate } from '../../engine/evaluate.js';
import { conv1d } from './index.js';
import { samples } from './samples.js';

const valueUnder = (given: unknown, step: string, slip?: string): unknown =>
  evaluate(
    conv1d.worksheet(conv1d.given.parse(given)),
    slip === undefined ? {} : { slips: [{ slip }] },
  ).value(step);

const expectValues = (value: unknown, nested: Nested): void => {
  if (typeof nested === 'number') return expect(value).toBe(nested);
  const wanted = fromNested(nested);
  expect((value as Tensor).shape).toEqual(wanted.shape);
  expect([...(value as Tensor).data]).toEqual([...wanted.data].map((entry) => entry + 0));
};

// w[i][j] scans input channel i for output channel j: W¹¹ = (1, 0, 2), W¹² = (−1, 1, 3), W²¹ = (2, 1, 0), W²² = (0, −2, 1).
describe('two channels of four, kernels of three', () => {
  const given = samples['two-channels'];

  test.each<[string, Nested]>([
    // y₁ = (1·1 + 2·0 + 3·2 + 1·1, 1·2 − 2 + 2·1 + 1), y₂ = (−1 + 2 + 0 − 2 + 1, −2 + 0 − 3 − 2 + 2).
    [
      'output',
      [
        [1 + 0 + 0 + 6 + 1, 2 + 0 - 2 + 2 + 1],
        [-1 + 2 + 0 - 2 + 1, -2 + 0 - 3 - 2 + 2],
      ],
    ],
    // y₁₁, y₁₂, then y₂₁, y₂₂.
    [
      'output-order',
      [
        [1, 1],
        [1, 2],
        [2, 1],
        [2, 2],
      ],
    ],
    [
      'matrix',
      [
        [1, 0, 2, 0, 2, 1, 0, 0],
        [0, 1, 0, 2, 0, 2, 1, 0],
        [-1, 1, 3, 0, 0, -2, 1, 0],
        [0, -1, 1, 3, 0, 0, -2, 1],
      ],
    ],
    // Kernels of the way back: G[j][i] is W[i][j] from its last weight to its first.
    [
      'gradient-kernels',
      [
        [
          [2, 0, 1],
          [0, 1, 2],
        ],
        [
          [3, 1, -1],
          [1, -2, 0],
        ],
      ],
    ],
    ['gradient-padding', 2],
    // dy = ((1, −2), (3, ½)): column c of A times dy.
    ['flat-input-gradient', [1 - 3, -2 + 3 - 0.5, 2 + 9 + 0.5, -4 + 1.5, 2, 1 - 4 - 6, -2 + 3 - 1, 0.5]],
    [
      'input-gradient',
      [
        [-2, 0.5, 11.5, -2.5],
        [2, -9, 0, 0.5],
      ],
    ],
    // ∂L/∂W[i][j][k] = Σ_t dy[j][t] x[i][t + k].
    [
      'kernel-gradient',
      [
        [
          [1 - 4, 2 + 0, 0 + 2],
          [3 + 1, 6 + 0, 0 - 0.5],
        ],
        [
          [3 - 2, 1 - 2, 1 - 4],
          [9 + 0.5, 3 + 0.5, 3 + 1],
        ],
      ],
    ],
  ])('has %s', (step, value) => {
    expectValues(valueUnder(given, step), value);
  });

  test.each<[string, string, Nested]>([
    ['flattened-by-position', 'flat-input-gradient', [-2, 2, 0.5, -9, 11.5, 0, -2.5, 0.5]],
    [
      'flattened-by-position',
      'matrix',
      [
        [1, 2, 0, 1, 2, 0, 0, 0],
        [-1, 0, 1, -2, 3, 1, 0, 0],
        [0, 0, 1, 2, 0, 1, 2, 0],
        [0, 0, -1, 0, 1, -2, 3, 1],
      ],
    ],
    [
      'reversed-kernel',
      'matrix',
      [
        [2, 0, 1, 0, 0, 1, 2, 0],
        [0, 2, 0, 1, 0, 0, 1, 2],
        [3, 1, -1, 0, 1, -2, 0, 0],
        [0, 3, 1, -1, 0, 1, -2, 0],
      ],
    ],
    [
      'kept-matrix-untransposed',
      'transpose',
      [
        [1, 0, 2, 0, 2, 1, 0, 0],
        [0, 1, 0, 2, 0, 2, 1, 0],
        [-1, 1, 3, 0, 0, -2, 1, 0],
        [0, -1, 1, 3, 0, 0, -2, 1],
      ],
    ],
    [
      'kept-kernel-unreversed',
      'gradient-kernels',
      [
        [
          [1, 0, 2],
          [2, 1, 0],
        ],
        [
          [-1, 1, 3],
          [0, -2, 1],
        ],
      ],
    ],
    [
      'kept-channels-unswapped',
      'gradient-kernels',
      [
        [
          [2, 0, 1],
          [3, 1, -1],
        ],
        [
          [0, 1, 2],
          [1, -2, 0],
        ],
      ],
    ],
    ['left-out-gradient-padding', 'gradient-padding', 0],
    ['padded-by-kernel-size', 'gradient-padding', 3],
  ])('gives what a student gets who %s, at %s', (slip, step, value) => {
    expectValues(valueUnder(given, step, slip), value);
  });
});
