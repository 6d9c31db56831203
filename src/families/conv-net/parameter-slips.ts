import { none } from '../../engine/none.js';
import type { None } from '../../engine/none.js';
import { sizeOf } from '../../engine/tensor.js';
import type { Shape } from '../../engine/tensor.js';
import { named, slip } from '../../engine/worksheet.js';
import type { Named, SlipAt } from '../../engine/worksheet.js';
import { isLinear } from './layer.js';
import type { Linear } from './layer.js';
import { biasLength, featuresOf, kernelOf, weightShape, weightWritten } from './layer-shapes.js';
import { axesWritten, channelsOf, productWritten } from './layout.js';
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
      factors: () => layer.axes.map(({ kernel }) => kernel).join(' \\cdot ') + ' \\cdot C',
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
      shape: (read) => weightShape({ ...layer, groups: 1, ...(layer.kind === 'conv' ? { depthwise: false } : {}) }, read, false, layout),
      count: (read) => area * channelsOf(read, layout) * filters,
      factors: () => `${written} \\cdot ${channels} \\cdot ${filters}`,
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

export function weightSlips(place: Place, input: Named<Shape>): Slips<MaybeShape> {
  const { layer, conventions, sourceShape } = place;
  const { layout } = conventions;
  const made: Slips<MaybeShape> = {};
  for (const [name, { shape, factors, hint }] of Object.entries(wrongWeights(place)))
    if (shape)
      made[name] = slip({
        needs: { input },
        run: (read): MaybeShape => shape(read.input),
        show: (written) => factors(written.input).replaceAll('\\cdot', '\\times'),
        hint,
      });
  if (layer.kind === 'fc' && sourceShape.length > 1 && !place.sourceFlat)
    made['ignored-flattening'] = slip({
      needs: { source: named<Shape>(place.source) },
      run: ({ source }): MaybeShape => weightShape(layer, [channelsOf(source, layout)], true, layout),
      show: ({ source }) => {
        const axes = axesWritten(source);
        return weightWritten(layer, (layout === 'channels-first' ? axes[0] : axes.at(-1)) ?? '', layout);
      },
      hint: 'You connected the units to the channels only. Each unit is connected to every value of the flattened map.',
    });
  if (layer.kind === 'fc' || layer.kind === 'conv')
    made['swapped-in-and-out'] = slip({
      needs: { input },
      run: (read): MaybeShape => weightShape(layer, read.input, place.flat, layout, true),
      show: (written) => weightWritten(layer, written.input, layout, true),
      hint:
        layout === 'channels-first'
          ? 'You wrote inputs before outputs. Here a weight is listed as outputs × inputs (× kernel).'
          : 'You wrote outputs before inputs. Here a weight is listed as (kernel ×) inputs × outputs.',
    });
  return made;
}

/** Wrong ways to the bias; each is a length that the parameters add. */
export function wrongBiases(place: Place): Record<string, { length: (read: { input: Shape; output: Shape }) => number; hint: string }> {
  const { layer, input, flat, conventions } = place;
  const { layout } = conventions;
  const length = biasLength(layer, input, flat, layout);
  if (length === undefined || !isLinear(layer)) return {};
  const unit = layer.kind === 'fc' ? 'unit' : 'filter';
  const made: ReturnType<typeof wrongBiases> = {};
  if (length > 1)
    made['counted-one-bias'] = {
      length: () => 1,
      hint: `You took one bias for the whole layer. Every ${unit} has its own.`,
    };
  if (featuresOf(input, flat, layout) !== length)
    made['counted-bias-per-input'] = {
      length: (read) => featuresOf(read.input, flat, layout),
      hint: `You took a bias for each input. A bias belongs to an output: one for each ${unit}.`,
    };
  if (layer.kind !== 'fc')
    made['counted-bias-per-position'] = {
      length: (read) => sizeOf(read.output),
      hint: 'You took a bias for every position of the output map. A filter adds the same bias everywhere, so there is one for each filter.',
    };
  return made;
}

