import { permute, sizeOf, tensor, type Tensor } from './tensor.js';

/** Kernels O×I×K… reversed along every spatial axis. */
export function reverseKernels({ shape, data }: Tensor): Tensor {
  const taps = sizeOf(shape.slice(2));
  return tensor(
    shape,
    data.map((_, offset) => data[offset - (offset % taps) + taps - 1 - (offset % taps)]!),
  );
}

/** Kernels O×I×K×K with the two axes of each kernel exchanged. */
export const transposeKernels = (kernels: Tensor): Tensor => permute(kernels, [0, 1, 3, 2]);

/** Kernels O×(C/g)×K… as those of the way back, C×(O/g)×K…, group by group. */
export function swapChannels({ shape, data }: Tensor, groups: number): Tensor {
  const [filters, depth, ...taps] = shape as [number, number, ...number[]];
  const split = tensor([groups, filters / groups, depth, ...taps], data);
  const swapped = permute(split, [0, 2, 1, ...taps.map((_, axis) => axis + 3)]);
  return tensor([groups * depth, filters / groups, ...taps], swapped.data);
}

/** Kernels O×C×K… as C·O kernels of one channel each, those of the first channel first. */
export function separateChannels(kernels: Tensor): Tensor {
  const [filters, depth, ...taps] = kernels.shape as [number, number, ...number[]];
  const swapped = permute(kernels, [1, 0, ...taps.map((_, axis) => axis + 2)]);
  return tensor([filters * depth, 1, ...taps], swapped.data);
}
