import type { Rounding } from '../conv-size.js';

/** One number for all axes, or one per axis as [height, width]. */
export type Sizes = number | readonly number[];

export const activations = [
  'relu',
  'leaky-relu',
  'elu',
  'gelu',
  'silu',
  'sigmoid',
  'tanh',
  'softmax',
] as const;
export type ActivationName = (typeof activations)[number];

/** A window as it is stated; what is left out has its usual value. */
export interface WindowRecord {
  readonly kernel: Sizes;
  readonly stride?: Sizes | undefined;
  readonly padding?: Sizes | 'same' | 'valid' | undefined;
  readonly dilation?: Sizes | undefined;
  readonly rounding?: Rounding | undefined;
}
/** Channels or features that a layer says it expects. */
interface Expecting {
  readonly inputs?: number | undefined;
}
interface Learning extends Expecting {
  readonly bias?: boolean | undefined;
}
type Of = 'average' | 'max';

/** A layer as it is stated, before it meets an input: one entry, named by its kind. */
export interface LayerRecord {
  readonly conv?: (WindowRecord & Learning & { filters: number; groups?: number | undefined }) | undefined;
  readonly depthwise?: (WindowRecord & Learning & { multiplier?: number | undefined }) | undefined;
  readonly 'transposed-conv'?:
    | (WindowRecord &
        Learning & { filters: number; groups?: number | undefined; outputPadding?: Sizes | undefined })
    | undefined;
  readonly 'max-pool'?: WindowRecord | undefined;
  readonly 'avg-pool'?: WindowRecord | undefined;
  readonly 'adaptive-pool'?: { of: Of; output: Sizes } | undefined;
  readonly 'global-pool'?: { of: Of; keep: boolean } | undefined;
  readonly 'max-unpool'?:
    | {
        kernel: Sizes;
        stride?: Sizes | undefined;
        padding?: Sizes | undefined;
        output?: Sizes | undefined;
        indicesFrom?: string | undefined;
      }
    | undefined;
  /** Its `inputs` are the length of the vector, where that is stated. */
  readonly flatten?: Expecting | undefined;
  readonly fc?: (Learning & { units: number }) | undefined;
  readonly 'batch-norm'?: (Expecting & { affine: boolean }) | undefined;
  readonly activation?: ActivationName | undefined;
  readonly dropout?: object | undefined;
}
export type LayerKind = keyof LayerRecord;

/** The kinds a record names; a sound one names a single kind. */
export const kindsOf = (record: LayerRecord): LayerKind[] =>
  (Object.keys(record) as LayerKind[]).filter((kind) => record[kind] !== undefined);
