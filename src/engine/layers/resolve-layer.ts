import { GivenError } from '../domain-error.js';
import type { Path } from '../domain-error.js';
import type { Axis, Layer } from './layer.js';
import { axesOf, perAxis, transposedAxes } from './resolve-window.js';
import type { Surroundings } from './resolve-window.js';
import { kindsOf } from './layer-record.js';
import type { LayerRecord } from './layer-record.js';

type Given<K extends keyof LayerRecord> = NonNullable<LayerRecord[K]>;
type Resolver<K extends keyof LayerRecord> = (given: Given<K>, around: Surroundings, path: Path) => Layer;

function checkInputs(expected: number | undefined, found: number, path: Path): void {
  if (expected !== undefined && expected !== found)
    throw new GivenError(
      [...path, 'inputs'],
      `the layer expects ${expected} input channels or features, it is given ${found}`,
      `Write ${found}, or leave it out.`,
    );
}

function groupsOf(
  given: { groups?: number | undefined; filters: number },
  channels: number,
  path: Path,
): number {
  const groups = given.groups ?? 1;
  for (const [what, size] of [
    ['input channels', channels],
    ['filters', given.filters],
  ] as const)
    if (size % groups !== 0)
      throw new GivenError(
        [...path, 'groups'],
        `${groups} groups do not divide ${size} ${what}`,
        `Write a number that divides ${channels} and ${given.filters}.`,
      );
  return groups;
}

const pool =
  (of: 'max' | 'average') =>
  (given: Given<'max-pool'>, around: Surroundings, path: Path): Layer => ({
    kind: 'pool',
    of,
    axes: axesOf(given, around, path, true),
    rounding: given.rounding ?? around.rounding,
  });

const resolvers: { readonly [K in keyof LayerRecord]-?: Resolver<K> } = {
  conv: (given, around, path) => {
    checkInputs(given.inputs, around.channels, path);
    return {
      kind: 'conv',
      depthwise: false,
      filters: given.filters,
      groups: groupsOf(given, around.channels, path),
      axes: axesOf(given, around, path),
      bias: given.bias ?? around.bias,
      rounding: given.rounding ?? around.rounding,
    };
  },
  depthwise: (given, around, path) => {
    checkInputs(given.inputs, around.channels, path);
    return {
      kind: 'conv',
      depthwise: true,
      filters: around.channels * (given.multiplier ?? 1),
      groups: around.channels,
      axes: axesOf(given, around, path),
      bias: given.bias ?? around.bias,
      rounding: given.rounding ?? around.rounding,
    };
  },
  'transposed-conv': (given, around, path) => {
    checkInputs(given.inputs, around.channels, path);
    return {
      kind: 'transposed-conv',
      filters: given.filters,
      groups: groupsOf(given, around.channels, path),
      axes: transposedAxes(given, around, path),
      bias: given.bias ?? around.bias,
    };
  },
  'max-pool': pool('max'),
  'avg-pool': pool('average'),
  'adaptive-pool': (given, around, path) => ({
    kind: 'adaptive-pool',
    of: given.of,
    output: perAxis(given.output, 1, around.rank, [...path, 'output']),
    keep: true,
  }),
  'global-pool': (given, around) => ({
    kind: 'adaptive-pool',
    of: given.of,
    output: new Array<number>(around.rank).fill(1),
    keep: given.keep,
  }),
  'max-unpool': (given, around, path) => ({
    kind: 'max-unpool',
    axes: axesOf(given, around, path, true) as (Axis & { padding: number })[],
    ...(given.output === undefined
      ? {}
      : { output: perAxis(given.output, 1, around.rank, [...path, 'output']) }),
    ...(given.indicesFrom === undefined ? {} : { indicesFrom: given.indicesFrom }),
  }),
  flatten: (given, around, path) => {
    checkInputs(given.inputs, around.features, path);
    return { kind: 'flatten' };
  },
  fc: (given, around, path) => {
    checkInputs(given.inputs, around.features, path);
    return { kind: 'fc', units: given.units, bias: given.bias ?? around.bias };
  },
  'batch-norm': (given, around, path) => {
    checkInputs(given.inputs, around.channels, path);
    return { kind: 'batch-norm', affine: given.affine };
  },
  activation: (activation) => ({ kind: 'elementwise', activation }),
  dropout: () => ({ kind: 'elementwise', activation: 'dropout' }),
};

/** Kinds that need a feature map. */
const spatialKinds: ReadonlySet<string> = new Set([
  'conv',
  'depthwise',
  'transposed-conv',
  'max-pool',
  'avg-pool',
  'adaptive-pool',
  'global-pool',
  'max-unpool',
]);

/** BatchNorm1D takes vectors as well as rows of them. */
const leastRank = (kind: string): number => (kind === 'batch-norm' ? 1 : 0);

/** A layer as it is stated; `rank` is the 2 of `Conv2D`. */
export interface Stated {
  readonly layer: LayerRecord;
  readonly rank?: number;
}

/**
 * A layer with its defaults filled in, one window per axis; throws a GivenError for what cannot be, below `path` at
 * the entry that is wrong, or at `path` itself for a layer that is written in one text.
 */
export function resolveLayer(
  { layer, rank }: Stated,
  around: Surroundings,
  path: Path,
  entries: 'named' | 'written' = 'named',
): Layer {
  const kinds = kindsOf(layer);
  const [kind] = kinds;
  if (!kind || kinds.length > 1)
    throw new GivenError(
      path,
      `a layer is of one kind, this one is of ${kinds.length === 0 ? 'none' : kinds.join(' and ')}`,
      'Write one mapping a layer, such as { conv: { filters: 16, kernel: 5 } }.',
    );
  if (spatialKinds.has(kind) && around.rank === 0)
    throw new GivenError(path, `the layer needs a feature map, its input is a vector of ${around.features}`);
  if (rank !== undefined && kind !== 'dropout' && rank !== Math.max(around.rank, leastRank(kind)))
    throw new GivenError(path, `a ${rank}-D layer meets an input of ${around.rank} spatial axes`);
  const inner = entries === 'written' ? path : [...path, kind];
  const resolve = resolvers[kind] as (part: unknown, around: Surroundings, path: Path) => Layer;
  return resolve(layer[kind], around, inner);
}
