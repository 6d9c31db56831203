import type { Trait } from '../../engine/layers/architecture.js';
import { formatShape } from '../../engine/tensor.js';
import {
  isConvolved,
  kindNamesOf,
  spatialWritten,
  unitsOf,
  type DeclaredNetwork,
} from './declared-network.js';

interface TraitWords {
  /** "the channels of the convolutions". */
  readonly name: string;
  readonly listOf: (network: DeclaredNetwork) => readonly string[];
}

/** What of a network can be compared with a list. */
export const traitTable: Readonly<Record<Trait, TraitWords>> = {
  layers: { name: 'the order of the layers', listOf: ({ layers }) => kindNamesOf(layers) },
  channels: {
    name: 'the output channels of the convolutions',
    listOf: ({ trace }) => trace.places.filter(isConvolved).map(({ layer }) => String(layer.filters)),
  },
  kernels: {
    name: 'the kernels of the convolutions',
    listOf: ({ trace }) =>
      trace.places
        .filter(isConvolved)
        .map(({ layer }) => formatShape(layer.axes.map(({ kernel }) => kernel))),
  },
  sizes: {
    name: 'the sizes after each convolution and pooling',
    listOf: ({ trace }) =>
      trace.places.filter(({ rules }) => rules !== undefined).map(({ output }) => spatialWritten(output)),
  },
  units: {
    name: 'the units of the fully connected layers',
    listOf: ({ trace }) =>
      trace.places.filter(({ layer }) => layer.kind === 'fc').map((place) => String(unitsOf(place))),
  },
};
