import { isTensor } from '../../engine/tensor.js';
import { isSymmetric } from './functions.js';

const isIdentity = (shape: readonly number[], data: Float64Array): boolean =>
  shape.length === 2 &&
  shape[0] === shape[1] &&
  data.every((entry, at) => entry === (Math.floor(at / shape[0]!) === at % shape[0]! ? 1 : 0));

/**
 * Whether a real number, vector or matrix is too easy to get right by accident: zero or one, the same throughout, the
 * identity, or equal to its transpose. Counts and shapes may be anything.
 */
export function isTrivial(type: string, value: unknown): boolean {
  if (type === 'number') return value === 0 || value === 1;
  if (!isTensor(value) || value.data.length < 2) return false;
  const { shape, data } = value;
  return (
    data.every((entry) => entry === data[0]) ||
    isIdentity(shape, data) ||
    (shape.length === 2 && isSymmetric(value))
  );
}
