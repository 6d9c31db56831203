import type { Json } from '../answers/answer-type.js';
import { toNumber } from '../notation/rational.js';
import { keyValues } from '../marking/read-answer.js';
import type { Late } from '../marking/late.js';
import type { Mark, Verdict } from '../marking/mark.js';
import type { OpenProblem } from '../problem/open-problem.js';
import { ruleWords } from './number-words.js';
import type { StudentResult } from './student-result.js';

export type State = 'graded' | 'needs-review' | 'missing' | 'unreadable' | 'failed';

/** One item of a line of results.jsonl. */
export interface ItemRecord {
  readonly item: string;
  readonly verdict: Verdict;
  readonly score: number;
  readonly max: number;
  /** The explanations found, each a set of slips; ties have several. */
  readonly because: readonly (readonly string[])[];
  readonly written: string | null;
  readonly read: Json;
  readonly key: Json;
  readonly fromOwn: Json;
  readonly rule: string | null;
  readonly hint: string | null;
  readonly carried: readonly string[];
}

/** A line of results.jsonl: one student. */
export interface ResultLine {
  readonly student: string;
  readonly file: string | null;
  readonly report: string | null;
  readonly state: State;
  /** Null where a file or a fault kept anything from being marked: never a zero. */
  readonly score: number | null;
  readonly pending: number;
  readonly max: number;
  readonly late: Late | null;
  readonly items: readonly ItemRecord[];
  /** What keeps a file from being marked, with its place. */
  readonly why?: string;
  /** Answers that no item claims. */
  readonly unclaimed?: readonly { readonly name: string; readonly text: string }[];
}

/** Turns students' results into lines of results.jsonl; built once for a class. */
export function resultLines(
  problems: readonly OpenProblem[],
): (result: StudentResult, report: string | null) => ResultLine {
  const known = new Map(
    problems.flatMap((problem) =>
      problem.items.flatMap((item) =>
        item.kind === 'answer'
          ? [[item.id, { key: item.type.json(keyValues(item, problem)[0]), rule: ruleWords(item) }] as const]
          : [],
      ),
    ),
  );

  const record = (mark: Mark): ItemRecord => {
    const { item, verdict, written, read, fromOwn, explanations } = mark;
    return {
      item: item.id,
      verdict,
      score: toNumber(mark.score),
      max: toNumber(item.points),
      because: explanations.map(({ slips }) => slips.map(({ slip }) => slip)),
      written,
      read: read?.json ?? null,
      key: known.get(item.id)?.key ?? null,
      fromOwn: fromOwn && item.kind === 'answer' ? item.type.json(fromOwn.value) : null,
      rule: known.get(item.id)?.rule ?? null,
      hint: explanations[0]?.hint ?? null,
      carried: fromOwn?.carried ?? [],
    };
  };

  return ({ student, file, state, marked }, report) => ({
    student,
    file,
    report,
    state,
    score: toNumber(marked.score),
    pending: toNumber(marked.pending),
    max: toNumber(marked.max),
    late: marked.late,
    items: marked.marks.map(record),
    ...(marked.unclaimed.length > 0 && {
      unclaimed: marked.unclaimed.map(({ name, text }) => ({ name, text })),
    }),
  });
}
