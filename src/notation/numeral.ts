import { fromDecimal, isWhole, toNumber, type Rational } from './rational.js';

/** One number as a student wrote it, with what the writing says about its precision. */
export class Numeral {
  #exact: Rational | undefined;

  /**
   * @param text plain decimal text (`-1.8816e6`); of a computed number, its value
   * @param digits significant digits written; 0 for zero, infinite for a computed number
   * @param place exponent of ten of the last digit written
   * @param zeros trailing zeros of a whole number, which may only be place holders
   */
  constructor(
    readonly text: string,
    readonly value: number,
    readonly digits: number,
    readonly place: number,
    readonly zeros: number,
    exact?: Rational,
  ) {
    this.#exact = exact;
  }

  get exact(): Rational {
    return (this.#exact ??= fromDecimal(this.text));
  }

  /** Whether it came from arithmetic, and so counts as having every digit. */
  get isComputed(): boolean {
    return this.digits === Infinity;
  }
}

/** An infinity, by its sign; never the same as a finite number too large for a double. */
export interface Infinite {
  readonly infinite: 1 | -1;
}
export type WrittenNumber = Numeral | Infinite;
export const isInfinite = (written: WrittenNumber): written is Infinite => 'infinite' in written;

export const largestExponent = 1000;
/** Results of arithmetic that are shown with every digit; larger ones as powers of ten. */
const largestWritten = 1e30;

const decimal = /^[+-]?(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

const countTrailingZeros = (digits: string): number => {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0') end--;
  return end === 0 ? 0 : digits.length - end;
};
const countLeadingZeros = (digits: string): number => {
  let start = 0;
  while (start < digits.length && digits[start] === '0') start++;
  return start;
};

/** Reads plain decimal text with a point; undefined for anything else, exponents beyond 1000 included. */
export function readDecimal(text: string): Numeral | undefined {
  const match = decimal.exec(text);
  if (match === null) return undefined;
  const whole = match[1]!;
  const fraction = match[2];
  const power = match[3];
  const count = whole.length + (fraction?.length ?? 0);
  if (count === 0) return undefined;
  const exponent = power === undefined ? 0 : Number(power);
  if (Math.abs(exponent) > largestExponent) return undefined;
  const code = whole.charCodeAt(0);
  const digits = code > 48 ? count : count - countLeadingZeros(whole + (fraction ?? ''));
  const zeros = fraction === undefined && power === undefined ? countTrailingZeros(whole) : 0;
  return new Numeral(text, Number(text), digits, exponent - (fraction?.length ?? 0), zeros);
}

/** The result of arithmetic, which counts as written with every digit. */
export function computed(exact: Rational): Numeral {
  const value = toNumber(exact);
  const isWritten = Math.abs(value) < largestWritten && isWhole(exact);
  const text = isWritten ? String(exact.numerator / exact.denominator) : String(value);
  return new Numeral(text, value, Infinity, -Infinity, 0, exact);
}

/** The same number times a power of ten, its precision kept. */
export function shiftPlaces(numeral: Numeral, places: number): Numeral | undefined {
  const [mantissa, exponent = '0'] = numeral.text.toLowerCase().split('e');
  const power = Number(exponent) + places;
  if (Math.abs(power) > largestExponent) return undefined;
  const text = power === 0 ? mantissa! : `${mantissa}e${power}`;
  return new Numeral(text, Number(text), numeral.digits, numeral.place + places, 0);
}
