import { DomainError } from '../domain-error.js';
import { none } from '../none.js';
import type { None } from '../none.js';
import { sizeOf } from '../tensor.js';
import type { Shape } from '../tensor.js';
import { isLinear } from './layer.js';
import type { Convolution, Layer, Linear } from './layer.js';
import { axesWritten, channelsOf, featureMap, shapeWritten, spatialOf, vectorShape } from './layout.js';
import type { Layout } from './layout.js';
import type { AxisRule } from './size-rule.js';

export interface Writing {
  readonly layout: Layout;
  readonly vectors: 'flat' | 'column';
}

export const applyRules = (rules: readonly AxisRule[], input: Shape, layout: Layout): number[] =>
  spatialOf(input, layout).map((size, axis) => rules[axis]?.size(size) ?? size);

/** Output channels of a layer whose input has this many. */
export function outputChannels(layer: Layer, inputChannels: number): number {
  if (layer.kind === 'conv' && layer.depthwise) return inputChannels * (layer.filters / layer.groups);
  return layer.kind === 'conv' || layer.kind === 'transposed-conv' ? layer.filters : inputChannels;
}

/** Channels of one group; carried inputs may have channels that the groups do not divide. */
function channelsEach(layer: Convolution, channels: number): number {
  if (layer.depthwise) return 1;
  if (channels % layer.groups !== 0)
    throw new DomainError(`${layer.groups} groups do not divide ${channels} input channels`);
  return channels / layer.groups;
}

/** The output's shape from the input's and, for a layer that resizes, its new spatial size. */
export function outputShape(layer: Layer, input: Shape, size: Shape | undefined, writing: Writing): Shape {
  if (layer.kind === 'fc') return vectorShape(layer.units, writing.vectors);
  if (layer.kind === 'flatten') return vectorShape(sizeOf(input), writing.vectors);
  if (!size) return input;
  const channels = outputChannels(layer, channelsOf(input, writing.layout));
  if (layer.kind === 'adaptive-pool' && !layer.keep) return vectorShape(channels, writing.vectors);
  return featureMap(channels, size, writing.layout);
}

/** Channels of a feature map, or features of a vector (flat or a column). */
export const featuresOf = (input: Shape, flat: boolean, layout: Layout): number =>
  flat ? sizeOf(input) : channelsOf(input, layout);

/** What a weight's two channel axes are made of. */
interface WeightParts<T> {
  readonly inputs: T;
  readonly inputsEach: T;
  readonly outputs: T;
  readonly outputsEach: T;
}

/** The two channel axes of a weight in the order they are listed. */
function weightPair<T>(layer: Linear, parts: WeightParts<T>, layout: Layout): [T, T] {
  const { inputs, inputsEach, outputs, outputsEach } = parts;
  const depthwiseLast = layer.kind === 'conv' && layer.depthwise && layout === 'channels-last';
  if (depthwiseLast) return [inputs, outputsEach];
  if (layer.kind === 'transposed-conv')
    return layout === 'channels-first' ? [inputs, outputsEach] : [outputsEach, inputs];
  return layout === 'channels-first' ? [outputs, inputsEach] : [inputsEach, outputs];
}

/** Kernel sizes of a convolution, one an axis; none of a fully connected layer. */
export const kernelOf = (layer: Linear): number[] =>
  layer.kind === 'fc' ? [] : layer.axes.map(({ kernel }) => kernel);

const withKernel = <T>(pair: readonly T[], kernel: readonly T[], layout: Layout): T[] =>
  layout === 'channels-first' ? [...pair, ...kernel] : [...kernel, ...pair];

