import { activation, mapColumns, softmax, throughSoftmax, type Activation } from '../../engine/activation.js';
import { DomainError, GivenError } from '../../engine/domain-error.js';
import { fromNested, tensor, transpose, zip, map, type Nested, type Tensor } from '../../engine/tensor.js';
import type { MlpStepGiven } from './schema.js';

/** One layer as tensors: W is units × inputs. */
export interface Layer {
  /** From 1. */
  readonly number: number;
  readonly weights: Tensor;
  readonly bias: Tensor | undefined;
  readonly units: number;
  readonly inputs: number;
  readonly activation: MlpStepGiven['layers'][number]['activation'];
  /** Slope of a leaky ReLU below 0. */
  readonly leak: number;
  /** Undefined for softmax, which acts on all units together. */
  readonly each: Activation | undefined;
  readonly isLast: boolean;
}

/** The givens of a problem as tensors, defaults filled in and checked. */
export interface Network {
  readonly given: MlpStepGiven;
  readonly layers: readonly [Layer, ...Layer[]];
  readonly input: Tensor;
  readonly target: Tensor | undefined;
  readonly outputGradient: Tensor | undefined;
  readonly reduction: 'sum' | 'mean' | 'half';
  /** Number of examples; 1 for a single vector. */
  readonly examples: number;
  readonly isBatch: boolean;
}

/** Values of a layer in the problem's layout as a matrix of one column an example. */
export function toColumns({ isBatch, given }: Network, values: Tensor): Tensor {
  if (!isBatch) {
    if (values.shape.length !== 1) throw new DomainError('a single example has vectors for values');
    return tensor([values.shape[0]!, 1], values.data);
  }
  if (values.shape.length !== 2) throw new DomainError('a batch has matrices for values');
  return given.layout === 'columns' ? values : transpose(values);
}

/** Back from one column an example to the problem's layout. */
export function fromColumns({ isBatch, given }: Network, columns: Tensor): Tensor {
  if (!isBatch) return tensor([columns.shape[0]!], columns.data);
  return given.layout === 'columns' ? columns : transpose(columns);
}

/** Entrywise on values of the problem's layout, or on each example's softmax. */
export const activate = (network: Network, { each }: Layer, z: Tensor): Tensor =>
  each
    ? map(z, each.value)
    : fromColumns(
        network,
        mapColumns([toColumns(network, z)], (column) => softmax(column!)),
      );

/**
 * Slope of the activation at each entry. Where a student's own output stands in place of the one z gives, the
 * slope is taken from that output.
 */
export const slopes = (each: Activation, z: Tensor, output: Tensor): Tensor =>
  zip(z, output, (entry, own) => (own === each.value(entry) ? each.slopeAt(entry) : each.slopeFrom(own)));

/** ∂L/∂z from ∂L/∂a, through the layer's activation. */
export function throughActivation(
  network: Network,
  { each }: Layer,
  { gradient, z, output }: { readonly gradient: Tensor; readonly z: Tensor; readonly output: Tensor },
): Tensor {
  if (each) return zip(gradient, slopes(each, z, output), (entry, slope) => entry * slope);
  const columns = mapColumns([toColumns(network, output), toColumns(network, gradient)], (p, g) =>
    throughSoftmax(p!, g!),
  );
  return fromColumns(network, columns);
}

const toTensor = (nested: Nested, path: readonly (string | number)[]): Tensor => {
  try {
    return fromNested(nested);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new GivenError(path, error.message, 'Give all rows the same number of entries.');
  }
};

function readLayers({ layers, reluAtZero }: MlpStepGiven, inputs: number): Network['layers'] {
  let width = inputs;
  const read = layers.map(({ weights: nested, bias, activation: name, slope }, index): Layer => {
    const at = (key: string) => ['layers', index, key];
    const weights = toTensor(nested, at('weights'));
    const [units, columns] = [weights.shape[0]!, weights.shape[1]!];
    if (columns !== width)
      throw new GivenError(
        at('weights'),
        `the weights of layer ${index + 1} have ${columns} columns, but ${width} values come in`,
        index === 0
          ? 'Give one column for each entry of the input.'
          : 'Give one column for each unit of the layer before.',
      );
    if (bias && bias.length !== units)
      throw new GivenError(
        at('bias'),
        `layer ${index + 1} has ${units} units and ${bias.length} biases`,
        'Give one number for each row of the weights.',
      );
    if (slope !== undefined && name !== 'leaky-relu')
      throw new GivenError(at('slope'), `${name} has no slope to choose`, 'Only leaky-relu takes a slope.');
    const isLast = index === layers.length - 1;
    if (name === 'softmax' && !isLast)
      throw new GivenError(
        at('activation'),
        'softmax stands before the last layer',
        'Use it in the last layer only.',
      );
    width = units;
    const leak = slope ?? 0.01;
    const each = name === 'softmax' ? undefined : activation(name, { leak, reluAtZero });
    return {
      number: index + 1,
      weights,
      bias: bias && tensor([units], bias),
      units,
      inputs: columns,
      activation: name,
      leak,
      each,
      isLast,
    };
  });
  return read as unknown as Network['layers'];
}

/** Reads the givens; throws a GivenError for those that make no sense together. */
export function readNetwork(given: MlpStepGiven): Network {
  const input = toTensor(given.input, ['input']);
  const isBatch = input.shape.length === 2;
  const unitAxis = isBatch && given.layout === 'rows' ? 1 : 0;
  const examples = isBatch ? input.shape[1 - unitAxis]! : 1;
  const layers = readLayers(given, input.shape[unitAxis]!);
  const outputs = layers.at(-1)!.units;
  const like = (name: 'target' | 'outputGradient'): Tensor | undefined => {
    const nested = given[name];
    if (nested === undefined) return undefined;
    const values = toTensor(nested, [name]);
    const shape = !isBatch ? [outputs] : unitAxis === 0 ? [outputs, examples] : [examples, outputs];
    if (String(values.shape) !== String(shape))
      throw new GivenError(
        [name],
        `${name} is ${values.shape.join('×')}, the output of the network is ${shape.join('×')}`,
        isBatch ? 'Use the layout of the input.' : 'Give one number for each unit of the last layer.',
      );
    return values;
  };
  return {
    given,
    layers,
    input,
    isBatch,
    examples,
    target: like('target'),
    outputGradient: like('outputGradient'),
    reduction: given.reduction ?? (given.loss === 'squared-error' ? 'mean' : 'sum'),
  };
}
