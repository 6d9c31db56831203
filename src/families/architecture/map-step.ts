import { DomainError } from '../../engine/domain-error.js';
import type { Architecture } from '../../engine/layers/architecture.js';
import type { LayerRecord } from '../../engine/layers/layer-record.js';
import type { Stated } from '../../engine/layers/resolve-layer.js';
import { flatteningOf, traceLayers } from '../../engine/layers/trace-layers.js';
import { sameShape, type Shape } from '../../engine/tensor.js';
import { slip, step, type Named, type SlipAt, type Step } from '../../engine/worksheet.js';

/** Shape of what reaches the flattening, or of the last output where nothing flattens. */
export function mapOf(input: Shape, layers: readonly Stated[]): Shape {
  const trace = traceLayers(input, layers);
  const end = flatteningOf(trace);
  if (trace.misfit && trace.misfit.index <= end) throw new DomainError(trace.misfit.why);
  return end === 0 ? input : trace.places[end - 1]!.output;
}

type Convolution = NonNullable<LayerRecord['conv']>;
const withConvolutions = (layers: readonly Stated[], change: (conv: Convolution) => Convolution): Stated[] =>
  layers.map((one) => (one.layer.conv ? { ...one, layer: { conv: change(one.layer.conv) } } : one));
const isPool = ({ layer }: Stated): boolean =>
  layer['max-pool'] !== undefined || layer['avg-pool'] !== undefined;

/** Layers up to the last pool before the flattening, that pool left out. */
function beforeLastPool({ input, layers }: Architecture): readonly Stated[] {
  const end = flatteningOf(traceLayers(input, layers));
  const pool = layers.slice(0, end).findLastIndex(isPool);
  if (pool < 0) throw new DomainError('there is no pooling before the flattening');
  return layers.slice(0, pool);
}

interface WrongMap {
  readonly of: (network: Architecture) => Shape;
  readonly show: string;
  readonly hint: string;
}
const wrongMaps: Readonly<Record<string, WrongMap>> = {
  'flattened-before-pooling': {
    of: (network) => mapOf(network.input, beforeLastPool(network)),
    show: 'the map before the last pooling',
    hint: 'You took the map as it was before the last pooling. The vector is made of what the pooling leaves.',
  },
  'ignored-pooling': {
    of: ({ input, layers }) =>
      mapOf(
        input,
        layers.filter((one) => !isPool(one)),
      ),
    show: 'the map without any pooling',
    hint: 'You left the pooling layers out. Each divides height and width by its stride.',
  },
  'kept-input-size': {
    of: ({ input, layers }) =>
      mapOf(
        input,
        withConvolutions(layers, (conv) => ({ ...conv, stride: 1, padding: 'same' })),
      ),
    show: 'the map if convolutions kept the size',
    hint: 'You took it that convolutions keep the size. Without padding, a kernel of $k$ takes $k - 1$ from height and width.',
  },
  'ignored-padding': {
    of: ({ input, layers }) =>
      mapOf(
        input,
        withConvolutions(layers, (conv) => ({ ...conv, padding: 0 })),
      ),
    show: 'the map without padding',
    hint: 'You left out the padding. It adds $2p$ to height and width before the kernel takes $k - 1$.',
  },
};

/** The value a wrong way gives for the key's network; undefined where it cannot be made or changes nothing. */
function wrongValue({ of }: WrongMap, network: Architecture): Shape | undefined {
  try {
    const wrong = of(network);
    return sameShape(wrong, mapOf(network.input, network.layers)) ? undefined : wrong;
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

/** The feature map that is flattened, of whatever network the student declared. */
export function mapStep(key: Architecture, layers: Named<Architecture>): Step<Shape> {
  const slips = Object.entries(wrongMaps)
    .filter(([, wrong]) => wrongValue(wrong, key) !== undefined)
    .map(([name, { of, show, hint }]): [string, SlipAt<Shape>] => [
      name,
      slip({ needs: { layers }, run: ({ layers }) => of(layers), show: () => `\\text{${show}}`, hint }),
    ]);
  return step({
    name: 'feature-map',
    type: 'shape',
    symbol: '\\text{map}',
    needs: { layers },
    run: ({ layers }): Shape => mapOf(layers.input, layers.layers),
    show: () => '\\text{the map that is flattened}',
    slips: Object.fromEntries(slips),
  });
}
