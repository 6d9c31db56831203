import type { Expression } from '../../notation/expression/tree.js';
import { formulaSides } from '../../notation/formula/formula-sides.js';
import { readFormula } from '../../notation/formula/read-formula.js';
import type { Language, Symbols } from '../../notation/formula/symbols.js';
import { writeFormula } from '../../notation/formula/write-formula.js';
import { typesetFormula } from '../../notation/formula/typeset-formula.js';
import { Unreadable } from '../../notation/unreadable.js';
import type { Equivalence } from '../../notation/expression/equivalence.js';
import type { Comparison, Json, Reading, ReadOptions } from '../answer-type.js';
import { blank, isBlank, read, unreadable } from '../reading.js';

/** A formula as it was read, with the letters it may use. */
export interface WrittenFormula {
  readonly formula: Expression;
  readonly symbols: Symbols | undefined;
}

const derivativeSign = /∂|\\partial|d[A-Za-z]+ ?\/ ?d[A-Za-z]/;

/**
 * Reads one formula, perhaps behind `name =`. Of an equation the last side is the answer; `differ` must not find an
 * earlier one that means something else, and what cannot be read before it (a derivative not worked out) is passed over.
 */
export function readOneFormula(
  text: string,
  { decimal }: ReadOptions,
  language: Language,
  differ: (a: Expression, b: Expression) => boolean,
): Reading<WrittenFormula> {
  if (isBlank(text)) return blank;
  const found = formulaSides(text, language);
  if (found instanceof Unreadable) return unreadable(found.why);
  const trees = found.sides.map((side) => readFormula(side, language, decimal));
  const formula = trees.at(-1)!;
  if (formula instanceof Unreadable) return unreadable(formula.why);
  for (const [place, tree] of trees.slice(0, -1).entries()) {
    if (tree instanceof Unreadable) {
      if (!derivativeSign.test(found.sides[place]!)) return unreadable(tree.why);
    } else if (differ(tree, formula)) return unreadable('its sides are not equal; give one formula');
  }
  const notes = trees.length > 1 ? ['the last side of the equation was read as the answer'] : [];
  return read({ formula, symbols: language.symbols }, [...found.notes, ...notes]);
}

interface OneFormula {
  readonly formula: Expression;
  readonly symbols: Symbols | undefined;
}

/** What all types of one formula do alike: an answer is written, shown, carried, and never out of place. */
export const asOneFormula = {
  write: ({ formula }: OneFormula): string => writeFormula(formula),
  typeset: ({ formula, symbols }: OneFormula): string => typesetFormula(formula, symbols),
  json: ({ formula }: OneFormula): Json => writeFormula(formula),
  /** How a formula was read: as plain text and typeset. */
  echo: ({ formula, symbols }: WrittenFormula): { json: Json; latex: string } => ({
    json: writeFormula(formula),
    latex: typesetFormula(formula, symbols),
  }),
  fill: <V extends OneFormula>({ formula }: WrittenFormula, computed: () => V): V => ({
    ...computed(),
    formula,
  }),
  plausible: (): true => true,
};

/** The comparison of a whole formula, from what its values tell. */
export const formulaComparison = (found: {
  readonly is: Equivalence;
  readonly because?: string | undefined;
}): Comparison =>
  found.is === 'different'
    ? {
        entries: ['wrong'],
        distance: null,
        isTelling: true,
        ...(found.because !== undefined && { remark: found.because }),
      }
    : { entries: [found.is === 'same' ? 'correct' : 'undecided'], distance: null };
