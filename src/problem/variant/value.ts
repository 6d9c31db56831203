import { DomainError } from '../../engine/domain-error.js';
import { fromNested, isTensor, map, tensor, zip, type Nested, type Tensor } from '../../engine/tensor.js';
import { isNumeric } from './given-path.js';

/** What a condition reckons with. */
export type Value = number | Tensor;

/** A given or a step's value as a number or tensor; undefined for texts, networks and what does not exist. */
export function toValue(value: unknown): Value | undefined {
  if (typeof value === 'number' || isTensor(value)) return value;
  if (!Array.isArray(value) || !isNumeric(value)) return undefined;
  try {
    return fromNested(value as Nested);
  } catch {
    const flat = value.flat(8) as number[];
    return tensor([flat.length], flat);
  }
}

export const entriesOf = (value: Value): Float64Array =>
  typeof value === 'number' ? Float64Array.of(value) : value.data;

/** Combines two values entry by entry; a number goes with every entry. */
export function combine(left: Value, right: Value, each: (a: number, b: number) => number): Value {
  if (typeof left === 'number')
    return typeof right === 'number' ? each(left, right) : map(right, (entry) => each(left, entry));
  return typeof right === 'number' ? map(left, (entry) => each(entry, right)) : zip(left, right, each);
}

export const eachEntry = (value: Value, each: (entry: number) => number): Value =>
  typeof value === 'number' ? each(value) : map(value, each);

/** A value that has to be a single number. */
export function single(value: Value, what: string): number {
  if (typeof value === 'number') return value;
  throw new DomainError(`${what} takes a number, found ${value.data.length} entries`);
}
