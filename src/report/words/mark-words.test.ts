import { describe, expect, test } from 'vitest';
import { verdicts, type Mark, type Verdict } from '../../marking/mark.js';
import { fromNumber } from '../../notation/rational.js';
import { zero } from '../../problem/points.js';
import { markOf, problems } from '../../../test/report-fixture.js';
import { verdictWords } from './mark-words.js';
import { terminalMedium } from '../media/terminal-medium.js';
import { verdictSigns } from './verdict-words.js';
import { wordingFor } from './wording.js';

const all = { hints: true, expected: true, solution: true };
const item = (id: string) => problems[0]!.items.find((one) => one.id === `q1.${id}`)!;

const said = (mark: Mark, feedback = all): string =>
  verdictWords(mark, wordingFor(problems, feedback)).map(terminalMedium.phrase).join(' ');

const explanation = (slip: string, hint: string) => ({ slips: [{ slip }], hint });
const padding = explanation('forgot-padding', 'You left out the padding.');
const ceiling = explanation('rounded-up', 'You rounded up.');
const wrongAt = (...wrong: number[]) => ({
  entries: [0, 1, 2, 3].map((at) => (wrong.includes(at) ? ('wrong' as const) : ('correct' as const))),
  distance: 1,
});

describe('the verdict in words', () => {
  test.each(verdicts.map((verdict) => [verdict]))(
    'there are some for %s, and a sign with a word',
    (verdict: Verdict) => {
      expect(said(markOf(item('b'), verdict, { written: '1', explanations: [padding] }))).toMatch(
        /\w.*[.!]$/,
      );
      expect(verdictSigns[verdict].word).toMatch(/^\w/);
    },
  );

  test('no two verdicts share a symbol', () => {
    expect(new Set(verdicts.map((verdict) => verdictSigns[verdict].symbol)).size).toBe(verdicts.length);
  });

  test.each<[string, Mark, string]>([
    [
      'an outright slip is its hint',
      markOf(item('b'), 'slip', { explanations: [padding], certain: true }),
      'You left out the padding.',
    ],
    [
      'an uncertain slip "may be"',
      markOf(item('b'), 'slip', { explanations: [padding] }),
      'This may be what happened: You left out the padding.',
    ],
    [
      'a tie names either',
      markOf(item('b'), 'slip', { explanations: [padding, ceiling], certain: true }),
      'Either: You left out the padding. Or: You rounded up.',
    ],
    [
      'follow-through names the earlier answer',
      markOf(item('b'), 'follows-through', { fromOwn: { value: 10, carried: ['q1.a'] } }),
      'Right, given your own answer to part (a): the slip is earlier, and it is not counted twice.',
    ],
    [
      'follow-through from many answers names where they begin',
      markOf(item('b'), 'follows-through', {
        fromOwn: { value: 10, carried: ['q1.a', 'q1.b', 'q1.a', 'q1.b'] },
      }),
      'Right, given your own answers from part (a) on: the slip is earlier, and it is not counted twice.',
    ],
    [
      'follow-through for less than full credit does not promise it',
      markOf(item('b'), 'follows-through', { fromOwn: { value: 10, carried: [] }, score: fromNumber(4) }),
      'Right, given your own earlier answers: the slip is earlier.',
    ],
    [
      'follow-through from wrong working without points says that it costs here',
      markOf(item('b'), 'follows-through', {
        fromOwn: { value: 10, carried: ['q1.a'] },
        charged: ['q1.a'],
        score: fromNumber(4),
      }),
      'Right, given your own answer to part (a): the slip is there, and costs here, as working has no points.',
    ],
    [
      'partial says which entries',
      markOf(item('a'), 'partial', { comparison: wrongAt(2) }),
      '3 of 4 entries are right; not right: (row 2, column 1).',
    ],
    [
      'wrong in a named way says how',
      markOf(item('a'), 'wrong', {
        comparison: { ...wrongAt(0, 1, 2, 3), remark: 'Rows and columns are exchanged.' },
      }),
      'Rows and columns are exchanged.',
    ],
    [
      'unreadable says why and that nothing is lost',
      markOf(item('b'), 'unreadable', { why: 'it gives two answers.' }),
      'We could not read this: it gives two answers. Nothing is lost: a person will look.',
    ],
    [
      'an answer that a person has marked no longer waits',
      markOf(item('e'), 'review', { written: 'x', pending: zero, score: fromNumber(2) }),
      'A person has marked this.',
    ],
  ])('%s', (_, mark, words) => {
    expect(said(mark)).toBe(words);
  });

  test('rounded tells the digits asked for', () => {
    const b = item('b');
    if (b.kind !== 'answer') throw new Error('(b) is an answer');
    const asked = { ...b, rules: { ...b.rules, precision: { atLeast: 3 } } };
    expect(said(markOf(asked, 'rounded'))).toBe(
      'Right, with fewer digits than asked: 3 significant digits are asked for.',
    );
  });

  test('what an explanation says is not said again as a remark, and what it does not say is', () => {
    const remark = 'This is the transpose. You wrote a 3×2 matrix where a 2×3 matrix is asked.';
    const explanations = [{ slips: [{ slip: 'transposed' }], hint: 'This is the transpose.' }];
    const comparison = { ...wrongAt(0, 1, 2, 3), remark };
    expect(said(markOf(item('a'), 'slip', { explanations, comparison, certain: true }))).toBe(
      'This is the transpose. You wrote a 3×2 matrix where a 2×3 matrix is asked.',
    );
    const same = { ...comparison, remark: 'This is the transpose.' };
    expect(said(markOf(item('a'), 'slip', { explanations, comparison: same, certain: true }))).toBe(
      'This is the transpose.',
    );
  });

  test('no hint is given where the rubric keeps them', () => {
    const kept = { ...all, hints: false };
    expect(said(markOf(item('b'), 'slip', { explanations: [padding], certain: true }), kept)).toBe(
      'Not right.',
    );
    expect(
      said(
        markOf(item('a'), 'wrong', { comparison: { ...wrongAt(0, 1, 2, 3), remark: 'Transposed.' } }),
        kept,
      ),
    ).not.toContain('Transposed');
  });

  test('a dash is no number: the question has an answer', () => {
    const read = { json: 'none', latex: '\\text{none}' };
    expect(said(markOf(item('b'), 'wrong', { written: '-', read }))).toBe(
      'You wrote that there is nothing here; this question has an answer.',
    );
  });

  test('what a person is told of an answer that waits, its author is not', () => {
    const why = 'The answers to q1 fit the numbers of s002 exactly.';
    expect(said(markOf(item('b'), 'review', { written: '0', why }))).toBe('A person marks this.');
  });

  test('the worked solution is pointed to only where there is one', () => {
    const wrong = markOf(item('b'), 'wrong');
    expect(said(wrong)).toContain('worked solution');
    expect(said(wrong, { ...all, solution: false })).not.toContain('worked solution');
  });
});
