import type { Counting } from '../../engine/counting.js';
import { biasGradientOf, inputGradientOf, weightGradientOf } from '../../engine/gradient-counts.js';
import type { GradientLoad, GradientOperations } from '../../engine/gradient-counts.js';
import { none } from '../../engine/none.js';
import type { Shape } from '../../engine/tensor.js';
import { biasLoad, inputLoad, weightLoad } from './gradient-loads.js';
import { summedWeightsWritten, usedWeightsWritten } from './gradients-written.js';
import type { WrittenShapes } from './gradients-written.js';
import { isLinear } from '../../engine/layers/layer.js';
import { axesWritten, productWritten } from '../../engine/layers/layout.js';
import type { Place } from './place.js';
import { productsWritten } from './products-written.js';
import type { MaybeShape } from './wrong-parameters.js';

export type Sort = keyof GradientOperations;
export interface ReadShapes {
  readonly input: Shape;
  readonly output: Shape;
  readonly weight: MaybeShape;
}
export type WrittenAll = WrittenShapes & { readonly weight: string };

/** How one gradient of a layer is counted: its sums, the operations they take, and the lines that say so. */
export interface Way {
  readonly load: (place: Place, gradient: Shape, read: ReadShapes) => GradientLoad;
  readonly operations: (load: GradientLoad, counting: Counting) => GradientOperations;
  /** The terms that are added up; as many as products. */
  readonly terms: (place: Place, written: WrittenAll) => string;
  readonly sums: (place: Place, written: WrittenAll, load: GradientLoad) => string;
}

export const ways = {
  weight: {
    load: weightLoad,
    operations: weightGradientOf,
    terms: usedWeightsWritten,
    sums: summedWeightsWritten,
  },
  bias: {
    load: biasLoad,
    operations: biasGradientOf,
    terms: (_, { output }) => productWritten(output),
    sums: (_, { gradient, output }) => `${productWritten(output)} - ${productWritten(gradient)}`,
  },
  input: {
    load: (place, _, read) =>
      isLinear(place.layer) && read.weight !== none
        ? inputLoad(place, place.layer, read.weight, read)
        : { of: 'conv', products: 0, entries: 0 },
    operations: inputGradientOf,
    terms: (place, written) => (isLinear(place.layer) ? productsWritten(place, place.layer, written) : '0'),
    sums: (place, written, { entries }) =>
      isLinear(place.layer) ? `${productsWritten(place, place.layer, written)} - ${entries}` : '0',
  },
} as const satisfies Record<string, Way>;
export type Word = keyof typeof ways;

/** A shape from its LaTeX. */
const shapeIn = (written: string): MaybeShape =>
  written.includes('text') ? none : axesWritten(written).map(Number);
const shapesIn = ({
  gradient,
  weight,
  input,
  output,
}: WrittenAll): ReadShapes & { gradient: MaybeShape } => ({
  gradient: shapeIn(gradient),
  weight: shapeIn(weight),
  input: axesWritten(input).map(Number),
  output: axesWritten(output).map(Number),
});

/** A count as the formula it comes from: all terms, one less for each sum, or one for each entry. */
export function countWritten(way: Way, place: Place, sort: Sort, written: WrittenAll): string {
  const { gradient, ...read } = shapesIn(written);
  if (gradient === none) return '0';
  const load = way.load(place, gradient, read);
  const value = way.operations(load, place.conventions.counting)[sort];
  if (value === 0) return '0';
  if (value === load.products) return way.terms(place, written);
  return sort === 'additions' ? way.sums(place, written, load) : productWritten(written.gradient);
}
