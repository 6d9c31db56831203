import { DomainError } from './domain-error.js';
import { formatShape, sameShape, stridesOf, zeros, type Shape, type Tensor } from './tensor.js';

/** Sizes of one statistic per position along `axes`; a vector of one where no axis is kept. */
export const shapePer = (shape: Shape, axes: readonly number[]): Shape =>
  axes.length === 0 ? [1] : axes.map((axis) => shape[axis]!);

/** Number of entries that each statistic per position along `axes` rests on. */
export const countPer = (shape: Shape, axes: readonly number[]): number =>
  shape.reduce((count, size, axis) => (axes.includes(axis) ? count : count * size), 1);

/** For each entry of a tensor, row-major, the flat offset of its statistic. */
function offsetsPer(shape: Shape, axes: readonly number[]): Uint32Array {
  const strides = stridesOf(shape);
  const targets = stridesOf(shapePer(shape, axes));
  return Uint32Array.from({ length: shape.reduce((size, axis) => size * axis, 1) }, (_, offset) =>
    axes.reduce(
      (target, axis, place) =>
        target + (Math.floor(offset / strides[axis]!) % shape[axis]!) * targets[place]!,
      0,
    ),
  );
}

/** Folds the entries of `value` into one accumulator per position along `axes`. */
export function foldPer(
  value: Tensor,
  axes: readonly number[],
  start: number,
  each: (sum: number, entry: number) => number,
): Tensor {
  const result = zeros(shapePer(value.shape, axes));
  result.data.fill(start);
  offsetsPer(value.shape, axes).forEach((target, offset) => {
    result.data[target] = each(result.data[target]!, value.data[offset]!);
  });
  return result;
}

/** Entrywise combination of `value` with a statistic that is repeated along the axes it lacks. */
export function zipPer(
  value: Tensor,
  statistic: Tensor,
  axes: readonly number[],
  each: (entry: number, statistic: number) => number,
): Tensor {
  const expected = shapePer(value.shape, axes);
  if (!sameShape(statistic.shape, expected))
    throw new DomainError(
      `a statistic of shape ${formatShape(statistic.shape)} does not fit ${formatShape(expected)} along the shape ${formatShape(value.shape)}`,
    );
  const offsets = offsetsPer(value.shape, axes);
  return {
    shape: value.shape,
    data: value.data.map((entry, offset) => each(entry, statistic.data[offsets[offset]!]!)),
  };
}

/** Mean over every axis that is not in `axes`. */
export function meanPer(value: Tensor, axes: readonly number[]): Tensor {
  const count = countPer(value.shape, axes);
  const sums = foldPer(value, axes, 0, (sum, entry) => sum + entry);
  return { shape: sums.shape, data: sums.data.map((sum) => sum / count) };
}

/** Sum of squared deviations from `mean` over every axis not in `axes`, divided by `divisor`. */
export function squaredDeviationPer(
  value: Tensor,
  mean: Tensor,
  axes: readonly number[],
  divisor: number,
): Tensor {
  const squares = zipPer(value, mean, axes, (entry, center) => (entry - center) ** 2);
  const sums = foldPer(squares, axes, 0, (sum, entry) => sum + entry);
  return { shape: sums.shape, data: sums.data.map((sum) => sum / divisor) };
}
