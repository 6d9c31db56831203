import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { markAnswers, openOn } from '../../test/worked-problem.js';
import type { StudentResult } from '../report/student-result.js';
import { gradeHeadings, gradeRow, toCsv } from './gradebook.js';

const problems = [
  openOn('q1', { parts: { a: { points: 2, answer: 'first' }, b: { points: 1, answer: 'grid' } } }),
  openOn('q1-more', { parts: { a: { points: 3, review: [{ criterion: 'why', points: 3 }] } } }),
];
const ids = problems.map(({ id }) => id);
const resultOf = (student: string): StudentResult => ({
  student,
  file: 'f.yaml',
  report: null,
  state: 'needs-review',
  marked: markAnswers(problems, {
    answers: { 'q1.a': '35', 'q1.b': '35 143; 36 0', 'q1-more.a': 'because' },
  }),
  notes: [],
});

describe('the gradebook', () => {
  it('has a column a problem, with its own points only', () => {
    expect(gradeHeadings(ids)).toEqual(['student', 'score', 'pending', 'max', 'state', 'q1', 'q1-more']);
    expect(gradeRow(resultOf('s1'), ids)).toEqual(['s1', '2.75', '3', '6', 'needs-review', '2.75', '0']);
  });

  it.each(['missing', 'unreadable', 'failed'] as const)(
    'has no score for a student whose state is %s',
    (state) => {
      expect(gradeRow({ student: 's1', file: null, state, why: null }, ids)).toEqual([
        's1',
        '',
        '',
        '',
        state,
        '',
        '',
      ]);
    },
  );

  it.each([
    '007',
    '1E5',
    '12345678901234567',
    '=1+1',
    '-5',
    '@x',
    ' s 1',
    'a,b',
    'say "x"',
    'zwei\nZeilen',
    '__proto__',
  ])('keeps the id %j exactly', (student) => {
    const text = toCsv([gradeHeadings(ids), gradeRow(resultOf(student), ids)]);
    const { data, errors } = Papa.parse<string[]>(text.trimEnd(), { header: false });
    expect(errors).toEqual([]);
    expect(data.map((row) => row[0])).toEqual(['student', student]);
    expect(data[1]).toHaveLength(7);
  });

  it('holds bare numbers', () => {
    const [, row] = toCsv([gradeHeadings(ids), gradeRow(resultOf('s1'), ids)]).split('\n');
    expect(row).toBe('s1,2.75,3,6,needs-review,2.75,0');
  });
});
