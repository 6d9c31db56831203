import { describe, expect, it } from 'vitest';
import { markAnswers, marksByItem, openOn } from '../../../test/worked-problem.js';
import { fromNumber, toNumber } from '../../notation/rational.js';
import type { ReviewLookup } from '../mark-submission.js';

const shapes = openOn('q1-shapes', {
  parts: {
    a: { points: 2, answer: 'first' },
    b: {
      items: {
        left: { answer: 'first' },
        right: { answer: 'second', label: 'on the right' },
        aside: { answer: 'count', points: 0 },
      },
    },
    c: { table: { rows: { R: 'x', S: 'y' }, by: { J: 'p', K: 'q' }, columns: { u: 'u', v: 'v' } } },
  },
});
const sums = openOn('q2-sums', {
  parts: { a: { points: 3, answer: 'sum' }, b: { points: 3, review: [{ criterion: 'why', points: 3 }] } },
});
const both = [shapes, sums];

const marked = (answers: Readonly<Record<string, string>>, review?: ReviewLookup) =>
  markAnswers(both, { answers }, review ? { review } : {});
const verdicts = (answers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    [...marksByItem(marked(answers))]
      .filter(([, { verdict }]) => verdict !== 'blank')
      .map(([item, { verdict }]) => [item, verdict]),
  );

describe('an answer is taken for the item its name means', () => {
  it.each([
    [{ 'q1-shapes.a': '35' }, 'q1-shapes.a'],
    [{ 'q1.a': '35' }, 'q1-shapes.a'],
    [{ '1.a': '35' }, 'q1-shapes.a'],
    [{ '1a': '35' }, 'q1-shapes.a'],
    [{ 'Q1_shapes.(a)': '35' }, 'q1-shapes.a'],
    [{ 'Question 1 (a)': '35' }, 'q1-shapes.a'],
    [{ 'q1.part a': '35' }, 'q1-shapes.a'],
    [{ 'q1.b.left': '35' }, 'q1-shapes.b.left'],
    [{ 'q1.b.on the right': '143' }, 'q1-shapes.b.right'],
    [{ 'q2.a': '178' }, 'q2-sums.a'],
    [{ 'q1.c.S.K.v': '17' }, 'q1-shapes.c.S.K-v'],
    [{ 'q1.c.S.K-v': '17' }, 'q1-shapes.c.S.K-v'],
    [{ 'q1.c.S': '{ K-v: 17 }' }, 'q1-shapes.c.S.K-v'],
  ])('%j', (answers, item) => {
    expect(verdicts(answers)).toEqual({ [item]: 'correct' });
  });

  it.each([
    '1a',
    '1.a',
    '(1)(a)',
    '1) a)',
    '1 (a)',
    '１a',
    'Q1 a)',
    'Q1a',
    'q1-a',
    'q1_a',
    'Q1: A',
    'Q1, part A',
    'Question 1, part (a)',
    'Problem 1a.',
    'Exercise 1 a',
    'Ex 1a',
    'Task 1a',
    'q1-shapes a',
    '#1a',
  ])('"%s" is part (a) of the first problem', (name) => {
    expect(verdicts({ [name]: '35' })).toEqual({ 'q1-shapes.a': 'correct' });
  });

  it.each(['1b.left', '1 (b) left', 'Q1b) left', '1b-left', 'Question 1, part b: left'])(
    '"%s" is an item of part (b)',
    (name) => {
      expect(verdicts({ [name]: '35' })).toEqual({ 'q1-shapes.b.left': 'correct' });
    },
  );

  it.each(['Part A', 'a', '(a)', '1', 'Q3 a', '12a', '1ab', 'a1', '1 d', '1a 2a', '('.repeat(5000)])(
    '"%s" means no one thing where there are two problems: a person looks',
    (name) => {
      const { unclaimed, marks } = marked({ [name]: '35' });
      expect(unclaimed.map((one) => one.name)).toEqual([name]);
      expect(marks.filter(({ verdict }) => verdict === 'correct')).toEqual([]);
    },
  );

  it('"Part A" is part (a) where there is one problem', () => {
    const found = marksByItem(markAnswers([shapes], { answers: { 'Part A': '35' } }));
    expect(found.get('q1-shapes.a')!.verdict).toBe('correct');
  });

  it('and the report says so where it was not the very name', () => {
    const notes = (answers: Readonly<Record<string, string>>) =>
      marksByItem(marked(answers)).get('q1-shapes.a')!.notes;
    expect(notes({ '1a': '35' })).toEqual(['You named it "1a"; it was taken as "q1-shapes.a".']);
    expect(notes({ 'q1-shapes.a': '35' })).toEqual([]);
  });

  it('by the part alone where there is one problem, by the problem alone where it has one item', () => {
    const alone = (problem: typeof sums, path: string, text: string) =>
      markAnswers([problem], { answers: { [path]: text } }).marks[0]!.verdict;
    expect(alone(sums, 'a', '178')).toBe('correct');
    expect(alone(sums, '(a)', '178')).toBe('correct');
    expect(alone(openOn('q5', { parts: { only: { answer: 'first' } } }), 'q5', '35')).toBe('correct');
  });

  it.each([
    ['lines with colons', 'left: 35\nright: 143'],
    ['an inline mapping', '{ left: 35, right: 143 }'],
    ['equals signs', 'left = 35\nRight = 143'],
    ['bars', 'left | 35\non the right | 143'],
  ])('item by item from %s', (_, text) => {
    expect(verdicts({ 'q1.b': text })).toEqual({
      'q1-shapes.b.left': 'correct',
      'q1-shapes.b.right': 'correct',
    });
  });

  it.each([
    ['35', 'correct'],
    ['x = 35', 'correct'],
    ['first: 1\nthen: 35', 'review'],
  ])('by the part alone where one of its items has points: %s', (text, verdict) => {
    const items = { total: { answer: 'first', points: 2 }, aside: { answer: 'count', points: 0 } };
    const problem = openOn('q6', { parts: { a: { points: 1, answer: 'count' }, b: { items } } });
    const found = marksByItem(markAnswers([problem], { answers: { 'q6.b': text } }));
    expect([found.get('q6.b.total')!.verdict, found.get('q6.b.aside')!.verdict]).toEqual([verdict, 'blank']);
  });

  it('by the item where its part is left out and no other part has one of that name', () => {
    expect(verdicts({ 'q1.left': '35', 'q1.on the right': '143' })).toEqual({
      'q1-shapes.b.left': 'correct',
      'q1-shapes.b.right': 'correct',
    });
  });

  it('once: two answers to one item wait, and both are shown', () => {
    const mark = marksByItem(marked({ 'q1-shapes.a': '35', '1a': '36' })).get('q1-shapes.a')!;
    expect([mark.verdict, mark.written, toNumber(mark.pending)]).toEqual(['unreadable', '35\n36', 2]);
    expect(mark.why).toContain('"1a"');
  });

  it.each([[{ 'q1-shapes.a': '', '1a': '35' }], [{ '1a': '35', 'q1-shapes.a': '  ' }]])(
    'an empty place of the answer sheet does not count: %j',
    (answers) => {
      expect(verdicts(answers)).toEqual({ 'q1-shapes.a': 'correct' });
    },
  );
});

