import type { AdaptivePool, Convolution, Linear, Pool } from '../../engine/layers/layer.js';
import { productAxes } from '../../engine/layers/layer-shapes.js';
import { axesWritten, channelsWritten, productWritten, spatialOf } from '../../engine/layers/layout.js';
import { tapsAlong } from './loads.js';
import type { Place } from './place.js';

interface WrittenShapes {
  readonly input: string;
  readonly output: string;
}

const group = (product: string): string => (product.includes('\\cdot') ? `(${product})` : product);

/** Window-value pairs along each axis, from sizes that are written out. */
function tapsWritten(
  layer: Convolution | Pool | AdaptivePool,
  { input, output }: WrittenShapes,
  place: Place,
): string {
  const { layout } = place.conventions;
  const sizes = (shape: string): number[] => spatialOf(axesWritten(shape), layout).map(Number);
  return tapsAlong(layer, sizes(input), sizes(output)).join(' \\cdot ');
}

/** The products of a layer as LaTeX: values times the taps of each, of which `less` are left out. */
export function productsWritten(
  place: Place,
  layer: Linear,
  written: WrittenShapes & { readonly weight: string },
  less = 0,
): string {
  const { layout, counting } = place.conventions;
  const inputs = Number(channelsWritten(written.input, layout));
  const taps = productAxes(layer, axesWritten(written.weight), inputs, layout);
  const each = taps.join(' \\cdot ');
  const outputs = productWritten(written.output);
  const withLess = (products: string): string => (less === 0 ? products : `${products} - ${outputs}`);
  if (layer.kind === 'transposed-conv')
    return withLess(`${group(productWritten(written.input))} \\cdot ${group(each)}`);
  if (layer.kind === 'fc' || counting.paddedTaps)
    return less === 0
      ? `${group(outputs)} \\cdot ${group(each)}`
      : `${group(outputs)} \\cdot (${each} - ${less})`;
  const channels = axesWritten(written.output).at(layout === 'channels-first' ? 0 : -1) ?? '';
  const depth = layer.axes.length < taps.length ? taps.at(layout === 'channels-first' ? 0 : -1)! : '1';
  return withLess(`${channels} \\cdot ${depth} \\cdot ${tapsWritten(layer, written, place)}`);
}

/** The values in all windows of a pool as LaTeX, of which `less` a window are left out. */
export function windowsWritten(
  place: Place,
  layer: Pool | AdaptivePool,
  written: WrittenShapes,
  less = 0,
): string {
  const { layout, counting } = place.conventions;
  const outputs = productWritten(written.output);
  if (layer.kind === 'pool' && counting.paddedTaps) {
    const window = layer.axes.map(({ kernel }) => kernel).join(' \\cdot ');
    return less === 0
      ? `${group(outputs)} \\cdot ${group(window)}`
      : `${group(outputs)} \\cdot (${window} - ${less})`;
  }
  const channels = axesWritten(written.input).at(layout === 'channels-first' ? 0 : -1) ?? '';
  const taps = `${channels} \\cdot ${tapsWritten(layer, written, place)}`;
  return less === 0 ? taps : `${taps} - ${outputs}`;
}
