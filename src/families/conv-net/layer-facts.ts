import { given } from '../../engine/worksheet.js';
import type { Given } from '../../engine/worksheet.js';
import type { Layer } from '../../engine/layers/layer.js';
import type { Place } from './place.js';

type Sizes = readonly (number | string)[];
const equal = (sizes: Sizes): boolean => sizes.every((size) => size === sizes[0]);
const compact = (sizes: Sizes): string => (equal(sizes) ? `${sizes[0]}` : sizes.join('x'));

/** Window numbers of a layer by their names in the problem file, one an axis. */
function windowOf(layer: Layer): Map<string, Sizes> {
  if (!('axes' in layer)) return new Map();
  return new Map<string, Sizes>(
    (['kernel', 'stride', 'padding', 'dilation'] as const).map((word) => [
      word,
      layer.axes.map((axis) => axis[word]),
    ]),
  );
}

const kindNames: Record<Layer['kind'], string> = {
  conv: 'Conv',
  'transposed-conv': 'ConvTranspose',
  pool: 'Pool',
  'adaptive-pool': 'AdaptivePool',
  'max-unpool': 'MaxUnPool',
  flatten: 'Flatten',
  fc: 'FC',
  'batch-norm': 'BatchNorm',
  elementwise: '',
};

/** A layer in compact notation: as the problem wrote it, else from its numbers. */
export function describeLayer({ given: written, layer }: Place): string {
  if (typeof written === 'string') return written;
  if (layer.kind === 'fc') return `FC ${layer.units}`;
  if (layer.kind === 'elementwise') return layer.activation;
  const average = 'of' in layer ? (layer.of === 'max' ? 'Max' : 'Avg') : '';
  const depthwise = layer.kind === 'conv' && layer.depthwise ? 'Depthwise' : '';
  const kind = `${depthwise}${average}${kindNames[layer.kind]}`;
  if (layer.kind === 'adaptive-pool') return `${kind}${layer.output.length}D ${compact(layer.output)}`;
  if (!('axes' in layer)) return kind;
  const window = windowOf(layer);
  const number = (word: string, letter: string): string => {
    const sizes = window.get(word)!;
    return sizes.every((size) => typeof size === 'number') ? `${compact(sizes)}${letter}` : '';
  };
  const filters =
    'filters' in layer ? (depthwise ? `${layer.filters / layer.groups}m` : `${layer.filters}c`) : '';
  const same = typeof window.get('padding')![0] === 'string' ? ` ${window.get('padding')![0]}` : '';
  const dilation = compact(window.get('dilation')!) === '1' ? '' : number('dilation', 'd');
  const groups = 'groups' in layer && layer.groups > 1 && !depthwise ? `${layer.groups}g` : '';
  return `${kind}${layer.axes.length}D ${filters}${number('kernel', 'w')}${number('stride', 's')}${number('padding', 'p')}${dilation}${groups}${same}`;
}

/** What the problem states of a layer, for its texts: `net.1`, `net.1.kernel`, `net.1.filters`… */
export function layerFacts(place: Place): Given<unknown>[] {
  const { layer, name } = place;
  const facts: Given<unknown>[] = [given(name, 'text', describeLayer(place))];
  for (const [word, sizes] of windowOf(layer)) {
    const numbers = sizes.filter((size) => typeof size === 'number');
    if (numbers.length < sizes.length) facts.push(given(`${name}.${word}`, 'text', `${sizes[0]}`));
    else if (equal(sizes)) facts.push(given(`${name}.${word}`, 'integer', numbers[0]!));
    else facts.push(given(`${name}.${word}`, 'shape', numbers));
  }
  if ('filters' in layer) facts.push(given(`${name}.filters`, 'integer', layer.filters));
  if ('groups' in layer) facts.push(given(`${name}.groups`, 'integer', layer.groups));
  if ('units' in layer) facts.push(given(`${name}.units`, 'integer', layer.units));
  return facts;
}
