import type { Bias, ConvLayer } from './conv-layer.js';
import { toKernels, toValues, type KernelLayout, type ValueLayout } from './conv-layout.js';
import { samePadding, spanOf, stepsAlong, type Sliding } from './conv-size.js';
import { outputShape } from './convolve.js';
import { DomainError, GivenError } from './domain-error.js';
import {
  formatShape,
  fromNested,
  sameShape,
  sizeOf,
  tensor,
  type Nested,
  type Shape,
  type Tensor,
} from './tensor.js';

export type Padding = number | readonly number[] | 'valid' | 'same' | 'full';
type PerAxis = number | readonly number[];

/** A convolution layer as a problem states it. */
export interface ConvLayerGiven {
  readonly x: Nested;
  readonly w: Nested;
  readonly b?: number | readonly number[] | undefined;
  readonly operation: ConvLayer['operation'];
  readonly padding: Padding;
  readonly stride: PerAxis;
  readonly dilation: PerAxis;
  readonly groups: number;
}

/** Products of weights and inputs beyond which a problem is no longer one to work by hand. */
const mostProducts = 2_000_000;

/** A given as a tensor; ragged rows are refused. */
export function readTensor(nested: Nested, path: string): Tensor {
  try {
    return fromNested(nested);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new GivenError([path], error.message, `Give all rows of ${path} the same number of entries.`);
  }
}

function along(value: PerAxis, rank: number, path: string): readonly number[] {
  if (typeof value === 'number') return new Array<number>(rank).fill(value);
  if (value.length !== rank)
    throw new GivenError([path], `${value.length} numbers for ${rank} axes`, `Write one number, or ${rank}.`);
  return value;
}

function readWindows(given: ConvLayerGiven, sizes: Shape, taps: Shape): Sliding[] {
  const rank = sizes.length;
  const strides = along(given.stride, rank, 'stride');
  const dilations = along(given.dilation, rank, 'dilation');
  const { padding } = given;
  const paddings = typeof padding === 'string' ? undefined : along(padding, rank, 'padding');
  return taps.map((kernel, axis) => {
    const window = { kernel, stride: strides[axis]!, dilation: dilations[axis]! };
    if (padding === 'same') return samePadding(sizes[axis]!, window);
    const before = paddings?.[axis] ?? (padding === 'full' ? spanOf(window) - 1 : 0);
    const padded = { ...window, before, after: before };
    try {
      stepsAlong(sizes[axis]!, padded);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      throw new GivenError(['w'], error.message, 'Give a smaller kernel, a larger x, or more padding.');
    }
    return padded;
  });
}

function checkChannels(inputs: Shape, kernels: Shape, groups: number): void {
  const [channels, filters, depth] = [inputs[1]!, kernels[0]!, kernels[1]!];
  if (channels % groups !== 0 || filters % groups !== 0)
    throw new GivenError(
      ['groups'],
      `${groups} groups do not divide ${channels} input and ${filters} output channels`,
      'Give a number that divides both.',
    );
  if (depth !== channels / groups)
    throw new GivenError(
      ['w'],
      `each filter reads ${depth} channels, but x has ${channels}${groups > 1 ? ` in ${groups} groups` : ''}`,
      'Give each filter one kernel for every channel it reads, in the order of axes that the layout says.',
    );
}

function readBias(b: ConvLayerGiven['b'], filters: number, kernels: KernelLayout): Bias | undefined {
  if (b === undefined) return undefined;
  if (kernels === 'none') {
    if (typeof b === 'number') return b;
    throw new GivenError(['b'], 'a layer of one kernel has one bias', 'Write a number.');
  }
  if (typeof b === 'number' || b.length !== filters)
    throw new GivenError(
      ['b'],
      `b ${typeof b === 'number' ? 'is one number' : `has ${b.length} entries`}, the layer has ${filters} filters`,
      'Write a list of one number for each filter.',
    );
  return tensor([filters], b);
}

/** Reads a layer with numbers; throws a GivenError for givens that make no sense together. */
export function readConvLayer(
  given: ConvLayerGiven,
  {
    values,
    kernels,
    rank,
  }: { readonly values: ValueLayout; readonly kernels: KernelLayout; readonly rank: number },
): ConvLayer {
  const x = readTensor(given.x, 'x');
  const w = readTensor(given.w, 'w');
  const wanted = kernels === 'none' ? rank : rank + 2;
  if (w.shape.length !== wanted)
    throw new GivenError(
      ['w'],
      `w has ${w.shape.length} axes (${formatShape(w.shape)}), with this x it needs ${wanted}`,
      kernels === 'none'
        ? 'Give a kernel with the axes of x.'
        : 'Give a kernel for each output and input channel.',
    );
  const inputShape = toValues(x, values, rank).shape;
  const kernelShape = toKernels(w, kernels, rank).shape;
  checkChannels(inputShape, kernelShape, given.groups);
  const windows = readWindows(given, inputShape.slice(2), kernelShape.slice(2));
  const conv = { windows, groups: given.groups };
  if (sizeOf(outputShape(inputShape, kernelShape, conv)) * sizeOf(kernelShape.slice(1)) > mostProducts)
    throw new GivenError(['x'], 'the layer has too many products to work out', 'Give a smaller x or w.');
  const b = readBias(given.b, kernelShape[0]!, kernels);
  return { ...conv, x, w, b, operation: given.operation, values, kernels, inputShape, kernelShape };
}

/** A given gradient of the output, in the shape of the output. */
export function readGradient(nested: Nested, path: string, output: Shape): Tensor {
  const gradient = readTensor(nested, path);
  if (!sameShape(gradient.shape, output))
    throw new GivenError(
      [path],
      `${path} is ${formatShape(gradient.shape)}, the output of the layer is ${formatShape(output)}`,
      'Give one number for each entry of the output.',
    );
  return gradient;
}
