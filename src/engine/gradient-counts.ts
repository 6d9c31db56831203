import type { Counting } from './counting.js';
import { count } from './layer-counts.js';

/** Gradients that are each a sum of products: `entries` sums of `products` in all. */
export interface GradientLoad {
  readonly of: 'conv' | 'fc' | 'norm';
  readonly products: number;
  readonly entries: number;
}

/** Additions and multiplications behind a gradient; comparisons there are none. */
export interface GradientOperations {
  readonly additions: number;
  readonly multiplications: number;
}

const nothing: GradientOperations = { additions: 0, multiplications: 0 };

/** Terms added up to so many sums: one less each, or one each where the sum starts from zero. */
const summed = (terms: number, sums: number, { dwAdds }: Counting): number =>
  dwAdds === 'P' ? terms : Math.max(terms - sums, 0);

const countsNorm = ({ bn }: Counting): boolean => bn.training > 0;

/** The gradient of the weights: a product for each use of a weight; each use of a fully connected one is its last. */
export function weightGradientOf(load: GradientLoad, counting: Counting): GradientOperations {
  if (load.of === 'norm' && !countsNorm(counting)) return nothing;
  const additions =
    load.of === 'fc' ? load.products * counting.fcDwAdds : summed(load.products, load.entries, counting);
  return { additions: count(additions), multiplications: count(load.products) };
}

/**
 * The gradient of the bias: the sum of the `products` output gradients that a bias was added to. A convention that
 * leaves out the bias forward leaves out its gradient.
 */
export function biasGradientOf(load: GradientLoad, counting: Counting): GradientOperations {
  if (load.of === 'norm')
    return countsNorm(counting)
      ? { additions: count(summed(load.products, load.entries, counting)), multiplications: 0 }
      : nothing;
  if (!counting.biasAdd[load.of]) return nothing;
  if (load.of === 'fc') {
    const each = counting.fcDb === 'units' ? count(load.entries) : 0;
    return { additions: each, multiplications: each };
  }
  return {
    additions: count(summed(load.products, load.entries, counting)),
    multiplications: counting.convDbMuls === 'filters' ? count(load.entries) : 0,
  };
}

/** The gradient handed to the layer before: a product for each use of a weight, summed at each input value. */
export const inputGradientOf = (load: GradientLoad, counting: Counting): GradientOperations => ({
  additions: count(counting.unit === 'addmul' ? Math.max(load.products - load.entries, 0) : load.products),
  multiplications: count(load.products),
});
