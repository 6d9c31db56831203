import type { Constraint } from '../../engine/layers/architecture.js';
import { formatShape, sizeOf } from '../../engine/tensor.js';
import {
  indicesOf,
  isConnected,
  isConvolution,
  isConvolved,
  isStructural,
  kindOf,
  type DeclaredNetwork,
} from './declared-network.js';
import { traitTable } from './network-traits.js';
import { halvedByMaxPools, keptSizes, type Faults } from './size-constraints.js';

type Asking<K extends Constraint['asks']> = Extract<Constraint, { readonly asks: K }>;
type Check<K extends Constraint['asks']> = (network: DeclaredNetwork, asked: Asking<K>) => Faults;

const grouped = (value: number): string => value.toLocaleString('en-US');
const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** Every layer takes what the one before hands over, also where it declares what it expects. */
function fits({ layers, trace: { places, misfit }, describe }: DeclaredNetwork): Faults {
  const declared = places.flatMap(({ index, layer, inputs, declaredInputs, source }) => {
    if (declaredInputs === undefined || declaredInputs === inputs) return [];
    const whole = layer.kind === 'fc' || layer.kind === 'flatten';
    const product = whole && source.length > 1 ? `${formatShape(source)} = ` : '';
    const what = whole ? 'values' : 'channels';
    return [
      `${describe(index)}, is declared for ${grouped(declaredInputs)} ${what}; ${product}${grouped(inputs)} come in`,
    ];
  });
  if (misfit) return [...declared, `${describe(misfit.index)}, does not fit: ${misfit.why}`];
  return layers.filter(isStructural).length < 2
    ? [...declared, 'there are no two layers that have to fit']
    : declared;
}

/** Counts of convolutional blocks that a list of layers may be said to have: each convolution, or each run up to a pool. */
function convolutionalBlocks({ layers }: DeclaredNetwork): number[] {
  const kinds = layers.filter(isStructural);
  const runs = kinds.filter(
    (one, place) => isConvolution(one) && (place === 0 || !isConvolution(kinds[place - 1]!)),
  );
  return [...new Set([kinds.filter(isConvolution).length, runs.length])];
}

const blocks: Check<'blocks'> = (network, { of, from, to }) => {
  const counts = of === 'conv' ? convolutionalBlocks(network) : [network.layers.filter(isConnected).length];
  if (counts.some((count) => count >= from && count <= to)) return [];
  const what = of === 'conv' ? 'convolutional block' : 'dense block';
  const asked = from === to ? `${from}` : to === Infinity ? `at least ${from}` : `${from} to ${to}`;
  return [
    `there ${counts[0] === 1 ? 'is' : 'are'} ${plural(counts[0]!, what)}; asked ${from === 1 && to === 1 ? 'is' : 'are'} ${asked}`,
  ];
};

/** The last layer that is more than an activation; a network that ends in a map gives all its values. */
const outputs: Check<'outputs'> = ({ layers, trace: { places, misfit }, describe }, { count }) => {
  const last = indicesOf(
    layers,
    (one) => !['activation', 'dropout', 'batch-norm', 'flatten'].includes(kindOf(one)),
  ).at(-1);
  const declared = last === undefined ? undefined : layers[last]!.layer.fc?.units;
  const gives = declared ?? (misfit || places.length === 0 ? undefined : sizeOf(places.at(-1)!.output));
  if (gives === count) return [];
  if (last === undefined || gives === undefined) return ['there is no layer that gives the outputs'];
  return [
    `${describe(last)}, is the last layer and gives ${grouped(gives)} values; ${grouped(count)} are asked`,
  ];
};

const kernel: Check<'kernel'> = ({ trace: { places }, describe }, { size }) => {
  const convolutions = places.filter(isConvolved);
  if (convolutions.length === 0) return ['there is no convolution'];
  return convolutions
    .filter(({ layer }) => layer.axes.some((axis) => axis.kernel !== size))
    .map(({ index, layer }) => {
      const own = formatShape(layer.axes.map((axis) => axis.kernel));
      return `${describe(index)}, has a kernel of ${own}; ${formatShape(layer.axes.map(() => size))} is asked`;
    });
};

const activation: Check<'activation'> = ({ layers, describe }, { activation: wanted, after }) => {
  const owners = indicesOf(layers, after === 'conv' ? isConvolution : isConnected);
  const followed = after === 'dense' ? owners.slice(0, -1) : owners;
  if (owners.length === 0) return [after === 'conv' ? 'there is no convolution' : 'there is no dense layer'];
  const follows = (index: number): boolean => {
    const next = layers.findIndex((one, place) => place > index && (isConvolution(one) || isConnected(one)));
    const between = layers.slice(index + 1, next < 0 ? layers.length : next);
    return between.some(({ layer }) => layer.activation === wanted);
  };
  const faults = followed
    .filter((index) => !follows(index))
    .map((index) => `${describe(index)}, is not followed by ${wanted === 'relu' ? 'ReLU' : wanted}`);
  const last = owners.at(-1)!;
  if (after === 'dense' && follows(last))
    faults.push(`${describe(last)}, gives the outputs, which stay as they are`);
  return faults;
};

const same: Check<'same'> = (network, { trait, list }) => {
  const { name, listOf } = traitTable[trait];
  const own = listOf(network);
  if (own.join() === list.join()) return [];
  return [`${name}: you have ${own.join(', ') || 'none'}; asked are ${list.join(', ')}`];
};

/** What breaks each kind of constraint, in sentences without a capital and a full stop. */
const checks: { readonly [K in Constraint['asks']]: Check<K> } = {
  fit: fits,
  'keep-size': keptSizes,
  'max-pool-halves': halvedByMaxPools,
  blocks,
  outputs,
  kernel,
  activation,
  same,
};

export const check = (network: DeclaredNetwork, constraint: Constraint): Faults =>
  (checks[constraint.asks] as (network: DeclaredNetwork, asked: Constraint) => Faults)(network, constraint);

const names: { readonly [K in Constraint['asks']]: (asked: Asking<K>) => string } = {
  fit: () => 'each layer fits what comes in',
  'keep-size': () => 'convolutions keep height and width',
  'max-pool-halves': () => 'only max pooling changes the size, and halves it',
  blocks: ({ of }) => `the number of ${of === 'conv' ? 'convolutional' : 'dense'} blocks`,
  outputs: () => 'the number of outputs',
  kernel: ({ size }) => `kernels of size ${size}`,
  activation: ({ activation: wanted, after }) =>
    `${wanted === 'relu' ? 'ReLU' : wanted} after ${after === 'conv' ? 'convolutions' : 'dense layers but the last'}`,
  same: ({ trait }) => traitTable[trait].name,
};

/** What a constraint asks, in words. */
export const nameOf = (constraint: Constraint): string =>
  (names[constraint.asks] as (asked: Constraint) => string)(constraint);
