import { activation, type Activation } from '../../engine/activation.js';
import { outputShapeOf, type ConvLayer } from '../../engine/conv-layer.js';
import { GivenError } from '../../engine/domain-error.js';
import { readGradient } from '../../engine/read-conv-layer.js';
import type { Tensor } from '../../engine/tensor.js';
import { readConvolution, typeOfRank } from '../convolution-given.js';
import type { ConvolutionWords } from '../convolution-words.js';
import type { Conv2dGiven } from './schema.js';

/** The layer of a problem with its activation and the gradient that comes back. */
export interface Conv2dLayer {
  readonly given: Conv2dGiven;
  readonly conv: ConvLayer;
  readonly activation: Activation;
  readonly du: Tensor | undefined;
  readonly dz: Tensor | undefined;
}

/** Reads the givens; throws a GivenError for those that make no sense together. */
export function readLayer(given: Conv2dGiven): Conv2dLayer {
  const conv = readConvolution(given, 2);
  if (given.du && given.dz)
    throw new GivenError(['dz'], 'both du and dz are given', 'Give the gradient at one place: du or dz.');
  const output = outputShapeOf(conv);
  return {
    given,
    conv,
    activation: activation(given.activation, { leak: 0, reluAtZero: given.reluAtZero }),
    du: given.du && readGradient(given.du, 'du', output),
    dz: given.dz && readGradient(given.dz, 'dz', output),
  };
}

/** Answer type of a layer's values: a matrix without channels, else a tensor. */
export const valuesType = ({ conv }: Conv2dLayer): string => typeOfRank(conv.x.shape.length);
export const kernelType = ({ conv }: Conv2dLayer): string => typeOfRank(conv.w.shape.length);

export const wordsOf = ({ conv, given }: Conv2dLayer): ConvolutionWords => ({
  layer: conv,
  x: 'X',
  w: 'W',
  b: 'b',
  z: 'Z',
  loss: 'J',
  origin: given.origin,
});
