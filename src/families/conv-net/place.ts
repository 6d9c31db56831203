import type { Counting } from '../../engine/counting.js';
import { convSize } from '../../engine/conv-size.js';
import { DomainError, GivenError } from '../../engine/domain-error.js';
import { formatShape, sizeOf } from '../../engine/tensor.js';
import type { Shape } from '../../engine/tensor.js';
import type { Path } from './compact-notation.js';
import type { ConvNetGiven } from './given.js';
import type { Layer } from '../../engine/layers/layer.js';
import type { LayerGiven } from './layer-given.js';
import { applyRules, featuresOf, outputShape } from '../../engine/layers/layer-shapes.js';
import type { Writing } from '../../engine/layers/layer-shapes.js';
import { spatialOf, vectorShape } from '../../engine/layers/layout.js';
import { resolveLayer } from '../../engine/layers/resolve-layer.js';
import { sizeRules, slidingOn } from '../../engine/layers/size-rule.js';
import type { AxisRule } from '../../engine/layers/size-rule.js';

/** What holds for every layer of a problem. */
export interface Conventions extends Writing {
  readonly counting: Counting;
  readonly mode: 'training' | 'evaluation';
  readonly batch?: number;
}

/** A layer at its place, with the shapes it has in the answer key. */
export interface Place {
  /** `net_E.1`, before which its steps' names stand. */
  readonly name: string;
  readonly given: LayerGiven;
  readonly layer: Layer;
  readonly conventions: Conventions;
  /** Name of the given or step whose shape this layer takes in. */
  readonly source: string;
  readonly sourceShape: Shape;
  /** Whether the source is a vector. */
  readonly sourceFlat: boolean;
  /** The source, flattened where a fully connected layer does so by itself. */
  readonly input: Shape;
  readonly output: Shape;
  /** Whether the input is a vector. */
  readonly flat: boolean;
  readonly rules: readonly AxisRule[] | undefined;
  readonly previous: Place | undefined;
}

/** What one layer hands to the next. */
export interface Flow {
  readonly source: string;
  readonly shape: Shape;
  readonly flat: boolean;
  readonly place: Place | undefined;
}

function checkExact(layer: Layer, spatial: readonly number[]): void {
  if ((layer.kind !== 'conv' && layer.kind !== 'pool') || layer.rounding !== 'exact') return;
  layer.axes.forEach((axis, index) => {
    if (axis.padding !== 'same') convSize(spatial[index]!, slidingOn(spatial[index]!, axis), 'exact');
  });
}

/** A layer with its shapes in the answer key; throws a GivenError where it does not fit its input. */
export function placeLayer(
  name: string,
  layerGiven: LayerGiven,
  from: Flow,
  given: ConvNetGiven,
  on: Conventions,
  path: Path,
): Place {
  const flatInput = from.flat;
  const layer = resolveLayer(
    layerGiven,
    {
      channels: featuresOf(from.shape, flatInput, on.layout),
      rank: flatInput ? 0 : from.shape.length - 1,
      features: sizeOf(from.shape),
      bias: given.bias,
      rounding: given.rounding,
    },
    path,
  );
  const input = layer.kind === 'fc' ? vectorShape(sizeOf(from.shape), on.vectors) : from.shape;
  const rules = sizeRules(layer);
  try {
    checkExact(layer, spatialOf(input, on.layout));
    const size = rules && applyRules(rules, input, on.layout);
    const output = outputShape(layer, input, size, on);
    return {
      name,
      given: layerGiven,
      layer,
      conventions: on,
      source: from.source,
      sourceShape: from.shape,
      sourceFlat: flatInput,
      input,
      output,
      flat: flatInput || layer.kind === 'fc',
      rules,
      previous: from.place,
    };
  } catch (error) {
    if (!(error instanceof DomainError) || error instanceof GivenError) throw error;
    throw new GivenError(path, error.message, `The layer's input is ${formatShape(input)}.`);
  }
}

const leavesVector = ({ layer, flat }: Place): boolean =>
  layer.kind === 'fc' ||
  layer.kind === 'flatten' ||
  (layer.kind === 'adaptive-pool' && !layer.keep) ||
  (flat && (layer.kind === 'batch-norm' || layer.kind === 'elementwise'));

export const flowFrom = (place: Place): Flow => ({
  source: `${place.name}.output`,
  shape: place.output,
  flat: leavesVector(place),
  place,
});
