import { adaptiveBins, tapsInside } from '../../engine/conv-size.js';
import type { LinearLoad, PoolLoad } from '../../engine/layer-counts.js';
import { sizeOf } from '../../engine/tensor.js';
import type { Shape } from '../../engine/tensor.js';
import type { AdaptivePool, Linear, Pool } from './layer.js';
import { channelsOf, spatialOf } from './layout.js';
import type { Layout } from './layout.js';
import { productAxes } from './layer-shapes.js';
import { slidingOn } from './size-rule.js';

export interface LayerShapes {
  readonly input: Shape;
  readonly output: Shape;
  readonly weight: Shape;
}

const product = (numbers: readonly number[]): number => numbers.reduce((all, each) => all * each, 1);

/** Products of a weight with an input, or with an input that is not padding. */
export function productsOf(
  layer: Linear,
  { input, output, weight }: LayerShapes,
  layout: Layout,
  padded: boolean,
): number {
  const each = product(productAxes(layer, weight, layout));
  if (layer.kind === 'transposed-conv') return sizeOf(input) * each;
  if (layer.kind === 'fc' || padded) return sizeOf(output) * each;
  const [inputs, outputs] = [spatialOf(input, layout), spatialOf(output, layout)];
  const inside = layer.axes.map((axis, index) =>
    tapsInside(inputs[index]!, outputs[index]!, slidingOn(inputs[index]!, axis)),
  );
  return (
    channelsOf(output, layout) * ((each * product(inside)) / product(layer.axes.map(({ kernel }) => kernel)))
  );
}

export const linearLoad = (layer: Linear, outputs: Shape, products: number): LinearLoad => ({
  of: layer.kind === 'fc' ? 'fc' : 'conv',
  products,
  outputs: sizeOf(outputs),
  bias: layer.bias,
});

/** Values that all windows of a pool look at together. */
function tapsOf(
  layer: Pool | AdaptivePool,
  input: Shape,
  output: Shape,
  layout: Layout,
  padded: boolean,
): number {
  const channels = channelsOf(input, layout);
  const inputs = spatialOf(input, layout);
  if (layer.kind === 'adaptive-pool')
    return (
      channels *
      product(
        layer.output.map((size, axis) =>
          adaptiveBins(inputs[axis]!, size).reduce((taps, [start, end]) => taps + end - start, 0),
        ),
      )
    );
  if (padded) return sizeOf(output) * product(layer.axes.map(({ kernel }) => kernel));
  const outputs = spatialOf(output, layout);
  return (
    channels *
    product(
      layer.axes.map((axis, index) =>
        tapsInside(inputs[index]!, outputs[index]!, slidingOn(inputs[index]!, axis)),
      ),
    )
  );
}

export const poolLoad = (
  layer: Pool | AdaptivePool,
  input: Shape,
  output: Shape,
  layout: Layout,
  padded: boolean,
): PoolLoad => ({
  of: layer.of,
  taps: tapsOf(layer, input, output, layout, padded),
  outputs: sizeOf(output),
  inputs: sizeOf(input),
});
