import { sizeOf, type Tensor } from '../../engine/tensor.js';
import { reverseKernels } from '../../engine/kernels.js';
import { matrixOffsets } from './flattening.js';
import type { Conv1dLayer } from './layer.js';

/** The name of each weight O×(C/g)×K, such as `w_1^{12}`: tap below, channels above in the order of the kernel's layout. */
export function weightNames({ conv }: Conv1dLayer): string[] {
  const [, depth, taps] = conv.kernelShape as [number, number, number];
  return Array.from({ length: sizeOf(conv.kernelShape) }, (_, offset) => {
    const tap = `w_${(offset % taps) + 1}`;
    if (conv.kernels === 'none') return tap;
    const filter = Math.floor(offset / (taps * depth)) + 1;
    const channel = (Math.floor(offset / taps) % depth) + 1;
    return conv.kernels === 'out-in' ? `${tap}^{${filter}${channel}}` : `${tap}^{${channel}${filter}}`;
  });
}

const numbered = (layer: Conv1dLayer): Tensor => {
  const { kernelShape } = layer.conv;
  return {
    shape: kernelShape,
    data: Float64Array.from({ length: sizeOf(kernelShape) }, (_, offset) => offset),
  };
};

/** A in names of weights, a row an output; `0` where an output does not see an input. */
export function symbolicMatrix(layer: Conv1dLayer): string[][] {
  const names = weightNames(layer);
  const numbers = numbered(layer);
  const slid = layer.conv.operation === 'convolution' ? reverseKernels(numbers) : numbers;
  const { shape, data } = matrixOffsets(layer);
  const [rows, columns] = shape as [number, number];
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => {
      const offset = data[row * columns + column]!;
      return offset < 0 ? '0' : names[slid.data[offset]!]!;
    }),
  );
}