/** Shape of the weight: out×in/g×k×k, k×k×in/g×out where channels come last, out×in of a fully connected layer. */
export function weightShape(
  layer: Layer,
  input: Shape,
  flat: boolean,
  layout: Layout,
  swapped = false,
): Shape | None {
  if (layer.kind === 'batch-norm') return layer.affine ? [featuresOf(input, flat, layout)] : none;
  if (!isLinear(layer)) return none;
  const inputs = layer.kind === 'fc' ? sizeOf(input) : channelsOf(input, layout);
  const parts =
    layer.kind === 'fc'
      ? { inputs, inputsEach: inputs, outputs: layer.units, outputsEach: layer.units }
      : {
          inputs,
          inputsEach: layer.kind === 'conv' ? channelsEach(layer, inputs) : inputs,
          outputs: outputChannels(layer, inputs),
          outputsEach: layer.filters / layer.groups,
        };
  const pair = weightPair(layer, parts, layout);
  return withKernel(swapped ? pair.reverse() : pair, kernelOf(layer), layout);
}

/** The weight's shape written from the input's, both LaTeX. */
export function weightWritten(layer: Linear, input: string, layout: Layout, swapped = false): string {
  const axes = axesWritten(input);
  const inputs =
    layer.kind === 'fc'
      ? axes.join(' \\cdot ')
      : ((layout === 'channels-first' ? axes[0] : axes.at(-1)) ?? '');
  const each = (whole: string, groups: number): string => (groups === 1 ? whole : `${whole} / ${groups}`);
  const groups = layer.kind === 'fc' ? 1 : layer.groups;
  const outputs = `${layer.kind === 'fc' ? layer.units : layer.filters}`;
  const depthwise = layer.kind === 'conv' && layer.depthwise;
  const pair = weightPair(
    layer,
    {
      inputs,
      inputsEach: depthwise ? '1' : each(inputs, groups),
      outputs,
      outputsEach: depthwise ? `${layer.filters / layer.groups}` : each(outputs, groups),
    },
    layout,
  );
  return shapeWritten(withKernel(swapped ? pair.reverse() : pair, kernelOf(layer).map(String), layout));
}

/** Length of the bias; undefined where there is none. */
export function biasLength(layer: Layer, input: Shape, flat: boolean, layout: Layout): number | undefined {
  if (layer.kind === 'conv' || layer.kind === 'transposed-conv')
    return layer.bias ? outputChannels(layer, channelsOf(input, layout)) : undefined;
  if (layer.kind === 'fc') return layer.bias ? layer.units : undefined;
  if (layer.kind === 'batch-norm') return layer.affine ? featuresOf(input, flat, layout) : undefined;
  return undefined;
}

/** The axes without one of each of these sizes; undefined where one is missing. */
function without<T extends number | string>(axes: readonly T[], sizes: readonly number[]): T[] | undefined {
  const left = [...axes];
  for (const size of sizes) {
    const found = left.findIndex((axis) => Number(axis) === size);
    if (found < 0) return undefined;
    left.splice(found, 1);
  }
  return left;
}

/**
 * The weight's axes that make up the products of an output value (of an input value where transposed): those left
 * when the outputs' (inputs') are taken out, in whatever order they are listed.
 */
export function productAxes<T extends number | string>(
  layer: Linear,
  weight: readonly T[],
  inputChannels: number,
  layout: Layout,
): T[] {
  const depthwise = layer.kind === 'conv' && layer.depthwise;
  const ends = depthwise && layout === 'channels-last' ? 2 : 1;
  const [shared, rest] =
    layout === 'channels-first'
      ? [weight.slice(0, 1), weight.slice(1)]
      : [weight.slice(-ends), weight.slice(0, -ends)];
  const size = layer.kind === 'fc' ? layer.units : layer.kind === 'conv' ? layer.filters : inputChannels;
  if (shared.reduce((all, axis) => all * Number(axis), 1) === size) return rest;
  const split = depthwise ? without(weight, [layer.groups, size / layer.groups]) : undefined;
  // A weight that lacks the axis of the filters is one filter: all of it is shared.
  const isOneFilter = layer.kind === 'conv' && !depthwise && weight.length === layer.axes.length + 1;
  return without(weight, [size]) ?? split ?? (isOneFilter ? [...weight] : rest);
}
