import { describe, expect, test } from 'vitest';
import { fromNested, type Nested, type Tensor } from '../../engine/tensor.js';
import { evaluate, type EvaluateOptions } from '../../engine/evaluate.js';
import { conv2d } from './index.js';
import { samples } from './samples.js';

const open = (given: unknown) => conv2d.worksheet(conv2d.given.parse(given));
const { homework } = samples;

const valueUnder = (step: string, options: EvaluateOptions = {}, given: unknown = homework): unknown =>
  evaluate(open(given), options).value(step);

const expectValues = (value: unknown, nested: Nested): void => {
  const wanted = fromNested(nested);
  expect((value as Tensor).shape).toEqual(wanted.shape);
  (value as Tensor).data.forEach((entry, offset) => expect(entry).toBeCloseTo(wanted.data[offset]!, 12));
};

const at = (...places: number[][]) => ({ places, origin: 0 });

// Worked by hand: Z[i, j] is the fall from column j to column j + 1, added up over rows i and i + 1.
describe('the edge detector of the homework', () => {
  test('has these values', () => {
    expectValues(valueUnder('z'), [
      [-3, 0, 0, 3],
      [-6, 0, 0, 6],
      [-6, 1, -1, 6],
      [-6, 2, -2, 6],
      [-3, 1, -1, 3],
    ]);
  });

  test.each([
    ['kernel-rows', { from: 0, to: 1 }],
    ['kernel-columns', { from: 0, to: 1 }],
    ['output-size', [5, 4]],
    ['maximum', 6],
    ['maximum-locations', at([1, 3], [2, 3], [3, 3])],
    ['minimum', -6],
    ['minimum-locations', at([1, 0], [2, 0], [3, 0])],
    ['nearest-to-zero-negative', -1],
    ['nearest-to-zero-negative-locations', at([2, 2], [4, 2])],
    ['zero-locations', at([0, 1], [0, 2], [1, 1], [1, 2])],
  ])('has %s', (step, value) => {
    expect(valueUnder(step)).toEqual(value);
  });

  test('looks for the place of the value that a student gave', () => {
    const carry = new Map([['maximum', () => 3]]);
    expect(valueUnder('maximum-locations', { carry })).toEqual(at([0, 3], [4, 3]));
  });

  test('says none where no value is negative or zero', () => {
    const given = {
      x: [
        [1, 2],
        [3, 4],
      ],
      w: [[1, 1]],
    };
    for (const step of ['nearest-to-zero-negative', 'nearest-to-zero-negative-locations', 'zero-locations'])
      expect(valueUnder(step, {}, given), step).toBe('none');
  });

  test.each<[string, string, unknown]>([
    ['reversed-kernel', 'maximum', 6],
    ['reversed-kernel', 'maximum-locations', at([1, 0], [2, 0], [3, 0])],
    ['took-negative-nearest-zero', 'minimum', -1],
    ['took-negative-nearest-zero', 'minimum-locations', at([2, 2], [4, 2])],
    ['counted-from-one', 'maximum-locations', at([2, 4], [3, 4], [4, 4])],
    ['swapped-row-and-column', 'minimum-locations', at([0, 1], [0, 2], [0, 3])],
    ['counted-from-one', 'kernel-rows', { from: 1, to: 2 }],
    ['included-the-size', 'kernel-columns', { from: 0, to: 2 }],
    ['ranged-over-the-input', 'kernel-rows', { from: 0, to: 5 }],
    ['padded-fully', 'output-size', [7, 6]],
    ['padded-to-same-size', 'output-size', [6, 5]],
    ['dropped-plus-one', 'output-size', [4, 3]],
    ['swapped-height-and-width', 'output-size', [4, 5]],
  ])('gives what a student gets who %s, at %s', (slip, step, value) => {
    expect(valueUnder(step, { slips: [{ slip }] })).toEqual(value);
  });

  test('with the kernel transposed finds what it computes from rows instead of columns', () => {
    const { data, shape } = valueUnder('z', { slips: [{ slip: 'transposed-kernel' }] }) as Tensor;
    expect(shape).toEqual([5, 4]);
    expect([data[0], data[16]]).toEqual([-3, 3]);
  });
});
