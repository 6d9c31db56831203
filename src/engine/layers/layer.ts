import type { Rounding } from '../conv-size.js';
import type { ActivationName } from './layer-record.js';

/** A window along one axis; `same` pads as much as the output ⌈i/s⌉ needs. */
export interface Axis {
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  readonly padding: number | 'same';
}
export interface TransposedAxis extends Omit<Axis, 'padding'> {
  readonly padding: number | 'same' | 'valid';
  readonly outputPadding: number;
}

export interface Convolution {
  readonly kind: 'conv';
  /** One group for each channel, weights k×k×channels×multiplier where channels come last. */
  readonly depthwise: boolean;
  readonly filters: number;
  readonly groups: number;
  readonly axes: readonly Axis[];
  readonly bias: boolean;
  readonly rounding: Rounding;
}
export interface TransposedConvolution {
  readonly kind: 'transposed-conv';
  readonly filters: number;
  readonly groups: number;
  readonly axes: readonly TransposedAxis[];
  readonly bias: boolean;
}
export interface Pool {
  readonly kind: 'pool';
  readonly of: 'max' | 'average';
  readonly axes: readonly Axis[];
  readonly rounding: Rounding;
}
/** A pool to a fixed size; a global pool has size 1, and drops these axes unless `keep`. */
export interface AdaptivePool {
  readonly kind: 'adaptive-pool';
  readonly of: 'max' | 'average';
  readonly output: readonly number[];
  readonly keep: boolean;
}
export interface Unpool {
  readonly kind: 'max-unpool';
  readonly axes: readonly (Axis & { readonly padding: number })[];
  readonly output?: readonly number[];
  readonly indicesFrom?: string;
}
export interface FullyConnected {
  readonly kind: 'fc';
  readonly units: number;
  readonly bias: boolean;
}
/** Batch normalisation, with γ as weight and β as bias where it learns them. */
export interface Norm {
  readonly kind: 'batch-norm';
  readonly affine: boolean;
}
/** A layer that leaves shapes alone and has no parameters. */
export interface Elementwise {
  readonly kind: 'elementwise';
  readonly activation: ActivationName | 'dropout';
}
export type Layer =
  | Convolution
  | TransposedConvolution
  | Pool
  | AdaptivePool
  | Unpool
  | { readonly kind: 'flatten' }
  | FullyConnected
  | Norm
  | Elementwise;

export type Linear = Convolution | TransposedConvolution | FullyConnected;
export const isLinear = (layer: Layer): layer is Linear =>
  layer.kind === 'conv' || layer.kind === 'transposed-conv' || layer.kind === 'fc';
export const isPooling = (layer: Layer): layer is Pool | AdaptivePool =>
  layer.kind === 'pool' || layer.kind === 'adaptive-pool';
