import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntryVerdict } from '../answers/answer-type.js';
import { markAnswers, marksByItem, openOn } from '../../test/worked-problem.js';
import { compare, fromNumber, toNumber } from '../notation/rational.js';
import { sumOf } from '../problem/points.js';
import type { Credit, Rubric } from '../problem/rubric.js';
import { giveCredit } from './credit.js';
import type { Diagnosis, Verdict } from './mark.js';
import { overall } from './overall.js';
import { plainDiagnosis } from './diagnosis/read-answer.js';

const gridProblem = (credit: Credit) =>
  openOn('q', {
    parts: {
      a: { points: 1, answer: 'first' },
      f: { points: 4, answer: 'grid', credit },
      r: { points: 4, answer: 'ratios', credit, precision: { atLeast: 3 } },
      c: { points: 4, answer: 'sum', credit },
    },
  });

const scoreOf = (credit: Credit, answers: Readonly<Record<string, string>>, item: string): number =>
  toNumber(marksByItem(markAnswers([gridProblem(credit)], { answers })).get(item)!.score);

describe('credit', () => {
  it.each<[string, Credit, Readonly<Record<string, string>>, string, number]>([
    ['all for the key', {}, { 'q.f': '35 143; 36 144' }, 'q.f', 4],
    ['three of four entries', {}, { 'q.f': '35 143; 36 0' }, 'q.f', 3],
    [
      'no entries where it is all or nothing',
      { partial: 'all-or-nothing' },
      { 'q.f': '35 143; 36 0' },
      'q.f',
      0,
    ],
    [
      'what following through earns',
      { 'follows-through': 0.75 },
      { 'q.a': '40', 'q.f': '40 143; 41 144' },
      'q.f',
      3,
    ],
    [
      'the entries that are right all the same, where these earn more',
      { 'follows-through': 0.25 },
      { 'q.a': '40', 'q.f': '40 143; 41 144' },
      'q.f',
      2,
    ],
    ['entries that follow through', {}, { 'q.a': '40', 'q.f': '40 143; 41 0' }, 'q.f', 3],
    [
      'entries that follow through, as much as following through earns',
      { 'follows-through': 0.5 },
      { 'q.a': '40', 'q.f': '40 143; 41 0' },
      'q.f',
      1.5,
    ],
    ['a slip', { slip: 0.25 }, { 'q.c': '36' }, 'q.c', 1],
    [
      'a slip with a credit of its own',
      { slip: 0.25, slips: { 'added-sides': 0.75 } },
      { 'q.c': '36' },
      'q.c',
      3,
    ],
    ['rounded digits', { rounded: 0.5 }, { 'q.r': '0.33 0.67; 0.14 0.50' }, 'q.r', 2.5],
    ['one rounded entry among right ones', { rounded: 0.5 }, { 'q.r': '0.33 0.667; 0.143 0.5' }, 'q.r', 3.5],
  ])('gives %s', (_, credit, answers, item, score) => {
    expect(scoreOf(credit, answers, item)).toBe(score);
  });
});

const share = fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20);
const creditRules: fc.Arbitrary<Credit> = fc.record({
  partial: fc.constantFrom('per-entry' as const, 'all-or-nothing' as const),
  rounded: share,
  'follows-through': share,
  slip: share,
  slips: fc.record({ 'added-sides': share }, { requiredKeys: [] }),
});
const entries = fc.array(
  fc.constantFrom<EntryVerdict>('correct', 'rounded', 'wrong', 'blank', 'unreadable'),
  {
    minLength: 1,
    maxLength: 6,
  },
);
const points = fc.integer({ min: 0, max: 300 }).map((cents) => cents / 100);

const itemWith = (credit: Credit, worth: number) => {
  const [item] = openOn('q', { parts: { a: { answer: 'grid', points: worth, credit } } }).items;
  return item!;
};

const diagnosis = (
  item: ReturnType<typeof itemWith>,
  verdict: Verdict,
  found: readonly EntryVerdict[],
): Diagnosis => ({
  ...plainDiagnosis(item, verdict, 'x'),
  comparison: { entries: found, distance: null },
  ...(verdict === 'slip' && { explanations: [{ slips: [{ slip: 'added-sides' }], hint: '' }] }),
});
const scored = (item: ReturnType<typeof itemWith>, found: readonly EntryVerdict[]): number =>
  toNumber(giveCredit(diagnosis(item, overall({ entries: found, distance: null }), found)).score);