describe('an answer under a name that means nothing or too much', () => {
  it('makes every blank of its problem wait, never zero, and nothing else', () => {
    const found = marksByItem(marked({ 'q1.d': '35', 'q1.a': '36' }));
    expect(found.get('q1-shapes.a')!.verdict).toBe('wrong');
    expect(found.get('q1-shapes.b.left')).toMatchObject({ verdict: 'review', written: 'q1.d: 35' });
    expect(found.get('q1-shapes.c.R.J-u')!.verdict).toBe('review');
    expect(found.get('q2-sums.a')!.verdict).toBe('blank');
  });

  it.each([{ a: '35' }, { 'q7.a': '35' }, { x: '35' }])(
    'makes every blank wait where the problem is not known: %j',
    (answers) => {
      const { marks, pending, max, unclaimed } = marked(answers);
      expect(
        new Set(marks.filter(({ item }) => toNumber(item.points) > 0).map(({ verdict }) => verdict)),
      ).toEqual(new Set(['review']));
      expect(toNumber(pending)).toBe(toNumber(max));
      expect(unclaimed).toHaveLength(1);
    },
  );

  it('leaves optional working alone: an item of 0 points is never missed', () => {
    expect(marksByItem(marked({ x: '35' })).get('q1-shapes.b.aside')!.verdict).toBe('blank');
  });

  it('is nothing when it is empty', () => {
    expect(marked({ x: '  ' }).unclaimed).toEqual([]);
    expect(verdicts({ x: '' })).toEqual({});
  });

  it('makes only the blanks of its part wait where the part is known', () => {
    for (const name of ['q1.b', 'Q1 (b)', '1b'])
      expect(verdicts({ [name]: 'what I found: 35' })).toEqual({
        'q1-shapes.b.left': 'review',
        'q1-shapes.b.right': 'review',
      });
  });

  it('waits when a table has a row too many, while the rows that are known are marked', () => {
    const found = verdicts({ 'q1.c': 'R | 10 | 11 | 12 | 13\nT | 1 | 2 | 3 | 4' });
    expect(found['q1-shapes.c.R.J-u']).toBe('correct');
    expect(found['q1-shapes.c.S.J-u']).toBe('review');
  });

  it('places the cells of a row whose names are known around one that is not', () => {
    const found = verdicts({ 'q1.c.R': '{ J-u: 10, nonsense: 5, K-v: 13 }' });
    expect([found['q1-shapes.c.R.J-u'], found['q1-shapes.c.R.K-v'], found['q1-shapes.c.R.J-v']]).toEqual([
      'correct',
      'correct',
      'review',
    ]);
  });

  it('is settled when a person has decided on all it may belong to', () => {
    const decide: ReviewLookup = (item) =>
      item === 'q2-sums.a' ? { score: fromNumber(2), comment: 'seen' } : undefined;
    const answers = { 'q2.z': '178', 'q2.b': '' };
    const open = marked(answers);
    expect(open.unclaimed).toMatchObject([{ name: 'q2.z', blanks: ['q2-sums.a', 'q2-sums.b'] }]);
    expect(marked(answers, decide).unclaimed).toHaveLength(1);
    const all: ReviewLookup = () => ({ score: fromNumber(2), comment: null });
    const settled = marked(answers, all);
    expect([settled.unclaimed, toNumber(settled.score), toNumber(settled.pending)]).toEqual([[], 4, 0]);
  });

  it('is settled by itself where nothing was left blank', () => {
    const complete = { 'q2.a': '178', 'q2.b': 'because', 'q2.z': 'more' };
    expect(marked(complete).unclaimed).toMatchObject([{ name: 'q2.z', blanks: [] }]);
    const decide: ReviewLookup = (item) =>
      item === 'q2.z' ? { score: fromNumber(0), comment: null } : undefined;
    expect(marked(complete, decide).unclaimed).toEqual([]);
  });
});

