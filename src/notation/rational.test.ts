import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, divide, fromDecimal, fromNumber, power, rational, toNumber } from './rational.js';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

describe('exact fractions', () => {
  it('give every double back from its shortest decimal form', () => {
    fc.assert(fc.property(finite, (value) => toNumber(fromNumber(value)) === value));
  });

  it('round decimals of any length to the double that JavaScript reads', () => {
    const decimals = fc
      .tuple(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.integer({ min: -380, max: 320 }))
      .map(([digits, exponent]) => `${digits}e${exponent}`);
    fc.assert(
      fc.property(decimals, (text) => toNumber(fromDecimal(text)) === Number(text)),
      {
        numRuns: 2000,
      },
    );
  });

  it.each([
    ['half of the smallest double, a tie to even', rational(1n, 2n ** 1075n), 0],
    ['just above it', rational(3n, 2n ** 1076n), Number.MIN_VALUE],
    ['the largest double', rational((2n ** 53n - 1n) * 2n ** 971n), Number.MAX_VALUE],
    ['beyond the largest double', rational(2n ** 1024n), Infinity],
    ['2^53 + 1, a tie to even', rational(2n ** 53n + 1n), 2 ** 53],
    ['-(2^53 + 3), a tie to even', rational(-(2n ** 53n) - 3n), -(2 ** 53) - 4],
  ])('round %s', (_, exact, double) => {
    expect(toNumber(exact)).toBe(double);
  });

  it('keep a tenth and two tenths at three tenths', () => {
    expect(compare(add(fromDecimal('0.1'), fromDecimal('0.2')), fromDecimal('0.3'))).toBe(0);
  });

  it('keep the denominator positive', () => {
    expect(divide(rational(1n), rational(-2n))).toEqual({ numerator: -1n, denominator: 2n });
  });

  it.each([
    [rational(2n), 10n, rational(1024n)],
    [rational(-2n), -3n, rational(-1n, 8n)],
    [rational(-1n), 10n ** 30n, rational(1n)],
    [rational(1n), -(10n ** 30n), rational(1n)],
    [rational(0n), 10n ** 30n, rational(0n)],
    [rational(5n), 0n, rational(1n)],
  ])('raise %o to %s', (base, exponent, expected) => {
    expect(compare(power(base, exponent)!, expected)).toBe(0);
  });

  it('refuse powers with too many digits', () => {
    expect(power(rational(9n), 9n ** 9n)).toBeUndefined();
    expect(power(rational(3n), 100_000n)).toBeUndefined();
  });
});