describe('whatever the rubric, credit', () => {
  it('is never below zero nor above the points, and waits as a whole or not at all', () => {
    const verdict = fc.constantFrom<Verdict>(
      'correct',
      'rounded',
      'follows-through',
      'slip',
      'partial',
      'wrong',
      'blank',
      'unreadable',
      'review',
    );
    fc.assert(
      fc.property(creditRules, points, entries, verdict, (credit, worth, found, about) => {
        const item = itemWith(credit, worth);
        const { score, pending } = giveCredit(diagnosis(item, about, found));
        expect(compare(score, fromNumber(0))).toBeGreaterThanOrEqual(0);
        expect(compare(score, item.points)).toBeLessThanOrEqual(0);
        const waits = about === 'unreadable' || about === 'review';
        expect(toNumber(pending)).toBe(waits ? worth : 0);
        if (waits || about === 'wrong' || about === 'blank') expect(toNumber(score)).toBe(0);
        if (about === 'correct') expect(toNumber(score)).toBe(worth);
      }),
    );
  });

  it('never falls when one more entry is right', () => {
    const ranks: readonly EntryVerdict[] = ['wrong', 'rounded', 'correct'];
    fc.assert(
      fc.property(creditRules, points, entries, fc.nat(), (credit, worth, found, where) => {
        const item = itemWith(credit, worth);
        const scores = ranks.map((better) =>
          scored(
            item,
            found.map((entry, at) => (at === where % found.length ? better : entry)),
          ),
        );
        expect(scores).toEqual([...scores].sort((a, b) => a - b));
      }),
    );
  });
});

const texts: Readonly<Record<string, readonly string[]>> = {
  'q.a': ['35', '36', '12', '', 'x'],
  'q.f': ['35 143; 36 144', '36 143; 37 144', '35 143; 36 0', '1 2; 3 4', '', 'x'],
  'q.r': ['0.33 0.667; 0.143 0.5', '0.333 0.667; 0.143 0.5', '', 'y'],
  'q.c': ['178', '179', '36', '0', ''],
  unknown: ['', '5'],
};
const submission = fc.record(
  Object.fromEntries(Object.entries(texts).map(([path, choices]) => [path, fc.constantFrom(...choices)])),
);
describe('the answer as a whole, whatever the rubric', () => {
  const ways = fc.constantFrom<[string, string]>(
    ['q.a', '36'],
    ['q.f', '35 143; 36 0'],
    ['q.f', '1 2; 3 4'],
    ['q.r', '0.33 0.67; 0.14 0.50'],
    ['q.c', '36'],
    ['q.c', '179'],
  );
  const rightOnes: Readonly<Record<string, string>> = {
    'q.a': '35',
    'q.f': '35 143; 36 144',
    'q.r': '0.333 0.667; 0.143 0.500',
    'q.c': '178',
  };

  it('earns no more where an answer is not the right one, in time or late', () => {
    const day = fc.integer({ min: 1, max: 28 });
    const late = fc.record({ perDay: share, grace: fc.nat(600), most: share }, { requiredKeys: ['perDay'] });
    fc.assert(
      fc.property(creditRules, ways, late, day, (credit, [item, text], policy, submitted) => {
        const total = (answers: Readonly<Record<string, string>>): number =>
          toNumber(
            markAnswers(
              [gridProblem(credit)],
              { answers, submitted: `2026-11-${String(submitted).padStart(2, '0')}T12:00:00Z` },
              { rubric: { late: policy }, due: '2026-11-14T12:00:00Z' },
            ).score,
          );
        const [all, some] = [total(rightOnes), total({ ...rightOnes, [item]: text })];
        expect(some).toBeLessThanOrEqual(all);
        expect(some).toBeGreaterThanOrEqual(0);
        expect(all).toBeLessThanOrEqual(13);
        if (submitted <= 14) expect(all).toBe(13);
      }),
    );
  });

  it('earns no more the later it comes', () => {
    const late = fc.record({ perDay: share, grace: fc.nat(600), most: share }, { requiredKeys: ['perDay'] });
    fc.assert(
      fc.property(creditRules, late, submission, (credit, policy, answers) => {
        const scores = [13, 14, 15, 18, 28].map((submitted) =>
          toNumber(
            markAnswers(
              [gridProblem(credit)],
              { answers, submitted: `2026-11-${submitted}T12:01:00Z` },
              { rubric: { late: policy }, due: '2026-11-14T12:00:00Z' },
            ).score,
          ),
        );
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
      }),
    );
  });

  it('earns for two slips at once the product of their credits', () => {
    const credit: Credit = { slip: 0.5, slips: { 'added-sides': 0.25 } };
    const item = itemWith(credit, 8);
    const found = (...slips: string[]) =>
      toNumber(
        giveCredit({
          ...diagnosis(item, 'slip', ['wrong']),
          explanations: [{ slips: slips.map((slip) => ({ slip })), hint: '' }],
        }).score,
      );
    expect([found('added-sides'), found('another'), found('added-sides', 'another')]).toEqual([2, 4, 1]);
  });
});

