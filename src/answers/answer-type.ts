import type { Form } from '../notation/formula/forms.js';
import type { SymbolSpecs } from '../notation/formula/symbol-specs.js';

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
  /** How a formula must be written, beyond what it means. */
  readonly form?: Form;
}

/** `undecided`: neither right nor wrong could be shown, so a person decides. */
export type EntryVerdict = 'correct' | 'rounded' | 'wrong' | 'blank' | 'unreadable' | 'undecided';

export interface Comparison {
  /** One verdict an entry, row-major; a single one for answers that are right or wrong as a whole. */
  readonly entries: readonly EntryVerdict[];
  /** Largest |s − t| over the entries that could be compared; null where distance means nothing. */
  readonly distance: number | null;
  /** Markdown for the student where the way it is wrong has a name: another shape, transposed, flipped. */
  readonly remark?: string;
  /** Entries that the better constant answer gets right, by weight; credit by entries counts only above them. */
  readonly baseline?: number;
  /** What each entry is worth beside the others; 1 unless said. */
  readonly weights?: readonly number[];
  /** What each entry stands for, where that is no place in a tensor: "convolutions keep the size". */
  readonly names?: readonly string[];
  /** Whether a wrong answer of this kind is unlikely to agree with an explanation by chance. */
  readonly isTelling?: boolean;
}

/** A slip of reading or of the pen that a value of any family can suffer. */
export interface ReadingSlip<V = unknown> {
  readonly name: string;
  /** Markdown for the student. */
  readonly hint: string;
  /** What the slip makes of a right value; empty where it cannot be made. */
  gives(value: V): readonly V[];
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
  /** An answer is of the student's own making: what follows from the key says nothing of another one. */
  readonly isMadeUp?: true;
  /** A key from what an author writes, where that is not the value itself: a formula's text and its letters. */
  keyFrom?(written: KeyText): V;
  /** Why comparing with a key decides too little, for its author; undefined where it decides well. */
  weakness?(key: V): { readonly message: string; readonly hint: string } | undefined;
  /** Whether an item can ask for a form such as factored or expanded. */
  readonly hasForms?: true;
  /** Loads what reading needs (the syntax of LaTeX); families with such steps await it in their `prepare`. */
  prepare?(): Promise<void>;
  /** Slips that belong to this way of answering, whatever the family. */
  readonly slips?: readonly ReadingSlip<V>[];
  /** Half a unit of the last digit written, entry by entry; 0 where every digit is there. */
  halfDigits?(answer: A): V;
  /** About how many wrong answers can be written as precisely as this one; 2 for each entry unless said. */
  variety?(answer: A, key: V): number;
  /** Answers that must be accepted, refused or found unreadable for a key. */
  readonly examples: readonly Example<V>[];
}

/** A key as text, with all that is said of its letters. */
export interface KeyText {
  readonly formula: string;
  readonly symbols?: SymbolSpecs;
  readonly form?: Form;
  /** Indices of the wanted tensor with their sizes, in order. */
  readonly indices?: Readonly<Record<string, number>>;
  /** Other letters that count entries: those that only sums have. */
  readonly counters?: readonly string[];
  /** The first index. */
  readonly origin?: 0 | 1;
  /** What an entry outside a tensor counts as. */
  readonly outside?: 'zero' | 'error';
  /** The letter that the answer is a formula for, where it is declared too. */
  readonly asked?: string;
  /** Formulas that are as right under other conventions, each with the letters as that convention has them. */
  readonly also?: readonly Pick<KeyText, 'formula' | 'symbols'>[];
}

export interface Example<V> {
  readonly key: V;
  readonly options?: Partial<ReadOptions>;
  readonly rule?: Partial<ComparisonRule>;
  readonly accepts: readonly string[];
  readonly rejects: readonly string[];
  readonly unreadable?: readonly string[];
}
