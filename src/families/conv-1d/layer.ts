import { outputShapeOf, type ConvLayer } from '../../engine/conv-layer.js';
import { spanOf } from '../../engine/conv-size.js';
import { outputShape } from '../../engine/convolve.js';
import { readGradient } from '../../engine/read-conv-layer.js';
import type { Tensor } from '../../engine/tensor.js';
import { readConvolution, typeOfRank } from '../convolution-given.js';
import type { ConvolutionWords } from '../convolution-words.js';
import type { Conv1dGiven } from './schema.js';

/** A 1-D layer, the gradient that comes back, and how its values are flattened. */
export interface Conv1dLayer {
  readonly given: Conv1dGiven;
  readonly conv: ConvLayer;
  readonly dy: Tensor | undefined;
  readonly flattening: Conv1dGiven['flattening'];
  /** Zeros on each side of ∂L/∂y on the way back; undefined where no single number says it. */
  readonly gradientPadding: number | undefined;
}

/** d(k − 1) − p, where the gradient is padded evenly. */
function evenPadding({ windows }: ConvLayer): number | undefined {
  const [window] = windows;
  const padding = spanOf(window!) - 1 - window!.before;
  return window!.stride === 1 && window!.before === window!.after && padding >= 0 ? padding : undefined;
}

/** Reads the givens; throws a GivenError for those that make no sense together. */
export function readLayer(given: Conv1dGiven): Conv1dLayer {
  const conv = readConvolution(given, 1);
  const dy = given.dy && readGradient(given.dy, 'dy', outputShapeOf(conv));
  return {
    given,
    conv,
    dy,
    flattening: given.flattening,
    gradientPadding: evenPadding(conv),
  };
}

export const valuesType = ({ conv }: Conv1dLayer): string => typeOfRank(conv.x.shape.length);
export const kernelType = ({ conv }: Conv1dLayer): string => typeOfRank(conv.w.shape.length);

export const wordsOf = ({ conv, given }: Conv1dLayer): ConvolutionWords => ({
  layer: conv,
  x: 'x',
  w: 'w',
  b: 'b',
  z: 'y',
  loss: 'L',
  origin: given.origin,
});

/** Channels and positions of the output of one example. */
export function outputSizes({ conv }: Conv1dLayer): readonly [number, number] {
  const [, filters, positions] = outputShape(conv.inputShape, conv.kernelShape, conv);
  return [filters!, positions!];
}
