import { DomainError } from './domain-error.js';

/** What becomes of a last, partial step: dropped, kept, or not allowed at all. */
export type Rounding = 'floor' | 'ceil' | 'exact';

/** A window that slides along one axis; `before` and `after` are the padding at the two ends. */
export interface Sliding {
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly before: number;
  readonly after: number;
}

/** Input positions from a window's first tap to its last: d(k − 1) + 1. */
export const spanOf = ({ kernel, dilation }: Pick<Sliding, 'kernel' | 'dilation'>): number =>
  dilation * (kernel - 1) + 1;

/** Steps a window can take, before rounding: (i + p_before + p_after − d(k − 1) − 1) / s. */
export function stepsAlong(size: number, window: Sliding): number {
  const room = size + window.before + window.after - spanOf(window);
  if (room < 0)
    throw new DomainError(
      `a kernel that spans ${spanOf(window)} does not fit into the padded input of ${size + window.before + window.after}`,
    );
  return room / window.stride;
}

/** Output size of a convolution along one axis. */
export function convSize(size: number, window: Sliding, rounding: Rounding): number {
  const steps = stepsAlong(size, window);
  if (rounding === 'exact' && !Number.isInteger(steps))
    throw new DomainError(
      `a stride of ${window.stride} does not divide the ${steps * window.stride} positions evenly`,
    );
  return (rounding === 'ceil' ? Math.ceil(steps) : Math.floor(steps)) + 1;
}

/** Whether rounding up leaves a pool with a last window that would start beyond the input. */
export const dropsWindow = (size: number, window: Sliding, rounding: Rounding): boolean =>
  rounding === 'ceil' && Math.ceil(stepsAlong(size, window)) * window.stride >= size + window.before;

/** Output size of a pool: as a convolution, less a last window that would start beyond the input (PyTorch). */
export const poolSize = (size: number, window: Sliding, rounding: Rounding): number =>
  convSize(size, window, rounding) - (dropsWindow(size, window, rounding) ? 1 : 0);

/** The padding of 'same': output ⌈i/s⌉, an odd leftover goes after (TensorFlow; PyTorch agrees at stride 1). */
export function samePadding(size: number, window: Omit<Sliding, 'before' | 'after'>): Sliding {
  const windows = Math.ceil(size / window.stride);
  const total = Math.max((windows - 1) * window.stride + spanOf(window) - size, 0);
  const before = Math.floor(total / 2);
  return { ...window, before, after: total - before };
}

/** Output size of a transposed convolution: (i − 1)s − p_before − p_after + d(k − 1) + op + 1. */
export function transposedSize(size: number, window: Sliding, outputPadding: number): number {
  const result = (size - 1) * window.stride - window.before - window.after + spanOf(window) + outputPadding;
  if (result < 1) throw new DomainError(`the padding removes the whole output of ${size} positions`);
  return result;
}

/** Keras: 'same' multiplies by the stride, 'valid' adds what the kernel overhangs. */
export const kerasTransposedSize = (
  size: number,
  window: Pick<Sliding, 'kernel' | 'dilation' | 'stride'>,
  padding: 'same' | 'valid',
): number => size * window.stride + (padding === 'same' ? 0 : Math.max(spanOf(window) - window.stride, 0));

/** Output size of a max-unpool without a stated size: (i − 1)s − 2p + k. */
export const unpoolSize = (size: number, window: Sliding): number =>
  transposedSize(size, { ...window, dilation: 1 }, 0);

/** Input ranges [start, end) that an adaptive pool averages or compares: ⌊ji/o⌋ to ⌈(j + 1)i/o⌉. */
export const adaptiveBins = (size: number, outputs: number): (readonly [number, number])[] =>
  Array.from({ length: outputs }, (_, bin) => [
    Math.floor((bin * size) / outputs),
    Math.ceil(((bin + 1) * size) / outputs),
  ]);

/** Pairs of an output position and a tap that read a true input rather than padding, along one axis. */
export function tapsInside(size: number, outputs: number, window: Sliding): number {
  let pairs = 0;
  for (let tap = 0; tap < window.kernel; tap++) {
    const offset = window.before - tap * window.dilation;
    const first = Math.max(0, Math.ceil(offset / window.stride));
    const last = Math.min(outputs - 1, Math.floor((size - 1 + offset) / window.stride));
    pairs += Math.max(0, last - first + 1);
  }
  return pairs;
}
