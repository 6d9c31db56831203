import { DomainError } from '../../engine/domain-error.js';
import { toNested } from '../../engine/tensor.js';
import { ExpressionError } from '../../notation/expression/tree.js';
import type { AuthoringError } from '../authoring-error.js';
import type { OpenProblem } from '../open-problem.js';
import { readFormula, reader, type Formula } from './condition.js';
import type { Vary, VariantRules } from './distribution.js';
import { drawOf } from './draw-given.js';
import { numericPaths, parsePath, valueAt, withValueAt } from './given-path.js';
import type { Random } from './random.js';
import type { Refusal } from './tally.js';
import { toValue, type Value } from './value.js';

export type Given = Readonly<Record<string, unknown>>;

/** A condition with its place in the list of the problem. */
export interface Condition extends Formula {
  readonly place: number;
}

/** How a problem's givens are drawn, and what a draw must fulfil. */
export interface Plan {
  readonly rules: VariantRules;
  readonly keys: readonly string[];
  readonly draw: (random: Random) => Given;
  /** Conditions that only givens of the file decide, and those that need the worksheet. */
  readonly early: readonly Condition[];
  readonly late: readonly Condition[];
}

/** A `vary` or `variants` that cannot work, at its places. */
export class VaryError extends DomainError {
  constructor(
    readonly errors: readonly AuthoringError[],
    /** Why draws were refused, the commonest reason first. */
    readonly refused: readonly Refusal[] = [],
  ) {
    super(errors.map(({ message }) => message).join('; '));
  }
}

export const statedValue = (given: unknown, name: string): Value | undefined =>
  toValue(valueAt(given, parsePath(name)));

const overlap = (a: string, b: string): boolean => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);

type Formulas = readonly (readonly [string, Formula])[];

/** Formulas so ordered that each reads only what was worked out before. */
function inOrder(formulas: Formulas, errors: AuthoringError[]): Formulas {
  const done: (readonly [string, Formula])[] = [];
  let left = formulas;
  while (left.length > 0) {
    const waits = ([key, { names }]: readonly [string, Formula]): boolean =>
      left.some(
        ([other]) =>
          names.some((name) => overlap(name, other)) &&
          (other !== key || names.some((name) => overlap(name, key))),
      );
    const next = left.find((formula) => !waits(formula));
    if (!next) {
      const keys = left.map(([key]) => key);
      errors.push({
        path: ['vary', keys[0]!],
        message: `the formulas need each other: ${keys.join(', ')}`,
        hint: 'Draw one of them.',
      });
      return done;
    }
    done.push(next);
    left = left.filter((formula) => formula !== next);
  }
  return done;
}

const plain = (value: Value): unknown => {
  const exact = (entry: unknown): unknown =>
    Array.isArray(entry) ? entry.map(exact) : Number((entry as number).toPrecision(12)) + 0;
  return exact(typeof value === 'number' ? value : toNested(value));
};

/** Reads the distributions and conditions of a problem; throws a VaryError with all that is wrong. */
export function planOf({ source, worksheet }: OpenProblem): Plan {
  const vary: Vary = source.vary ?? {};
  const rules: VariantRules = source.variants ?? {};
  const errors: AuthoringError[] = [];
  const read = (
    path: AuthoringError['path'],
    text: string,
    known: ReadonlySet<string>,
  ): Formula | undefined => {
    try {
      return readFormula(text, known);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const hint = error instanceof ExpressionError ? error.hint : undefined;
      errors.push({ path, message: error.message, ...(hint !== undefined && { hint }) });
      return undefined;
    }
  };
  const stated = new Set(numericPaths(source.given));
  const known = new Set([...worksheet.steps.keys(), ...worksheet.givens.keys(), ...stated]);
  const formulas = Object.entries(vary).flatMap(([key, one]): [string, Formula][] => {
    const formula = 'is' in one ? read(['vary', key], one.is, stated) : undefined;
    return formula ? [[key, formula]] : [];
  });
  const conditions = (rules.require ?? []).flatMap((text, place): Condition[] => {
    const formula = read(['variants', 'require', place], text, known);
    return formula ? [{ ...formula, place }] : [];
  });
  for (const [place, step] of (rules.trivial ?? []).entries())
    if (!worksheet.steps.has(step))
      errors.push({
        path: ['variants', 'trivial', place],
        message: `no step is named "${step}"`,
        hint: 'Name a step that a part asks for.',
      });
  const slips = new Set([
    ...Object.keys(worksheet.misreadings),
    ...[...worksheet.steps.values()].flatMap((step) => Object.keys(step.slips)),
  ]);
  for (const [place, slip] of (rules.forgiven ?? []).entries())
    if (!slips.has(slip))
      errors.push({
        path: ['variants', 'forgiven', place],
        message: `no slip is named "${slip}"`,
        hint: 'Name a slip of the family.',
      });
  const ordered = inOrder(formulas, errors);
  if (errors.length > 0) throw new VaryError(errors);
  const draws = Object.entries(vary).flatMap(([key, one]) => {
    const path = parsePath(key);
    return 'is' in one ? [] : [{ path, draw: drawOf(one, valueAt(source.given, path)) }];
  });
  const isEarly = ({ names }: Condition): boolean =>
    names.every((name) => stated.has(name) && !worksheet.steps.has(name));
  return {
    rules,
    keys: Object.keys(vary),
    early: conditions.filter(isEarly),
    late: conditions.filter((condition) => !isEarly(condition)),
    draw: (random) => {
      let given: unknown = source.given;
      for (const { path, draw } of draws) given = withValueAt(given, path, draw(random));
      for (const [key, { run }] of ordered) {
        const now = given;
        given = withValueAt(given, parsePath(key), plain(run(reader((name) => statedValue(now, name)))));
      }
      return given as Given;
    },
  };
}
