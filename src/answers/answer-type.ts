/** Plain JSON, as results and `--json` print values. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What the item, the rubric and the problem say about reading an answer. */
export interface ReadOptions {
  /** The mark before decimals; `comma` only where the rubric says so. */
  readonly decimal: 'point' | 'comma';
  readonly as?: 'percent';
  readonly choices?: readonly string[];
  /** The key; only its rank and shape may settle which of two readings is meant, never its numbers. */
  readonly like?: unknown;
  /** `ignore`: a shape of 16 may be written 16×1. */
  readonly trailingOnes?: 'ignore';
}

/** How a text was read. Blank, unreadable and wrong are three results. */
export type Reading<A = unknown> =
  | { readonly state: 'read'; readonly answer: A; readonly notes: readonly string[] }
  | { readonly state: 'blank' }
  | { readonly state: 'unreadable'; readonly why: string };

/** When a value counts as right: `|s − t| ≤ absolute` or `≤ relative·|t|`; `atLeast` significant digits asked for. */
export interface ComparisonRule {
  readonly relative: number;
  readonly absolute: number;
  readonly atLeast?: number;
}

export type EntryVerdict = 'correct' | 'rounded' | 'wrong' | 'blank' | 'unreadable';

export interface Comparison {
  /** One verdict an entry, row-major; a single one for answers that are right or wrong as a whole. */
  readonly entries: readonly EntryVerdict[];
  /** Largest |s − t| over the entries that could be compared; null where distance means nothing. */
  readonly distance: number | null;
  /** Markdown for the student where the way it is wrong has a name: another shape, transposed, flipped. */
  readonly remark?: string;
  /** Entries that the better constant answer gets right; credit by entries counts only above them. */
  readonly baseline?: number;
}

/** One way of answering: how a text is read, compared and written. `A` is a reading, `V` a worksheet value. */
export interface AnswerType<A = unknown, V = unknown> {
  readonly name: string;
  /** What a student is asked to write, e.g. "a whole number such as 448". */
  readonly expects: string;
  read(text: string, options: ReadOptions): Reading<A>;
  compare(answer: A, key: V, rule: ComparisonRule): Comparison;
  /** Whether `value`, rounded to the digits the student wrote, is this very answer. */
  agrees(answer: A, value: V): boolean;
  /** Plain text that a student could have written; `read(write(v))` compares equal to `v`. */
  write(value: V): string;
  /** LaTeX. */
  typeset(value: V): string;
  json(value: V): Json;
  /** The reading shown back: plain JSON, LaTeX, and words where they help ("a 3×4 matrix"). */
  echo(answer: A): { readonly json: Json; readonly latex: string; readonly words?: string };
  /** A worksheet value from a reading, ours in its blank or unreadable entries. */
  fill(answer: A, computed: () => V): V;
  /** Whether later steps can use the answer; a text says why not. */
  plausible(answer: A, like: V): true | string;
  /** How many answers are right, where a key admits several; one unless said. */
  alternatives?(key: V): number;
  /** Answers that must be accepted, refused or found unreadable for a key. */
  readonly examples: readonly Example<V>[];
}

export interface Example<V> {
  readonly key: V;
  readonly options?: Partial<ReadOptions>;
  readonly rule?: Partial<ComparisonRule>;
  readonly accepts: readonly string[];
  readonly rejects: readonly string[];
  readonly unreadable?: readonly string[];
}
