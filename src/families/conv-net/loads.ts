import { adaptiveBins, tapsInside } from '../../engine/conv-size.js';
import type { LinearLoad, PoolLoad } from '../../engine/layer-counts.js';
import { sizeOf } from '../../engine/tensor.js';
import type { Shape } from '../../engine/tensor.js';
import type { AdaptivePool, Convolution, Linear, Pool } from '../../engine/layers/layer.js';
import { channelsOf, spatialOf } from '../../engine/layers/layout.js';
import type { Layout } from '../../engine/layers/layout.js';
import { kernelOf, productAxes } from '../../engine/layers/layer-shapes.js';
import { slidingOn } from '../../engine/layers/size-rule.js';

export interface LayerShapes {
  readonly input: Shape;
  readonly output: Shape;
  readonly weight: Shape;
}

const product = (numbers: readonly number[]): number => numbers.reduce((all, each) => all * each, 1);

/** Pairs of a window and a value in it, along each spatial axis; padding is left out. */
export function tapsAlong(
  layer: Convolution | Pool | AdaptivePool,
  inputs: readonly number[],
  outputs: readonly number[],
): number[] {
  if (layer.kind === 'adaptive-pool')
    return layer.output.map((size, axis) =>
      adaptiveBins(inputs[axis]!, size).reduce((taps, [start, end]) => taps + end - start, 0),
    );
  return layer.axes.map((axis, index) =>
    tapsInside(inputs[index]!, outputs[index]!, slidingOn(inputs[index]!, axis)),
  );
}

/** Products of a weight with an input, or with an input that is not padding. */
export function productsOf(
  layer: Linear,
  { input, output, weight }: LayerShapes,
  layout: Layout,
  padded: boolean,
): number {
  const each = product(productAxes(layer, weight, channelsOf(input, layout), layout));
  if (layer.kind === 'transposed-conv') return sizeOf(input) * each;
  if (layer.kind === 'fc' || padded) return sizeOf(output) * each;
  const inside = product(tapsAlong(layer, spatialOf(input, layout), spatialOf(output, layout)));
  return channelsOf(output, layout) * ((each * inside) / product(kernelOf(layer)));
}

export const linearLoad = (layer: Linear, outputs: Shape, products: number): LinearLoad => ({
  of: layer.kind === 'fc' ? 'fc' : 'conv',
  products,
  outputs: sizeOf(outputs),
  bias: layer.bias,
});

export function poolLoad(
  layer: Pool | AdaptivePool,
  input: Shape,
  output: Shape,
  layout: Layout,
  padded: boolean,
): PoolLoad {
  const taps =
    layer.kind === 'pool' && padded
      ? sizeOf(output) * product(layer.axes.map(({ kernel }) => kernel))
      : channelsOf(input, layout) *
        product(tapsAlong(layer, spatialOf(input, layout), spatialOf(output, layout)));
  return { of: layer.of, taps, outputs: sizeOf(output), inputs: sizeOf(input) };
}
