import { describe, expect, it } from 'vitest';
import { askReceipt, receipt } from '../../../test/receipt.js';
import { markAnswers, marksByItem, openOn } from '../../../test/worked-problem.js';
import type { Mark } from '../mark.js';

type Answers = Readonly<Record<string, string>>;

/** Marks of a receipt that asks for what is answered. */
const mark = (answers: Answers): Map<string, Mark> => {
  const paths = Object.fromEntries(Object.entries(answers).map(([step, text]) => [`q.${step}`, text]));
  const marks = marksByItem(markAnswers([askReceipt(...Object.keys(answers))], { answers: paths }));
  return new Map([...marks].map(([item, found]) => [item.slice(2), found]));
};

/** The explanations of an answer, each by its slips. */
const because = (answers: Answers, step: string): string[] =>
  mark(answers)
    .get(step)!
    .explanations.map(({ slips }) =>
      slips
        .map(({ slip }) => slip)
        .sort()
        .join(' + '),
    );

describe('a wrong answer is explained', () => {
  it.each<[string, Answers, string, string[]]>([
    ['by one slip upstream', { total: '216' }, 'total', ['left-out-a-piece']],
    ['by one slip here', { total: '195.5' }, 'total', ['took-tax-off']],
    ['by all slips that give the same', { total: '212.5' }, 'total', ['forgot-tax', 'paid-no-tax']],
    [
      // 1.08 · 210 with the tax taken off: 210 − 16.8
      'by a slip on the student’s own wrong numbers',
      { subtotal: '210', total: '193.2' },
      'total',
      ['took-tax-off'],
    ],
    ['by two slips of four digits', { total: '184.0' }, 'total', ['left-out-a-piece + took-tax-off']],
    ['by no two slips of three digits', { total: '184' }, 'total', []],
    [
      'by two slips of three digits, where another answer tells of one of them',
      { tax: '16', total: '184' },
      'total',
      ['left-out-a-piece + took-tax-off'],
    ],
    ['by a slip of the pen', { subtotal: '221.5' }, 'subtotal', ['exchanged-two-digits']],
    [
      'by the answer to the question beside it',
      { subtotal: '229.5', total: '229.5' },
      'subtotal',
      ['gave-a-neighbouring-answer'],
    ],
    ['by nothing, where nothing gives it', { total: '217.3' }, 'total', []],
    ['by nothing that is only near it', { total: '216.3' }, 'total', []],
    ['as rounded to the digits written', { tax: '2.656e3' }, 'tax', ['divided-by-the-rate']],
  ])('%s', (_, answers, step, slips) => {
    expect(because(answers, step)).toEqual(slips);
  });

  it('by no slip at a step that is answered right', () => {
    expect(because({ subtotal: '200', total: '216' }, 'subtotal')).toEqual(['left-out-a-piece']);
    expect(because({ subtotal: '212.5', total: '216' }, 'total')).toEqual([]);
    expect(because({ subtotal: '212.5', total: '195.5' }, 'total')).toEqual(['took-tax-off']);
  });

  it('by no slip that gives the key on these numbers', () => {
    const found = [...mark({ subtotal: '200', tax: '16', total: '216' }).values()];
    expect(
      found.flatMap(({ explanations }) => explanations.flatMap(({ slips }) => slips)),
    ).not.toContainEqual(expect.objectContaining({ slip: 'counted-twice-and-halved' }));
  });

  it('by the slips its author lets be looked for, and no others', () => {
    const parts = { a: { answer: 'total', slips: ['took-tax-off'] } };
    const found = (text: string) =>
      marksByItem(markAnswers([openOn('q', { parts }, {}, receipt)], { answers: { 'q.a': text } })).get(
        'q.a',
      )!.verdict;
    expect([found('195.5'), found('216'), found('-229.5')]).toEqual(['slip', 'wrong', 'wrong']);
  });
});

describe('an explanation is told outright', () => {
  it.each<[string, Answers, string, boolean]>([
    ['where five digits meet it', { tax: '2656.3' }, 'tax', true],
    ['where four digits meet it', { total: '195.5' }, 'total', true],
    ['not where two digits do', { tax: '16' }, 'tax', false],
    ['where three digits do, and few wrong values were tried', { total: '216' }, 'total', true],
    ['where two answers agree', { third: '66.7', total: '216' }, 'total', true],
    ['for a tie as for a single one', { total: '212.5' }, 'total', true],
  ])('%s', (_, answers, step, certain) => {
    const found = mark(answers).get(step)!;
    expect([found.verdict, found.certain]).toEqual(['slip', certain]);
  });
});
