import type { AnswerType } from './answer-type.js';
import { anyOf } from './any-of.js';
import { choice } from './choice.js';
import type { FormulaTypes } from './formula/formula-types.js';
import { indexRange } from './place/index-range.js';
import { integer } from './integer.js';
import { layers } from './network/layers.js';
import { location } from './place/location.js';
import { logicFormula } from './logic-formula.js';
import { matrix } from './matrix.js';
import { numberSet } from './number-set.js';
import { number } from './number.js';
import { shape } from './shape.js';
import { tensor } from './tensor.js';
import { text } from './text.js';
import { thresholdNetwork } from './network/threshold-network.js';
import { vector } from './vector.js';

/** Ways of answering with numbers, places, choices and layers, by name. */
export const plainTypes = {
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
} as const satisfies Readonly<Record<string, AnswerType>>;

export type AnswerTypeName = keyof typeof plainTypes | keyof FormulaTypes;

const byName = new Map<string, AnswerType>(Object.entries(plainTypes));

/** Loads the answer types that read formulas; families with such steps await it in their `prepare`. */
export async function loadFormulaTypes(): Promise<void> {
  const { formulaTypes } = await import('./formula/formula-types.js');
  await Promise.all(Object.values<AnswerType>(formulaTypes).map((type) => type.prepare?.()));
  for (const [name, type] of Object.entries(formulaTypes)) byName.set(name, type);
}

/** The answer type of a step or given; an Error lists the names there are. */
export function answerType(name: string): AnswerType {
  const type = byName.get(name);
  if (!type) throw new Error(`no answer type is named "${name}"; there are ${[...byName.keys()].join(', ')}`);
  return type;
}
