import type { Comparison, Json } from '../answers/answer-type.js';
import type { Rational } from '../notation/rational.js';
import type { Item } from '../problem/item.js';
import type { UnclaimedAnswer } from './claim/claim.js';
import type { Late } from './late.js';

export const verdicts = [
  'correct',
  'rounded',
  'follows-through',
  'slip',
  'partial',
  'wrong',
  'blank',
  'unreadable',
  'review',
] as const;
export type Verdict = (typeof verdicts)[number];

/** A wrong way that gives exactly the student's value: one or more slips, each made everywhere or at one step. */
export interface Explanation {
  readonly slips: readonly { readonly slip: string; readonly at?: string }[];
  /** Markdown for the student: what was done, then what is right. */
  readonly hint: string;
  /** The same, slip by slip, where there are several. */
  readonly hints?: readonly string[];
}

/** How an answer was read: plain JSON, LaTeX, and words where they help. */
export interface Echo {
  readonly json: Json;
  readonly latex: string;
  readonly words?: string;
}

/** What the explanations of an answer are weighed by. */
export interface Doubt {
  /** Chance that a random wrong value of as many digits meets one of the explanations tried. */
  readonly odds: number;
  /** Whether they count only where another answer tells of the same slips. */
  readonly needsCompany: boolean;
  /** What is left where they do not count. */
  readonly otherwise: Diagnosis;
}

/** What was found of one item's answer, before any credit. */
export interface Diagnosis {
  readonly item: Item;
  readonly verdict: Verdict;
  /** The text as the student wrote it; null where there is none. */
  readonly written: string | null;
  readonly read: Echo | null;
  /** Remarks on the reading, on wrong names and on values that could not be carried; plain sentences. */
  readonly notes: readonly string[];
  /** Against the key, or against the student's own numbers where that is the better. */
  readonly comparison: Comparison | null;
  /** With the key, where `comparison` is with the student's own numbers. */
  readonly againstKey?: Comparison;
  /** The expected value from the student's own earlier answers, and the items it rests on. */
  readonly fromOwn: { readonly value: unknown; readonly carried: readonly string[] } | null;
  /** Wrong working without points of its own that it follows from, and that costs here. */
  readonly charged?: readonly string[];
  /** Several where they tie: either may be what happened. */
  readonly explanations: readonly Explanation[];
  /** Whether the explanation is certain enough to be stated outright; otherwise it "may be". */
  readonly certain: boolean;
  /** How far the explanations can be trusted, before the submission is looked at as a whole. */
  readonly doubt?: Doubt;
  /** Why an answer could not be read or waits for a person. */
  readonly why: string | null;
}

/** Verdict, score and evidence of one item. */
export interface Mark extends Diagnosis {
  readonly score: Rational;
  /** Points that wait for a person. */
  readonly pending: Rational;
  /** A person's remark on a reviewed answer. */
  readonly comment: string | null;
}

/** All marks of one submission. */
export interface MarkedSubmission {
  readonly marks: readonly Mark[];
  /** Score of each part, `<problem>.<part>`, rounded where the rubric rounds parts. */
  readonly parts: ReadonlyMap<string, Rational>;
  readonly score: Rational;
  readonly pending: Rational;
  readonly max: Rational;
  readonly late: Late | null;
  /** Answers that no item of the assignment claims: they wait for a person. */
  readonly unclaimed: readonly UnclaimedAnswer[];
}
