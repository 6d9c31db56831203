import { positionsRead, tapsUsed } from '../../engine/conv-reach.js';
import type { GradientLoad } from '../../engine/gradient-counts.js';
import { sizeOf } from '../../engine/tensor.js';
import type { Shape } from '../../engine/tensor.js';
import { isLinear } from '../../engine/layers/layer.js';
import type { Linear } from '../../engine/layers/layer.js';
import { kernelOf } from '../../engine/layers/layer-shapes.js';
import { channelsOf, spatialOf } from '../../engine/layers/layout.js';
import type { Layout } from '../../engine/layers/layout.js';
import { productsOf } from './loads.js';
import type { Place } from './place.js';
import { slidingOn } from '../../engine/layers/size-rule.js';

export interface Shapes {
  readonly input: Shape;
  readonly output: Shape;
}

const product = (numbers: readonly number[]): number => numbers.reduce((all, each) => all * each, 1);

const loadOf = ({ layer }: Place): GradientLoad['of'] =>
  layer.kind === 'fc' ? 'fc' : layer.kind === 'batch-norm' ? 'norm' : 'conv';

/** A measure of each axis of a convolution on these maps, multiplied over the axes. */
const overAxes = (
  layer: Linear,
  { input, output }: Shapes,
  layout: Layout,
  measure: typeof tapsUsed,
): number =>
  layer.kind !== 'conv'
    ? 1
    : product(
        layer.axes.map((axis, index) => {
          const size = spatialOf(input, layout)[index]!;
          return measure(size, spatialOf(output, layout)[index]!, slidingOn(size, axis));
        }),
      );

/** The sums behind the gradient of the weights: a product for each position at which a weight is used. */
export function weightLoad(place: Place, gradient: Shape, shapes: Shapes): GradientLoad {
  const { layer, conventions } = place;
  const { layout, counting } = conventions;
  const entries = sizeOf(gradient);
  const of = loadOf(place);
  if (!isLinear(layer)) return { of, products: entries * product(spatialOf(shapes.output, layout)), entries };
  const products = productsOf(layer, { ...shapes, weight: gradient }, layout, counting.paddedTaps);
  if (layer.kind !== 'conv' || counting.paddedTaps) return { of, products, entries };
  const used = overAxes(layer, shapes, layout, tapsUsed);
  return { of, products, entries: (entries * used) / product(kernelOf(layer)) };
}

/** The sums behind the gradient of the bias: every output value's gradient belongs to one of them. */
export const biasLoad = (
  place: Place,
  gradient: Shape,
  { output }: Pick<Shapes, 'output'>,
): GradientLoad => ({
  of: loadOf(place),
  products: sizeOf(output),
  entries: sizeOf(gradient),
});

/** The sums behind the gradient of the input: one for each input value, padding included where it counts. */
export function inputLoad(place: Place, layer: Linear, weight: Shape, shapes: Shapes): GradientLoad {
  const { layout, counting } = place.conventions;
  const products = productsOf(layer, { ...shapes, weight }, layout, counting.paddedTaps);
  const read = overAxes(layer, shapes, layout, (size, outputs, window) =>
    positionsRead(size, outputs, window, !counting.paddedTaps),
  );
  const entries = layer.kind === 'conv' ? channelsOf(shapes.input, layout) * read : sizeOf(shapes.input);
  return { of: loadOf(place), products, entries };
}
