import { describe, expect, it } from 'vitest';
import { none } from '../engine/none.js';
import { tensor } from '../engine/tensor.js';
import type { AnswerType, ReadOptions } from './answer-type.js';
import { answerTypes } from './all-types.js';

const { number, text } = answerTypes;

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

describe('what is shown back', () => {
  it.each([
    ['number', '2.50', 1, { json: 2.5, latex: '2.50' }],
    ['number', '1.5e-7', 1, { json: 1.5e-7, latex: '1.5 \\times 10^{-7}' }],
    ['number', '1/3', 1, { json: 1 / 3, latex: '0.333333' }],
    ['number', '1e400', 1, { json: '1e400', latex: '1 \\times 10^{400}' }],
    ['number', '-∞', 1, { json: '-inf', latex: '-\\infty' }],
    ['integer', '3×448×1400', 1, { json: 1881600, latex: '1\\,881\\,600' }],
    [
      'integer',
      '9007199254740993',
      1,
      { json: '9007199254740993', latex: '9\\,007\\,199\\,254\\,740\\,993' },
    ],
    [
      'shape',
      '(16, 28, 28)',
      [16, 28, 28],
      { json: [16, 28, 28], latex: '16 \\times 28 \\times 28', words: 'a shape of 3 sizes' },
    ],
    [
      'matrix',
      '[[1, , 2.50], [4, what, 6]]',
      key23,
      {
        json: [
          [1, null, 2.5],
          [4, null, 6],
        ],
        latex: '\\begin{bmatrix} 1 & \\square & 2.50 \\\\ 4 & ? & 6 \\end{bmatrix}',
        words: 'a 2×3 matrix',
      },
    ],
    [
      'vector',
      '1; 2',
      tensor([2], [1, 2]),
      { json: [1, 2], latex: '\\begin{bmatrix} 1 & 2 \\end{bmatrix}', words: 'a vector of 2' },
    ],
    ['choice', '(b)', 'yes', { json: 'yes', latex: '\\text{yes}', words: 'yes' }],
    ['text', ' a note\r\n', 'x', { json: 'a note', latex: '\\text{a note}', words: 'a note' }],
  ] as const)('for %s', (type, written, like, expected) => {
    const read = answer(answerTypes[type] as AnswerType, written, like, { choices: ['no', 'yes'] });
    expect((answerTypes[type] as AnswerType).echo(read)).toEqual(expected);
  });

  it.each([
    ['number', 0.1 + 0.2, '0.3'],
    ['number', 2 ** 60, '1152921504606846976'],
    ['number', -1.5e-7, '-1.5e-7'],
    ['shape', [16, 28, 28], '16x28x28'],
    ['matrix', key23, '[[1, 2, 3], [4, 5, 6]]'],
    ['vector', none, 'none'],
  ] as const)('writes a value as a student could', (type, value, written) => {
    expect((answerTypes[type] as AnswerType).write(value)).toBe(written);
  });

  it.each([
    [0.8660254037844386, '0.866025'],
    [1881600, '1\\,881\\,600'],
    [1234567.891, '1\\,234\\,567.89'],
    [-1.5e-7, '-1.5 \\times 10^{-7}'],
    [1024, '1024'],
    [Infinity, '\\infty'],
  ])('typesets %d as %s', (value, latex) => {
    expect(number.typeset(value)).toBe(latex);
  });
});

it('replaces halves of characters in a text for a person', () => {
  expect(text.read('a\ud835b', { decimal: 'point' })).toMatchObject({ answer: 'a\ufffdb' });
});
