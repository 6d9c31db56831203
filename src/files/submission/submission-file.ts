import type { WrittenAnswer } from '../../problem/submission.js';
import type { Finding, Place } from '../finding.js';

/** One student's answers as a file has them, before anything is known of the assignment. */
export interface SubmissionFile {
  /** Where the submission starts: the file, or its row of a CSV file. */
  readonly at: Place;
  /** Null where the file names none; the file's name may then tell. */
  readonly student: string | null;
  readonly submitted: string | null;
  /** In place of a student: where a published key was found. */
  readonly source: string | null;
  /** The drawn givens that the sheet of a variant carries, as its line has them. */
  readonly variant?: string;
  /** Texts exactly as typed, by `problem.part`, `problem.part.item` or `problem.part.row.column`. */
  readonly answers: ReadonlyMap<string, WrittenAnswer>;
  /** Answers that an error in the file made unreadable, with the text that stands there. */
  readonly lost: ReadonlyMap<string, WrittenAnswer>;
  readonly findings: readonly Finding[];
}
