import { describe, expect, it } from 'vitest';
import { markAnswers, marksByItem, openOn } from '../../test/worked-problem.js';
import { toNumber } from '../notation/rational.js';
import type { Mark } from './mark.js';

const problem = openOn('q', {
  parts: {
    a: { points: 2, answer: 'first' },
    b: { points: 2, answer: 'second' },
    c: { points: 2, answer: 'sum' },
    d: { points: 2, answer: 'third', precision: { atLeast: 3 } },
    e: { points: 2, answer: 'fraction' },
    f: { points: 4, answer: 'grid' },
    g: { points: 4, review: [{ criterion: 'says why', points: 4 }] },
    h: { points: 2, answer: ['count', 'x.p.u'] },
  },
});

const mark = (answers: Readonly<Record<string, string>>): Map<string, Mark> =>
  new Map(
    [
      ...marksByItem(
        markAnswers([problem], {
          answers: Object.fromEntries(Object.entries(answers).map(([part, text]) => [`q.${part}`, text])),
        }),
      ),
    ].map(([item, found]) => [item.slice(2), found]),
  );

describe('the verdict on an answer', () => {
  it.each([
    ['is correct when it is the key', { c: '178' }, 'c', 'correct'],
    ['is correct within the tolerance', { c: '178.3' }, 'c', 'correct'],
    ['is wrong just beyond it', { c: '178.4' }, 'c', 'wrong'],
    ['is correct for any answer of a list', { h: '10' }, 'h', 'correct'],
    ['is correct with the digits asked for', { d: '59.3' }, 'd', 'correct'],
    ['is rounded with fewer digits than asked', { d: '59' }, 'd', 'rounded'],
    ['is blank where nothing is written', { c: '  ' }, 'c', 'blank'],
    ['is blank where the answer is missing', {}, 'c', 'blank'],
    ['is unreadable for words', { c: 'about forty' }, 'c', 'unreadable'],
    ['is unreadable for a hedge', { c: '178 or 179' }, 'c', 'unreadable'],
    ['is partial for a matrix with some right entries', { f: '35 143; 36 0' }, 'f', 'partial'],
    ['is partial where some entries are blank', { f: '[[35, ], [36, 144]]' }, 'f', 'partial'],
    ['is wrong for a matrix with none', { f: '1 2; 3 4' }, 'f', 'wrong'],
    ['is review where a person marks', { g: 'because' }, 'g', 'review'],
    ['is blank where a person would mark nothing', { g: ' \n ' }, 'g', 'blank'],
    ['follows through from a wrong earlier answer', { a: '36', c: '179' }, 'c', 'follows-through'],
    ['is correct for the key’s value, whatever went wrong earlier', { a: '36', c: '178' }, 'c', 'correct'],
    ['follows through in a matrix', { a: '40', f: '40 143; 41 144' }, 'f', 'follows-through'],
    [
      'is correct when it follows from earlier answers that were right as rounded',
      { d: '59.3', e: '0.3' },
      'e',
      'correct',
    ],
    ['is wrong when it follows from nothing', { d: '59.3333', e: '0.3' }, 'e', 'wrong'],
    ['is a slip made everywhere', { c: '36' }, 'c', 'slip'],
    ['is a slip made at one step', { c: '155' }, 'c', 'slip'],
    ['is a slip on the student’s own numbers’ way only if it gives this value', { c: '156' }, 'c', 'wrong'],
    ['is no slip where its digits are too few to tell a slip from the key', { d: '1e2' }, 'd', 'wrong'],
    ['is a slip at its exact value, however near the key', { e: '0' }, 'e', 'slip'],
  ] as const)('%s', (_, answers, part, verdict) => {
    expect(mark(answers).get(part)!.verdict).toBe(verdict);
  });

  it('names what a following answer rests on, and the value it gives', () => {
    const { fromOwn } = mark({ a: '36', b: '143', c: '179' }).get('c')!;
    expect(fromOwn).toEqual({ value: 179, carried: ['q.a'] });
  });

  it('names one slip for all its steps before the same slip at one of them', () => {
    const slipsOf = (answer: string) =>
      mark({ c: answer })
        .get('c')!
        .explanations.map(({ slips }) => slips);
    expect(slipsOf('36')).toEqual([[{ slip: 'added-sides' }]]);
    expect(slipsOf('155')).toEqual([[{ slip: 'added-sides', at: 'first' }]]);
    expect(slipsOf('59')).toEqual([[{ slip: 'added-sides', at: 'second' }]]);
  });

  it('says what an unreadable or waiting answer waits for', () => {
    const marks = mark({ c: 'about forty', g: 'because' });
    expect(marks.get('c')!.why).toMatch(/\S/);
    expect(marks.get('g')!.why).toBe('A person marks this answer.');
  });

  it.each(['unreadable', 'review'])('leaves the points of a %s answer pending', (verdict) => {
    const found =
      verdict === 'review' ? mark({ g: 'because' }).get('g')! : mark({ f: 'see page 2' }).get('f')!;
    expect([found.verdict, toNumber(found.score), toNumber(found.pending)]).toEqual([verdict, 0, 4]);
  });

  it('compares with the key where an earlier answer cannot be used further on', () => {
    expect(mark({ a: '1e300', c: '178' }).get('c')!.verdict).toBe('correct');
    expect(mark({ a: 'none', c: '178' }).get('c')!.verdict).toBe('correct');
  });

  it('is the same whoever else was marked before', () => {
    const alone = mark({ c: '179' }).get('c')!.verdict;
    mark({ a: '36', c: '179' });
    expect(mark({ c: '179' }).get('c')!.verdict).toBe(alone);
  });
});
