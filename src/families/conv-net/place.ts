import type { Counting } from '../../engine/counting.js';
import { GivenError } from '../../engine/domain-error.js';
import type { Path } from '../../engine/domain-error.js';
import type { Shape } from '../../engine/tensor.js';
import type { ConvNetGiven } from './given.js';
import { fitLayer, leavesVector } from '../../engine/layers/fit-layer.js';
import type { FittedLayer, Incoming } from '../../engine/layers/fit-layer.js';
import type { Writing } from '../../engine/layers/layer-shapes.js';
import type { Stated } from '../../engine/layers/resolve-layer.js';
import { readCompactLayer } from '../../notation/layers/compact-layer.js';
import { Unreadable } from '../../notation/unreadable.js';
import type { LayerGiven } from './layer-given.js';

/** What holds for every layer of a problem. */
export interface Conventions extends Writing {
  readonly counting: Counting;
  readonly mode: 'training' | 'evaluation';
  readonly batch?: number;
}

/** A layer at its place, with the shapes it has in the answer key. */
export interface Place extends FittedLayer {
  /** `net_E.1`, before which its steps' names stand. */
  readonly name: string;
  readonly given: LayerGiven;
  readonly conventions: Conventions;
  /** Name of the given or step whose shape this layer takes in. */
  readonly source: string;
  readonly sourceShape: Shape;
  /** Whether the source is a vector. */
  readonly sourceFlat: boolean;
  readonly previous: Place | undefined;
}

/** What one layer hands to the next. */
export interface Flow extends Incoming {
  readonly source: string;
  readonly place: Place | undefined;
}

function readLayer(layer: LayerGiven, path: Path): Stated {
  if (typeof layer !== 'string') return { layer };
  const read = readCompactLayer(layer);
  if (read instanceof Unreadable)
    throw new GivenError(path, `the layer "${layer.trim().replace(/\s+/g, ' ')}" cannot be read`, read.why);
  return read;
}

/** A layer with its shapes in the answer key; throws a GivenError where it does not fit its input. */
export function placeLayer(
  name: string,
  layerGiven: LayerGiven,
  from: Flow,
  { bias, rounding }: ConvNetGiven,
  on: Conventions,
  path: Path,
): Place {
  const entries = typeof layerGiven === 'string' ? 'written' : 'named';
  return {
    ...fitLayer(readLayer(layerGiven, path), from, { bias, rounding }, on, path, entries),
    name,
    given: layerGiven,
    conventions: on,
    source: from.source,
    sourceShape: from.shape,
    sourceFlat: from.flat,
    previous: from.place,
  };
}

export const flowFrom = (place: Place): Flow => ({
  source: `${place.name}.output`,
  shape: place.output,
  flat: leavesVector(place),
  place,
});
