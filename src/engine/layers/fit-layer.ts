import type { Rounding } from '../conv-size.js';
import { convSize } from '../conv-size.js';
import { DomainError, GivenError } from '../domain-error.js';
import type { Path } from '../domain-error.js';
import { formatShape, sizeOf } from '../tensor.js';
import type { Shape } from '../tensor.js';
import type { Layer } from './layer.js';
import { applyRules, featuresOf, outputShape } from './layer-shapes.js';
import type { Writing } from './layer-shapes.js';
import { spatialOf, vectorShape } from './layout.js';
import { resolveLayer } from './resolve-layer.js';
import type { Stated } from './resolve-layer.js';
import { sizeRules, slidingOn } from './size-rule.js';
import type { AxisRule } from './size-rule.js';

/** What a layer takes in. */
export interface Incoming {
  readonly shape: Shape;
  /** Whether it is a vector. */
  readonly flat: boolean;
}

/** What holds for layers that do not say otherwise. */
export interface Defaults {
  readonly bias: boolean;
  readonly rounding: Rounding;
}

/** A layer with the shapes it has at its place. */
export interface FittedLayer {
  readonly layer: Layer;
  /** What comes in, flattened where a fully connected layer does so by itself. */
  readonly input: Shape;
  readonly output: Shape;
  /** Whether the input is a vector. */
  readonly flat: boolean;
  readonly rules: readonly AxisRule[] | undefined;
}

function checkExact(layer: Layer, spatial: readonly number[]): void {
  if ((layer.kind !== 'conv' && layer.kind !== 'pool') || layer.rounding !== 'exact') return;
  layer.axes.forEach((axis, index) => {
    if (axis.padding !== 'same') convSize(spatial[index]!, slidingOn(spatial[index]!, axis), 'exact');
  });
}

/** Resolves a layer at its place; throws a GivenError, below `path`, where it does not fit its input. */
export function fitLayer(
  stated: Stated,
  from: Incoming,
  defaults: Defaults,
  writing: Writing,
  path: Path,
  entries: 'named' | 'written',
): FittedLayer {
  const around = {
    channels: featuresOf(from.shape, from.flat, writing.layout),
    rank: from.flat ? 0 : from.shape.length - 1,
    features: sizeOf(from.shape),
    ...defaults,
  };
  const layer = resolveLayer(stated, around, path, entries);
  const input = layer.kind === 'fc' ? vectorShape(sizeOf(from.shape), writing.vectors) : from.shape;
  const rules = sizeRules(layer);
  try {
    checkExact(layer, spatialOf(input, writing.layout));
    const size = rules && applyRules(rules, input, writing.layout);
    const output = outputShape(layer, input, size, writing);
    return { layer, input, output, flat: from.flat || layer.kind === 'fc', rules };
  } catch (error) {
    if (!(error instanceof DomainError) || error instanceof GivenError) throw error;
    throw new GivenError(path, error.message, `The layer's input is ${formatShape(input)}.`);
  }
}

/** Whether a layer's output is a vector. */
export const leavesVector = ({ layer, flat }: Pick<FittedLayer, 'layer' | 'flat'>): boolean =>
  layer.kind === 'fc' ||
  layer.kind === 'flatten' ||
  (layer.kind === 'adaptive-pool' && !layer.keep) ||
  (flat && (layer.kind === 'batch-norm' || layer.kind === 'elementwise'));
