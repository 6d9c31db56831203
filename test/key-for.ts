import type { KeyText } from '../src/answers/answer-type.js';
import { formulaTypes } from '../src/answers/formula/formula-types.js';
import { tableOf, variablesOf, type LogicFormula } from '../src/engine/logic.js';
import { loadLatex } from '../src/notation/formula/load-latex.js';
import { readLogic } from '../src/notation/logic.js';
import { Unreadable } from '../src/notation/unreadable.js';

await loadLatex();

/** A key of a type of formulas from its text and its letters. */
export function keyFor(type: keyof typeof formulaTypes | 'logic-formula', text: KeyText): unknown {
  if (type !== 'logic-formula') return formulaTypes[type].keyFrom!(text);
  const formula = readLogic(text.formula);
  if (formula instanceof Unreadable) throw new Error(formula.why);
  const variables = [...variablesOf(formula)].sort();
  return { formula, variables, table: tableOf(formula, variables), form: 'any' } satisfies LogicFormula;
}
