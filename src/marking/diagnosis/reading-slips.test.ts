import { describe, expect, it } from 'vitest';
import { markAnswers, marksByItem, openOn } from '../../../test/worked-problem.js';
import { answerTypes } from '../../answers/all-types.js';
import { fromNested } from '../../engine/tensor.js';
import { step, worksheet } from '../../engine/worksheet.js';
import type { Mark } from '../mark.js';

/** The mark of a text where a step of some type has that value. */
function mark(type: string, value: unknown, text: string, slips?: readonly string[]): Mark {
  const sheet = worksheet([], [
    step({ name: 'value', type, needs: {}, run: () => value, show: () => '' }),
  ] as never);
  const parts = { a: { answer: 'value', ...(slips && { slips: [...slips] }) } };
  return marksByItem(markAnswers([openOn('q', { parts }, {}, sheet)], { answers: { 'q.a': text } })).get(
    'q.a',
  )!;
}
const namesOf = ({ explanations }: Mark): string[] =>
  explanations.flatMap(({ slips }) => slips.map(({ slip }) => slip));

const row = fromNested([123.4, 56.7, 89.1]);
const grid = fromNested([
  [12.3, 45.6, 78.9],
  [98.7, 65.4, 32.1],
]);
const cube = fromNested([
  [
    [1.2, 3.4],
    [5.6, 7.8],
  ],
  [
    [9.1, 2.3],
    [4.5, 6.7],
  ],
]);
const kernels = fromNested([
  [[[1.2, 3.4]], [[5.6, 7.8]]],
  [[[9.1, 2.3]], [[4.5, 6.7]]],
]);
const places = { places: [[1, 3]], origin: 0 };

// Type, slip, right value, and what a student writes who makes that slip; by hand.
const table: readonly (readonly [string, string, unknown, string])[] = [
  ['number', 'flipped-the-sign', 0.66427, '-0.66427'],
  ['number', 'doubled-the-value', 0.66427, '1.32854'],
  ['number', 'halved-the-value', 0.66427, '0.332135'],
  ['number', 'mixed-up-percent', 0.66427, '66.427'],
  ['number', 'used-another-log-base', 0.66427, '0.28849'],
  ['number', 'dropped-a-digit', 0.66427, '0.6427'],
  ['number', 'exchanged-two-digits', 0.66427, '0.66247'],
  ['integer', 'doubled-the-value', 1820, '3640'],
  ['integer', 'halved-the-value', 1820, '910'],
  ['integer', 'dropped-a-thousand', 1881000, '1881'],
  ['integer', 'rounded-the-count', 1509949440, '1.51e9'],
  ['integer', 'rounded-the-count', 62006, '≈ 62 000'],
  ['integer', 'dropped-a-digit', 1881600, '188160'],
  ['integer', 'exchanged-two-digits', 1881600, '1818600'],
  ['vector', 'reversed-the-order', row, '89.1, 56.7, 123.4'],
  ['vector', 'flipped-the-sign', row, '-123.4, -56.7, -89.1'],
  ['vector', 'doubled-the-value', row, '246.8, 113.4, 178.2'],
  ['vector', 'halved-the-value', row, '61.7, 28.35, 44.55'],
  ['vector', 'mixed-up-percent', row, '1.234, 0.567, 0.891'],
  ['matrix', 'transposed', grid, '12.3 98.7; 45.6 65.4; 78.9 32.1'],
  ['matrix', 'reversed-the-rows', grid, '98.7 65.4 32.1; 12.3 45.6 78.9'],
  ['matrix', 'reversed-the-columns', grid, '78.9 45.6 12.3; 32.1 65.4 98.7'],
  ['matrix', 'turned-by-180-degrees', grid, '32.1 65.4 98.7; 78.9 45.6 12.3'],
  ['matrix', 'flipped-the-sign', grid, '-12.3 -45.6 -78.9; -98.7 -65.4 -32.1'],
  ['matrix', 'doubled-the-value', grid, '24.6 91.2 157.8; 197.4 130.8 64.2'],
  ['matrix', 'halved-the-value', grid, '6.15 22.8 39.45; 49.35 32.7 16.05'],
  ['matrix', 'mixed-up-percent', grid, '1230 4560 7890; 9870 6540 3210'],
  ['tensor', 'put-channels-last', cube, '[[[1.2, 9.1], [3.4, 2.3]], [[5.6, 4.5], [7.8, 6.7]]]'],
  ['tensor', 'exchanged-the-last-axes', cube, '[[[1.2, 5.6], [3.4, 7.8]], [[9.1, 4.5], [2.3, 6.7]]]'],
  ['tensor', 'turned-each-plane', cube, '[[[7.8, 5.6], [3.4, 1.2]], [[6.7, 4.5], [2.3, 9.1]]]'],
  [
    'tensor',
    'exchanged-the-first-axes',
    kernels,
    '[[[[1.2, 3.4]], [[9.1, 2.3]]], [[[5.6, 7.8]], [[4.5, 6.7]]]]',
  ],
  ['tensor', 'turned-each-kernel', kernels, '[[[[3.4, 1.2]], [[7.8, 5.6]]], [[[2.3, 9.1]], [[6.7, 4.5]]]]'],
  ['tensor', 'flipped-the-sign', cube, '[[[-1.2, -3.4], [-5.6, -7.8]], [[-9.1, -2.3], [-4.5, -6.7]]]'],
  ['tensor', 'doubled-the-value', cube, '[[[2.4, 6.8], [11.2, 15.6]], [[18.2, 4.6], [9, 13.4]]]'],
  ['tensor', 'halved-the-value', cube, '[[[0.6, 1.7], [2.8, 3.9]], [[4.55, 1.15], [2.25, 3.35]]]'],
  ['tensor', 'mixed-up-percent', cube, '[[[120, 340], [560, 780]], [[910, 230], [450, 670]]]'],
  ['shape', 'put-channels-last', [16, 28, 24], '28x24x16'],
  ['shape', 'put-the-last-axis-first', [16, 28, 24], '24x16x28'],
  ['shape', 'reversed-the-order', [16, 32, 5, 7], '7x5x32x16'],
  ['location', 'counted-from-another-index', places, '(2, 4)'],
  ['location', 'exchanged-row-and-column', places, '(3, 1)'],
  ['index-range', 'counted-from-another-index', { from: 0, to: 24 }, '1..25'],
];

