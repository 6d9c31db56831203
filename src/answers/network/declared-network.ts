import type { Architecture } from '../../engine/layers/architecture.js';
import type { Convolution, FullyConnected } from '../../engine/layers/layer.js';
import { kindsOf, type LayerKind, type LayerRecord } from '../../engine/layers/layer-record.js';
import type { Stated } from '../../engine/layers/resolve-layer.js';
import { traceLayers, type Trace, type TracedLayer } from '../../engine/layers/trace-layers.js';
import { formatShape } from '../../engine/tensor.js';
import { writeLayer } from '../../notation/layers/write-layer.js';

/** A student's layers, followed from the problem's input. */
export interface DeclaredNetwork {
  readonly layers: readonly Stated[];
  readonly trace: Trace;
  /** "layer 3, `Conv2D 32c3w1s0p`". */
  readonly describe: (index: number) => string;
}

export const declare = (
  layers: readonly Stated[],
  { input }: Pick<Architecture, 'input'>,
): DeclaredNetwork => ({
  layers,
  trace: traceLayers(input, layers),
  describe: (index) => `layer ${index + 1}, \`${writeLayer(layers[index]!.layer, input.length - 1)}\``,
});

export const kindOf = ({ layer }: Stated): LayerKind => kindsOf(layer)[0]!;

/** Kinds that a network's blocks are made of: all but activations, normalisation and what only reshapes. */
const structural: ReadonlySet<LayerKind> = new Set([
  'conv',
  'depthwise',
  'transposed-conv',
  'max-pool',
  'avg-pool',
  'adaptive-pool',
  'global-pool',
  'max-unpool',
  'fc',
]);
export const isStructural = (one: Stated): boolean => structural.has(kindOf(one));
export const isConvolution = (one: Stated): boolean => kindOf(one) === 'conv' || kindOf(one) === 'depthwise';
export const isConnected = (one: Stated): boolean => kindOf(one) === 'fc';

/** Places in the list of the layers that a test picks. */
export const indicesOf = (layers: readonly Stated[], picks: (one: Stated) => boolean): number[] =>
  layers.flatMap((one, index) => (picks(one) ? [index] : []));

type Convolved = TracedLayer & { readonly layer: Convolution };
export const isConvolved = (place: TracedLayer): place is Convolved => place.layer.kind === 'conv';
export const unitsOf = ({ layer }: TracedLayer): number => (layer as FullyConnected).units;

/** Height and width of a map channels first, as 32×32. */
export const spatialWritten = (shape: readonly number[]): string => formatShape(shape.slice(1));

/** The names that lists of layers are compared by. */
export const kindNamesOf = (layers: readonly Stated[]): string[] =>
  layers.filter(isStructural).map((one) => names[kindOf(one)] ?? kindOf(one));
const names: Partial<Record<keyof LayerRecord, string>> = {
  conv: 'convolution',
  depthwise: 'depthwise convolution',
  'max-pool': 'max pooling',
  'avg-pool': 'average pooling',
  fc: 'fully connected',
};