export function parameterSlips(
  place: Place,
  { input, output, weight, bias }: { input: Named<Shape>; output: Named<Shape>; weight: Named<MaybeShape>; bias: Named<MaybeShape> },
): Slips<number> {
  const { layer, conventions } = place;
  const { layout, batch } = conventions;
  const made: Slips<number> = {};
  const size = (shape: MaybeShape): number => (shape === none ? 0 : sizeOf(shape));
  if (biasLength(layer, place.input, place.flat, layout) !== undefined && isLinear(layer))
    made['forgot-bias'] = slip({
      needs: { weight },
      run: (read) => size(read.weight),
      show: (written) => productWritten(written.weight),
      hint: `You left the biases out. Each ${layer.kind === 'fc' ? 'unit' : 'filter'} has one: add them to the weights.`,
    });
  for (const [name, { length, hint }] of Object.entries(wrongBiases(place)))
    made[name] = slip({
      needs: { weight, input, output },
      run: (read) => size(read.weight) + length(read),
      show: (written) =>
        `${productWritten(written.weight)} + ${name === 'counted-one-bias' ? '1' : productWritten(name === 'counted-bias-per-input' ? written.input : written.output)}`,
      hint,
    });
  for (const [name, { count, factors, hint }] of Object.entries(wrongWeights(place)))
    made[name] = slip({
      needs: { input, bias },
      run: (read) => count(read.input) + (name === 'ignored-filters' ? Math.min(1, size(read.bias)) : size(read.bias)),
      show: (written) => factors(written.input),
      hint,
    });
  if (isLinear(layer) && layer.kind !== 'fc')
    made['counted-weights-at-every-position'] = slip({
      needs: { weight, output },
      run: (read) => size(read.weight) * spatialSize(read.output, layout),
      show: (written) => `${productWritten(written.weight)} \\cdot \\text{positions of } ${written.output}`,
      hint: 'You counted the weights once for every output position. They are shared over positions; times the positions gives the multiplications.',
    });
  if (layer.kind === 'batch-norm' && layer.affine) Object.assign(made, normSlips(place, input));
  if (batch !== undefined && batch > 1 && size(weightShape(layer, place.input, place.flat, layout)) > 0)
    made['multiplied-by-batch'] = slip({
      needs: { weight, bias },
      run: (read) => batch * (size(read.weight) + size(read.bias)),
      show: (written) => `${batch} \\cdot (${productWritten(written.weight)} + ${written.bias})`,
      hint: 'You counted the parameters once for every example of the batch. All examples share them.',
    });
  return made;
}

const spatialSize = (shape: Shape, layout: Place['conventions']['layout']): number =>
  sizeOf(shape) / channelsOf(shape, layout);

function normSlips(place: Place, input: Named<Shape>): Slips<number> {
  const { flat, conventions } = place;
  const features = (shape: Shape): number => featuresOf(shape, flat, conventions.layout);
  const counted = (run: (shape: Shape) => number, show: string, hint: string): SlipAt<number> =>
    slip({ needs: { input }, run: (read) => run(read.input), show: () => show, hint });
  const made: Slips<number> = {
    'counted-running-statistics': counted(
      (shape) => 4 * features(shape),
      '4 \\cdot C',
      'You counted the running mean and variance as parameters. They are tracked, not trained: only γ and β are, two for each channel.',
    ),
    'counted-one-per-channel': counted(
      (shape) => features(shape),
      'C',
      'You counted one parameter for each channel. Batch normalisation learns two: a scale γ and a shift β.',
    ),
  };
  if (place.input.length > 1)
    made['counted-norm-per-position'] = counted(
      (shape) => 2 * sizeOf(shape),
      '2 \\cdot C \\cdot H \\cdot W',
      'You counted γ and β for every position. All positions of a channel share them: $2C$ in all.',
    );
  return made;
}
