import { DomainError } from '../../engine/domain-error.js';
import { isTensor } from '../../engine/tensor.js';
import { constantValues, operatorValues } from '../../notation/expression/compile.js';
import { realFunctions } from '../../notation/expression/functions.js';
import { settle } from '../../notation/expression/rounding-error.js';
import {
  ExpressionError,
  namesIn,
  parts,
  type Expression,
  type Operator,
} from '../../notation/expression/tree.js';
import { foldAxis } from './fold-axis.js';
import { tensorFunctions } from './tensor-functions.js';
import { applyEach, isValue, type Value } from './value.js';

/** Signs that mean one thing for numbers and several for matrices, with what to write instead. */
const ambiguous: Readonly<Partial<Record<Operator, string>>> = {
  '*': 'Write A .* B entry by entry, matmul(A, B) or dot(a, b) for the product.',
  '/': 'Write a ./ b entry by entry.',
  '^': 'Write a .^ 2 entry by entry.',
};

function combine(operator: Operator, left: Value, right: Value): Value {
  const hint = ambiguous[operator];
  const unclear = operator === '^' ? isTensor(left) : isTensor(left) && isTensor(right);
  if (hint !== undefined && unclear)
    throw new ExpressionError(`"${operator}" of vectors or matrices can be read in several ways`, hint);
  return applyEach(operatorValues[operator], [left, right]);
}

function applyCall(called: string, inputs: readonly Value[]): Value {
  const whole = tensorFunctions.get(called);
  if (whole) return whole.apply(...inputs);
  if ((called === 'max' || called === 'min') && inputs.length === 1) return foldAxis(called, inputs[0]!);
  return applyEach(realFunctions.get(called)!.apply, inputs);
}

const isReal = (tree: Expression): boolean =>
  !(tree.kind === 'call' && tensorFunctions.has(tree.function)) && parts(tree).every(isReal);

/** The value of a formula, 0 where rounding alone makes it differ from 0, and never −0. */
export function evaluateFormula(tree: Expression, valueOf: (name: string) => unknown): Value {
  const value = follow(tree, valueOf);
  const names = namesIn(tree);
  if (typeof value !== 'number' || !isReal(tree) || names.some((name) => typeof valueOf(name) !== 'number'))
    return applyEach((entry) => entry! + 0, [value]);
  return settle(value, tree, (name) => valueOf(name) as number);
}

/** The value of a formula: functions of numbers act entry by entry on vectors and matrices. */
function follow(tree: Expression, valueOf: (name: string) => unknown): Value {
  const run = (part: Expression): Value => {
    switch (part.kind) {
      case 'number':
        return part.value;
      case 'constant':
        return constantValues[part.name];
      case 'name': {
        const value = valueOf(part.name);
        if (!isValue(value)) throw new DomainError(`${part.name} has no number`);
        return value;
      }
      case 'unary':
        return applyEach(part.operator === '-' ? (of) => -of! : (of) => 1 - of!, [run(part.of)]);
      case 'operation':
        return combine(part.operator, run(part.left), run(part.right));
      case 'call':
        return applyCall(part.function, part.inputs.map(run));
    }
  };
  return run(tree);
}
