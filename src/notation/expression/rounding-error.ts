import { constantValues, operatorValues } from './compile.js';
import { realFunctions } from './functions.js';
import type { Expression } from './tree.js';

/** A computed value and a bound on how far rounding may have carried it from the true one. */
export interface Approximate {
  readonly value: number;
  readonly error: number;
}

const epsilon = 2 ** -52;

/** Moves each input by its own error and adds up how far the result follows; a jump nearby counts in full. */
function propagate(apply: (...inputs: number[]) => number, inputs: readonly Approximate[]): Approximate {
  const values = inputs.map(({ value }) => value);
  const value = apply(...values);
  let error = epsilon * Math.abs(value);
  inputs.forEach((input, place) => {
    if (input.error === 0) return;
    const width = Math.max(input.error, epsilon * Math.abs(input.value));
    const moved = [-width, width].map((by) =>
      Math.abs(apply(...values.with(place, input.value + by)) - value),
    );
    error += Number.isNaN(moved[0]! + moved[1]!) ? Infinity : Math.max(...moved);
  });
  return { value, error };
}

/** Beyond this no course's numbers come from rounding alone, and the bound need not be asked for. */
const tiny = 1e-9;

/** The computed value, 0 (never −0) where rounding alone can have made it: sin(2π) is 0 and 0.1 + 0.2 − 0.3 too. */
export function settle(value: number, tree: Expression, valueOf: (name: string) => number): number {
  if (value === 0) return 0;
  if (!(Math.abs(value) < tiny)) return value;
  return Math.abs(value) <= 2 * approximate(tree, valueOf).error ? 0 : value;
}

/**
 * The value of an expression with its rounding error, by following each operation's effect on the errors of its
 * inputs; slower than `compile`, for the points where two compiled values differ.
 */
export function approximate(tree: Expression, valueOf: (name: string) => number): Approximate {
  const follow = (part: Expression): Approximate => {
    switch (part.kind) {
      case 'number':
        return { value: part.value, error: Number.isInteger(part.value) ? 0 : epsilon * part.value };
      case 'constant':
        return { value: constantValues[part.name], error: epsilon * constantValues[part.name] };
      case 'name':
        return { value: valueOf(part.name), error: 0 };
      case 'unary': {
        const { value, error } = follow(part.of);
        return { value: part.operator === '-' ? -value : 1 - value, error };
      }
      case 'operation':
        return propagate(operatorValues[part.operator], [follow(part.left), follow(part.right)]);
      case 'call':
        return propagate(realFunctions.get(part.function)!.apply, part.inputs.map(follow));
    }
  };
  return follow(tree);
}
