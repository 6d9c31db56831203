import { describe, expect, test } from 'vitest';
import { everyVerdict, markOf, problems, resultOf } from '../../../test/report-fixture.js';
import { fromNumber } from '../../notation/rational.js';
import { markdownMedium } from '../media/markdown-medium.js';
import { problemPage } from './problem-page.js';
import type { StudentResult } from '../student-result.js';
import { studentViews, type StudentView } from './student-view.js';
import { wordingFor } from '../words/wording.js';

const view = (result: StudentResult, expected = true): StudentView<string> =>
  studentViews({
    assignment: 'Doubling',
    problems: problems.map((problem, at) => problemPage(problem, at, markdownMedium, expected)),
    words: wordingFor(problems, { hints: true, expected, solution: expected }),
    medium: markdownMedium,
  })(result);

const late = (minutes: number, taken: number) =>
  view(resultOf('s', {}, { late: { minutes, days: 1, taken } })).late;

describe("a student's report", () => {
  test('is plain data', () => {
    expect(JSON.parse(JSON.stringify(view(everyVerdict)))).toEqual(view(everyVerdict));
  });

  test('adds up: 2 + 5 + 1 + 3 cells of a half, and what waits is told apart', () => {
    const { score, max, share, pending, problems: shown } = view(everyVerdict);
    expect({ score, max, share }).toEqual({ score: '9.5', max: '22', share: 43 });
    expect(pending).toBe('4 points wait for a person and may still be added.');
    expect(shown[0]!.points).toBe('9.5 of 22, 4 more waiting');
    expect(shown[0]!.parts.map(({ heading, points }) => `${heading}: ${points}`)).toEqual([
      'Part (a): 2 of 4',
      'Part (b): 5 of 5',
      'Part (c): 1 of 2, 1 more waiting',
      'Part (d): 1.5 of 8',
      'Part (e): 3 points waiting',
    ]);
  });

  test('shows the score of a part as the rubric rounded it', () => {
    const result = resultOf('s', { a: (item) => markOf(item, 'partial', { points: 1.26 }) });
    const parts = new Map([...result.marked.parts, ['q1.a', fromNumber(1.5)]]);
    expect(view({ ...result, marked: { ...result.marked, parts } }).problems[0]!.parts[0]!.points).toBe(
      '1.5 of 4',
    );
  });

  test.each([
    [1, 0, 'Handed in 1 minute late; nothing is taken for it.'],
    [95, 0.1, 'Handed in 95 minutes late: 10 % of the score is taken.'],
    [180, 0.1, 'Handed in 3 hours late: 10 % of the score is taken.'],
    [3 * 1440, 0.3, 'Handed in 3 days late: 30 % of the score is taken.'],
  ])('says how late %d minutes are', (minutes, taken, words) => {
    expect(late(minutes, taken)).toBe(words);
  });

  test('has a place for what is said of the whole, empty unless something is', () => {
    expect(view({ ...everyVerdict, diagnosis: [] }).diagnosis).toEqual([]);
    expect(view({ ...everyVerdict, diagnosis: ['One slip explains three.'] }).diagnosis).toEqual([
      'One slip explains three.',
    ]);
  });

  test('says no more of optional items left empty than their names', () => {
    const blank = resultOf('s');
    const marks = blank.marked.marks.map((mark) =>
      mark.item.part === 'c' ? { ...mark, item: { ...mark.item, points: fromNumber(0) } } : mark,
    );
    const part = view({ ...blank, marked: { ...blank.marked, marks } }).problems[0]!.parts[2]!;
    expect(part).toMatchObject({ items: [], skipped: 'Optional, and left empty: first and last.' });
    expect(view(blank).problems[0]!.parts[2]!).toMatchObject({ skipped: null });
  });

  test('names answers that no question claims', () => {
    const unclaimed = [{ name: 'q9', text: '42', problem: null }];
    const { marked } = everyVerdict;
    expect(view({ ...everyVerdict, marked: { ...marked, unclaimed } }).unclaimed).toEqual([
      { name: 'q9', written: '`42`' },
    ]);
  });
});

describe('a table of answers', () => {
  const table = (expected = true) => view(everyVerdict, expected).problems[0]!.parts[3]!.table!;

  test('has a row and a column for each of the problem, and a sign in every cell', () => {
    expect(table().columns).toEqual(['input', 'output', 'weight', 'bias']);
    expect(table().rows.map(({ label }) => label)).toEqual(['E1', 'E2', 'D1', 'D2']);
    expect(table().rows[0]!.cells.map(({ written, sign }) => [written, sign.word])).toEqual([
      ['`16`', 'right'],
      ['`17`', 'right'],
      ['`1,800`', 'not right'],
      [null, 'left empty'],
    ]);
  });

  test('says the same thing of several cells once, and what each should be', () => {
    const empty = table().remarks.find(({ sign }) => sign.word === 'left empty')!;
    expect(empty.heading).toBe('11 cells: 0 of 0.5 each');
    expect(empty.evidence).toHaveLength(11);
    expect(empty.evidence[0]).toEqual({ label: 'E1 bias', value: 'expected `19`' });
  });

  test('still names the cells where nothing else may be shown', () => {
    const empty = table(false).remarks.find(({ sign }) => sign.word === 'left empty')!;
    expect(empty.evidence).toEqual([]);
    expect(empty.says.join()).toContain('E1 bias, E2 output');
  });
});