it.each<[string, readonly number[], number | undefined, number]>([
  ['as much as the others', [1, 1, 1], undefined, 4],
  ['what it is worth beside them', [1, 4, 1], undefined, 2],
  ['nothing, where it is worth nothing', [1, 0, 1], undefined, 6],
  ['what lies above the constant answer, by weight', [1, 2, 3], 2, 3],
])('takes for one wrong entry of three %s', (_, weights, baseline, score) => {
  const item = itemWith({}, 6);
  const found = diagnosis(item, 'partial', ['correct', 'wrong', 'correct']);
  const comparison = { ...found.comparison!, weights, ...(baseline !== undefined && { baseline }) };
  expect(toNumber(giveCredit({ ...found, comparison }).score)).toBe(score);
});

const roundings: fc.Arbitrary<Rubric['rounding']> = fc.option(
  fc.record({ to: fc.constantFrom(0.5, 0.25, 1, 3), at: fc.constantFrom('part' as const, 'total' as const) }),
  { nil: undefined },
);

describe('the total', () => {
  it('is the sum of the items, rounded once, and lies between nothing and everything', () => {
    fc.assert(
      fc.property(submission, creditRules, roundings, (answers, credit, rounding) => {
        const marked = markAnswers(
          [gridProblem(credit)],
          { answers },
          { rubric: rounding ? { rounding } : {} },
        );
        const sum = sumOf(marked.marks.map(({ score }) => score));
        const [total, exact, most] = [marked.score, sum, marked.max].map(toNumber) as [
          number,
          number,
          number,
        ];
        expect(most).toBe(13);
        expect(total).toBeGreaterThanOrEqual(0);
        expect(total).toBeLessThanOrEqual(most);
        if (!rounding) expect(compare(marked.score, sum)).toBe(0);
        const bound = rounding ? (rounding.to / 2) * (rounding.at === 'part' ? 4 : 1) : 0;
        expect(Math.abs(total - exact)).toBeLessThanOrEqual(bound);
        const partial = [...marked.parts.values()].map(toNumber).reduce((all, one) => all + one, 0);
        if (rounding?.at === 'part') expect(total).toBeCloseTo(partial, 9);
        if (exact === most) expect(total).toBe(most);
      }),
    );
  });

  it.each([
    ['total', '0.1 0.1; 0.1 0.5', 1, 1],
    ['part', '0.1 0.1; 0.1 0.5', 1, 1],
    ['total', '0.333 0.667; 0.143 0.1', 2, 4],
    ['part', '0.333 0.667; 0.143 0.1', 5, 4],
  ] as const)('rounds at the %s', (at, ratios, to, total) => {
    const marked = markAnswers(
      [gridProblem({})],
      { answers: { 'q.r': ratios } },
      { rubric: { rounding: { to, at } } },
    );
    expect(toNumber(marked.score)).toBe(total);
  });

  it.each(['part', 'total'] as const)(
    'is all there is for who has all right, though no multiple of the step, at the %s',
    (at) => {
      const problem = openOn('q', {
        parts: { a: { points: 1.3, answer: 'first' }, b: { points: 1.1, answer: 'second' } },
      });
      const marked = markAnswers(
        [problem],
        { answers: { 'q.a': '35', 'q.b': '143' } },
        { rubric: { rounding: { to: 0.5, at } } },
      );
      expect(toNumber(marked.score)).toBeCloseTo(2.4, 12);
    },
  );
});