describe('lines that could not be read', () => {
  const lost = (path: string) =>
    marksByItem(markAnswers(both, { answers: { 'q1.a': '35' }, lost: { [path]: 'what stands there' } }));

  it.each([
    ['q1.b.left', ['q1-shapes.b.left']],
    ['q1.b', ['q1-shapes.b.left', 'q1-shapes.b.right', 'q1-shapes.b.aside']],
    ['q1.c.R', ['J-u', 'J-v', 'K-u', 'K-v'].map((column) => `q1-shapes.c.R.${column}`)],
    ['q1.c.R.J.u', ['q1-shapes.c.R.J-u']],
    ['q2', ['q2-sums.a', 'q2-sums.b']],
  ])('cost the items below %s and no other', (path, items) => {
    const unreadable = [...lost(path)].filter(([, { verdict }]) => verdict === 'unreadable');
    expect(unreadable.map(([item]) => item)).toEqual(items);
    expect(unreadable.map(([, { written }]) => written)).toEqual(items.map(() => 'what stands there'));
    expect(lost(path).get('q1-shapes.a')!.verdict).toBe('correct');
  });

  it('under an unknown name make the blanks wait', () => {
    expect(lost('q2.zz').get('q2-sums.a')!.verdict).toBe('review');
  });
});

describe('a person’s decision', () => {
  const decide =
    (score: number): ReviewLookup =>
    (item) =>
      item === 'q2-sums.b' || item === 'q2-sums.a'
        ? { score: fromNumber(score), comment: 'fine' }
        : undefined;

  it('gives what waited its score and remark', () => {
    const mark = marksByItem(marked({ 'q2.b': 'because' }, decide(2.5))).get('q2-sums.b')!;
    expect([toNumber(mark.score), toNumber(mark.pending), mark.comment, mark.verdict]).toEqual([
      2.5,
      0,
      'fine',
      'review',
    ]);
  });

  it('never gives more than the points', () => {
    expect(toNumber(marksByItem(marked({ 'q2.b': 'because' }, decide(99))).get('q2-sums.b')!.score)).toBe(3);
  });

  it('changes nothing that did not wait', () => {
    expect(toNumber(marksByItem(marked({ 'q2.a': '178' }, decide(0))).get('q2-sums.a')!.score)).toBe(3);
    expect(marksByItem(marked({ 'q2.a': '177.9' }, decide(1))).get('q2-sums.a')!.comment).toBeNull();
  });
});
