import {
  fromKernels,
  fromValues,
  toKernels,
  toValues,
  type KernelLayout,
  type ValueLayout,
} from './conv-layout.js';
import { convolve, inputGradientOf, kernelGradientOf, outputShape, type Convolution } from './convolve.js';
import { reverseKernels } from './kernels.js';
import { foldPer, zipPer } from './statistics.js';
import { map, zeros, type Shape, type Tensor } from './tensor.js';

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

/** A value of the problem as N×C×S…, and back. */
export const layerValues = ({ values, windows }: ConvLayer, value: Tensor): Tensor =>
  toValues(value, values, windows.length);
export const problemValues = ({ values }: ConvLayer, value: Tensor): Tensor => fromValues(value, values);

/** The kernel changed as O×(C/g)×K…, in the problem's layout again. */
export const changeKernels = (
  { kernels, windows }: ConvLayer,
  w: Tensor,
  change: (kernels: Tensor) => Tensor,
): Tensor => fromKernels(change(toKernels(w, kernels, windows.length)), kernels);

/** The kernel O×(C/g)×K… as the sum without reversal takes it. */
export function slidKernels({ kernels, windows, operation }: ConvLayer, w: Tensor): Tensor {
  const canonical = toKernels(w, kernels, windows.length);
  return operation === 'convolution' ? reverseKernels(canonical) : canonical;
}

/** The shape of z, in the problem's layout. */
export const outputShapeOf = (layer: ConvLayer): Shape =>
  problemValues(layer, zeros(outputShape(layer.inputShape, layer.kernelShape, layer))).shape;

/** Values z plus each filter's bias. */
export function addBias(layer: ConvLayer, z: Tensor, b: Bias): Tensor {
  if (typeof b === 'number') return map(z, (entry) => entry + b);
  return problemValues(
    layer,
    zipPer(layerValues(layer, z), b, [1], (entry, own) => entry + own),
  );
}

/** w ∗ x, without the bias. */
export const slide = (layer: ConvLayer, x: Tensor, w: Tensor): Tensor =>
  problemValues(layer, convolve(layerValues(layer, x), slidKernels(layer, w), layer));

/** ∂J/∂x from ∂J/∂z. */
export const gradientOfInput = (layer: ConvLayer, dz: Tensor, w: Tensor): Tensor =>
  problemValues(
    layer,
    inputGradientOf(layerValues(layer, dz), slidKernels(layer, w), layer, layer.inputShape),
  );

/** ∂J/∂w from ∂J/∂z, summed over examples and positions. */
export function gradientOfKernel(layer: ConvLayer, dz: Tensor, x: Tensor): Tensor {
  const gradient = kernelGradientOf(layerValues(layer, x), layerValues(layer, dz), layer, layer.kernelShape);
  return fromKernels(layer.operation === 'convolution' ? reverseKernels(gradient) : gradient, layer.kernels);
}

/** ∂J/∂b from ∂J/∂z: the sum over examples and positions, filter by filter. */
export function gradientOfBias(layer: ConvLayer, dz: Tensor): Bias {
  const sums = foldPer(layerValues(layer, dz), [1], 0, (sum, entry) => sum + entry);
  return layer.kernels === 'none' ? sums.data[0]! : sums;
}
