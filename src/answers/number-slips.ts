import { none, type None } from '../engine/none.js';
import { withoutOneDigit, withTwoExchanged } from '../notation/digits.js';
import type { ReadingSlip } from './answer-type.js';

type Value = number | None;

/** Fewer digits than these are dropped and exchanged by chance. */
const fewestDigits = 3;
/** Digits that are looked at in a value that is not whole. */
const mostDigits = 6;

/** A value as decimal texts: in full where it is whole, else rounded to as many digits as students write. */
function texts(value: number): string[] {
  if (!Number.isFinite(value)) return [];
  if (Number.isInteger(value)) {
    const text = String(value);
    return text.length >= fewestDigits && !text.includes('e') ? [text] : [];
  }
  const written: string[] = [];
  for (let digits = fewestDigits; digits <= mostDigits; digits++) written.push(value.toPrecision(digits));
  return written.filter((text) => !text.includes('e'));
}

const slip = (
  name: string,
  hint: string,
  gives: (value: number) => readonly number[],
): ReadingSlip<Value> => ({
  name,
  hint,
  gives: (value) =>
    value === none || value === 0 || !Number.isFinite(value)
      ? []
      : [...new Set(gives(value))].filter((other) => other !== value),
});

const flippedSign = slip('flipped-the-sign', 'This is the right size with the other sign.', (value) => [
  -value,
]);
const factors: readonly ReadingSlip<Value>[] = [
  slip('doubled-the-value', 'This is twice the value that is asked.', (value) => [2 * value]),
  slip('halved-the-value', 'This is half the value that is asked.', (value) => [value / 2]),
];
const digits: readonly ReadingSlip<Value>[] = [
  slip('dropped-a-digit', 'A digit is missing.', (value) =>
    texts(value).flatMap(withoutOneDigit).map(Number),
  ),
  slip('exchanged-two-digits', 'Two neighbouring digits are exchanged.', (value) =>
    texts(value).flatMap(withTwoExchanged).map(Number),
  ),
];
const percent = slip(
  'mixed-up-percent',
  'A fraction and a percentage are mixed up: you are off by a factor of 100.',
  (value) => [100 * value, value / 100],
);

/** Slips that a real number can suffer. */
export const numberSlips: readonly ReadingSlip<Value>[] = [
  flippedSign,
  ...factors,
  percent,
  slip('used-another-log-base', 'This is the value with another base of the logarithm.', (value) =>
    [Math.LN10, Math.LN2].flatMap((base) => [value / base, value * base]),
  ),
  ...digits,
];

/** Smaller counts meet each other's halves and doubles by chance. */
const leastCount = 100;

const ofCounts = ({ gives, ...made }: ReadingSlip<Value>): ReadingSlip<Value> => ({
  ...made,
  gives: (value) =>
    value === none || Math.abs(value) < leastCount
      ? []
      : gives(value).filter((other) => Number.isInteger(other)),
});

/** A count rounded to its first digits; smaller ones meet their neighbours by chance. */
const leastRounded = 1000;
const rounded = slip(
  'rounded-the-count',
  'This is the right count, rounded. A count is exact: give every digit.',
  (value) =>
    Math.abs(value) < leastRounded
      ? []
      : [...String(Math.abs(value)).slice(2)].map((_, at) => Number(value.toPrecision(at + 2))),
);

/** Slips that a count can suffer. */
export const countSlips: readonly ReadingSlip<Value>[] = [
  ...factors,
  slip('dropped-a-thousand', 'A group of three digits is missing.', (value) => [value / 1000]),
  rounded,
  ...digits,
].map(ofCounts);

/** Slips that every entry of a tensor can suffer alike. */
export const entrySlips: readonly ReadingSlip<Value>[] = [flippedSign, ...factors, percent];
