import { constantValues, operatorValues } from '../expression/compile.js';
import { realFunctions } from '../expression/functions.js';
import { ExpressionError, type Expression } from '../expression/tree.js';
import { writeFormula } from './write-formula.js';

/** The value of a part without letters; undefined for one with letters, or of another kind than a number. */
function valueOf(tree: Expression): number | undefined {
  const value = compute(tree);
  if (value !== undefined && !Number.isFinite(value)) {
    const text = writeFormula(tree);
    throw new ExpressionError(
      `“${text.length > 24 ? `${text.slice(0, 24)}…` : text}” has no finite real value`,
      'Write numbers that can be worked out.',
    );
  }
  return value;
}

function compute(tree: Expression): number | undefined {
  switch (tree.kind) {
    case 'number':
      return tree.value;
    case 'constant':
      return constantValues[tree.name];
    case 'name':
      return undefined;
    case 'unary': {
      const of = valueOf(tree.of);
      return of === undefined ? undefined : tree.operator === '-' ? -of : 1 - of;
    }
    case 'operation': {
      const [left, right] = [valueOf(tree.left), valueOf(tree.right)];
      return left === undefined || right === undefined
        ? undefined
        : operatorValues[tree.operator](left, right);
    }
    case 'call': {
      const inputs = tree.inputs.map(valueOf);
      const known = inputs.filter((input) => input !== undefined);
      return known.length < inputs.length ? undefined : realFunctions.get(tree.function)?.apply(...known);
    }
  }
}

/** Refuses numbers that no answer holds: towers of powers, divisions by 0, roots of negative numbers. */
export const checkConstants = (tree: Expression): void => void valueOf(tree);
