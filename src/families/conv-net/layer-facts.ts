import { given } from '../../engine/worksheet.js';
import type { Given } from '../../engine/worksheet.js';
import type { Layer } from '../../engine/layers/layer.js';
import { writeLayer } from '../../notation/layers/write-layer.js';
import type { Place } from './place.js';

type Sizes = readonly (number | string)[];
const equal = (sizes: Sizes): boolean => sizes.every((size) => size === sizes[0]);

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

/** A layer in compact notation: as the problem wrote it, else from its mapping. */
export const describeLayer = ({ given: written, flat, input }: Place): string =>
  typeof written === 'string' ? written : writeLayer(written, flat ? 0 : input.length - 1);

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
