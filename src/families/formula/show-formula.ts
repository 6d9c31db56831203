import { namesIn, parts, type Expression } from '../../notation/expression/tree.js';
import { typesetExpression } from '../../notation/expression/typeset.js';
import { tensorFunctions } from './tensor-functions.js';

/** Longest line of LaTeX that still reads well with numbers put in. */
const longest = 300;

const multipliesMatrices = (tree: Expression): boolean =>
  (tree.kind === 'call' && tree.function === 'matmul') || parts(tree).some(multipliesMatrices);

/**
 * A formula in its symbols, then with the numbers in their places unless that is too long to read; a product of
 * matrices stays in symbols, since vectors are written as rows.
 */
export function showFormula(tree: Expression, written: Readonly<Record<string, string>>): string {
  const symbols = typesetExpression(tree, { calls: tensorFunctions });
  if (namesIn(tree).length === 0 || multipliesMatrices(tree)) return symbols;
  const numbers = typesetExpression(tree, { calls: tensorFunctions, value: (name) => written[name] });
  return numbers.length > longest ? symbols : `${symbols} = ${numbers}`;
}
