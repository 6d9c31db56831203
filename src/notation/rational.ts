/** An exact fraction, not necessarily in lowest terms; the denominator is positive. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Largest size of a numerator or denominator that arithmetic may reach. */
const bitCap = 4096;
const cap = 1n << BigInt(bitCap);

export const rational = (numerator: bigint, denominator = 1n): Rational =>
  denominator < 0n ? { numerator: -numerator, denominator: -denominator } : { numerator, denominator };

/** Decimal text such as `-1.50e3`, already known to be well formed, to its exact value. */
export function fromDecimal(text: string): Rational {
  const [mantissa, exponent = '0'] = text.toLowerCase().split('e');
  const [whole, fraction = ''] = mantissa!.split('.');
  const negative = whole!.startsWith('-');
  const digits = BigInt((whole!.replace(/^[+-]/, '') + fraction).replace(/^$/, '0'));
  const signed = negative ? -digits : digits;
  const place = Number(exponent) - fraction.length;
  return place >= 0 ? rational(signed * 10n ** BigInt(place)) : rational(signed, 10n ** BigInt(-place));
}

/** A finite double as its shortest decimal form means it. */
export const fromNumber = (value: number): Rational => fromDecimal(String(value));

export const isWhole = ({ numerator, denominator }: Rational): boolean => numerator % denominator === 0n;
export const isWithinCap = ({ numerator, denominator }: Rational): boolean =>
  numerator < cap && -numerator < cap && denominator < cap;

export const negate = (a: Rational): Rational => rational(-a.numerator, a.denominator);
export const magnitude = (a: Rational): Rational => (a.numerator < 0n ? negate(a) : a);

export const add = (a: Rational, b: Rational): Rational =>
  a.denominator === b.denominator
    ? rational(a.numerator + b.numerator, a.denominator)
    : rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));
export const multiply = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.numerator, a.denominator * b.denominator);
/** The divisor must not be 0. */
export const divide = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator, a.denominator * b.numerator);

const bitLength = (value: bigint): number => {
  const hex = (value < 0n ? -value : value).toString(16);
  return (hex.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(hex[0]!, 16)));
};

/** A whole power; undefined where the result would outgrow the cap. The base must not be 0 when `exponent` < 0. */
export function power(base: Rational, exponent: bigint): Rational | undefined {
  const size = exponent < 0n ? -exponent : exponent;
  const { numerator: n, denominator: d } = base;
  const isUnit = d === 1n && (n === 0n || n === 1n || n === -1n);
  if (isUnit) return rational(n === -1n && size % 2n === 0n ? 1n : size === 0n ? 1n : n);
  if (size > BigInt(bitCap) || Number(size) * (Math.max(bitLength(n), bitLength(d)) - 1) > bitCap)
    return undefined;
  return exponent < 0n ? rational(d ** size, n ** size) : rational(n ** size, d ** size);
}

/** Negative, zero or positive as `a` is below, at or above `b`. */
export const compare = (a: Rational, b: Rational): number => {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

const safe = BigInt(Number.MAX_SAFE_INTEGER);

/** The nearest double, ties to even; infinite beyond the largest. */
export function toNumber({ numerator, denominator }: Rational): number {
  const size = numerator < 0n ? -numerator : numerator;
  if (size <= safe && denominator <= safe) return Number(numerator) / Number(denominator);
  let shift = Math.min(1074, 54 - bitLength(size) + bitLength(denominator));
  const quotient = (): bigint =>
    (shift >= 0 ? size << BigInt(shift) : size) / (shift < 0 ? denominator << BigInt(-shift) : denominator);
  while (quotient() >> 53n > 0n) shift--;
  const scaled = shift >= 0 ? size << BigInt(shift) : size;
  const divisor = shift < 0 ? denominator << BigInt(-shift) : denominator;
  const whole = scaled / divisor;
  const twice = 2n * (scaled - whole * divisor);
  const rounded = twice > divisor || (twice === divisor && whole % 2n === 1n) ? whole + 1n : whole;
  return (numerator < 0n ? -1 : 1) * Number(rounded) * 2 ** -shift;
}
