import { describe, expect, test } from 'vitest';
import type { ItemRecord, ResultLine } from '../report/result-line.js';
import { classStatistics } from './statistics.js';

const record = (rest: Partial<ItemRecord> = {}): ItemRecord => ({
  item: 'q.a',
  verdict: 'correct',
  score: 4,
  max: 4,
  because: [],
  written: '1',
  read: 1,
  key: 1,
  fromOwn: null,
  rule: 'exactly',
  hint: null,
  carried: [],
  ...rest,
});

const wrong = (read: number, rest: Partial<ItemRecord> = {}): ItemRecord =>
  record({ verdict: 'wrong', score: 0, read, written: `${read}.`, ...rest });

const line = (
  student: string,
  score: number | null,
  items: readonly ItemRecord[] = [],
  rest: Partial<ResultLine> = {},
): ResultLine => ({
  student,
  file: `${student}.yaml`,
  report: `students/${student}.html`,
  state: 'graded',
  score,
  pending: 0,
  max: 10,
  late: null,
  items,
  ...rest,
});

const of = (...lines: readonly ResultLine[]) => {
  const statistics = classStatistics();
  for (const one of lines) statistics.add(one);
  return statistics.finish();
};

describe('the statistics of a class', () => {
  test('count every student once, by state', () => {
    const { counts, students, troubles } = of(
      line('s1', 5),
      line('s2', 5, [], { state: 'needs-review', pending: 2 }),
      line('s3', null, [], { state: 'missing', max: null }),
      line('s4', null, [], { state: 'unreadable', max: null, why: 's4.yaml:3:1 no' }),
      line('s5', null, [], { state: 'failed', max: null }),
    );
    expect(counts).toEqual({ graded: 1, 'needs-review': 1, missing: 1, unreadable: 1, failed: 1 });
    expect(students).toHaveLength(5);
    expect(troubles.map(({ student, why }) => [student, why])).toEqual([
      ['s4', 's4.yaml:3:1 no'],
      ['s5', 'no reason is known'],
    ]);
  });

  test('summarise the scores there are: 1, 2, 3, 4, 10', () => {
    const scores = [10, 1, 4, 2, 3].map((score, at) => line(`s${at}`, score));
    expect(of(...scores, line('s9', null, [], { state: 'missing' })).scores).toEqual({
      mean: 4,
      median: 3,
      lower: 2,
      upper: 4,
      lowest: 1,
      highest: 10,
    });
    expect(of().scores).toBeNull();
  });

  test('take success over marked answers only', () => {
    const { items } = of(
      line('s1', 4, [record()]),
      line('s2', 1, [record({ verdict: 'partial', score: 1 })]),
      line('s3', 0, [record({ verdict: 'unreadable', score: 0, read: null })], { pending: 4 }),
    );
    expect(items[0]).toMatchObject({ marked: 2, success: 0.625 });
    expect(items[0]!.verdicts).toMatchObject({ correct: 1, partial: 1, unreadable: 1, wrong: 0 });
  });

  test('take no success of an item without points', () => {
    const optional = { score: 0, max: 0 };
    const { items } = of(line('s1', 0, [record(optional)]), line('s2', 0, [wrong(2, optional)]));
    expect(items[0]).toMatchObject({ marked: 2, success: null });
  });

  test('leave out optional working that nobody wrote down, and keep what somebody did', () => {
    const blank = (item: string, max: number) =>
      record({ item, max, score: 0, verdict: 'blank', read: null });
    const { items } = of(
      line('s1', 0, [blank('q.a', 0), blank('q.b', 0), blank('q.c', 1)]),
      line('s2', 0, [blank('q.a', 0), wrong(2, { item: 'q.b', max: 0, score: 0 }), blank('q.c', 1)]),
    );
    expect(items.map(({ item }) => item)).toEqual(['q.b', 'q.c']);
  });

  test('list the wrong values, commonest first, with an explanation where one was found', () => {
    const slip = { because: [['forgot-bias']], hint: 'The bias is missing.', verdict: 'slip' as const };
    const { items } = of(
      line('s1', 0, [wrong(7)]),
      line('s2', 0, [wrong(9, slip)]),
      line('s3', 0, [wrong(9, slip)]),
      line('s4', 0, [record({ verdict: 'follows-through', read: 8 })]),
    );
    expect(items[0]!.wrong).toEqual([
      { value: '9', written: '9.', students: 2, slips: ['forgot-bias'], hint: 'The bias is missing.' },
      { value: '7', written: '7.', students: 1, slips: [], hint: null },
    ]);
  });

  test('count a slip once a student, however often it was made, and no tie', () => {
    const slip = (item: string, because: string[][]) =>
      wrong(2, { item, verdict: 'slip', because, hint: 'So.' });
    const { slips } = of(
      line('s1', 0, [slip('q.a', [['forgot-bias']]), slip('q.b', [['forgot-bias']])]),
      line('s2', 0, [slip('q.a', [['forgot-bias']]), slip('q.b', [['rounded-up'], ['forgot-bias']])]),
    );
    expect(slips).toEqual([{ slip: 'forgot-bias', students: 2, answers: 3, hint: 'So.', who: ['s1', 's2'] }]);
  });

  test('name for each student the first answer of a problem that went wrong, and not what follows from it', () => {
    const { firstFailures } = of(
      line('s1', 0, [record({ item: 'q.a' }), wrong(2, { item: 'q.b' }), wrong(2, { item: 'q.c' })]),
      line('s2', 0, [wrong(1, { item: 'q.b' }), wrong(2, { item: 'r.a' })]),
      line('s3', 0, [record({ item: 'q.b', verdict: 'follows-through' }), wrong(1, { item: 'q.c' })]),
    );
    expect(firstFailures).toEqual([
      { item: 'q.b', who: ['s1', 's2'] },
      { item: 'r.a', who: ['s2'] },
      { item: 'q.c', who: ['s3'] },
    ]);
  });

  test('name everybody who waits; equal answers are one', () => {
    const waits = record({ verdict: 'review', written: 'because', read: null, score: 0 });
    const { waiting } = of(
      line('s1', 0, [waits]),
      line('s2', 0, [waits]),
      line('s3', 0, [{ ...waits, decided: true }]),
      line('s4', 0, [], { unclaimed: [{ name: 'q9', text: '4' }] }),
    );
    expect(waiting).toEqual([
      { item: 'q.a', text: 'because', students: ['s1', 's2'] },
      { item: '', text: 'q9: 4', students: ['s4'] },
    ]);
  });

  test('keep a bounded number of wrong values, and the common ones among them', () => {
    const statistics = classStatistics();
    for (let at = 0; at < 3_000; at++) statistics.add(line(`s${at}`, 0, [wrong(at % 2 === 0 ? -1 : at)]));
    const [item] = statistics.finish().items;
    expect(item!.wrong.length).toBeLessThanOrEqual(500);
    expect(item!.wrong[0]).toMatchObject({ value: '-1', students: 1_500 });
    expect(item!.dropped).toBe(true);
  });

  test('count items by any name, those of prototypes too', () => {
    const { items } = of(
      line('s1', 0, [wrong(1, { item: '__proto__' })]),
      line('s2', 0, [wrong(1, { item: 'constructor' })]),
    );
    expect(items.map(({ item, marked }) => [item, marked])).toEqual([
      ['__proto__', 1],
      ['constructor', 1],
    ]);
  });
});
