import type { Arity } from '../expression/functions.js';

const inputs = (count: number): Arity => ({ least: count, most: count });

/** Functions of whole matrices and vectors, by the name they have in a tree. */
export const matrixFunctions: ReadonlyMap<string, Arity> = new Map([
  ['transpose', inputs(1)],
  ['hadamard', inputs(2)],
  ['diag', inputs(1)],
  ['norm', inputs(1)],
  ['inverse', inputs(1)],
  // The derivative of a function of numbers, entry by entry: slope(sigmoid(z)) is σ′(z).
  ['slope', inputs(1)],
  ['row', { least: 1, most: 40 }],
  ['rows', { least: 1, most: 40 }],
]);
