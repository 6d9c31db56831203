import type { CsvTable } from '../files/read-csv.js';
import { showText } from '../files/show.js';
import { compare, fromDecimal } from '../notation/rational.js';
import type { MarkedSubmission } from '../marking/mark.js';
import type { ReviewDecision, ReviewLookup } from '../marking/mark-submission.js';
import { formatPoints, zero } from '../problem/points.js';

/** Columns of review.csv; a person fills in the last two. */
export const reviewHeadings = ['item', 'text', 'students', 'points', 'why', 'score', 'comment'] as const;

/** A spreadsheet cell holds 32,767 characters. */
const longestText = 30_000;

/** What spreadsheets would run as a formula, after spaces and invisible characters. */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u;

/** Text as a spreadsheet cell shows it: never a formula, never longer than a cell. */
export function neutralize(text: string): string {
  const cut = text.slice(0, longestText).replace(/[\u0000-\u0008\u000b-\u001f]/g, ' ');
  return formula.test(cut.slice(0, 200)) ? `'${cut}` : cut;
}

const unknownName = 'No question has this name, and none was left blank: 0 settles it.';

/** An answer that waits for a person, as a row of the sheet before equal ones are joined. */
export interface WaitingRow {
  readonly item: string;
  readonly text: string;
  readonly student: string;
  readonly points: string;
  readonly why: string;
}

/** Answers that wait for a person; equal answers to an item are one row. */
export interface ReviewSheet {
  add(rows: readonly WaitingRow[]): void;
  rows(): string[][];
}

const keyOf = (item: string, text: string, student: string): string =>
  JSON.stringify(text === '' ? [item, '', student] : [item, text]);

/** What of a marked submission waits for a person. */
export const waitingRows = (student: string, { marks, unclaimed }: MarkedSubmission): WaitingRow[] => [
  ...marks
    .filter(({ pending }) => compare(pending, zero) > 0)
    .map(({ item, written, why }) => ({
      item: item.id,
      text: neutralize(written ?? ''),
      student,
      points: formatPoints(item.points),
      why: why ?? '',
    })),
  ...unclaimed
    .filter(({ blanks = [] }) => blanks.length === 0)
    .map(({ name, text }) => ({
      item: neutralize(name),
      text: neutralize(text),
      student,
      points: '0',
      why: unknownName,
    })),
];

/** Gathers what waits; rows that are decided already stay below it, so that a sheet may be written over itself. */
export function reviewSheet(decided: readonly (readonly string[])[] = []): ReviewSheet {
  const rows = new Map<string, WaitingRow & { readonly students: string[] }>();
  return {
    add(waiting) {
      for (const row of waiting) {
        const key = keyOf(row.item, row.text, row.student);
        const known = rows.get(key);
        if (known) known.students.push(row.student);
        else rows.set(key, { ...row, students: [row.student] });
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
      ...decided.map((cells) => [...cells]),
    ],
  };
}

export interface ReviewProblem {
  readonly line: number;
  readonly message: string;
}

/** What a filled-in review.csv decides. */
export interface Review {
  readonly lookup: ReviewLookup;
  /** The filled-in rows as they are. */
  readonly rows: readonly (readonly string[])[];
  /** The sheet as it was read. */
  readonly table: CsvTable;
  /** Lines whose decisions answers have asked for so far. */
  readonly used: () => readonly number[];
  /** Counts lines as asked for, where answers were marked elsewhere. */
  readonly use: (lines: readonly number[]) => void;
  /** Lines whose decision no answer has asked for so far. */
  readonly unused: () => readonly number[];
  /** Rows that cannot be used. */
  readonly problems: readonly ReviewProblem[];
}

/** Reads a filled-in review.csv: the decisions by item and text. */
export function readReview(table: CsvTable): Review {
  const { header, rows } = table;
  const problems: ReviewProblem[] = [];
  const decisions = new Map<string, ReviewDecision & { readonly line: number }>();
  const filled: string[][] = [];
  const used = new Set<number>();
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
    const points = cell('points').trim();
    const most = isScore(points) ? Number(points) : Infinity;
    if (!isScore(score) || Number(score) > most) {
      const range = most === Infinity ? 'of points' : `from 0 to ${most}`;
      problems.push({ line, message: `score: expected a number ${range}, found ${showText(score)}` });
      continue;
    }
    const student = cell('text') === '' ? cell('students').trim().replace(/^'/, '') : '';
    const key = keyOf(cell('item').trim(), cell('text'), student);
    const before = decisions.get(key);
    if (before && compare(before.score, fromDecimal(score)) !== 0) {
      problems.push({
        line,
        message: `score: expected one decision an answer, line ${before.line} has another`,
      });
      continue;
    }
    decisions.set(key, { score: fromDecimal(score), comment: cell('comment').trim() || null, line });
    filled.push(reviewHeadings.map(cell));
  }
  const lookup: ReviewLookup = (item, text, student) => {
    const decision = decisions.get(keyOf(neutralize(item), neutralize(text), student));
    if (decision) used.add(decision.line);
    return decision;
  };
  const unused = (): number[] =>
    [...decisions.values()].flatMap(({ line }) => (used.has(line) ? [] : [line]));
  const use = (lines: readonly number[]): void => {
    for (const line of lines) used.add(line);
  };
  return { lookup, table, rows: filled, used: () => [...used], use, unused, problems };
}

const isScore = (text: string): boolean => /^\d{1,7}(\.\d{1,6})?$/.test(text);
