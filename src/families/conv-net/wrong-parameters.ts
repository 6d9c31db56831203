import type { None } from '../../engine/none.js';
import { sizeOf } from '../../engine/tensor.js';
import type { Shape } from '../../engine/tensor.js';
import type { SlipAt } from '../../engine/worksheet.js';
import { isLinear } from '../../engine/layers/layer.js';
import type { Linear } from '../../engine/layers/layer.js';
import { biasLength, featuresOf, kernelOf, weightShape } from '../../engine/layers/layer-shapes.js';
import { channelsOf, channelsWritten, productWritten } from '../../engine/layers/layout.js';
import type { Place } from './place.js';

export type MaybeShape = Shape | None;
export type Slips<T> = Record<string, SlipAt<T>>;

/** A wrong way to a layer's weights, as a shape and as a count. */
interface WrongWeight {
  readonly shape?: (input: Shape) => MaybeShape;
  readonly count: (input: Shape) => number;
  readonly factors: (input: string) => string;
  readonly hint: string;
}

const isFullyDepthwise = ({ layer, input, conventions }: Place): boolean =>
  layer.kind === 'conv' && layer.groups > 1 && layer.groups === channelsOf(input, conventions.layout);

const filtersOf = (layer: Linear): number => (layer.kind === 'fc' ? layer.units : layer.filters);

/** Wrong ways to the weights that concern shape and count alike. */
export function wrongWeights(place: Place): Record<string, WrongWeight> {
  const { layer, input, conventions } = place;
  const { layout } = conventions;
  const made: Record<string, WrongWeight> = {};
  if (layer.kind === 'pool' && !place.flat)
    made['gave-pool-weights'] = {
      shape: (read) => [channelsOf(read, layout), ...layer.axes.map(({ kernel }) => kernel)],
      count: (read) => channelsOf(read, layout) * layer.axes.reduce((all, { kernel }) => all * kernel, 1),
      factors: (read) =>
        `${layer.axes.map(({ kernel }) => kernel).join(' \\cdot ')} \\cdot ${channelsWritten(read, layout)}`,
      hint: 'You gave the pool weights. A pool takes the largest or the mean of its window and learns nothing.',
    };
  if (!isLinear(layer) || layer.kind === 'fc') return made;
  const channels = channelsOf(input, layout);
  const kernel = kernelOf(layer);
  const area = kernel.reduce((all, each) => all * each, 1);
  const filters = filtersOf(layer);
  const written = kernel.join(' \\cdot ');
  const depth = channels / layer.groups;
  if (layer.groups > 1) {
    const whole: WrongWeight = {
      shape: (read) =>
        weightShape(
          { ...layer, groups: 1, ...(layer.kind === 'conv' ? { depthwise: false } : {}) },
          read,
          false,
          layout,
        ),
      count: (read) => area * channelsOf(read, layout) * filters,
      factors: (read) => `${written} \\cdot ${channelsWritten(read, layout)} \\cdot ${filters}`,
      hint: isFullyDepthwise(place)
        ? 'You gave every filter all input channels. In a depthwise convolution a filter sees one channel only.'
        : 'You gave every filter all input channels. With $g$ groups a filter sees $C_{in}/g$ of them.',
    };
    made[isFullyDepthwise(place) ? 'treated-depthwise-as-full' : 'ignored-groups'] = whole;
  }
  if (depth > 1)
    made['ignored-input-depth'] = {
      shape: () => (layout === 'channels-first' ? [filters, ...kernel] : [...kernel, filters]),
      count: () => area * filters,
      factors: () => `${written} \\cdot ${filters}`,
      hint: 'You took flat filters. A filter is as deep as the map it reads: it has a kernel for each input channel.',
    };
  if (filters > 1 && layer.kind === 'conv')
    made['ignored-filters'] = {
      shape: () => (layout === 'channels-first' ? [depth, ...kernel] : [...kernel, depth]),
      count: () => area * depth,
      factors: () => `${written} \\cdot ${depth}`,
      hint: 'You took one filter. There is a filter for each output channel.',
    };
  if (kernel.length > 1 && kernel[0]! > 1)
    made['used-one-kernel-side'] = {
      count: () => kernel[0]! * depth * filters,
      factors: () => `${kernel[0]!} \\cdot ${depth} \\cdot ${filters}`,
      hint: 'You used one side of the kernel. It has taps along height and width: $k\\cdot k$ of them.',
    };
  return made;
}

interface WrongBias {
  readonly length: (read: { readonly input: Shape; readonly output: Shape }) => number;
  readonly show: (written: { readonly input: string; readonly output: string }) => string;
  readonly hint: string;
}

/** Wrong ways to the bias; each is a length that the parameters add. */
export function wrongBiases(place: Place): Record<string, WrongBias> {
  const { layer, input, flat, conventions } = place;
  const { layout } = conventions;
  const length = biasLength(layer, input, flat, layout);
  if (length === undefined || !isLinear(layer)) return {};
  const unit = layer.kind === 'fc' ? 'unit' : 'filter';
  const made: ReturnType<typeof wrongBiases> = {};
  if (length > 1)
    made['counted-one-bias'] = {
      length: () => 1,
      show: () => '1',
      hint: `You took one bias for the whole layer. Every ${unit} has its own.`,
    };
  if (featuresOf(input, flat, layout) !== length)
    made['counted-bias-per-input'] = {
      length: (read) => featuresOf(read.input, flat, layout),
      show: (written) => (flat ? productWritten(written.input) : channelsWritten(written.input, layout)),
      hint: `You took a bias for each input. A bias belongs to an output: one for each ${unit}.`,
    };
  if (layer.kind !== 'fc')
    made['counted-bias-per-position'] = {
      length: (read) => sizeOf(read.output),
      show: (written) => productWritten(written.output),
      hint: 'You took a bias for every position of the output map. A filter adds the same bias everywhere, so there is one for each filter.',
    };
  return made;
}
