import type { Counting } from './counting.js';
import { DomainError } from './domain-error.js';

/** A convolution or fully connected layer, as far as counting goes. */
export interface LinearLoad {
  readonly of: 'conv' | 'fc';
  /** Multiplications of a weight and an input. */
  readonly products: number;
  readonly outputs: number;
  readonly bias: boolean;
}

/** A pool: `taps` values looked at in all windows together. */
export interface PoolLoad {
  readonly of: 'max' | 'average';
  readonly taps: number;
  readonly outputs: number;
  readonly inputs: number;
}

/** Refuses a count that a double cannot hold exactly. */
export function count(value: number): number {
  if (!(Math.abs(value) <= Number.MAX_SAFE_INTEGER))
    throw new DomainError('the count is too large to be exact');
  return value;
}

const biasAdditions = ({ of, outputs, bias }: LinearLoad, { biasAdd }: Counting): number =>
  bias && biasAdd[of] ? outputs : 0;

/** Multiply-adds; where a multiply-add is the unit, a counted bias is one more an output. */
export const multiplyAddsOf = (load: LinearLoad, counting: Counting): number =>
  count(load.products + (counting.unit === 'mac' ? biasAdditions(load, counting) : 0));

/** Additions: K − 1 for an output's K products (K where each belongs to a multiply-add), and its bias. */
export const additionsOf = (load: LinearLoad, counting: Counting): number =>
  count(
    (counting.unit === 'addmul' ? Math.max(load.products - load.outputs, 0) : load.products) +
      biasAdditions(load, counting),
  );

/** Operations of all windows of a pool: comparisons for a maximum, additions for an average. */
export function poolOperationsOf({ taps, outputs, inputs }: PoolLoad, { pool }: Counting): number {
  const rules = { 'k2-1': taps - outputs, k2: taps, input: inputs, none: 0 };
  return count(rules[pool]);
}

/** Divisions of an average pool, one an output where each window's additions are counted one by one. */
export const poolDivisionsOf = ({ of, outputs }: PoolLoad, { pool }: Counting): number =>
  of === 'average' && pool === 'k2-1' ? outputs : 0;

/** Batch normalisation's operations, split as evenly as they come: one more addition where the number is odd. */
export function normOperationsOf(
  elements: number,
  { bn }: Counting,
  mode: 'training' | 'evaluation',
): { additions: number; multiplications: number } {
  const each = bn[mode];
  return {
    additions: count(elements * Math.ceil(each / 2)),
    multiplications: count(elements * Math.floor(each / 2)),
  };
}
