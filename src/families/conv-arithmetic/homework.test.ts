import { describe, expect, test } from 'vitest';
import { GivenError } from '../../engine/domain-error.js';
import { evaluate, type EvaluateOptions } from '../../engine/evaluate.js';
import { convArithmetic } from './index.js';
import { samples } from './samples.js';

const open = (given: unknown) => convArithmetic.worksheet(convArithmetic.given.parse(given));
const valueUnder = (given: unknown, step: string, options: EvaluateOptions = {}): unknown =>
  evaluate(open(given), options).value(step);

describe('the kernel of the homework', () => {
  const given = samples.homework;

  test.each([
    ['solutions', [8, 9, 10]],
    ['kernel', { chosen: 10, among: [8, 9, 10] }],
    ['kernel-depth', 10],
    ['kernel-count', 96],
    ['parameters', 96_000],
    ['multiplications', 418_176_000],
  ])('has %s', (step, value) => {
    expect(valueUnder(given, step)).toEqual(value);
  });

  test('costs what the kernel a student chose costs', () => {
    const carry = new Map([['kernel', () => ({ chosen: 8, among: [8, 9, 10] })]]);
    expect(valueUnder(given, 'parameters', { carry })).toBe(8 * 8 * 10 * 96);
    expect(valueUnder(given, 'multiplications', { carry })).toBe(8 * 8 * 10 * 96 * 66 * 66);
  });

  test('is one of the values that a student found', () => {
    const carry = new Map([['solutions', () => [4, 5]]]);
    expect(valueUnder(given, 'kernel', { carry })).toEqual({ chosen: 4, among: [4, 5] });
  });

  test.each<[string, string, unknown]>([
    ['dropped-plus-one', 'solutions', [5, 6, 7]],
    ['dropped-plus-one', 'kernel', { chosen: 5, among: [5, 6, 7] }],
    ['took-only-the-exact-one', 'solutions', [10]],
    ['put-plus-one-in-numerator', 'solutions', [6, 7, 8]],
    ['ignored-stride', 'solutions', [140]],
    ['took-number-of-kernels-for-size', 'kernel', { chosen: 96, among: [96] }],
    ['exchanged-depth-and-number-of-kernels', 'kernel-depth', 96],
    ['exchanged-depth-and-number-of-kernels', 'kernel-count', 10],
    ['added-bias', 'parameters', 96_096],
    ['ignored-input-depth', 'parameters', 9600],
    ['ignored-input-depth', 'multiplications', 41_817_600],
    ['ignored-filters', 'parameters', 1000],
    ['used-one-kernel-side', 'parameters', 9600],
    ['multiplied-by-positions', 'parameters', 418_176_000],
    ['used-input-size', 'multiplications', 96_000 * 205 * 205],
    ['used-one-output-side', 'multiplications', 96_000 * 66],
    ['counted-additions-too', 'multiplications', 836_352_000],
  ])('gives what a student gets who %s, at %s', (slip, step, value) => {
    expect(valueUnder(given, step, { slips: [{ slip }] })).toEqual(value);
  });
});

describe('other unknowns', () => {
  // (32 + 2p − 5)/2 rounds down to 15 for p = 2 only: 31/2.
  test.each<[string, object, string, unknown]>([
    ['a padding', samples.padding, 'solutions', [2]],
    ['a stride', samples.stride, 'solutions', [2]],
    ['a dilation', samples.dilation, 'dilation', { chosen: 4, among: [4] }],
    // 2p = 4, a span of 5: (i + 4 − 5)/2 is 14 or 14½.
    ['an input', samples.input, 'input', { chosen: 29, among: [29, 30] }],
    ['an output', samples.output, 'solutions', [32]],
    ['its parameters', samples.output, 'parameters', 9 * 2 * 12 + 12],
    ['its multiplications', samples.output, 'multiplications', 9 * 2 * 12 * 32 * 32],
  ])('%s', (_, given, step, value) => {
    expect(valueUnder(given, step)).toEqual(value);
  });

  test.each<[string, object, string, unknown]>([
    ['gave-both-sides-together', samples.padding, 'solutions', [4]],
    ['ignored-padding', samples.input, 'solutions', [33, 34]],
    ['ignored-dilation', samples.input, 'solutions', [27, 28]],
    ['dropped-plus-one', samples.output, 'solutions', [31]],
    ['rounded-down', samples.exact, 'solutions', [8, 9, 10]],
    ['forgot-bias', samples.exact, 'parameters', 100 * 3 * 8],
    ['multiplied-biases', samples.exact, 'multiplications', (100 * 3 * 8 + 8) * 66 * 66],
  ])('gives what a student gets who %s', (slip, given, step, value) => {
    expect(valueUnder(given, step, { slips: [{ slip }] })).toEqual(value);
  });
});

describe('givens that make no sense are refused at their place', () => {
  test.each<[string, object, string, RegExp]>([
    [
      'an unknown that is given',
      { unknown: 'kernel', kernel: 3, input: 5, output: 3 },
      'kernel',
      /yet it is given/,
    ],
    ['two unknowns', { unknown: 'kernel', input: 5 }, 'output', /output is not given/],
    ['no solution', { unknown: 'kernel', input: 5, output: 9 }, 'output', /no kernel fulfils/],
    [
      'no exact solution',
      { unknown: 'padding', input: 28, kernel: 4, output: 28, rounding: 'exact' },
      'output',
      /under exact/,
    ],
    [
      'bounds out of order',
      { unknown: 'kernel', input: 5, output: 3, from: 4, to: 2 },
      'from',
      /between 4 and 2/,
    ],
    [
      'no solution within bounds',
      { unknown: 'kernel', input: 5, output: 3, from: 4 },
      'output',
      /within the bounds/,
    ],
    [
      'too many solutions',
      { unknown: 'stride', input: 900, kernel: 600, output: 1 },
      'unknown',
      /600 values of the stride/,
    ],
    [
      'a dilation of one tap',
      { unknown: 'dilation', input: 9, kernel: 1, output: 9 },
      'kernel',
      /no dilation/,
    ],
    [
      'half of the channels',
      { unknown: 'kernel', input: 5, output: 3, filters: 2 },
      'inputChannels',
      /belong together/,
    ],
    [
      'groups that do not divide',
      { unknown: 'kernel', input: 5, output: 3, inputChannels: 3, filters: 2, groups: 2 },
      'groups',
      /2 groups/,
    ],
    [
      'counts beyond whole numbers',
      { unknown: 'kernel', input: 2000, output: 1000, inputChannels: 4096, filters: 4096 },
      'filters',
      /too large/,
    ],
  ])('%s', (_, given, place, message) => {
    let caught: unknown;
    try {
      open(given);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(GivenError);
    const { path, message: words, hint } = caught as GivenError;
    expect(path).toEqual([place]);
    expect(words).toMatch(message);
    expect(hint).toMatch(/\.$/);
  });
});
