import { GivenError } from '../../engine/domain-error.js';
import type { Path } from '../../engine/domain-error.js';
import { formatShape, sameShape } from '../../engine/tensor.js';
import type { Shape } from '../../engine/tensor.js';
import { countingOf } from './counting-given.js';
import type { ConvNetGiven } from './given.js';
import { spatialOf } from '../../engine/layers/layout.js';
import { largestCount } from './largest-count.js';
import { flowFrom, placeLayer } from './place.js';
import type { Conventions, Flow, Place } from './place.js';

export interface Network {
  readonly name: string;
  /** The stated input shape, or the name of the step that feeds the network. */
  readonly feed: Shape | string;
  readonly places: readonly Place[];
}

/** Sizes an unpool may give back: less than a stride away from the default (PyTorch). */
function checkUnpool(place: Place, places: ReadonlyMap<string, Place>, path: Path): void {
  const { layer, input, conventions } = place;
  if (layer.kind !== 'max-unpool') return;
  const spatial = spatialOf(input, conventions.layout);
  layer.output?.forEach((stated, index) => {
    const axis = layer.axes[index]!;
    const size = (spatial[index]! - 1) * axis.stride - 2 * axis.padding + axis.kernel;
    if (Math.abs(stated - size) >= axis.stride)
      throw new GivenError(
        [...path, 'max-unpool', 'output'],
        `an output of ${stated} is ${Math.abs(stated - size)} away from ${size}`,
        `Write a size above ${size - axis.stride} and below ${size + axis.stride}.`,
      );
  });
  if (layer.indicesFrom === undefined) return;
  const pool = places.get(layer.indicesFrom);
  if (pool?.layer.kind !== 'pool' || pool.layer.of !== 'max')
    throw new GivenError(
      [...path, 'max-unpool', 'indicesFrom'],
      `"${layer.indicesFrom}" is no max-pool of this problem`,
    );
  if (!sameShape(pool.output, input))
    throw new GivenError(
      [...path, 'max-unpool', 'indicesFrom'],
      `the indices of ${pool.name} have shape ${formatShape(pool.output)}, the input has ${formatShape(input)}`,
    );
}

/** The networks with every layer's shapes, in the order given; throws a GivenError for what cannot be built. */
export function arrange(given: ConvNetGiven): Network[] {
  const on: Conventions = {
    layout: given.layout,
    vectors: given.vectors,
    counting: countingOf(given.counting),
    mode: given.mode,
    ...(given.batch === undefined ? {} : { batch: given.batch }),
  };
  const stated = new Map(Object.entries(given.networks));
  if (stated.size === 0) throw new GivenError(['networks'], 'there is no network', 'Name at least one.');
  const built = new Map<string, Network>();
  const places = new Map<string, Place>();
  const open: string[] = [];

  const flowOf = (reference: string, network: string): Flow => {
    const path = ['networks', network, 'input'];
    const [name, layer, ...rest] = reference.split('.');
    if (rest.length > 0 || !stated.has(name!))
      throw new GivenError(
        path,
        `there is no network "${reference}"`,
        `Known networks: ${[...stated.keys()].join(', ')}.`,
      );
    const feeding = build(name!).places;
    const place = layer === undefined ? feeding.at(-1) : places.get(reference);
    if (!place) throw new GivenError(path, `"${name}" has layers 1 to ${feeding.length}, not "${layer}"`);
    return layer === undefined ? { ...flowFrom(place), source: `${name}.output` } : flowFrom(place);
  };

  const build = (name: string): Network => {
    const done = built.get(name);
    if (done) return done;
    if (open.includes(name))
      throw new GivenError(
        ['networks', name, 'input'],
        `networks feed each other in a circle: ${[...open.slice(open.indexOf(name)), name].join(' → ')}`,
        'Give one of them the shape of its input.',
      );
    open.push(name);
    const { input, layers } = stated.get(name)!;
    let flow: Flow =
      typeof input === 'string'
        ? { ...flowOf(input, name), source: `${name}.input` }
        : { source: `${name}.input`, shape: input, flat: input.length === 1, place: undefined };
    const feed = typeof input === 'string' ? `${input}.output` : input;
    let load = 0;
    const own = layers.map((layer, index) => {
      const path = ['networks', name, 'layers', index];
      const place = placeLayer(`${name}.${index + 1}`, layer, flow, given, on, path);
      load += largestCount(place);
      if (!(load <= Number.MAX_SAFE_INTEGER))
        throw new GivenError(path, 'the counts grow beyond 2^53 and cannot be exact', 'Use smaller sizes.');
      places.set(place.name, place);
      flow = flowFrom(place);
      return place;
    });
    open.pop();
    const network = { name, feed, places: own };
    built.set(name, network);
    return network;
  };

  const networks = [...stated.keys()].map(build);
  for (const [name, { layers }] of stated)
    layers.forEach((_, index) =>
      checkUnpool(places.get(`${name}.${index + 1}`)!, places, ['networks', name, 'layers', index]),
    );
  return networks;
}
