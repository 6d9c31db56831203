import { DomainError } from './domain-error.js';
import { formatShape, permute, tensor, type Shape, type Tensor } from './tensor.js';

/** Where a problem puts the axes of a layer's values; without channels there is one. */
export interface ValueLayout {
  readonly batch: boolean;
  readonly channels: 'none' | 'first' | 'last';
}

/** Order of a kernel's axes: O×I×K…, I×O×K…, K…×I×O, or K… alone. */
export type KernelLayout = 'out-in' | 'in-out' | 'last' | 'none';

const range = (length: number, from = 0): number[] => Array.from({ length }, (_, index) => from + index);

const inverse = (order: readonly number[]): number[] => order.map((_, axis) => order.indexOf(axis));

/** Axes of the problem's layout in the order N, C, S…, once those it lacks are put in. */
function valueOrder({ channels }: ValueLayout, rank: number): number[] {
  return channels === 'last' ? [0, rank + 1, ...range(rank, 1)] : range(rank + 2);
}

const kernelOrder = (layout: KernelLayout, rank: number): number[] =>
  layout === 'last'
    ? [rank + 1, rank, ...range(rank)]
    : layout === 'in-out'
      ? [1, 0, ...range(rank, 2)]
      : range(rank + 2);

/** Values of the problem as N×C×S…. */
export function toValues(value: Tensor, layout: ValueLayout, rank: number): Tensor {
  const lacking = Number(!layout.batch) + Number(layout.channels === 'none');
  if (value.shape.length !== rank + 2 - lacking)
    throw new DomainError(
      `values of the shape ${formatShape(value.shape)} have not the axes of this problem`,
    );
  const whole = [
    ...(layout.batch ? [value.shape[0]!] : [1]),
    ...(layout.channels === 'none' ? [1] : []),
    ...value.shape.slice(Number(layout.batch)),
  ];
  return permute(tensor(whole, value.data), valueOrder(layout, rank));
}

/** Values N×C×S… in the problem's layout. */
export function fromValues(values: Tensor, layout: ValueLayout): Tensor {
  const rank = values.shape.length - 2;
  const { shape, data } = permute(values, inverse(valueOrder(layout, rank)));
  const kept = shape.slice(Number(!layout.batch));
  const channelAxis = Number(layout.batch);
  if (layout.channels !== 'none') return tensor(kept, data);
  if (kept[channelAxis] !== 1) throw new DomainError(`${kept[channelAxis]!} maps stand where one is needed`);
  return tensor(
    kept.filter((_, axis) => axis !== channelAxis),
    data,
  );
}

/** A kernel of the problem as O×I×K…. */
export function toKernels(kernel: Tensor, layout: KernelLayout, rank: number): Tensor {
  if (kernel.shape.length !== (layout === 'none' ? rank : rank + 2))
    throw new DomainError(
      `a kernel of the shape ${formatShape(kernel.shape)} has not the axes of this problem`,
    );
  if (layout === 'none') return tensor([1, 1, ...kernel.shape], kernel.data);
  return permute(kernel, kernelOrder(layout, rank));
}

/** Kernels O×I×K… in the problem's layout. */
export function fromKernels(kernels: Tensor, layout: KernelLayout): Tensor {
  const taps: Shape = kernels.shape.slice(2);
  if (layout === 'none') return tensor(taps, kernels.data);
  return permute(kernels, inverse(kernelOrder(layout, taps.length)));
}
