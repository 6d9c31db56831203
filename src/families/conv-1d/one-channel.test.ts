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
});

test('a gradient of another shape than the output is refused', () => {
  const layer = { ...samples['two-channels'], dy: [[1, 2, 3]] };
  expect(() => conv1d.worksheet(conv1d.given.parse(layer))).toThrow(
    /dy is 1×3, the output of the layer is 2×2/,
  );
});
