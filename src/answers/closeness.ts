import { isInfinite, type Numeral, type WrittenNumber } from '../notation/numeral.js';
import {
  add,
  compare,
  fromDecimal,
  fromNumber,
  magnitude,
  multiply,
  rational,
  subtract,
  type Rational,
} from '../notation/rational.js';
import type { ComparisonRule, EntryVerdict } from './answer-type.js';

/** Relative size of what sums of doubles leave behind in a computed key. */
const computationNoise = 1e-12;
/** Doubles decide beyond this share of the sizes involved; exact fractions nearer to the bound. */
const doubleMargin = 1e-14;
/** Digits of a number that one rounding to fewer must keep for its last zeros to be place holders. */
const fewestDigits = 2;

/** A key as it would be written: 15 digits, so that 0.1 + 0.2 means 0.3; whole numbers in full. */
const keyExactly = (key: number): Rational =>
  Number.isInteger(key) ? fromNumber(key) : fromDecimal(key.toPrecision(15));

/** Whether |s − t| ≤ `bound(t)`, decided by doubles where they are sure and else exactly. */
function isWithin(
  written: Numeral,
  key: number,
  bound: number,
  exactBound: (key: Rational) => Rational,
): boolean {
  const gap = Math.abs(written.value - key);
  if (gap === 0) return true;
  const margin = doubleMargin * (Math.abs(written.value) + Math.abs(key) + bound);
  if (gap > bound + margin) return false;
  if (gap < bound - margin) return true;
  const exactKey = keyExactly(key);
  return compare(magnitude(subtract(written.exact, exactKey)), exactBound(exactKey)) <= 0;
}

const isWithinTolerance = (written: Numeral, key: number, { relative, absolute }: ComparisonRule): boolean =>
  isWithin(written, key, Math.max(absolute, relative * Math.abs(key)), (exact) => {
    const share = multiply(fromNumber(relative), magnitude(exact));
    const fixed = fromNumber(absolute);
    return compare(share, fixed) > 0 ? share : fixed;
  });

/** Whether the key, rounded to the place of ten, is what was written; a tie may round either way. */
const roundsTo = (written: Numeral, key: number, place: number): boolean =>
  isWithin(written, key, 0.5 * 10 ** place + computationNoise * Math.abs(key), (exact) =>
    add(
      place < 0 ? rational(1n, 2n * 10n ** BigInt(-place)) : rational(10n ** BigInt(place), 2n),
      multiply(fromNumber(computationNoise), magnitude(exact)),
    ),
  );

const isSame = (written: Numeral, key: number): boolean =>
  Math.abs(written.value - key) <= computationNoise * (written.value === 0 ? 1 : Math.abs(key));

/** Digits to which the key, so rounded, is what was written; undefined where it is not. */
function digitsOfRounding(written: Numeral, key: number, fewest: number): number | undefined {
  const { digits, place, zeros } = written;
  if (written.isComputed) return isSame(written, key) ? Infinity : undefined;
  if (digits >= fewest && roundsTo(written, key, place)) return digits;
  for (let held = 1; held <= zeros && digits - held >= fewestDigits; held++)
    if (roundsTo(written, key, place + held)) return digits - held;
  return undefined;
}

/** Whether the key, rounded to the digits written, is this very number. */
export const agreesWith = (written: WrittenNumber, key: number): boolean =>
  isInfinite(written)
    ? key === written.infinite * Infinity
    : Number.isFinite(key) && digitsOfRounding(written, key, 0) !== undefined;

/** How a written number stands to its key; the bound is inclusive, and an infinity equals only itself. */
export function judge(written: WrittenNumber, key: number, rule: ComparisonRule): EntryVerdict {
  if (isInfinite(written) || !Number.isFinite(key))
    return isInfinite(written) && key === written.infinite * Infinity ? 'correct' : 'wrong';
  const within = isWithinTolerance(written, key, rule);
  if (rule.atLeast === undefined) return within ? 'correct' : 'wrong';
  const digits = within ? written.digits : digitsOfRounding(written, key, fewestDigits);
  if (digits === undefined) return 'wrong';
  return digits >= rule.atLeast || isSame(written, key) ? 'correct' : 'rounded';
}

/** |s − t|, or null where it is not finite. */
export function distanceOf(written: WrittenNumber, key: number): number | null {
  if (isInfinite(written)) return null;
  const gap = Math.abs(written.value - key);
  return Number.isFinite(gap) ? gap : null;
}
