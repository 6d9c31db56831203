import { describe, expect, test } from 'vitest';
import { markOf, problems } from '../../../test/report-fixture.js';
import type { Mark } from '../../marking/mark.js';
import { evidence } from './evidence.js';
import { terminalMedium } from '../media/terminal-medium.js';
import { wordingFor } from './wording.js';

const item = (id: string) => problems[0]!.items.find((one) => one.id === `q1.${id}`)!;
const lines = (mark: Mark, expected = true): string[] =>
  evidence(mark, wordingFor(problems, { hints: true, expected, solution: true })).map(
    ({ label, phrase }) => `${label}: ${terminalMedium.phrase(phrase)}`,
  );

const wrong = markOf(item('b'), 'wrong', {
  written: ' 1.9e1 ',
  read: { json: 19, latex: '19' },
  comparison: { entries: ['wrong'], distance: 1 },
  fromOwn: { value: 10, carried: ['q1.a'] },
  notes: ['Found under the name "2b".'],
});

describe('what a verdict rests on', () => {
  test('is the text, its reading, the value from own answers, the key and the bound', () => {
    expect(lines(wrong)).toEqual([
      'You wrote: 1.9e1',
      'Read as: 19',
      'Your own earlier answers give: 10',
      'Expected: 20',
      'Compared: within 0.2 %',
      'Note: Found under the name "2b".',
    ]);
  });

  test('holds no expected value where the rubric keeps them', () => {
    expect(lines(wrong, false).join()).not.toMatch(/Expected|give|20|: 10/);
  });

  test('writes percentages with their sign', () => {
    const b = item('b');
    if (b.kind !== 'answer') throw new Error('(b) is an answer');
    const share = { ...wrong, item: { ...b, read: { ...b.read, as: 'percent' as const } } };
    expect(lines(share)).toEqual(expect.arrayContaining(['Read as: 19 %', 'Expected: 20 %']));
  });

  test('leaves out a reading that is the text itself', () => {
    expect(lines({ ...wrong, written: '19' }).join()).not.toContain('Read as');
  });

  test('of a right answer repeats no key', () => {
    const right = markOf(item('b'), 'correct', { written: '20', read: { json: 20, latex: '20' } });
    expect(lines(right)).toEqual(['You wrote: 20']);
  });

  test('of what a person marked is their comment', () => {
    expect(lines(markOf(item('e'), 'review', { written: 'So it is.', comment: 'Well argued.' }))).toEqual([
      'You wrote: So it is.',
      'A person writes: Well argued.',
    ]);
  });
});
