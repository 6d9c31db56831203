import { answerType, loadFormulaTypes, type AnswerTypeName } from './answers/index.js';
import type { Comparison, Json, KeyText, ReadOptions } from './answers/answer-type.js';
import { openAssignment, type OpenAssignment } from './files/assignment-folder.js';
import { openDisk } from './files/disk/disk.js';
import { splitInlineMap } from './files/submission/inline-map.js';
import { readSubmissions } from './files/submission/submission-format.js';
import { overall } from './marking/overall.js';
import type { Equivalence } from './notation/expression/equivalence.js';
import { compareFormulas } from './notation/formula/compare-formulas.js';
import { parseFormula } from './notation/formula/read-formula.js';
import { readSymbols, type SymbolSpecs } from './notation/formula/symbol-specs.js';
import { auditKey, type Audit } from './marking/audit.js';
import { marker } from './marking/mark-submission.js';
import type { MarkedSubmission, Verdict } from './marking/mark.js';
import type { OpenProblem } from './problem/open-problem.js';
import { solution } from './problem/solution.js';
import { variantDrawer, type Variant } from './problem/variant/variant-drawer.js';
import { deriveState, type SeedParts } from './files/variant/derive-seed.js';

export type { Variant } from './problem/variant/variant-drawer.js';
export { answerTypes } from './answers/all-types.js';
export type { AnswerTypeName } from './answers/index.js';
export { families, loadFamilies, loadFamily, type FamilyName } from './families/index.js';
export type { AnswerType, Comparison, Json, Reading } from './answers/answer-type.js';
export type { Family } from './families/family.js';
export type { SymbolSpec, SymbolSpecs } from './notation/formula/symbol-specs.js';
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

// With the syntax of LaTeX loaded, which a library reads, reading an answer needs no waiting.
await loadFormulaTypes();

/**
 * Whether two formulas of real numbers, in plain text, Unicode or LaTeX, mean the same: their values are compared at
 * fixed pseudo-random points. `symbols` declares the letters: `{}` for any number, `{ from: 0 }` for a domain, a text
 * such as `'sigma(z)'` for a definition; without it every single letter is a number. `undecided` where too few points
 * give a value to both, or many to one side alone, as with |x| and (√x)². Throws an error that says what a formula cannot mean.
 */
export function sameExpression(
  a: string,
  b: string,
  options: { readonly symbols?: SymbolSpecs } = {},
): Equivalence {
  const symbols = options.symbols && readSymbols(options.symbols);
  const language = { kind: 'numbers' as const, ...(symbols && { symbols }) };
  return compareFormulas(parseFormula(a, language), parseFormula(b, language), symbols ?? new Map());
}

/** What `markAnswer` found: the verdict, how the text was read, and by how much it misses. */
export interface AnswerMark {
  readonly verdict: Verdict;
  readonly read: Json;
  readonly why: string | null;
  readonly comparison: Comparison | null;
}

export interface MarkAnswerOptions
  extends Partial<Omit<ReadOptions, 'like'>>, Partial<Omit<KeyText, 'formula'>> {
  /**
   * The right value, as the type's key: a number, a shape such as [16, 28, 28], a tensor. For `expression`,
   * `expression-matrix`, `matrix-expression` and `indexed-sum` the text of the formula, whose letters `symbols` declares
   * (`form`, `indices`, `origin` and `outside` say the rest).
   */
  readonly key: unknown;
  /** The answer as written. */
  readonly text: string;
  /** Right within `absolute`, or within `relative` times the key's size; exact when left out. */
  readonly tolerance?: { readonly relative?: number; readonly absolute?: number };
  /** Significant digits asked for. */
  readonly precision?: { readonly atLeast: number };
}

/** Marks one answer by itself. Throws for an unknown type or a key that cannot be read; never for what `text` says. */
export function markAnswer(type: AnswerTypeName, options: MarkAnswerOptions): AnswerMark {
  const { key: stated, text, tolerance, precision, ...rest } = options;
  const { decimal = 'point', as, choices, trailingOnes, ...about } = rest;
  const way = answerType(type);
  const key = typeof stated === 'string' && way.keyFrom ? way.keyFrom({ formula: stated, ...about }) : stated;
  const reading = way.read(text, {
    decimal,
    like: key,
    ...(as && { as }),
    ...(choices && { choices }),
    ...(trailingOnes && { trailingOnes }),
  });
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

/** Whose variant is drawn, beside the problem itself; what is left out counts as the empty text. */
export type VariantSeed =
  string | (Pick<SeedParts, 'seed'> & Partial<Pick<SeedParts, 'assignment' | 'student'>>);

/**
 * Draws a variant of a problem that has a `vary`: the same seed gives the same numbers on every machine, and no wrong
 * way that the family knows gives the right answer on them. Rejects with an error that names the condition which
 * refused most draws where none is good; a problem without `vary` comes back as it is.
 */
export async function drawVariant(problem: OpenProblem, seed: VariantSeed): Promise<Variant> {
  const parts = { assignment: '', student: '', ...(typeof seed === 'string' ? { seed } : seed) };
  return (await variantDrawer(problem)).draw(deriveState({ ...parts, problem: problem.id }), parts.seed);
}
