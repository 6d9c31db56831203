import { layerValues, problemValues, type ConvLayer } from '../../engine/conv-layer.js';
import { weightOffsets } from '../../engine/convolve.js';
import { permute, tensor, type Tensor } from '../../engine/tensor.js';
import { outputSizes, type Conv1dLayer } from './layer.js';
import type { Conv1dGiven } from './schema.js';

type Flattening = Conv1dGiven['flattening'];

/** Values of one example as a vector. */
export function flatten(conv: ConvLayer, value: Tensor, flattening: Flattening): Tensor {
  const values = layerValues(conv, value);
  const { data } = flattening === 'channel-major' ? values : permute(values, [0, 2, 1]);
  return tensor([data.length], data);
}

/** A vector as the input of one example. */
export function unflatten(conv: ConvLayer, vector: Tensor, flattening: Flattening): Tensor {
  const [, channels, positions] = conv.inputShape as [number, number, number];
  const values =
    flattening === 'channel-major'
      ? tensor([1, channels, positions], vector.data)
      : permute(tensor([1, positions, channels], vector.data), [0, 2, 1]);
  return problemValues(conv, values);
}

/** For each place of the flattened values, the one it has channel by channel. */
export const order = (channels: number, positions: number, flattening: Flattening): number[] =>
  Array.from({ length: channels * positions }, (_, place) =>
    flattening === 'channel-major' ? place : (place % channels) * positions + Math.floor(place / channels),
  );

/** The offset of the weight (as it slides, O×(C/g)×K) in each entry of A; −1 where A is 0. */
export function matrixOffsets(layer: Conv1dLayer): Tensor {
  const { conv, flattening } = layer;
  const offsets = weightOffsets(conv.inputShape, conv.kernelShape, conv);
  const rows = order(...outputSizes(layer), flattening);
  const columns = order(conv.inputShape[1]!, conv.inputShape[2]!, flattening);
  return tensor(
    offsets.shape,
    rows.flatMap((row) => columns.map((column) => offsets.data[row * columns.length + column]!)),
  );
}
