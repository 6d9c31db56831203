import { describe, expect, test } from 'vitest';
import { fromNested, type Nested, type Tensor } from '../../engine/tensor.js';
import { evaluate } from '../../engine/worksheet.js';
import { conv1d } from './index.js';
import { readLayer } from './layer.js';
import { samples } from './samples.js';
import { symbolicGradientKernels, symbolicMatrix, symbolicTranspose, symbolicVector } from './symbolic.js';

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

  test('in names of weights is the published matrix', () => {
    const rows = [
      'w_1^{11} w_2^{11} w_3^{11} 0 w_1^{21} w_2^{21} w_3^{21} 0',
      '0 w_1^{11} w_2^{11} w_3^{11} 0 w_1^{21} w_2^{21} w_3^{21}',
      'w_1^{12} w_2^{12} w_3^{12} 0 w_1^{22} w_2^{22} w_3^{22} 0',
      '0 w_1^{12} w_2^{12} w_3^{12} 0 w_1^{22} w_2^{22} w_3^{22}',
    ].map((row) => row.split(' '));
    const layer = readLayer(conv1d.given.parse(given));
    expect(symbolicMatrix(layer)).toEqual(rows);
    expect(symbolicTranspose(layer)).toEqual(rows[0]!.map((_, column) => rows.map((row) => row[column])));
    expect(symbolicVector(layer, 'x')).toEqual(
      'x_{11} x_{12} x_{13} x_{14} x_{21} x_{22} x_{23} x_{24}'.split(' '),
    );
    expect(symbolicVector(layer, 'y')).toEqual('y_{11} y_{12} y_{21} y_{22}'.split(' '));
  });

  test('in names of weights goes back by the reversed kernels', () => {
    expect(symbolicGradientKernels(readLayer(conv1d.given.parse(given)))).toEqual([
      [
        ['w_3^{11}', 'w_2^{11}', 'w_1^{11}'],
        ['w_3^{21}', 'w_2^{21}', 'w_1^{21}'],
      ],
      [
        ['w_3^{12}', 'w_2^{12}', 'w_1^{12}'],
        ['w_3^{22}', 'w_2^{22}', 'w_1^{22}'],
      ],
    ]);
  });
});

// z_i = b + Σ k_j x_{i+j−1}: x = (2, −1, 0, 3, 1), k = (1, 2, −1), b = ½; α = (1, 0, −2).
describe('one channel', () => {
  const given = samples['one-channel'];
  test.each<[string, Nested]>([
    ['output', [2 - 2 + 0 + 0.5, -1 + 0 - 3 + 0.5, 0 + 6 - 1 + 0.5]],
    ['kernel-gradient', [2 - 0, -1 - 6, 0 - 2]],
    ['bias-gradient', -1],
    ['input-gradient', [1, 2, -1 - 2, -4, 2]],
    ['gradient-kernels', [-1, 2, 1]],
  ])('has %s', (step, value) => {
    expectValues(valueUnder(given, step), value);
  });

  test.each<[string, string, Nested]>([
    ['forgot-bias', 'output', [0, -4, 5]],
    ['took-one-position', 'bias-gradient', 1],
    ['averaged-over-positions', 'bias-gradient', -1 / 3],
    ['reversed-kernel-gradient', 'kernel-gradient', [-2, -7, 2]],
    ['left-out-gradient-padding', 'input-gradient', [-1 * 1 + 0 + 1 * -2]],
    ['kept-kernel-unreversed', 'input-gradient', [-1, 2, 1 + 2, -4, -2]],
  ])('gives what a student gets who %s, at %s', (slip, step, value) => {
    expectValues(valueUnder(given, step, slip), value);
  });

  test('in names of weights has no channel indices', () => {
    const layer = readLayer(conv1d.given.parse({ x: [1, 2, 3], w: [1, 1] }));
    expect(symbolicMatrix(layer)).toEqual([
      ['w_1', 'w_2', '0'],
      ['0', 'w_1', 'w_2'],
    ]);
  });
});

test('the vectors of a position-major layer name their entries position by position', () => {
  const layer = readLayer(conv1d.given.parse({ ...samples['two-channels'], flattening: 'position-major' }));
  expect(symbolicVector(layer, 'y')).toEqual(['y_{11}', 'y_{21}', 'y_{12}', 'y_{22}']);
  expect(symbolicMatrix(layer)[1]!.slice(0, 4)).toEqual(['w_1^{12}', 'w_1^{22}', 'w_2^{12}', 'w_2^{22}']);
});

test('a gradient of another shape than the output is refused', () => {
  const layer = { ...samples['two-channels'], dy: [[1, 2, 3]] };
  expect(() => conv1d.worksheet(conv1d.given.parse(layer))).toThrow(
    /dy is 1×3, the output of the layer is 2×2/,
  );
});