describe('a slip of reading or of the pen', () => {
  it.each(table)('in a %s is named: %s', (type, slip, value, text) => {
    expect(namesOf(mark(type, value, text))).toContain(slip);
  });

  it('stands in the table for every type that has it', () => {
    // Vectors, matrices and tensors share one list, of which an entry needs a certain rank.
    const needed = Object.values(answerTypes).flatMap((type) =>
      (type.slips ?? []).map(({ name }) =>
        ['vector', 'matrix'].includes(type.name) ? null : `${type.name} ${name}`,
      ),
    );
    const tested = new Set(
      table.map(([type, slip]) => `${['vector', 'matrix'].includes(type) ? 'tensor' : type} ${slip}`),
    );
    expect(needed.filter((pair) => pair !== null && !tested.has(pair))).toEqual([]);
  });

  it.each(table)('in a %s is never the right value itself: %s', (type, slip, value) => {
    const { slips, json } = answerTypes[type as 'number'];
    const made = slips!.filter(({ name }) => name === slip).flatMap(({ gives }) => gives(value as never));
    expect(made.length).toBeGreaterThan(0);
    for (const wrong of made) expect(json(wrong)).not.toEqual(json(value as never));
  });

  it('is not looked for where the author names other slips', () => {
    expect(mark('number', 0.66427, '-0.66427', ['doubled-the-value']).verdict).toBe('wrong');
  });
});

describe('a right value with too few digits for its tolerance', () => {
  it.each([
    ['number', 0.92414, '0.92'],
    ['number', -0.48535, '-0.49'],
    ['vector', fromNested([0.92414, 0.26894]), '0.92, 0.27'],
  ])('is told as that: %s %s', (type, value, text) => {
    const found = mark(type as string, value, text as string);
    expect([found.verdict, namesOf(found), found.certain]).toEqual(['slip', ['kept-too-few-digits'], true]);
  });

  it.each([
    ['another digit', 0.92414, '0.93'],
    ['one digit that says next to nothing', 59.33, '1e2'],
    ['a count', 1004, '1e3'],
  ])('is not %s', (_, value, text) => {
    expect(namesOf(mark(Number.isInteger(value) ? 'integer' : 'number', value, text))).not.toContain(
      'kept-too-few-digits',
    );
  });
});
