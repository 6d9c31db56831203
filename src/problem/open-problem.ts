import { answerType } from '../answers/index.js';
import { DomainError, GivenError } from '../engine/domain-error.js';
import { evaluate, type Evaluation, type Worksheet } from '../engine/worksheet.js';
import { families, loadFamily } from '../families/index.js';
import type { Family } from '../families/family.js';
import { readParts } from './parts.js';
import type { Item, Part } from './item.js';
import type { Problem } from './problem.js';
import { fillProse, type GivenWriter } from './prose.js';
import type { RuleChoices } from './rubric.js';

/** Something an author has to mend, at a path below the problem file. */
export interface AuthoringError {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly hint?: string;
}

/** A problem with its worksheet, its answer key and its items. */
export interface OpenProblem {
  readonly id: string;
  readonly title: string;
  readonly family: Family;
  readonly given: unknown;
  readonly worksheet: Worksheet;
  readonly key: Evaluation;
  /** Markdown with LaTeX, givens filled in. */
  readonly text: string | null;
  readonly parts: readonly Part[];
  readonly items: readonly Item[];
  readonly examples: NonNullable<Problem['examples']>;
}

export interface OpenOptions {
  readonly rubric?: RuleChoices;
  readonly decimal?: 'point' | 'comma';
}

export const writer: GivenWriter = {
  typeset: (type, value) => answerType(type).typeset(value),
  write: (type, value) => answerType(type).write(value),
};

/** Opens a problem: builds its worksheet, evaluates the key of every item, and reports all that is wrong with it. */
export async function openProblem(
  id: string,
  problem: Problem,
  options: OpenOptions = {},
): Promise<OpenProblem | { readonly errors: readonly AuthoringError[] }> {
  const family = await loadFamily(problem.family);
  if (!family) {
    const hint = `The families are ${Object.keys(families).join(', ')}.`;
    return { errors: [{ path: ['family'], message: `no family is named "${problem.family}"`, hint }] };
  }
  const given = family.given.safeParse(problem.given);
  if (!given.success)
    return {
      errors: given.error.issues.map(({ path, message }) => ({
        path: ['given', ...path.map((part) => (typeof part === 'symbol' ? String(part) : part))],
        message,
      })),
    };
  const errors: AuthoringError[] = [];
  const attempt = <T>(path: readonly (string | number)[], run: () => T): T | undefined => {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const [place, hint] =
        error instanceof GivenError ? [['given', ...error.path], error.hint] : [path, undefined];
      errors.push({ path: place, message: error.message, ...(hint !== undefined && { hint }) });
      return undefined;
    }
  };
  const worksheet = attempt(['given'], () => family.worksheet(given.data));
  if (!worksheet) return { errors };
  const key = evaluate(worksheet);
  const prose = (path: readonly (string | number)[], text: string | undefined): string | null =>
    text === undefined ? null : (attempt(path, () => fillProse(text, worksheet, writer)) ?? null);
  const text = prose(['text'], problem.text);
  const parts = readParts(id, problem, { key, attempt, prose, options });
  if (errors.length > 0) return { errors };
  return {
    id,
    title: problem.title,
    family,
    given: given.data,
    worksheet,
    key,
    text,
    parts,
    items: parts.flatMap((part) => part.items),
    examples: problem.examples ?? [],
  };
}
