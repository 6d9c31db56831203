import type { AnswerType } from '../answer-type.js';
import { expressionMatrix } from './expression-matrix.js';
import { expression } from './expression.js';
import { indexedSum } from './indexed-sum.js';
import { matrixExpression } from './matrix-expression.js';

/** Ways of answering with formulas, by name; a chunk of their own, as most homework is numbers. */
export const formulaTypes = {
  expression,
  'expression-matrix': expressionMatrix,
  'matrix-expression': matrixExpression,
  'indexed-sum': indexedSum,
} as const satisfies Readonly<Record<string, AnswerType>>;

export type FormulaTypes = typeof formulaTypes;
