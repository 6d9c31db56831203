import type { MarkedSubmission } from '../marking/mark.js';

/** One student's marked submission, as reports and results take it. */
export interface StudentResult {
  readonly student: string;
  readonly name?: string;
  readonly file: string | null;
  /** Where the report stands, below the output folder. */
  readonly report: string | null;
  readonly state: 'graded' | 'needs-review';
  readonly marked: MarkedSubmission;
  /** Plain sentences on the file as a whole: names that were understood, lines that were lost. */
  readonly notes: readonly string[];
  /** Markdown on the submission as a whole, said before any single answer. */
  readonly diagnosis?: readonly string[];
}

/** A student without marks: nothing was handed in, the file could not be read, or a fault of ours came between. */
export interface UnmarkedStudent {
  readonly student: string;
  readonly name?: string;
  readonly file: string | null;
  readonly state: 'missing' | 'unreadable' | 'failed';
  /** What is wrong with the file, with its place. */
  readonly why: string | null;
}
