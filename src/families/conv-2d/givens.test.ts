import { describe, expect, test } from 'vitest';
import { GivenError } from '../../engine/domain-error.js';
import { conv2d } from './index.js';

const square = [
  [1, 2],
  [3, 4],
];

describe('givens that make no sense are refused at their place', () => {
  test.each<[string, object, (string | number)[], RegExp]>([
    ['a ragged input', { x: [[1, 2], [3]], w: [[1]] }, ['x'], /row \[1\] has 1 entries, the first has 2/],
    ['a ragged kernel', { x: square, w: [[1, 2], [3]] }, ['w'], /row \[1\]/],
    ['a kernel larger than the input', { x: square, w: [[1, 1, 1]] }, ['w'], /spans 3 .* input of 2/],
    ['a dilated kernel that is too wide', { x: square, w: [[1, 1]], dilation: 2 }, ['w'], /spans 3/],
    ['a list for an input', { x: [1, 2], w: [[1]] }, ['x'], /x has 1 axes/],
    ['five axes', { x: [[[[[1]]]]], w: [[1]] }, ['x'], /x has 5 axes/],
    ['a kernel without channels', { x: [square], w: [[1]] }, ['w'], /w has 2 axes .* it needs 4/],
    ['other channels', { x: [square], w: [[[[1]], [[1]]]] }, ['w'], /reads 2 channels, but x has 1/],
    [
      'groups that do not divide',
      { x: [square, square, square], w: [[[[1]]]], groups: 2 },
      ['groups'],
      /2 groups/,
    ],
    [
      'a kernel too deep for its group',
      {
        x: [square, square],
        w: [
          [[[1]], [[1]]],
          [[[1]], [[1]]],
        ],
        groups: 2,
      },
      ['w'],
      /in 2 groups/,
    ],
    [
      'a bias for each of two filters that is one',
      { x: [square], w: [[[[1]]], [[[1]]]], b: [1] },
      ['b'],
      /b has 1 entries, the layer has 2/,
    ],
    ['a number for the biases of filters', { x: [square], w: [[[[1]]]], b: 1 }, ['b'], /b is one number/],
    ['a list for the only bias', { x: square, w: [[1]], b: [1] }, ['b'], /one kernel has one bias/],
    ['three strides', { x: square, w: [[1]], stride: [1] }, ['stride'], /1 numbers for 2 axes/],
    [
      'a gradient of another shape',
      { x: square, w: [[1]], du: [[1, 2]] },
      ['du'],
      /du is 1×2, the output of the layer is 2×2/,
    ],
    ['two gradients', { x: square, w: [[1]], du: square, dz: square }, ['dz'], /both du and dz/],
  ])('%s', (_, given, path, message) => {
    let caught: unknown;
    try {
      conv2d.worksheet(conv2d.given.parse(given));
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(GivenError);
    const { path: place, message: words, hint } = caught as GivenError;
    expect(place).toEqual(path);
    expect(words).toMatch(message);
    expect(hint).toMatch(/\.$/);
  });

  test('a layer too large to work by hand', () => {
    const x = Array.from({ length: 300 }, () => new Array<number>(300).fill(1));
    const w = Array.from({ length: 10 }, () => new Array<number>(10).fill(1));
    expect(() => conv2d.worksheet(conv2d.given.parse({ x, w }))).toThrow(/too many products/);
  });

  test.each([
    ['an empty input', { x: [], w: [[1]] }],
    ['a stride of 0', { x: square, w: [[1]], stride: 0 }],
    ['a negative padding', { x: square, w: [[1]], padding: -1 }],
    ['an unknown word', { x: square, w: [[1]], pading: 1 }],
    ['an unknown activation', { x: square, w: [[1]], activation: 'softmax' }],
  ])('%s is no given at all', (_, given) => {
    expect(conv2d.given.safeParse(given).success).toBe(false);
  });
});
