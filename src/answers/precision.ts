import { isInfinite, type WrittenNumber } from '../notation/numeral.js';

/** Significant digits beyond these tell no more. */
const mostDigits = 12;

const digitsIn = (text: string): number =>
  text
    .replace(/e[+-]?\d+$/i, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '').length;

/** Half a unit of the last digit; whole numbers, fractions and arithmetic are taken as exact. */
export const halfDigitOf = (written: WrittenNumber): number =>
  isInfinite(written) || written.isComputed || written.place >= 0 ? 0 : 0.5 * 10 ** written.place;

/** Numbers of one sign and one power of ten that have as many significant digits. */
export function varietyOf(written: WrittenNumber): number {
  if (isInfinite(written)) return 1;
  const digits = Math.min(
    mostDigits,
    written.isComputed ? digitsIn(String(written.value)) : digitsIn(written.text),
  );
  return digits === 0 ? 1 : 9 * 10 ** (digits - 1);
}

/** Indices with as many digits: unlike other numbers they start with 0. */
export const varietyOfIndices = (index: readonly number[]): number =>
  index.reduce((all, position) => all * 10 ** String(Math.abs(position)).length, 1);
