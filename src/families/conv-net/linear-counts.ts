import { additionsOf, count, multiplyAddsOf } from '../../engine/layer-counts.js';
import type { Shape } from '../../engine/tensor.js';
import { step } from '../../engine/worksheet.js';
import type { Named } from '../../engine/worksheet.js';
import { countName } from './counted-steps.js';
import type { Counts, Handles } from './counted-steps.js';
import type { Linear } from '../../engine/layers/layer.js';
import { productWritten } from '../../engine/layers/layout.js';
import { linearLoad, productsOf } from './loads.js';
import type { LayerShapes } from './loads.js';
import { linearSlips } from './operation-slips.js';
import type { LinearHandles } from './operation-slips.js';
import type { Place } from './place.js';
import { productsWritten } from './products-written.js';

/** Multiplications and additions of a convolution or fully connected layer. */
export function linearCounts(place: Place, layer: Linear, handles: Handles): Counts {
  const { counting, layout } = place.conventions;
  const needsInput = layer.kind === 'transposed-conv' || !counting.paddedTaps;
  // A convolution's products follow from output and weight alone; its input then stays out of what it rests on.
  const needs: LinearHandles = {
    input: needsInput ? handles.input : handles.output,
    output: handles.output,
    weight: handles.weight as Named<Shape>,
  };
  const products = (shapes: LayerShapes): number => productsOf(layer, shapes, layout, counting.paddedTaps);
  const load = (shapes: LayerShapes) => linearLoad(layer, shapes.output, products(shapes));
  const biasCounts = layer.bias && counting.biasAdd[layer.kind === 'fc' ? 'fc' : 'conv'];
  const slipNeeds = { ...needs, input: handles.input };
  return {
    'multiply-adds': step({
      ...countName(place, 'multiply-adds'),
      needs,
      run: (read) => multiplyAddsOf(load(read), counting),
      show: (written) =>
        productsWritten(place, layer, written) +
        (counting.unit === 'mac' && biasCounts ? ` + ${productWritten(written.output)}` : ''),
      slips: linearSlips(place, slipNeeds, 'multiply-adds', products),
    }),
    additions: step({
      ...countName(place, 'additions'),
      needs,
      run: (read) => additionsOf(load(read), counting),
      show: (written) => {
        const products = productsWritten(place, layer, written, counting.unit === 'addmul' ? 1 : 0);
        return biasCounts ? `${products} + ${productWritten(written.output)}` : products;
      },
      slips: linearSlips(place, slipNeeds, 'additions', products),
    }),
    multiplications: step({
      ...countName(place, 'multiplications'),
      needs,
      run: (read) => count(products(read)),
      show: (written) => productsWritten(place, layer, written),
      slips: linearSlips(place, slipNeeds, 'multiplications', products),
    }),
  };
}
