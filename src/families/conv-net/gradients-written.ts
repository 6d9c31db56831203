import type { GradientLoad } from '../../engine/gradient-counts.js';
import { isLinear } from '../../engine/layers/layer.js';
import { positionsWritten, productWritten } from '../../engine/layers/layout.js';
import type { Place } from './place.js';
import { productsWritten } from './products-written.js';

/** Shapes that a gradient's counts read, written as LaTeX. */
export interface WrittenShapes {
  readonly gradient: string;
  readonly input: string;
  readonly output: string;
}

const group = (product: string): string => (product.includes('\\cdot') ? `(${product})` : product);

/** Positions at which each weight is used; undefined where they differ from weight to weight. */
function usesWritten({ layer, conventions }: Place, { input, output }: WrittenShapes): string | undefined {
  if (layer.kind === 'fc') return '1';
  if (layer.kind === 'conv' && !conventions.counting.paddedTaps) return undefined;
  return positionsWritten(layer.kind === 'transposed-conv' ? input : output, conventions.layout);
}

/** Products behind the gradient of the weights: entries times the positions each is used at. */
export function usedWeightsWritten(place: Place, written: WrittenShapes): string {
  const uses = usesWritten(place, written);
  if (uses === undefined && isLinear(place.layer))
    return productsWritten(place, place.layer, { ...written, weight: written.gradient });
  const entries = productWritten(written.gradient);
  return uses === undefined || uses === '1' ? entries : `${group(entries)} \\cdot ${group(uses)}`;
}

/** The additions that sum up those products, one less for each entry. */
export function summedWeightsWritten(
  place: Place,
  written: WrittenShapes,
  { entries }: GradientLoad,
): string {
  const uses = usesWritten(place, written);
  return uses === undefined
    ? `${usedWeightsWritten(place, written)} - ${entries}`
    : `${group(productWritten(written.gradient))} \\cdot (${uses} - 1)`;
}
