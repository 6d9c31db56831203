import { isInfinite, type WrittenNumber } from '../notation/numeral.js';
import type { Json } from './answer-type.js';

/** Significant digits of a value that is not whole, in worked solutions. */
const shownDigits = 6;

/** A value in full, without the noise of its last double digit: 0.1 + 0.2 is 0.3. */
export function writeNumber(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'undefined' : value > 0 ? 'inf' : '-inf';
  if (!Number.isInteger(value)) return String(Number(value.toPrecision(15)));
  return Math.abs(value) < 1e21 ? String(BigInt(value)) : String(value);
}

export const numberJson = (value: number): Json => (Number.isFinite(value) ? value : writeNumber(value));

/** Whole digits in groups of three from the right, where there are more than four. */
function spaceDigits(digits: string): string {
  if (digits.length <= 4) return digits;
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end));
  return groups.join('\\,');
}

const decimal = /^([+-]?)(\d*)((?:\.\d*)?)(?:e\+?(-?\d+))?$/i;

/** Decimal text as LaTeX: `1881600` with thin spaces, `1.5e-7` as a power of ten. */
function typesetDecimal(text: string): string {
  const [, sign = '', whole = '', rest = '', exponent] = decimal.exec(text) ?? [];
  const mantissa = `${sign === '-' ? '-' : ''}${spaceDigits(whole) || '0'}${rest === '.' ? '' : rest}`;
  return exponent === undefined ? mantissa : `${mantissa} \\times 10^{${exponent}}`;
}

/** A value as LaTeX: whole numbers in full, others to six digits. */
export function typesetNumber(value: number): string {
  if (Number.isNaN(value)) return '\\text{undefined}';
  if (!Number.isFinite(value)) return value > 0 ? '\\infty' : '-\\infty';
  if (Number.isInteger(value)) return typesetDecimal(writeNumber(value));
  const before = Math.ceil(Math.log10(Math.abs(value)));
  return typesetDecimal(String(Number(value.toPrecision(Math.min(15, Math.max(shownDigits, before + 2))))));
}

/** What was read, as LaTeX with the digits that were written. */
export function typesetWritten(written: WrittenNumber): string {
  if (isInfinite(written)) return written.infinite > 0 ? '\\infty' : '-\\infty';
  const isFraction = written.isComputed && !/^-?\d+$/.test(written.text);
  return isFraction ? typesetNumber(written.value) : typesetDecimal(written.text);
}

/** What was read, as a JSON number, or as text where a double would change it. */
export function writtenJson(written: WrittenNumber): Json {
  if (isInfinite(written)) return written.infinite > 0 ? 'inf' : '-inf';
  const isExact =
    Number.isFinite(written.value) &&
    (Number.isSafeInteger(written.value) || !/^[+-]?\d+$/.test(written.text));
  return isExact ? written.value : written.text;
}

export const valueOf = (written: WrittenNumber): number =>
  isInfinite(written) ? written.infinite * Infinity : written.value;
