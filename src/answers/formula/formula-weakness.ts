import type { Expression } from '../../notation/expression/tree.js';
import type { Symbols } from '../../notation/formula/symbols.js';
import { undefinedShare } from '../../notation/formula/undefined-share.js';
import { writeFormula } from '../../notation/formula/write-formula.js';

const longestShown = 60;

/** What the author of a formula is told that has no value at a good part of its samples. */
export function formulaWeakness(
  formula: Expression,
  symbols: Symbols,
): { readonly message: string; readonly hint: string } | undefined {
  const found = undefinedShare(formula, symbols);
  if (!found) return undefined;
  const text = writeFormula(formula);
  const shown = text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
  const [letter = 'x'] = found.letters;
  return {
    message: `${shown} has no value at ${Math.round(100 * found.share)} % of its samples, so right answers may wait for a person`,
    hint: `Say where its letters lie, such as ${letter}: { from: 0 }.`,
  };
}
