import { DomainError } from './domain-error.js';

/** A named value of type `T` in a worksheet: a given or a step. */
export interface Named<out T> {
  readonly name: string;
  /** Carries `T` for inference only; never set. */
  readonly value?: T;
}

/** What a step reads: its own word for each input, and the given or step it comes from. */
export type Needs = Readonly<Record<string, Named<unknown>>>;
export type Inputs<N extends Needs> = { readonly [K in keyof N]: N[K] extends Named<infer T> ? T : never };
/** The same inputs written out as LaTeX. */
export type Written<N extends Needs> = { readonly [K in keyof N]: string };

/** A number, text, shape or tensor the problem states. */
export interface Given<T = unknown> extends Named<T> {
  readonly type: string;
  readonly given: T;
}

/** One named line of working: what it reads, how it computes, how it is written out. */
export interface Step<T = unknown> extends Named<T> {
  /** Answer type that reads, compares and writes the value. */
  readonly type: string;
  /** LaTeX for the left-hand side of the printed line; the name in upright letters when absent. */
  readonly symbol?: string;
  readonly choices?: readonly string[];
  readonly needs: Needs;
  readonly run: (inputs: never) => T;
  readonly show: (written: never) => string;
  /** Known wrong ways to do this step; the same name at several steps is one slip. */
  readonly slips: Readonly<Record<string, SlipAt<T>>>;
}

/** A second, wrong way to do a step. */
export interface SlipAt<T = unknown> {
  readonly needs: Needs;
  readonly run: (inputs: never) => T;
  readonly show: (written: never) => string;
  /** Markdown for the student: what was done, then what is right. */
  readonly hint: string | ((written: never) => string);
  readonly kind?: SlipKind;
}

interface StepSpec<N extends Needs, T> {
  name: string;
  type: string;
  symbol?: string;
  choices?: readonly string[];
  needs: N;
  run: (inputs: Inputs<N>) => T;
  show: (written: Written<N>) => string;
  slips?: Readonly<Record<string, SlipAt<T>>>;
}
interface SlipSpec<N extends Needs, T> {
  needs: N;
  run: (inputs: Inputs<N>) => T;
  show: (written: Written<N>) => string;
  hint: string | ((written: Written<N>) => string);
  kind?: SlipKind;
}

export const step = <const N extends Needs, T>(spec: StepSpec<N, T>): Step<T> =>
  ({ slips: {}, ...spec }) as Step<T>;
export const slip = <const N extends Needs, T>(spec: SlipSpec<N, T>): SlipAt<T> =>
  spec as unknown as SlipAt<T>;
export const given = <T>(name: string, type: string, value: T): Given<T> => ({ name, type, given: value });
/** Points at a step made later, for slips that read ahead. */
export const named = <T>(name: string): Named<T> => ({ name });

/** What a slip is where it is no mistake of reckoning: another convention of the field, or only another name. */
export type SlipKind = 'convention' | 'label';

/** A slip of convention or of a misread given: the same worksheet on other givens. */
export interface Misreading {
  readonly hint: string;
  readonly kind?: SlipKind;
  readonly worksheet: () => Worksheet;
}

/** A problem's named lines of working, on its givens. */
export interface Worksheet {
  readonly givens: ReadonlyMap<string, Given>;
  readonly steps: ReadonlyMap<string, Step>;
  readonly misreadings: Readonly<Record<string, Misreading>>;
}

const byName = <E extends { name: string }>(entries: readonly E[]): ReadonlyMap<string, E> =>
  new Map(entries.map((entry) => [entry.name, entry]));

export const worksheet = (
  givens: readonly Given<unknown>[],
  steps: readonly Step<unknown>[],
  misreadings: Readonly<Record<string, Misreading>> = {},
): Worksheet => {
  const names = new Set<string>();
  for (const { name } of [...givens, ...steps]) {
    if (names.has(name)) throw new Error(`two lines of a worksheet are named "${name}"`);
    names.add(name);
  }
  return { givens: byName(givens), steps: byName(steps), misreadings };
};

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

/**
 * Evaluates a worksheet: the answer key without options, the follow-through key with `carry`, a slip key
 * with `slips`. Throws a DomainError for a step that cannot be computed (unless `fallback` is given), and an
 * Error that names the steps of a cycle or an unknown name.
 */
export function evaluate(sheet: Worksheet, options: EvaluateOptions = {}): Evaluation {
  const { carry, fallback } = options;
  const base = misread(sheet, options.slips ?? []);
  const made = options.slips ?? [];
  const values = new Map<string, unknown>();
  const computed = new Map<string, unknown>();
  /** Carried steps behind a computed value, and behind the value that later steps read. */
  const sources = new Map<string, ReadonlySet<string>>();
  const origins = new Map<string, readonly string[]>();
  const fellBack = new Map<string, string>();
  const open: string[] = [];

  const way = (step: Step): Step | SlipAt => {
    const use = made.find(
      ({ slip, at }) => Object.hasOwn(step.slips, slip) && (at === undefined || at === step.name),
    );
    return use === undefined ? step : step.slips[use.slip]!;
  };

  const run = (name: string, step: Step): unknown => {
    if (open.includes(name))
      throw new CycleError(`steps form a cycle: ${[...open.slice(open.indexOf(name)), name].join(' → ')}`);
    open.push(name);
    const { needs, run } = way(step);
    const from = new Set<string>();
    const inputs: Record<string, unknown> = {};
    try {
      for (const [word, need] of Object.entries(needs)) {
        inputs[word] = value(need.name);
        for (const source of origins.get(need.name) ?? []) from.add(source);
      }
    } finally {
      open.pop();
    }
    try {
      const result = (run as (inputs: unknown) => unknown)(inputs);
      if (fallback && from.size > 0 && !isFiniteValue(result))
        throw new DomainError('the value is not finite');
      sources.set(name, from);
      return result;
    } catch (error) {
      if (!fallback || from.size === 0) throw error;
      fellBack.set(name, error instanceof DomainError ? error.message : 'the step cannot be computed');
      sources.set(name, new Set());
      return fallback(name);
    }
  };

  const expected = (name: string): unknown => {
    if (computed.has(name)) return computed.get(name);
    const stated = base.givens.get(name);
    if (stated) return stated.given;
    const step = base.steps.get(name);
    if (!step) throw new Error(`no given or step is named "${name}"`);
    const result = run(name, step);
    computed.set(name, result);
    return result;
  };

  const value = (name: string): unknown => {
    if (values.has(name)) return values.get(name);
    const stated = base.givens.get(name);
    if (stated) return stated.given;
    const answer = carry?.get(name);
    let asked = !answer;
    const compute = (): unknown => {
      asked = true;
      return expected(name);
    };
    const result = answer ? answer(compute) : compute();
    values.set(name, result);
    origins.set(name, [...(asked ? (sources.get(name) ?? []) : []), ...(answer ? [name] : [])]);
    return result;
  };

  return {
    worksheet: base,
    value,
    expected,
    carriedInto: (name) => {
      expected(name);
      return [...(sources.get(name) ?? [])];
    },
    fellBack,
  };
}
