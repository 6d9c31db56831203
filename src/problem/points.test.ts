import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, fromNumber, rational, toNumber, type Rational } from '../notation/rational.js';
import { formatPoints, roundTo, sharePoints, sumOf } from './points.js';

const exact = fromNumber;
const plain = (points: readonly Rational[]): number[] => points.map(toNumber);

describe('points', () => {
  it.each([
    [10, [null, null], [5, 5]],
    [10, [4, null, null], [4, 3, 3]],
    [0.3, [0.1, 0.2], [0.1, 0.2]],
    [5, [0, 5], [0, 5]],
    [5, [5, null], [5, 0]],
  ])('shares %d over %j', (whole, stated, shares) => {
    expect(
      plain(
        sharePoints(
          exact(whole),
          stated.map((points) => (points === null ? null : exact(points))),
        ),
      ),
    ).toEqual(shares);
  });

  it('shares exactly: three thirds of 10 are 10', () => {
    const shares = sharePoints(exact(10), [null, null, null]);
    expect(compare(sumOf(shares), exact(10))).toBe(0);
    expect(compare(shares[0]!, rational(10n, 3n))).toBe(0);
  });

  it.each([
    [3, [2, 2]],
    [5, [2, 2]],
    [3, [4, null]],
  ])('refuses %d points over %j', (whole, stated) => {
    expect(() =>
      sharePoints(
        exact(whole),
        stated.map((points) => (points === null ? null : exact(points))),
      ),
    ).toThrow(/do not add up/);
  });

  it('always shares the whole', () => {
    const hundredths = fc.integer({ min: 0, max: 500 }).map((cents) => cents / 100);
    fc.assert(
      fc.property(
        fc.array(fc.option(hundredths), { minLength: 1, maxLength: 12 }),
        hundredths,
        (stated, extra) => {
          const known = stated.map((points) => (points === null ? null : exact(points)));
          const rest = known.includes(null) ? exact(extra) : exact(0);
          const whole = sumOf([...known.filter((points) => points !== null), rest]);
          const shares = sharePoints(whole, known);
          expect(compare(sumOf(shares), whole)).toBe(0);
          expect(shares.every((share) => compare(share, exact(0)) >= 0)).toBe(true);
        },
      ),
    );
  });

  it.each([
    [1.25, 0.5, 1.5],
    [1.24, 0.5, 1],
    [2.75, 0.5, 3],
    [7.005, 0.01, 7.01],
    [3.4, 1, 3],
    [0, 0.5, 0],
  ])('rounds %d to multiples of %d: %d', (score, step, rounded) => {
    expect(toNumber(roundTo(exact(score), exact(step)))).toBe(rounded);
  });

  it.each([
    [rational(7n, 2n), '3.5'],
    [rational(5n, 3n), '1.67'],
    [rational(12n), '12'],
    [rational(0n), '0'],
  ])('writes points as people do', (points, text) => {
    expect(formatPoints(points)).toBe(text);
  });
});
