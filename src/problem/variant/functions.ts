import { DomainError } from '../../engine/domain-error.js';
import { at, isTensor } from '../../engine/tensor.js';
import type { Arity } from '../../notation/expression/functions.js';
import { entriesOf, single, type Value } from './value.js';

/** A function of whole values, for conditions and formulas of a `vary`. */
interface WholeFunction extends Arity {
  readonly apply: (...inputs: Value[]) => Value;
}

const one = (apply: (of: Value) => number): WholeFunction => ({
  least: 1,
  most: 1,
  apply: (of) => apply(of!),
});
const truth = (holds: boolean): number => (holds ? 1 : 0);

/** Decimal arithmetic on doubles leaves at most this much of a whole number. */
const almost = 1e-9;
const isWhole = (entry: number): boolean =>
  Math.abs(entry - Math.round(entry)) <= almost * Math.max(1, Math.abs(entry));

/** Whether no entry repeats in a row: along the last axis of a matrix or tensor, in all of a vector. */
function isDistinct(of: Value): boolean {
  const entries = entriesOf(of);
  const length = isTensor(of) ? of.shape.at(-1)! : 1;
  for (let start = 0; start < entries.length; start += length)
    if (new Set(entries.subarray(start, start + length)).size < length) return false;
  return true;
}

/** Whether a square matrix equals its transpose, or a vector its reverse. */
export function isSymmetric(of: Value): boolean {
  if (!isTensor(of)) return true;
  const [rows, columns] = of.shape;
  if (of.shape.length === 1) return of.data.every((entry, place) => entry === of.data.at(-1 - place));
  if (of.shape.length !== 2 || rows !== columns) return false;
  return of.data.every((entry, place) => entry === at(of, place % rows!, Math.floor(place / rows!)));
}

function entry(of: Value, ...index: Value[]): number {
  if (!isTensor(of)) throw new DomainError('entry takes a list or matrix first, found a number');
  const places = index.map((place) => single(place, 'entry'));
  const fits =
    places.length === of.shape.length &&
    places.every((place, axis) => Number.isInteger(place) && place >= 0 && place < of.shape[axis]!);
  if (!fits) throw new DomainError(`entry ${places.join(', ')} is not there`);
  return at(of, ...places);
}

/** Functions beyond those of single numbers; `min` and `max` of one value take all its entries. */
export const wholeFunctions: ReadonlyMap<string, WholeFunction> = new Map<string, WholeFunction>([
  ['whole', one((of) => truth(entriesOf(of).every(isWhole)))],
  ['distinct', one((of) => truth(isDistinct(of)))],
  ['symmetric', one((of) => truth(isSymmetric(of)))],
  ['all', one((of) => truth(entriesOf(of).every((value) => value > 0.5)))],
  ['any', one((of) => truth(entriesOf(of).some((value) => value > 0.5)))],
  ['sum', one((of) => entriesOf(of).reduce((sum, value) => sum + value, 0))],
  ['count', one((of) => entriesOf(of).length)],
  ['entry', { least: 2, most: 6, apply: (of, ...index) => entry(of!, ...index) }],
]);
