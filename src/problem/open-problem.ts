import { answerType } from '../answers/index.js';
import { DomainError, GivenError } from '../engine/domain-error.js';
import { evaluate, type Evaluation } from '../engine/evaluate.js';
import type { Worksheet } from '../engine/worksheet.js';
import { families, loadFamily } from '../families/index.js';
import type { Family } from '../families/family.js';
import type { AuthoringError } from './authoring-error.js';
import { readParts } from './parts.js';
import type { Item, Part } from './item.js';
import type { Problem } from './problem.js';
import { fillProse, type GivenWriter } from './prose.js';
import type { RuleChoices } from './rubric.js';
import { checkVary } from './variant/check-vary.js';

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
  /** The problem as its author wrote it, with the givens of this instance. */
  readonly source: Problem;
  readonly options: OpenOptions;
  /** What the numbers were drawn from; null for the author's own. */
  readonly seed: string | null;
}

export interface OpenOptions {
  readonly rubric?: RuleChoices;
  readonly decimal?: 'point' | 'comma';
}

export const writer: GivenWriter = {
  typeset: (type, value) => answerType(type).typeset(value),
  write: (type, value) => answerType(type).write(value),
};

/** An opened problem, or all that is wrong with it. */
export type Opened = OpenProblem | { readonly errors: readonly AuthoringError[] };

/** Opens a problem: builds its worksheet, evaluates the key of every item, and reports all that is wrong with it. */
export async function openProblem(id: string, problem: Problem, options: OpenOptions = {}): Promise<Opened> {
  const family = await loadFamily(problem.family);
  if (!family) {
    const hint = `The families are ${Object.keys(families).join(', ')}.`;
    return { errors: [{ path: ['family'], message: `no family is named "${problem.family}"`, hint }] };
  }
  const opened = openWith(family, { id, source: problem, options, seed: null });
  const faults = problem.vary ? checkVary(problem.given, problem.vary) : [];
  if (faults.length === 0) return opened;
  return { errors: [...('errors' in opened ? opened.errors : []), ...faults] };
}

/** The same problem on other givens; `built` is their worksheet, where it is known already. */
export const openInstance = (
  { family, id, source, options }: OpenProblem,
  given: Readonly<Record<string, unknown>>,
  seed: string | null,
  built?: Built,
): Opened => openWith(family, { id, source: { ...source, given }, options, seed }, built);

/** Givens as the family reads them, with the worksheet on them and its key. */
export type Built = Pick<OpenProblem, 'given' | 'worksheet' | 'key'>;

type Stated = Pick<OpenProblem, 'id' | 'source' | 'options' | 'seed'>;

function openWith(family: Family, stated: Stated, built?: Built): Opened {
  const { id, source: problem, options } = stated;
  const given = built ? { success: true as const, data: built.given } : family.given.safeParse(problem.given);
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
  const worksheet = built?.worksheet ?? attempt(['given'], () => family.worksheet(given.data));
  if (!worksheet) return { errors };
  const key = built?.key ?? evaluate(worksheet);
  const prose = (path: readonly (string | number)[], text: string | undefined): string | null =>
    text === undefined
      ? null
      : (attempt(path, () => fillProse(text, worksheet, writer, problem.given)) ?? null);
  const text = prose(['text'], problem.text);
  const parts = readParts(id, problem, { key, attempt, prose, options });
  if (errors.length > 0) return { errors };
  return {
    ...stated,
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
