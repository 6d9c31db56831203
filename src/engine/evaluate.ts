import { DomainError } from './domain-error.js';
import type { Needs, SlipAt, Step, Worksheet } from './worksheet.js';

/** A slip by name, at one step or (without `at`) everywhere it can be made. */
export interface SlipUse {
  readonly slip: string;
  readonly at?: string;
}

export interface EvaluateOptions {
  readonly slips?: readonly SlipUse[];
  /** By step: puts ours (computed on demand) into the blanks of the student's answer. */
  readonly carry?: ReadonlyMap<string, (computed: () => unknown) => unknown>;
  /** Value of a step that cannot be computed under carried values. */
  readonly fallback?: (name: string) => unknown;
}

/** One evaluation of a worksheet: values are computed when asked for, and remembered. */
export interface Evaluation {
  readonly worksheet: Worksheet;
  /** The value later steps read: the carried answer where there is one. */
  value(name: string): unknown;
  /** The value this step gives on the inputs it reads, whether or not it is carried itself. */
  expected(name: string): unknown;
  /** Carried steps that `expected(name)` rests on, nearest last. */
  carriedInto(name: string): readonly string[];
  /** Steps that fell back to the plain key, with the reason. */
  readonly fellBack: ReadonlyMap<string, string>;
}

/** Steps that need each other; the message names them in order. */
export class CycleError extends Error {
  override readonly name = 'CycleError';
}

const misread = (sheet: Worksheet, slips: readonly SlipUse[]): Worksheet =>
  slips.reduce(
    (base, { slip }) => (Object.hasOwn(base.misreadings, slip) ? base.misreadings[slip]!.worksheet() : base),
    sheet,
  );

const isFiniteValue = (value: unknown): boolean => {
  if (typeof value === 'number') return Number.isFinite(value);
  if (value instanceof Float64Array) return value.every(Number.isFinite);
  if (Array.isArray(value)) return value.every(isFiniteValue);
  if (typeof value === 'object' && value !== null && 'data' in value) return isFiniteValue(value.data);
  return true;
};

/** The step itself, or the slip that is made at it. */
function wayOf(step: Step, made: readonly SlipUse[]): Step | SlipAt {
  for (const { slip, at } of made)
    if ((at === undefined || at === step.name) && Object.hasOwn(step.slips, slip)) return step.slips[slip]!;
  return step;
}

const noOne: readonly string[] = [];

/** A value and the carried steps behind it, nearest last. */
interface Found {
  readonly value: unknown;
  readonly carried: readonly string[];
}

/**
 * Evaluates a worksheet: the answer key without options, the follow-through key with `carry`, a slip key
 * with `slips`. Throws a DomainError for a step that cannot be computed (unless `fallback` is given), and an
 * Error that names the steps of a cycle or an unknown name.
 */
export function evaluate(sheet: Worksheet, options: EvaluateOptions = {}): Evaluation {
  const { carry, fallback, slips: made = [] } = options;
  const base = made.length === 0 ? sheet : misread(sheet, made);
  /** What steps give, and what later steps read in their place. */
  const computed = new Map<string, Found>();
  const read = new Map<string, Found>();
  const fellBack = new Map<string, string>();
  const open = new Set<string>();

  const inputsOf = (needs: Needs): { inputs: Record<string, unknown>; carried: readonly string[] } => {
    const inputs: Record<string, unknown> = {};
    let carried = noOne;
    for (const word in needs) {
      const found = find(needs[word]!.name);
      inputs[word] = found.value;
      if (carried.length === 0) carried = found.carried;
      else if (found.carried.length > 0) carried = [...new Set([...carried, ...found.carried])];
    }
    return { inputs, carried };
  };

  const run = (name: string, step: Step): Found => {
    if (open.has(name)) {
      const path = [...open];
      throw new CycleError(`steps form a cycle: ${[...path.slice(path.indexOf(name)), name].join(' → ')}`);
    }
    open.add(name);
    const way = wayOf(step, made);
    let found: ReturnType<typeof inputsOf>;
    try {
      found = inputsOf(way.needs);
    } finally {
      open.delete(name);
    }
    const { inputs, carried } = found;
    try {
      const value = (way.run as (inputs: unknown) => unknown)(inputs);
      if (fallback && carried.length > 0 && !isFiniteValue(value))
        throw new DomainError('the value is not finite');
      return { value, carried };
    } catch (error) {
      if (!fallback || carried.length === 0) throw error;
      fellBack.set(name, error instanceof DomainError ? error.message : 'the step cannot be computed');
      return { value: fallback(name), carried: noOne };
    }
  };

  const compute = (name: string): Found => {
    const before = computed.get(name);
    if (before) return before;
    const stated = base.givens.get(name);
    if (stated) return { value: stated.given, carried: noOne };
    const step = base.steps.get(name);
    if (!step) throw new Error(`no given or step is named "${name}"`);
    const found = run(name, step);
    computed.set(name, found);
    return found;
  };

  const find = (name: string): Found => {
    const before = read.get(name);
    if (before) return before;
    const answer = base.givens.has(name) ? undefined : carry?.get(name);
    if (!answer) {
      const found = compute(name);
      read.set(name, found);
      return found;
    }
    let behind = noOne;
    const value = answer(() => {
      const ours = compute(name);
      behind = ours.carried;
      return ours.value;
    });
    const found = { value, carried: [...behind, name] };
    read.set(name, found);
    return found;
  };

  return {
    worksheet: base,
    value: (name) => find(name).value,
    expected: (name) => compute(name).value,
    carriedInto: (name) => compute(name).carried,
    fellBack,
  };
}
