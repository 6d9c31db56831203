import {
  changeKernels,
  gradientOfInput,
  gradientOfKernel,
  layerValues,
  problemValues,
  slidKernels,
  type ConvLayer,
} from '../engine/conv-layer.js';
import { spanOf, type Sliding } from '../engine/conv-size.js';
import { convolve, inputGradientOf, outputShape } from '../engine/convolve.js';
import { reverseKernels, swapChannels, transposeKernels } from '../engine/kernels.js';
import type { Tensor } from '../engine/tensor.js';
import { canSwapChannels, hasTaps, isSquare } from './convolution-output.js';
import { gradientOf, type ConvolutionWords } from './convolution-words.js';

/** A wrong way back: from ∂J/∂z and the layer's other factor to a gradient. */
interface WrongGradient {
  readonly run: (dz: Tensor, other: Tensor) => Tensor;
  readonly formula: string;
  readonly hint: string;
}

const isStrided = ({ windows }: ConvLayer): boolean => windows.some(({ stride }) => stride > 1);
const isPadded = ({ windows }: ConvLayer): boolean => windows.some(({ before, after }) => before + after > 0);

/** The windows with their end moved so that they still give as many outputs. */
function sameOutputs(layer: ConvLayer, change: (window: Sliding) => Partial<Sliding>): ConvLayer {
  const outputs = outputShape(layer.inputShape, layer.kernelShape, layer).slice(2);
  const windows = layer.windows.map((own, axis) => {
    const window = { ...own, ...change(own) };
    const reach = (outputs[axis]! - 1) * window.stride + spanOf(window);
    return { ...window, after: reach - layer.inputShape[axis + 2]! - window.before };
  });
  return { ...layer, windows };
}

/** Wrong ways to ∂J/∂w. */
export function wrongKernelGradients(words: ConvolutionWords): Record<string, WrongGradient> {
  const { layer, x, z, w } = words;
  const made: Record<string, WrongGradient> = {};
  if (hasTaps(layer))
    made['reversed-kernel-gradient'] = {
      run: (dz, x) => changeKernels(layer, gradientOfKernel(layer, dz, x), reverseKernels),
      formula: `\\operatorname{rev}\\left(${gradientOf(words, w)}\\right)`,
      hint: 'Your gradient stands reversed: the entry of a weight goes to the place of that weight.',
    };
  if (isStrided(layer))
    made['ignored-stride-going-back'] = {
      run: (dz, x) =>
        gradientOfKernel(
          sameOutputs(layer, () => ({ stride: 1 })),
          dz,
          x,
        ),
      formula: `${gradientOf(words, z)} \\star ${x}`,
      hint: 'You let the gradient move by one position at a time; the outputs lie a stride apart on the input, on the way back too.',
    };
  if (isPadded(layer))
    made['left-padding-out-of-gradient'] = {
      run: (dz, x) =>
        gradientOfKernel(
          sameOutputs(layer, () => ({ before: 0 })),
          dz,
          x,
        ),
      formula: `${gradientOf(words, z)} \\star ${x}`,
      hint: 'You multiplied with the input as it stands; the first output read the padding, so the padded input belongs here.',
    };
  return made;
}

/** ∂J/∂z slid over by the reversed kernels without padding. */
function slideUnpadded(layer: ConvLayer, dz: Tensor, w: Tensor): Tensor {
  const windows = layer.windows.map((window) => ({ ...window, stride: 1, before: 0, after: 0 }));
  const kernels = reverseKernels(swapChannels(slidKernels(layer, w), layer.groups));
  return problemValues(layer, convolve(layerValues(layer, dz), kernels, { ...layer, windows }));
}

/** The way back through other windows, to an input of the size that these have. */
function backThrough(layer: ConvLayer, windows: readonly Sliding[], sizes: readonly number[]) {
  return (dz: Tensor, w: Tensor): Tensor => {
    const input = [...layer.inputShape.slice(0, 2), ...sizes];
    const other = { ...layer, windows };
    return problemValues(layer, inputGradientOf(layerValues(layer, dz), slidKernels(layer, w), other, input));
  };
}

/** Wrong ways to ∂J/∂x. */
export function wrongInputGradients(words: ConvolutionWords): Record<string, WrongGradient> {
  const { layer, z, w } = words;
  const { operation, windows, inputShape } = layer;
  const outputs = outputShape(inputShape, layer.kernelShape, layer).slice(2);
  const through = (change: (kernels: Tensor) => Tensor) => (dz: Tensor, w: Tensor) =>
    gradientOfInput(layer, dz, changeKernels(layer, w, change));
  const upstream = gradientOf(words, z);
  const made: Record<string, WrongGradient> = {};
  if (hasTaps(layer))
    made[operation === 'correlation' ? 'kept-kernel-unreversed' : 'reversed-kernel-going-back'] = {
      run: through(reverseKernels),
      formula:
        operation === 'correlation'
          ? `${w} \\star ${upstream}`
          : `\\operatorname{rev}(${w}) \\star ${upstream}`,
      hint:
        operation === 'correlation'
          ? 'You slid the kernel as it stands over the gradient; the way back uses it reversed along every axis.'
          : 'You reversed the kernel on the way back too; what was reversed going forward stands as it is going back.',
    };
  if (isSquare(layer) && operation === 'correlation')
    made['transposed-kernel-going-back'] = {
      run: through((kernels) => reverseKernels(transposeKernels(kernels))),
      formula: `${w}^\\top \\star ${upstream}`,
      hint: 'You transposed the kernel; the way back turns it by half a turn, rows and columns both reversed.',
    };
  if (canSwapChannels(layer))
    made['kept-channels-unswapped'] = {
      run: through((kernels) => swapChannels(kernels, 1)),
      formula: `${w} \\star ${upstream}`,
      hint: 'You kept input and output channels in their places; going back, the sum for an input channel runs over the output channels it fed.',
    };
  const spans = windows.map(spanOf);
  if (!isStrided(layer) && hasTaps(layer) && outputs.every((size, axis) => size >= spans[axis]!))
    made['left-out-gradient-padding'] = {
      run: (dz, w) => slideUnpadded(layer, dz, w),
      formula: `\\operatorname{rev}(${w}) \\star ${upstream}`,
      hint: 'You slid the reversed kernel over the gradient without padding; pad with $k - 1$ zeros on each side, so that every input gets its share.',
    };
  const unstrided = windows.map((window) => ({ ...window, stride: 1 }));
  const short = outputs.map((size, axis) => {
    const { before, after } = windows[axis]!;
    return size - 1 + spans[axis]! - before - after;
  });
  if (isStrided(layer) && short.every((size) => size >= 1))
    made['left-out-stride-zeros'] = {
      run: backThrough(layer, unstrided, short),
      formula: `\\operatorname{rev}(${w}) \\star ${upstream}`,
      hint: 'You put the gradients side by side; the outputs lie a stride $s$ apart, so put $s - 1$ zeros between them first.',
    };
  if (isPadded(layer))
    made['kept-padding-on-gradient'] = {
      run: backThrough(
        layer,
        windows.map((window) => ({ ...window, before: 0, after: 0 })),
        windows.map(({ before, after }, axis) => inputShape[axis + 2]! + before + after),
      ),
      formula: `\\operatorname{rev}(${w}) \\star ${upstream}`,
      hint: 'You gave the gradient of the padded input; cut the padding off, since only the input itself is asked.',
    };
  return made;
}
