import type { KeyText } from '../../answers/answer-type.js';
import { GivenError } from '../../engine/domain-error.js';
import type { SymbolSpec, SymbolSpecs } from '../../notation/formula/symbol-specs.js';
import type { DerivationGiven, DerivationStep } from './schema.js';

type Also = NonNullable<DerivationStep['also']>;

/** The letters of one step, which messages name first, and those of the problem. */
export const lettersOf = (given: DerivationGiven, { symbols = {} }: DerivationStep): SymbolSpecs => ({
  ...symbols,
  ...given.symbols,
  ...symbols,
});

/** A letter defined anew keeps the ways to write it; without a definition it is free. */
function redefined(before: SymbolSpec | undefined, now: SymbolSpec): SymbolSpec {
  const facts = typeof now === 'string' ? { is: now } : now;
  if (before === undefined || typeof before === 'string') return facts;
  const { is: _, shape: __, ...names } = before;
  return { ...names, ...facts };
}

type AsRight = NonNullable<KeyText['also']>[number];

const inLayout = (letters: SymbolSpecs, layout: SymbolSpecs): SymbolSpecs => ({
  ...letters,
  ...Object.fromEntries(
    Object.entries(layout)
      .filter(([name]) => Object.hasOwn(letters, name))
      .map(([name, now]) => [name, redefined(letters[name], now)]),
  ),
});

/** The formulas that are as right under other layouts, with the letters as those have them. */
function inLayouts(
  { layouts = {} }: DerivationGiven,
  letters: SymbolSpecs,
  also: Also | undefined,
  path: readonly (string | number)[],
): AsRight[] {
  return Object.entries(also ?? {}).flatMap(([name, formulas]) => {
    const layout = Object.hasOwn(layouts, name) ? layouts[name] : undefined;
    if (!layout)
      throw new GivenError(
        [...path, 'also', name],
        `no layout is named "${name}"`,
        `The layouts are ${Object.keys(layouts).join(', ') || 'none'}.`,
      );
    const symbols = inLayout(letters, layout);
    return [formulas].flat().map((formula) => ({ formula, symbols }));
  });
}

/** All formulas that are as right as the one of a step or slip: under other layouts, and transposed where that is allowed. */
export function asRight(
  given: DerivationGiven,
  letters: SymbolSpecs,
  { formula, also }: Pick<DerivationStep, 'formula' | 'also'>,
  transposed: boolean | undefined,
  path: readonly (string | number)[],
): AsRight[] {
  const others = inLayouts(given, letters, also, path);
  if (!transposed) return others;
  const turned = [{ formula, symbols: letters }, ...others].map((one) => ({
    ...one,
    formula: `(${one.formula})^T`,
  }));
  return [...others, ...turned];
}
