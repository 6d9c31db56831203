import type { Shape } from '../tensor.js';
import type { ActivationName } from './layer-record.js';
import type { Stated } from './resolve-layer.js';

/** Lists of a network that can be asked to equal a reference's. */
export const traits = ['layers', 'channels', 'kernels', 'sizes', 'units'] as const;
export type Trait = (typeof traits)[number];

/** One thing asked of a network; its points say what it is worth beside the others. */
export type Constraint = { readonly points: number } & (
  | { readonly asks: 'fit' | 'keep-size' | 'max-pool-halves' }
  | { readonly asks: 'blocks'; readonly of: 'conv' | 'dense'; readonly from: number; readonly to: number }
  | { readonly asks: 'outputs'; readonly count: number }
  | { readonly asks: 'kernel'; readonly size: number }
  | {
      readonly asks: 'activation';
      readonly activation: ActivationName;
      readonly after: 'conv' | 'dense';
    }
  | { readonly asks: 'same'; readonly trait: Trait; readonly list: readonly string[] }
);

/** A network's layers, with what is asked of any network in its place. */
export interface Architecture {
  readonly layers: readonly Stated[];
  /** Shape of one example, channels first. */
  readonly input: Shape;
  readonly classes: number | undefined;
  readonly constraints: readonly Constraint[];
}
