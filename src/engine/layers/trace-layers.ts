import { DomainError } from '../domain-error.js';
import { count } from '../layer-counts.js';
import { none } from '../none.js';
import { sizeOf } from '../tensor.js';
import type { Shape } from '../tensor.js';
import { fitLayer, leavesVector, type FittedLayer, type Incoming } from './fit-layer.js';
import { biasLength, featuresOf, weightShape, type Writing } from './layer-shapes.js';
import { kindsOf, type LayerRecord } from './layer-record.js';
import type { Stated } from './resolve-layer.js';

/** Layers that a student declares are read channels first, C×H×W, their vectors flat, sizes rounded down. */
const writing: Writing = { layout: 'channels-first', vectors: 'flat' };
const defaults = { bias: true, rounding: 'floor' } as const;

/** A declared layer at its place in the network. */
export interface TracedLayer extends FittedLayer {
  /** From 0. */
  readonly index: number;
  readonly record: LayerRecord;
  /** What the layer before hands over; `input` is the same, flattened. */
  readonly source: Shape;
  /** Channels or features that come in, and those the layer was declared for. */
  readonly inputs: number;
  readonly declaredInputs: number | undefined;
}

/** A network followed layer by layer, as far as its layers fit. */
export interface Trace {
  readonly places: readonly TracedLayer[];
  /** The first layer that does not fit at all, and why. */
  readonly misfit: { readonly index: number; readonly why: string } | undefined;
}

/** The record without the inputs it declares, which are compared and not obeyed. */
function withoutInputs({ layer, rank }: Stated): { readonly stated: Stated; readonly declared?: number } {
  const [kind] = kindsOf(layer);
  const part: unknown = kind && layer[kind];
  if (kind === undefined || typeof part !== 'object' || part === null || !('inputs' in part))
    return { stated: { layer, ...(rank !== undefined && { rank }) } };
  const { inputs, ...others } = part;
  const stated = { layer: { [kind]: others }, ...(rank !== undefined && { rank }) };
  return typeof inputs === 'number' ? { stated, declared: inputs } : { stated };
}

/** Follows shapes through declared layers from an input C×H×W; stops at the first that cannot take its input. */
export function traceLayers(input: Shape, layers: readonly Stated[]): Trace {
  const places: TracedLayer[] = [];
  let from: Incoming = { shape: input, flat: input.length === 1 };
  for (const [index, one] of layers.entries()) {
    const { stated, declared } = withoutInputs(one);
    try {
      const fitted = fitLayer(stated, from, defaults, writing, [index], 'written');
      count(sizeOf(fitted.output));
      const { kind } = fitted.layer;
      const whole = kind === 'fc' || kind === 'flatten';
      places.push({
        ...fitted,
        index,
        record: one.layer,
        source: from.shape,
        inputs: whole ? sizeOf(from.shape) : featuresOf(from.shape, from.flat, 'channels-first'),
        declaredInputs: declared,
      });
      from = { shape: fitted.output, flat: leavesVector(fitted) };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { places, misfit: { index, why: error.message } };
    }
  }
  return { places, misfit: undefined };
}

/** Weights and biases of a layer on an input of this shape. */
export function parametersOf(
  { layer, flat }: FittedLayer,
  input: Shape,
): { weights: number; biases: number } {
  const weight = weightShape(layer, input, flat, 'channels-first');
  return {
    weights: weight === none ? 0 : count(sizeOf(weight)),
    biases: biasLength(layer, input, flat, 'channels-first') ?? 0,
  };
}

/** Where the feature map ends: the first layer that flattens, or the number of layers. */
export function flatteningOf({ places }: Trace): number {
  const place = places.findIndex(({ layer }) => layer.kind === 'flatten' || layer.kind === 'fc');
  return place < 0 ? places.length : place;
}
