import type { Expression } from '../../notation/expression/tree.js';
import { formulaSides } from '../../notation/formula/formula-sides.js';
import { readFormula } from '../../notation/formula/read-formula.js';
import type { Language, Symbols } from '../../notation/formula/symbols.js';
import { writeFormula } from '../../notation/formula/write-formula.js';
import { typesetFormula } from '../../notation/formula/typeset-formula.js';
import { Unreadable } from '../../notation/unreadable.js';
import type { Json, Reading, ReadOptions } from '../answer-type.js';
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

/** How a formula was read: as plain text and typeset. */
export const echoFormula = ({ formula, symbols }: WrittenFormula): { json: Json; latex: string } => ({
  json: writeFormula(formula),
  latex: typesetFormula(formula, symbols),
});
