import { describe, expect, it } from 'vitest';
import { none } from '../engine/none.js';
import { tensor, toNested, type Tensor } from '../engine/tensor.js';
import type { AnswerType, ReadOptions } from './answer-type.js';
import { answerTypes } from './all-types.js';

const { integer, matrix, number, shape } = answerTypes;

function answer<A, V>(
  type: AnswerType<A, V>,
  written: string,
  like: V,
  options: Partial<ReadOptions> = {},
): A {
  const reading = type.read(written, { decimal: 'point', like, ...options });
  if (reading.state !== 'read') throw new Error(`${written} is ${JSON.stringify(reading)}`);
  return reading.answer;
}

const key23 = tensor([2, 3], [1, 2, 3, 4, 5, 6]);
const nested = (value: unknown): unknown => toNested(value as Tensor);

describe('carrying', () => {
  it('puts ours into the blanks of a matrix and leaves the rest', () => {
    const filled = matrix.fill(answer(matrix, '[[7, , 7], [?, what, 1/2]]', key23), () => key23);
    expect(nested(filled)).toEqual([
      [7, 2, 7],
      [4, 5, 0.5],
    ]);
  });

  it('never asks for ours where nothing is missing', () => {
    const ours = (): never => {
      throw new Error('asked');
    };
    expect(nested(matrix.fill(answer(matrix, '1 2; 3 4', tensor([2, 2], [0, 0, 0, 0])), ours))).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(number.fill(answer(number, '2.5', 1), ours)).toBe(2.5);
  });

  it('takes 0 for none, and none for 0, as the problem has it', () => {
    expect(integer.fill(answer(integer, '0', none), () => none)).toBe(none);
    expect(integer.fill(answer(integer, 'none', 0), () => 0)).toBe(0);
  });

  it('takes the shape asked for where only trailing ones differ', () => {
    const written = answer(shape, '16x1', [16], { trailingOnes: 'ignore' });
    expect(shape.fill(written, () => [16])).toEqual([16]);
    expect(shape.plausible(written, [16])).toBe(true);
  });

  it.each([
    ['number', '2.5', 1, true],
    ['number', 'inf', 1, /finite/],
    ['number', '1e400', 1, /finite/],
    ['number', '1e13', 1, /too large/],
    ['number', 'none', 1, /need a value/],
    ['number', 'none', none, true],
    ['number', '5', none, /nothing here/],
    ['integer', '32.5', 32, /whole number/],
    ['integer', '0', none, true],
    ['integer', 'none', 0, true],
    ['integer', 'none', 5, /need a value/],
    ['shape', '16x14x14', [16, 28, 28], true],
    ['shape', '16x14', [16, 28, 28], /2 sizes where 3/],
    ['shape', '16x0x14', [16, 28, 28], /positive whole/],
    ['shape', '16x14.5x14', [16, 28, 28], /positive whole/],
    ['shape', '16x14x2000000', [16, 28, 28], /too large/],
    ['matrix', '[[1, 2, 3], [4, , 6]]', key23, true],
    ['matrix', '1 2; 3 4', key23, /2×2 where 2×3/],
    ['matrix', '1 2 inf; 4 5 6', key23, /finite/],
  ] as const)('%s', (type, written, like, expected) => {
    const verdict = (answerTypes[type] as AnswerType).plausible(
      answer(answerTypes[type] as AnswerType, written, like),
      like,
    );
    if (expected === true) expect(verdict).toBe(true);
    else expect(verdict).toMatch(expected);
  });
});
