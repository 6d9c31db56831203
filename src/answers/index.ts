import type { AnswerType } from './answer-type.js';
import { anyOf } from './any-of.js';
import { choice } from './choice.js';
import { expressionMatrix } from './expression-matrix.js';
import { expression } from './expression.js';
import { indexRange } from './index-range.js';
import { indexedSum } from './indexed-sum.js';
import { integer } from './integer.js';
import { layers } from './layers.js';
import { location } from './location.js';
import { logicFormula } from './logic-formula.js';
import { matrixExpression } from './matrix-expression.js';
import { matrix } from './matrix.js';
import { numberSet } from './number-set.js';
import { number } from './number.js';
import { shape } from './shape.js';
import { tensor } from './tensor.js';
import { text } from './text.js';
import { thresholdNetwork } from './threshold-network.js';
import { vector } from './vector.js';

/** Every way of answering, by name. */
export const answerTypes = {
  integer,
  number,
  shape,
  vector,
  matrix,
  tensor,
  choice,
  text,
  'logic-formula': logicFormula,
  'threshold-network': thresholdNetwork,
  location,
  'index-range': indexRange,
  'any-of': anyOf,
  'number-set': numberSet,
  layers,
  expression,
  'expression-matrix': expressionMatrix,
  'matrix-expression': matrixExpression,
  'indexed-sum': indexedSum,
} as const satisfies Readonly<Record<string, AnswerType>>;

export type AnswerTypeName = keyof typeof answerTypes;

const byName: ReadonlyMap<string, AnswerType> = new Map(Object.entries(answerTypes));

/** The answer type of a step or given; an Error lists the names there are. */
export function answerType(name: string): AnswerType {
  const type = byName.get(name);
  if (!type) throw new Error(`no answer type is named "${name}"; there are ${[...byName.keys()].join(', ')}`);
  return type;
}
