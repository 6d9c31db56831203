import { describe, expect, it } from 'vitest';
import { fromNested, toNested, type Tensor } from '../engine/tensor.js';
import { none } from '../engine/none.js';
import { parseTarget, targetType, targetValue, withTargetValue } from './target.js';

const matrix = fromNested([
  [1, 2, 3],
  [4, 5, 6],
]);
const plain = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'data' in value ? toNested(value as Tensor) : value;

describe('what an item asks of a step', () => {
  it.each([
    ['output', 0, 'output', null],
    ['hidden[0]', 0, 'hidden', [0]],
    ['hidden[1]', 1, 'hidden', [0]],
    ['z[:,1]', 0, 'z', [null, 1]],
    ['z[ 2 , : ]', 1, 'z', [1, null]],
    ['block.1.output[0]', 0, 'block.1.output', [0]],
  ] as const)('reads %s from origin %d', (text, origin, step, index) => {
    expect(parseTarget(text, origin)).toEqual({ step, index });
  });

  it.each([
    ['z[0', 0, /not closed/],
    ['z[a]', 0, /"a" is neither an index nor ":"/],
    ['z[-1]', 0, /"-1" is neither/],
    ['z[]', 0, /neither/],
    ['z[0]', 1, /index 0 is below the problem's origin 1/],
  ] as const)('refuses %s from origin %d', (text, origin, message) => {
    expect(() => parseTarget(text, origin)).toThrow(message);
  });

  it.each([
    [
      'z',
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      'matrix',
    ],
    ['z[1,2]', 6, 'number'],
    ['z[:,1]', [2, 5], 'vector'],
    ['z[0,:]', [1, 2, 3], 'vector'],
    [
      'z[:,:]',
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      'matrix',
    ],
  ] as const)('takes %s out of a matrix', (text, value, type) => {
    const target = parseTarget(text, 0);
    expect(plain(targetValue(matrix, target))).toEqual(value);
    expect(targetType('matrix', target)).toBe(type);
  });

  it('takes one size out of a shape, as a whole number', () => {
    const target = parseTarget('output[1]', 0);
    expect(targetValue([16, 28, 30], target)).toBe(28);
    expect(targetType('shape', target)).toBe('integer');
  });

  it.each([
    ['z[2,0]', matrix, /index 2 is outside axis 0/],
    ['z[0]', matrix, /1 indices do not address the shape 2×3/],
    ['s[3]', [16, 28, 28], /no such entry/],
    ['n[0]', 5, /no such entry/],
  ])('refuses %s of a value without it', (text, value, message) => {
    expect(() => targetValue(value, parseTarget(text, 0))).toThrow(message);
  });

  it.each([
    [
      'z[1,0]',
      matrix,
      9,
      [
        [1, 2, 3],
        [9, 5, 6],
      ],
    ],
    [
      'z[:,1]',
      matrix,
      fromNested([8, 9]),
      [
        [1, 8, 3],
        [4, 9, 6],
      ],
    ],
    ['s[0]', [16, 28], 32, [32, 28]],
    ['n', 5, 6, 6],
  ])('puts the answer to %s back into its step', (text, value, part, expected) => {
    expect(plain(withTargetValue(value, parseTarget(text, 0), part))).toEqual(expected);
  });

  it('leaves the original as it is', () => {
    withTargetValue(matrix, parseTarget('z[0,0]', 0), 99);
    expect(toNested(matrix)).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
  });

  it('has no entries to put into what does not exist', () => {
    expect(withTargetValue(none, parseTarget('w[0]', 0), 3)).toBe(none);
  });
});
