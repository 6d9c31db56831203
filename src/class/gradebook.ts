import Papa from 'papaparse';
import { formatPoints, sumOf } from '../problem/points.js';
import type { StudentResult } from '../report/student-result.js';

/** Headings of grades.csv: exact ids and bare numbers, nothing a student wrote. */
export const gradeHeadings = (problems: readonly string[]): string[] => [
  'student',
  'score',
  'pending',
  'max',
  'state',
  ...problems,
];

/** A student's row; without a score where there is none, never a silent 0. */
export function gradeRow(
  student: string,
  result: StudentResult | { readonly state: string },
  problems: readonly string[],
): string[] {
  if (!('marked' in result)) return [student, '', '', '', result.state, ...problems.map(() => '')];
  const { marked, state } = result;
  const perProblem = problems.map((problem) => {
    const parts = [...marked.parts]
      .filter(([part]) => part.startsWith(`${problem}.`))
      .map(([, score]) => score);
    return formatPoints(sumOf(parts));
  });
  return [
    student,
    formatPoints(marked.score),
    formatPoints(marked.pending),
    formatPoints(marked.max),
    state,
    ...perProblem,
  ];
}

/** Rows as CSV text, quoted where needed; ids stay as they are. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  Papa.unparse(rows as string[][], { newline: '\n' }) + '\n';
