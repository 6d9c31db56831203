import Papa from 'papaparse';
import { formatPoints, sumOf } from '../problem/points.js';
import type { StudentResult, UnmarkedStudent } from '../report/student-result.js';

/** Headings of grades.csv: exact ids and bare numbers, nothing that a student wrote. */
export const gradeHeadings = (problems: readonly string[]): string[] => [
  'student',
  'score',
  'pending',
  'max',
  'state',
  ...problems,
];

/** A student's row; empty where there is no score, never a silent 0. */
export function gradeRow(result: StudentResult | UnmarkedStudent, problems: readonly string[]): string[] {
  const { student, state } = result;
  if (!('marked' in result)) return [student, '', '', '', state, ...problems.map(() => '')];
  const { score, pending, max, parts } = result.marked;
  const perProblem = problems.map((problem) =>
    formatPoints(
      sumOf([...parts].filter(([part]) => part.startsWith(`${problem}.`)).map(([, points]) => points)),
    ),
  );
  return [student, formatPoints(score), formatPoints(pending), formatPoints(max), state, ...perProblem];
}

/** Rows as CSV text; cells are quoted where they need it and otherwise stay as they are. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  `${Papa.unparse(rows as string[][], { newline: '\n' })}\n`;
