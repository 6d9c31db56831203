import { none } from '../../engine/none.js';
import { sizeOf } from '../../engine/tensor.js';
import type { Place } from './place.js';
import { weightShape } from '../../engine/layers/layer-shapes.js';
import { isLinear } from '../../engine/layers/layer.js';
import { productsOf } from './loads.js';

/** An upper bound of every count a layer's steps make, under any convention. */
export function largestCount({ layer, input, output, flat, conventions: { layout } }: Place): number {
  const weight = weightShape(layer, input, flat, layout);
  const parameters = weight === none ? 0 : sizeOf(weight);
  const products =
    isLinear(layer) && weight !== none ? productsOf(layer, { input, output, weight }, layout, true) : 0;
  const window = layer.kind === 'pool' ? layer.axes.reduce((taps, { kernel }) => taps * kernel, 1) : 1;
  return 6 * products + parameters + 200 * (sizeOf(input) + sizeOf(output) * window);
}
