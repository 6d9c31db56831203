import { tapsInside } from '../../engine/conv-size.js';
import type { Linear } from './layer.js';
import { productAxes } from './layer-shapes.js';
import { axesWritten, productWritten, spatialOf } from './layout.js';
import type { Place } from './place.js';
import { slidingOn } from './size-rule.js';

/** The products of a layer as LaTeX: values times the taps of each. */
export function productsWritten(
  { conventions: { layout, counting } }: Place,
  layer: Linear,
  written: { readonly input: string; readonly output: string; readonly weight: string },
): string {
  const taps = productAxes(layer, axesWritten(written.weight), layout);
  if (layer.kind === 'transposed-conv')
    return `${productWritten(written.input)} \\cdot ${taps.join(' \\cdot ')}`;
  if (layer.kind === 'fc' || counting.paddedTaps)
    return `(${productWritten(written.output)}) \\cdot (${taps.join(' \\cdot ')})`;
  const [inputs, outputs] = [written.input, written.output].map((shape) =>
    spatialOf(axesWritten(shape), layout).map(Number),
  ) as [number[], number[]];
  const channels = axesWritten(written.output).at(layout === 'channels-first' ? 0 : -1) ?? '';
  const depth = layer.axes.length < taps.length ? taps.at(layout === 'channels-first' ? 0 : -1)! : '1';
  const inside = layer.axes.map((axis, index) =>
    tapsInside(inputs[index]!, outputs[index]!, slidingOn(inputs[index]!, axis)),
  );
  return `${channels} \\cdot ${depth} \\cdot ${inside.join(' \\cdot ')}`;
}
