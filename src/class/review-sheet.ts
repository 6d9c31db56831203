import type { CsvTable } from '../files/read-csv.js';
import { formatPoints } from '../problem/points.js';
import { fromDecimal, type Rational } from '../notation/rational.js';
import type { Mark, Verdict } from '../marking/mark.js';
import type { ReviewLookup } from '../marking/mark-submission.js';

/** Columns of review.csv; a person fills in the last two. */
export const reviewHeadings = ['item', 'text', 'students', 'points', 'why', 'score', 'comment'] as const;

const waiting: readonly Verdict[] = ['unreadable', 'review'];

/** A spreadsheet cell holds 32,767 characters. */
const longestText = 30_000;

/** What spreadsheets would run as a formula, after spaces and invisible characters. */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u;

/** Text as a spreadsheet cell shows it: never a formula, never longer than a cell. */
export function neutralize(text: string): string {
  const cut = text.slice(0, longestText).replace(/[\u0000-\u0008\u000b-\u001f]/g, ' ');
  return formula.test(cut.slice(0, 200)) ? `'${cut}` : cut;
}

/** Answers that wait for a person; equal answers to an item are one row. */
export interface ReviewSheet {
  add(student: string, marks: readonly Mark[]): void;
  rows(): string[][];
}

const keyOf = (item: string, text: string, student: string): string =>
  JSON.stringify(text === '' ? [item, '', student] : [item, text]);

export function reviewSheet(): ReviewSheet {
  const rows = new Map<
    string,
    { item: string; text: string; students: string[]; points: string; why: string }
  >();
  return {
    add(student, marks) {
      for (const { item, verdict, written, why } of marks) {
        if (!waiting.includes(verdict) || written === undefined) continue;
        const text = neutralize(written ?? '');
        const key = keyOf(item.id, text, student);
        const row = rows.get(key);
        if (row) row.students.push(student);
        else
          rows.set(key, {
            item: item.id,
            text,
            students: [student],
            points: formatPoints(item.points),
            why: why ?? '',
          });
      }
    },
    rows: () => [
      [...reviewHeadings],
      ...[...rows.values()]
        .sort((a, b) =>
          a.item === b.item ? b.students.length - a.students.length : a.item < b.item ? -1 : 1,
        )
        .map(({ item, text, students, points, why }) => [
          item,
          text,
          neutralize(students.join(' ')),
          points,
          neutralize(why),
          '',
          '',
        ]),
    ],
  };
}

export interface ReviewProblem {
  readonly line: number;
  readonly message: string;
}

/** Reads a filled-in review.csv: the decisions by item and text, and the rows that cannot be used. */
export function readReview({ header, rows }: CsvTable): {
  lookup: ReviewLookup;
  decided: number;
  problems: ReviewProblem[];
} {
  const problems: ReviewProblem[] = [];
  const decisions = new Map<string, { score: Rational; comment: string | null }>();
  const missing = (['item', 'text', 'students', 'score'] as const).filter((name) => !header.includes(name));
  if (missing.length > 0)
    problems.push({
      line: 1,
      message: `expected a column headed ${missing.join(', ')}, found ${header.join(', ')}`,
    });
  for (const { line, cells } of missing.length > 0 ? [] : rows) {
    const cell = (name: (typeof reviewHeadings)[number]): string => cells.get(name) ?? '';
    const score = cell('score').trim();
    if (score === '') continue;
    const most = Number(cell('points').trim() || 'Infinity');
    if (!/^\d{1,7}(\.\d{1,6})?$/.test(score) || Number(score) > most) {
      problems.push({ line, message: `score: expected a number from 0 to ${most}, found "${score}"` });
      continue;
    }
    const student = cell('text') === '' ? cell('students').trim().replace(/^'/, '') : '';
    const key = keyOf(cell('item').trim(), cell('text'), student);
    decisions.set(key, { score: fromDecimal(score), comment: cell('comment').trim() || null });
  }
  const lookup: ReviewLookup = (item, text, student) => decisions.get(keyOf(item, neutralize(text), student));
  return { lookup, decided: decisions.size, problems };
}
