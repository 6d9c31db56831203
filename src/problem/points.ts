import {
  add,
  compare,
  divide,
  fromNumber,
  multiply,
  rational,
  subtract,
  toNumber,
  type Rational,
} from '../notation/rational.js';
import { DomainError } from '../engine/domain-error.js';

export const zero: Rational = rational(0n);

export const sumOf = (parts: readonly Rational[]): Rational => parts.reduce(add, zero);

/** Points of the parts of a whole: stated ones as they are, what is left shared equally among the others. */
export function sharePoints(whole: Rational, stated: readonly (Rational | null)[]): Rational[] {
  const left = subtract(whole, sumOf(stated.filter((points) => points !== null)));
  const open = stated.filter((points) => points === null).length;
  if (compare(left, zero) < 0 || (open === 0 && compare(left, zero) !== 0))
    throw new DomainError('the points stated below do not add up to the points stated here');
  return stated.map((points) => points ?? divide(left, fromNumber(open)));
}

/** The multiple of `step` nearest to a score, halves up: a student is never rounded down from the middle. */
export function roundTo(score: Rational, step: Rational): Rational {
  const { numerator, denominator } = add(divide(score, step), rational(1n, 2n));
  return multiply(step, rational(numerator / denominator));
}

/** Points as people write them, with at most two decimals: 3.5, 1.67, 12. */
export const formatPoints = (points: Rational): string => String(Number(toNumber(points).toFixed(2)));
