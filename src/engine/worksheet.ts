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
  misreadings: () => Readonly<Record<string, Misreading>> = () => ({}),
): Worksheet => {
  const names = new Set<string>();
  for (const { name } of [...givens, ...steps]) {
    if (names.has(name)) throw new Error(`two lines of a worksheet are named "${name}"`);
    names.add(name);
  }
  let misread: Readonly<Record<string, Misreading>> | undefined;
  return {
    givens: byName(givens),
    steps: byName(steps),
    get misreadings() {
      return (misread ??= misreadings());
    },
  };
};
