import type { Verdict } from '../../marking/mark.js';
import type { State } from '../result-line.js';

/** The few facts that are kept of every student. */
export interface StudentFacts {
  readonly student: string;
  readonly name: string | null;
  readonly state: State;
  readonly score: number | null;
  readonly pending: number;
  readonly report: string | null;
}

/** A wrong value that several students share. */
export interface WrongValueCount {
  /** As read, plain JSON written out. */
  readonly value: string;
  /** As its first student wrote it, cut short. */
  readonly written: string;
  readonly students: number;
  readonly slips: readonly string[];
  /** Markdown. */
  readonly hint: string | null;
}

export interface ItemStatistics {
  readonly item: string;
  /** Answers that are marked and wait for nobody. */
  readonly marked: number;
  /** Mean share of the points over the marked answers; null where there is none, or the item has no points. */
  readonly success: number | null;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** Commonest first. */
  readonly wrong: readonly WrongValueCount[];
  /** Whether there were so many wrong values that rare ones were dropped. */
  readonly dropped: boolean;
}

export interface SlipCount {
  readonly slip: string;
  readonly students: number;
  readonly answers: number;
  /** Markdown of the first time it was met. */
  readonly hint: string;
  readonly who: readonly string[];
}

/** The first answer of its problem that went wrong, and for whom. */
export interface FirstFailure {
  readonly item: string;
  readonly who: readonly string[];
}

/** Answers to an item that wait for a person; equal texts are one. */
export interface WaitingAnswer {
  readonly item: string;
  readonly text: string;
  readonly students: readonly string[];
}

/** A file that could not be marked. */
export interface Trouble {
  readonly student: string;
  readonly file: string | null;
  readonly state: State;
  readonly why: string;
}

export interface ScoreSummary {
  readonly mean: number;
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
  readonly lowest: number;
  readonly highest: number;
}

/** All that a class report says of the class, as plain data. */
export interface ClassStatistics {
  readonly counts: Readonly<Record<State, number>>;
  readonly max: number;
  /** Over the students with a score; null without any. */
  readonly scores: ScoreSummary | null;
  readonly students: readonly StudentFacts[];
  readonly items: readonly ItemStatistics[];
  readonly slips: readonly SlipCount[];
  readonly firstFailures: readonly FirstFailure[];
  readonly waiting: readonly WaitingAnswer[];
  readonly troubles: readonly Trouble[];
}
