import {
  fromKernels,
  fromValues,
  toKernels,
  toValues,
  type KernelLayout,
  type ValueLayout,
} from './conv-layout.js';
import { convolve, inputGradientOf, kernelGradientOf, type Convolution } from './convolve.js';
import { reverseKernels } from './kernels.js';
import { foldPer, zipPer } from './statistics.js';
import { map, tensor, type Shape, type Tensor } from './tensor.js';

/** A number for a layer of one map, else one for each filter. */
export type Bias = number | Tensor;

/** A convolution layer with numbers, in the layout of its problem. */
export interface ConvLayer extends Convolution {
  readonly x: Tensor;
  readonly w: Tensor;
  readonly b: Bias | undefined;
  /** `convolution` reverses the kernel, `correlation` does not. */
  readonly operation: 'correlation' | 'convolution';
  readonly values: ValueLayout;
  readonly kernels: KernelLayout;
  /** N×C×S… and O×(C/g)×K…, whatever the problem's layout. */
  readonly inputShape: Shape;
  readonly kernelShape: Shape;
}

const rankOf = ({ windows }: ConvLayer): number => windows.length;

/** The kernel changed as O×I×K…, in the problem's layout again. */
export const changeKernels = (layer: ConvLayer, w: Tensor, change: (kernels: Tensor) => Tensor): Tensor =>
  fromKernels(change(toKernels(w, layer.kernels, rankOf(layer))), layer.kernels);

/** The kernel as the sum without reversal takes it. */
const slid = (layer: ConvLayer, w: Tensor): Tensor => {
  const kernels = toKernels(w, layer.kernels, rankOf(layer));
  return layer.operation === 'convolution' ? reverseKernels(kernels) : kernels;
};

/** Values z plus each filter's bias. */
export function addBias(layer: ConvLayer, z: Tensor, b: Bias): Tensor {
  if (typeof b === 'number') return map(z, (entry) => entry + b);
  const values = toValues(z, layer.values, rankOf(layer));
  return fromValues(
    zipPer(values, b, [1], (entry, own) => entry + own),
    layer.values,
  );
}

/** w ∗ x, without the bias. */
export const slide = (layer: ConvLayer, x: Tensor, w: Tensor): Tensor =>
  fromValues(convolve(toValues(x, layer.values, rankOf(layer)), slid(layer, w), layer), layer.values);

/** ∂J/∂x from ∂J/∂z. */
export const gradientOfInput = (layer: ConvLayer, dz: Tensor, w: Tensor): Tensor =>
  fromValues(
    inputGradientOf(toValues(dz, layer.values, rankOf(layer)), slid(layer, w), layer, layer.inputShape),
    layer.values,
  );

/** ∂J/∂w from ∂J/∂z. */
export function gradientOfKernel(layer: ConvLayer, dz: Tensor, x: Tensor): Tensor {
  const [from, to] = [x, dz].map((value) => toValues(value, layer.values, rankOf(layer))) as [Tensor, Tensor];
  const gradient = kernelGradientOf(from, to, layer, layer.kernelShape);
  return fromKernels(
    layer.operation === 'convolution' ? reverseKernels(gradient) : gradient,
    layer.kernels,
  );
}

/** ∂J/∂b from ∂J/∂z: the sum over examples and positions, filter by filter. */
export function gradientOfBias(layer: ConvLayer, dz: Tensor): Bias {
  const values = toValues(dz, layer.values, rankOf(layer));
  const sums = foldPer(values, [1], 0, (sum, entry) => sum + entry);
  return layer.kernels === 'none' ? sums.data[0]! : tensor(sums.shape, sums.data);
}
