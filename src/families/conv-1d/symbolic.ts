import { outputShape } from '../../engine/convolve.js';
import { sizeOf, toNested, type Tensor } from '../../engine/tensor.js';
import { fromKernels } from '../../engine/conv-layout.js';
import { reverseKernels, swapChannels } from '../../engine/kernels.js';
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

/** B = Aᵀ in names of weights. */
export const symbolicTranspose = (layer: Conv1dLayer): string[][] => {
  const matrix = symbolicMatrix(layer);
  return matrix[0]!.map((_, column) => matrix.map((row) => row[column]!));
};

type Names = string | readonly Names[];
const namesIn = (nested: ReturnType<typeof toNested>, names: readonly string[]): Names =>
  typeof nested === 'number' ? names[nested]! : nested.map((inner) => namesIn(inner, names));

/** The kernels of the way back in names of weights, in the order of the problem's kernel layout. */
export const symbolicGradientKernels = (layer: Conv1dLayer): Names => {
  const { groups, kernels } = layer.conv;
  const back = fromKernels(reverseKernels(swapChannels(numbered(layer), groups)), kernels);
  return namesIn(toNested(back), weightNames(layer));
};

/** Names of the entries of the flattened input and output, such as `x_{12}`: channel, then position. */
export function symbolicVector(layer: Conv1dLayer, of: 'x' | 'y'): string[] {
  const { conv, flattening } = layer;
  const shape = of === 'x' ? conv.inputShape : outputShape(conv.inputShape, conv.kernelShape, conv);
  const [, channels, positions] = shape as [number, number, number];
  return Array.from({ length: channels * positions }, (_, place) => {
    const byChannel = flattening === 'channel-major';
    const channel = byChannel ? Math.floor(place / positions) : place % channels;
    const position = byChannel ? place % positions : Math.floor(place / channels);
    return conv.values.channels === 'none'
      ? `${of}_${position + 1}`
      : `${of}_{${channel + 1}${position + 1}}`;
  });
}
