import { DomainError } from '../../engine/domain-error.js';
import { matmul, slice, transpose, zeros, type Tensor } from '../../engine/tensor.js';
import type { Arity } from '../../notation/expression/functions.js';
import type { Expression } from '../../notation/expression/tree.js';
import type { TypesetCall, WritePart } from '../../notation/expression/typeset.js';
import { atomPrecedence, precedence } from '../../notation/expression/write.js';
import { foldAxis } from './fold-axis.js';
import { applyEach, describeValue, type Value } from './value.js';

/** A function of whole vectors and matrices. */
interface TensorFunction extends Arity {
  readonly apply: (...inputs: readonly Value[]) => Value;
  readonly precedence: number;
  readonly write: TypesetCall;
}

/** Entries that a result may have at most: some hundred times what a problem on paper holds. */
const mostEntries = 100_000;

function ofRank(value: Value, rank: 1 | 2, called: string): Tensor {
  if (typeof value === 'number' || value.shape.length !== rank)
    throw new DomainError(
      `${called} takes a ${rank === 1 ? 'vector' : 'matrix'}, found ${describeValue(value)}`,
    );
  return value;
}

function dot(a: Value, b: Value): number {
  const [left, right] = [ofRank(a, 1, 'dot'), ofRank(b, 1, 'dot')];
  if (left.data.length !== right.data.length)
    throw new DomainError(`${describeValue(left)} and ${describeValue(right)} have no dot product`);
  return left.data.reduce((sum, entry, place) => sum + entry * right.data[place]!, 0);
}

function outer(a: Value, b: Value): Tensor {
  const [left, right] = [ofRank(a, 1, 'outer'), ofRank(b, 1, 'outer')];
  const [rows, columns] = [left.data.length, right.data.length];
  if (rows * columns > mostEntries) throw new DomainError(`outer gives more than ${mostEntries} entries`);
  const result = zeros([rows, columns]);
  result.data.forEach((_, offset) => {
    result.data[offset] = left.data[Math.floor(offset / columns)]! * right.data[offset % columns]!;
  });
  return result;
}

function product(a: Value, b: Value): Tensor {
  const left = ofRank(a, 2, 'matmul');
  if (typeof b === 'number')
    throw new DomainError('matmul takes a matrix or vector on the right, found a number');
  if (left.shape[0]! * (b.shape[1] ?? 1) > mostEntries)
    throw new DomainError(`matmul gives more than ${mostEntries} entries`);
  if (b.shape.length > 2 || left.shape[1] !== b.shape[0])
    throw new DomainError(`${describeValue(left)} cannot multiply ${describeValue(b)}`);
  return matmul(left, b);
}

function entry(of: Value, ...index: readonly Value[]): Value {
  if (typeof of === 'number') throw new DomainError('a number has no entries');
  const found = slice(
    of,
    index.map((position) => (typeof position === 'number' ? position : NaN)),
  );
  return found.data[0]!;
}

function softmax(of: Value): Tensor {
  const { shape, data } = ofRank(of, 1, 'softmax');
  const largest = Math.max(...data);
  const powers = data.map((value) => Math.exp(value - largest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return { shape, data: powers.map((power) => power / total) };
}

const mean = (of: Value, axis?: Value): Value => {
  const length = typeof of === 'number' ? 1 : axis === undefined ? of.data.length : of.shape[axis as number]!;
  return applyEach((sum) => sum / length, [foldAxis('sum', of, axis)]);
};

const between =
  (sign: string, own: number): TypesetCall =>
  ([left, right], write) =>
    `${write(left!, own)}${sign}${write(right!, own + 1)}`;
const named =
  (name: string): TypesetCall =>
  ([of, axis], write: WritePart) =>
    `\\operatorname{${name}}${axis ? `_{${write(axis, 0)}}` : ''}\\left(${write(of!, 0)}\\right)`;
const times = precedence['*'];
const power = precedence['^'];

/** Functions of vectors and matrices that a formula may call, with their LaTeX. */
export const tensorFunctions: ReadonlyMap<string, TensorFunction> = new Map<string, TensorFunction>([
  [
    'dot',
    { least: 2, most: 2, apply: (a, b) => dot(a!, b!), precedence: times, write: between(' \\cdot ', times) },
  ],
  [
    'matmul',
    {
      least: 2,
      most: 2,
      apply: (a, b) => product(a!, b!),
      precedence: times,
      write: between(' \\, ', times),
    },
  ],
  [
    'outer',
    {
      least: 2,
      most: 2,
      apply: (a, b) => outer(a!, b!),
      precedence: times,
      write: between(' \\otimes ', times),
    },
  ],
  [
    'timesEach',
    {
      least: 2,
      most: 2,
      apply: (...sides) => applyEach((a, b) => a! * b!, sides),
      precedence: times,
      write: between(' \\odot ', times),
    },
  ],
  [
    'overEach',
    {
      least: 2,
      most: 2,
      apply: (...sides) => applyEach((a, b) => a! / b!, sides),
      precedence: times,
      write: between(' \\oslash ', times),
    },
  ],
  [
    'powerEach',
    {
      least: 2,
      most: 2,
      apply: (...sides) => applyEach((a, b) => a! ** b!, sides),
      precedence: power,
      write: ([base, exponent], write) => `${write(base!, atomPrecedence)}^{\\circ ${write(exponent!, 0)}}`,
    },
  ],
  [
    'transpose',
    {
      least: 1,
      most: 1,
      apply: (of) => transpose(ofRank(of!, 2, 'transpose')),
      precedence: power,
      write: ([of], write) => `${write(of!, atomPrecedence)}^{\\top}`,
    },
  ],
  [
    'sum',
    {
      least: 1,
      most: 2,
      apply: (of, axis) => foldAxis('sum', of!, axis),
      precedence: power,
      write: named('sum'),
    },
  ],
  [
    'mean',
    { least: 1, most: 2, apply: (of, axis) => mean(of!, axis), precedence: power, write: named('mean') },
  ],
  ['softmax', { least: 1, most: 1, apply: (of) => softmax(of!), precedence: power, write: named('softmax') }],
  [
    'norm',
    {
      least: 1,
      most: 1,
      apply: (of) => Math.hypot(...ofRank(of!, 1, 'norm').data),
      precedence: atomPrecedence,
      write: ([of], write) => `\\left\\|${write(of!, 0)}\\right\\|`,
    },
  ],
  [
    'entry',
    {
      least: 2,
      most: 5,
      apply: (of, ...index) => entry(of!, ...index),
      precedence: power,
      write: writeEntry,
    },
  ],
]);

function writeEntry([of, ...index]: readonly Expression[], write: WritePart): string {
  return `${write(of!, atomPrecedence)}_{${index.map((position) => write(position, 0)).join(',')}}`;
}
