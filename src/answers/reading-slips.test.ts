import { describe, expect, it } from 'vitest';
import { fromNested, type Nested } from '../engine/tensor.js';
import type { AnswerType } from './answer-type.js';
import { answerTypes } from './all-types.js';

const matrix = (rows: Nested) => fromNested(rows);

/** Names of the slips that turn a right value into what is written. */
const slipsTo = (type: AnswerType, text: string, value: unknown): string[] => {
  const reading = type.read(text, { decimal: 'point' });
  if (reading.state !== 'read') throw new Error(`${text} is ${reading.state}`);
  return type.slips!.flatMap(({ name, gives }) =>
    gives(value).some((wrong) => type.agrees(reading.answer, wrong)) ? [name] : [],
  );
};

describe('a slip of reading or of the pen', () => {
  it.each<[string, AnswerType, string, unknown]>([
    ['flipped-the-sign', answerTypes.number, '-0.6643', 0.66427],
    ['doubled-the-value', answerTypes.number, '1.329', 0.66427],
    ['halved-the-value', answerTypes.number, '0.3321', 0.66427],
    ['mixed-up-percent', answerTypes.number, '66.43', 0.66427],
    ['used-another-log-base', answerTypes.number, '0.28849', 0.66427],
    ['used-another-log-base', answerTypes.number, '0.95834', 0.66427],
    ['dropped-a-digit', answerTypes.number, '0.643', 0.66427],
    ['exchanged-two-digits', answerTypes.number, '0.6463', 0.66427],
    ['dropped-a-digit', answerTypes.integer, '188600', 1881600],
    ['exchanged-two-digits', answerTypes.integer, '1818600', 1881600],
    ['dropped-a-thousand', answerTypes.integer, '1881', 1881000],
    ['doubled-the-value', answerTypes.integer, '3640', 1820],
    ['flipped-the-sign', answerTypes.vector, '[-1, 2]', matrix([1, -2])],
    [
      'halved-the-value',
      answerTypes.matrix,
      '[[0.5, 1], [1.5, 2]]',
      matrix([
        [1, 2],
        [3, 4],
      ]),
    ],
    ['reversed-the-order', answerTypes.vector, '[3, 2, 1]', matrix([1, 2, 3])],
    [
      'transposed',
      answerTypes.matrix,
      '[[1, 4], [2, 5], [3, 6]]',
      matrix([
        [1, 2, 3],
        [4, 5, 6],
      ]),
    ],
    ['put-channels-last', answerTypes.tensor, '[[[1, 3], [2, 4]]]', matrix([[[1, 2]], [[3, 4]]])],
    ['put-channels-last', answerTypes.shape, '28x28x16', [16, 28, 28]],
    ['reversed-the-order', answerTypes.shape, '5x5x3x16', [16, 3, 5, 5]],
    ['counted-from-another-index', answerTypes.location, '(2, 4)', { places: [[1, 3]], origin: 0 }],
    ['exchanged-row-and-column', answerTypes.location, '(3, 1)', { places: [[1, 3]], origin: 0 }],
    ['counted-from-another-index', answerTypes['index-range'], '1..5', { from: 0, to: 4 }],
  ])('%s is told from %s %s', (name, type, text, value) => {
    expect(slipsTo(type, text, value)).toContain(name);
  });

  it.each<[string, AnswerType, unknown]>([
    ['0', answerTypes.number, 0],
    ['7', answerTypes.integer, 7],
    ['none', answerTypes.number, 'none'],
    ['none', answerTypes.integer, 'none'],
    ['none', answerTypes.shape, 'none'],
    ['none', answerTypes.matrix, 'none'],
    ['inf', answerTypes.number, Infinity],
    ['1x1', answerTypes.shape, [1, 1]],
  ])('is not looked for where the key is %s and it would not show', (_, type, value) => {
    expect(type.slips!.flatMap(({ gives }) => gives(value))).toEqual([]);
  });

  it('never gives the right value itself', () => {
    const values: [AnswerType, unknown][] = [
      [answerTypes.number, 0.12345],
      [answerTypes.integer, 1221],
      [answerTypes.vector, matrix([1, 2, 1])],
      [
        answerTypes.matrix,
        matrix([
          [1, 2],
          [2, 1],
        ]),
      ],
      [answerTypes.shape, [3, 3, 3]],
    ];
    for (const [type, value] of values)
      for (const { name, gives } of type.slips!)
        for (const wrong of gives(value))
          expect(JSON.stringify(type.json(wrong)), name).not.toBe(JSON.stringify(type.json(value)));
  });
});

const answerOf = (type: AnswerType, text: string): unknown => {
  const reading = type.read(text, { decimal: 'point' });
  return reading.state === 'read' ? reading.answer : null;
};

describe('the precision of an answer', () => {
  it.each<[string, AnswerType, unknown]>([
    ['0.66', answerTypes.number, 0.005],
    ['12.5', answerTypes.number, 0.05],
    ['1.5e-3', answerTypes.number, 0.00005],
    ['178', answerTypes.number, 0],
    ['1/3', answerTypes.number, 0],
    ['178', answerTypes.integer, 0],
  ])('leaves open half of the last digit of %s as a %s', (text, type, half) => {
    expect(type.halfDigits!(answerOf(type, text))).toBeCloseTo(half as number, 12);
  });

  it('leaves open half of the last digit of each entry of a tensor', () => {
    const vector: AnswerType = answerTypes.vector;
    const halves = vector.halfDigits!(answerOf(vector, '[0.5, 2, 1.25]'));
    expect(vector.json(halves)).toEqual([0.05, 0, 0.005]);
  });

  it.each<[string, AnswerType, string, unknown, number]>([
    ['900 numbers of three digits', answerTypes.number, '0.123', 1, 900],
    ['9,000 numbers of four', answerTypes.number, '1.250', 1, 9000],
    ['9 numbers of one', answerTypes.integer, '7', 8, 9],
    ['as many as its wrong entries have', answerTypes.vector, '[1, 2.5, 3.5]', matrix([1, 2, 3]), 90 * 90],
    ['as many as its wrong sizes have', answerTypes.shape, '16x13x28', [16, 28, 28], 90],
  ])('lets an answer be one of about %s', (_, type, text, key, count) => {
    expect(type.variety!(answerOf(type, text), key)).toBe(count);
  });
});
