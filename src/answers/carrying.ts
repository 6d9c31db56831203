import { formatShape, sameShape } from '../engine/tensor.js';
import { isNone } from './reading.js';

/** Larger values are taken for slips of the pen, not carried into later steps. */
const largestCarried = 1e12;

/** Whether later steps can compute with a number. */
export function isUsable(value: number): true | string {
  if (!Number.isFinite(value)) return 'it is not a finite number';
  return Math.abs(value) <= largestCarried ? true : 'it is too large to compute with';
}

/** Whether an answer of none stands where the problem has none, and a value where it has a value. */
export function fitsNone(answer: unknown, like: unknown): true | string {
  if (isNone(answer) === isNone(like)) return true;
  return isNone(answer) ? 'later steps need a value here' : 'there is nothing here for later steps to use';
}

export const fitsShape = (shape: readonly number[], like: readonly number[]): true | string =>
  sameShape(shape, like) ? true : `its shape is ${formatShape(shape)} where ${formatShape(like)} is needed`;
