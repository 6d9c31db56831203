import { DomainError } from '../../engine/domain-error.js';
import { countPer, foldPer, meanPer, squaredDeviationPer } from '../../engine/statistics.js';
import { map, type Tensor } from '../../engine/tensor.js';

/** Number of values behind each statistic. */
export const valuesPer = (z: Tensor, axes: readonly number[]): number => countPer(z.shape, axes);

export const quotient = (entry: number, divisor: number): number => {
  if (divisor === 0) throw new DomainError('a standard deviation of 0 would be divided by');
  return entry / divisor;
};

const root = (variance: number): number => {
  if (variance < 0) throw new DomainError('a negative variance has no square root');
  return Math.sqrt(variance);
};

/** √(σ² + ε) for each statistic. */
export const deviation = (variance: Tensor, epsilon: number): Tensor =>
  map(variance, (entry) => root(entry + epsilon));

/** σ + ε for each statistic: what it comes to when ε is added too late. */
export const lateDeviation = (variance: Tensor, epsilon: number): Tensor =>
  map(variance, (entry) => root(entry) + epsilon);

export const batchVariance = (z: Tensor, axes: readonly number[]): Tensor =>
  squaredDeviationPer(z, meanPer(z, axes), axes, valuesPer(z, axes));

export const smallestPer = (z: Tensor, axes: readonly number[]): Tensor =>
  foldPer(z, axes, Infinity, Math.min);
export const largestPer = (z: Tensor, axes: readonly number[]): Tensor =>
  foldPer(z, axes, -Infinity, Math.max);

/** Whether every statistic along `axes` has values that differ, so that its spread can be divided by. */
export const allVary = (z: Tensor, axes: readonly number[]): boolean =>
  !batchVariance(z, axes).data.includes(0);
