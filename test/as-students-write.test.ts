import { describe, expect, it } from 'vitest';
import { answerType, loadFormulaTypes } from '../src/answers/index.js';
import { writtenLists } from './as-students-write-lists.js';
import { written, type Written } from './as-students-write.js';

await loadFormulaTypes();

const textsOf = (block = ''): string[] =>
  block
    .split('\n')
    .map((line) => line.trim().replaceAll('⏎', '\n'))
    .filter((line) => line !== '');

function outcome({ type, key, options, relative = 0 }: Written, text: string): string {
  const { read, compare } = answerType(type);
  const reading = read(text, { decimal: 'point', like: key, ...options });
  if (reading.state !== 'read') return reading.state;
  const { entries } = compare(reading.answer, key, { relative, absolute: 0 });
  return entries.every((entry) => entry === 'correct') ? 'right' : 'wrong';
}

describe.each([...written, ...writtenLists])('an answer of type $type', (row) => {
  for (const expected of ['right', 'wrong', 'unreadable'] as const)
    it.each(textsOf(row[expected]))(`is ${expected}: %s`, (text) => {
      expect(outcome(row, text)).toBe(expected);
    });
});
