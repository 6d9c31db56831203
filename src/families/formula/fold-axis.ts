import { DomainError } from '../../engine/domain-error.js';
import { stridesOf, zeros, type Tensor } from '../../engine/tensor.js';
import { describeValue, type Value } from './value.js';

const folds = {
  sum: { start: 0, add: (a: number, b: number) => a + b },
  max: { start: -Infinity, add: (a: number, b: number) => Math.max(a, b) },
  min: { start: Infinity, add: (a: number, b: number) => Math.min(a, b) },
} as const;

/** Sum or extreme of all entries, or (with an axis, counted from 0) along that axis. */
export function foldAxis(fold: keyof typeof folds, of: Value, axis?: Value): Value {
  const { start, add } = folds[fold];
  if (typeof of === 'number') return of;
  if (axis === undefined) return of.data.reduce((folded, entry) => add(folded, entry), start);
  if (typeof axis !== 'number' || !Number.isInteger(axis) || axis < 0 || axis >= of.shape.length)
    throw new DomainError(`${describeValue(of)} has no such axis; axes count from 0`);
  return alongAxis(of, axis, start, add);
}

function alongAxis(of: Tensor, axis: number, start: number, add: (a: number, b: number) => number): Value {
  const shape = of.shape.filter((_, place) => place !== axis);
  const stride = stridesOf(of.shape)[axis]!;
  const length = of.shape[axis]!;
  const result = zeros(shape);
  result.data.fill(start);
  of.data.forEach((entry, offset) => {
    const target = Math.floor(offset / (stride * length)) * stride + (offset % stride);
    result.data[target] = add(result.data[target]!, entry);
  });
  return shape.length === 0 ? result.data[0]! : result;
}
