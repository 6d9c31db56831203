import { namesIn, type Expression } from '../../notation/expression/tree.js';
import { typesetExpression } from '../../notation/expression/typeset.js';
import { tensorFunctions } from './tensor-functions.js';

/** Longest line of LaTeX that still reads well with numbers put in. */
const longest = 300;

/** A formula in its symbols, then with the numbers in their places unless that is too long to read. */
export function showFormula(tree: Expression, written: Readonly<Record<string, string>>): string {
  const symbols = typesetExpression(tree, { calls: tensorFunctions });
  if (tree.kind === 'name' || namesIn(tree).length === 0) return symbols;
  const numbers = typesetExpression(tree, { calls: tensorFunctions, value: (name) => written[name] });
  return numbers.length > longest ? symbols : `${symbols} = ${numbers}`;
}
