import { answerType, type AnswerTypeName } from './answers/index.js';
import type { Comparison, Json, ReadOptions } from './answers/answer-type.js';
import { openAssignment, type OpenAssignment } from './files/assignment-folder.js';
import { openDisk } from './files/disk.js';
import { splitInlineMap } from './files/inline-map.js';
import { readSubmissions } from './files/submission-format.js';
import { overall } from './marking/overall.js';
import { auditKey, type Audit } from './marking/audit.js';
import { marker } from './marking/mark-submission.js';
import type { MarkedSubmission, Verdict } from './marking/mark.js';
import type { OpenProblem } from './problem/open-problem.js';
import { solution } from './problem/solution.js';

export { answerTypes, type AnswerTypeName } from './answers/index.js';
export { families, loadFamilies, loadFamily, type FamilyName } from './families/index.js';
export type { AnswerType, Comparison, Json, Reading } from './answers/answer-type.js';
export type { Family } from './families/family.js';
export type { OpenAssignment } from './files/assignment-folder.js';
export type { Mark, MarkedSubmission, Verdict } from './marking/mark.js';
export type { OpenProblem } from './problem/open-problem.js';
export type { Audit, Disagreement } from './marking/audit.js';

/**
 * Reads an assignment's folder with its problems and rubric, and opens every problem: its worksheet and key.
 * Rejects with an error whose message lists everything that is wrong, each as `file:line:column path: …`.
 */
export const loadAssignment = (folder: string): Promise<OpenAssignment> => openAssignment(openDisk(), folder);

/**
 * A problem's key as plain JSON: `{ problem, family, seed, given, steps, items }`. Shapes are lists of sizes,
 * tensors nested lists, what does not exist is "none".
 */
export const solve = (problem: OpenProblem): Json => solution(problem).json;

/** What `markAnswer` found: the verdict, how the text was read, and by how much it misses. */
export interface AnswerMark {
  readonly verdict: Verdict;
  readonly read: Json;
  readonly why: string | null;
  readonly comparison: Comparison | null;
}

export interface MarkAnswerOptions extends Partial<Omit<ReadOptions, 'like'>> {
  /** The right value, as the type's key: a number, a shape such as [16, 28, 28], a tensor. */
  readonly key: unknown;
  /** The answer as written. */
  readonly text: string;
  /** Right within `absolute`, or within `relative` times the key's size; exact when left out. */
  readonly tolerance?: { readonly relative?: number; readonly absolute?: number };
  /** Significant digits asked for. */
  readonly precision?: { readonly atLeast: number };
}

/** Marks one answer by itself. Throws for an unknown type; whatever the text, it never throws. */
export function markAnswer(type: AnswerTypeName, options: MarkAnswerOptions): AnswerMark {
  const { key, text, tolerance, precision, ...read } = options;
  const way = answerType(type);
  const reading = way.read(text, { decimal: 'point', ...read, like: key });
  if (reading.state !== 'read')
    return {
      verdict: reading.state,
      read: null,
      why: 'why' in reading ? reading.why : null,
      comparison: null,
    };
  const comparison = way.compare(reading.answer, key, {
    relative: tolerance?.relative ?? 0,
    absolute: tolerance?.absolute ?? 0,
    ...precision,
  });
  return { verdict: overall(comparison), read: way.echo(reading.answer).json, why: null, comparison };
}

/**
 * Marks one submission, given as the text of a submission file (YAML or JSON): a verdict, a score and the evidence
 * for every item. Throws an error with file:line:column only for a text whose structure is lost.
 */
export function markSubmission(assignment: OpenAssignment, submission: string): MarkedSubmission {
  const { problems, rubric, due } = assignment;
  const [file] = readSubmissions('submission.yaml', submission).submissions;
  const mark = marker(problems, { rubric, splitMap: splitInlineMap, ...(due !== undefined && { due }) });
  return mark({ ...file!, student: file!.student ?? '' });
}

/**
 * Compares a published key, given as the text of a submission file, with the recomputed one. Every disagreement has a
 * kind; only `wrong` says that the key errs. Throws an error with file:line:column for a text whose structure is lost.
 */
export function audit(assignment: OpenAssignment, key: string): Audit {
  const [file] = readSubmissions('published-key.yaml', key).submissions;
  return auditKey(assignment.problems, assignment.rubric, { ...file!, student: '' }, splitInlineMap);
}
