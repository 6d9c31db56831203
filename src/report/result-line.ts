import type { Json } from '../answers/answer-type.js';
import { compare, toNumber } from '../notation/rational.js';
import type { Late } from '../marking/late.js';
import type { Mark, Verdict } from '../marking/mark.js';
import type { AnswerItem } from '../problem/item.js';
import { zero } from '../problem/points.js';
import { ruleWords } from './words/number-words.js';
import type { StudentResult, UnmarkedStudent } from './student-result.js';

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
  /** A person has decided on an answer that had to wait. */
  readonly decided?: true;
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
  readonly max: number | null;
  readonly late: Late | null;
  readonly items: readonly ItemRecord[];
  /** What keeps a file from being marked, with its place. */
  readonly why?: string;
  /** Answers that no item claims. */
  readonly unclaimed?: readonly { readonly name: string; readonly text: string }[];
}

const keys = new WeakMap<AnswerItem, Json>();

/** The answer key's value as JSON, worked out once an item. */
function keyOf(item: AnswerItem): Json {
  if (!keys.has(item)) keys.set(item, item.type.json(item.read.like));
  return keys.get(item)!;
}

const isDecided = ({ verdict, pending, item }: Mark): boolean =>
  (verdict === 'review' || verdict === 'unreadable') &&
  compare(pending, zero) === 0 &&
  compare(item.points, zero) > 0;

const records = new WeakMap<Mark, ItemRecord>();
const written = new WeakMap<ItemRecord, string>();

/** A mark's record; one record for all students who share the mark. */
function recordOf(mark: Mark): ItemRecord {
  const known = records.get(mark) ?? itemRecord(mark);
  records.set(mark, known);
  return known;
}

function writeRecord(record: ItemRecord): string {
  const known = written.get(record) ?? JSON.stringify(record);
  written.set(record, known);
  return known;
}

/** A line as results.jsonl has it, records that students share being written out once. */
export function writeResultLine({ items, ...line }: ResultLine): string {
  const head = JSON.stringify(line);
  return `${head.slice(0, -1)},"items":[${items.map(writeRecord).join(',')}]}\n`;
}

function itemRecord(mark: Mark): ItemRecord {
  const { item, verdict, written, read, fromOwn, explanations } = mark;
  const answer = item.kind === 'answer' ? item : null;
  return {
    item: item.id,
    verdict,
    score: toNumber(mark.score),
    max: toNumber(item.points),
    because: explanations.map(({ slips }) => slips.map(({ slip }) => slip)),
    written,
    read: read?.json ?? null,
    key: answer && keyOf(answer),
    fromOwn: answer && fromOwn && answer.type.json(fromOwn.value),
    rule: answer && ruleWords(answer),
    hint: explanations[0]?.hint ?? null,
    carried: fromOwn?.carried ?? [],
    ...(isDecided(mark) && { decided: true }),
  };
}

/** The line of results.jsonl of one student. */
export function resultLine(result: StudentResult | UnmarkedStudent): ResultLine {
  const { student, file, state } = result;
  if (!('marked' in result)) {
    const why = result.why === null ? {} : { why: result.why };
    return {
      student,
      file,
      report: null,
      state,
      score: null,
      pending: 0,
      max: null,
      late: null,
      items: [],
      ...why,
    };
  }
  const { marked, report } = result;
  return {
    student,
    file,
    report,
    state,
    score: toNumber(marked.score),
    pending: toNumber(marked.pending),
    max: toNumber(marked.max),
    late: marked.late,
    items: marked.marks.map(recordOf),
    ...(marked.unclaimed.length > 0 && {
      unclaimed: marked.unclaimed.map(({ name, text }) => ({ name, text })),
    }),
  };
}
