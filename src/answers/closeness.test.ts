import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber } from '../notation/number.js';
import type { WrittenNumber } from '../notation/numeral.js';
import { Unreadable } from '../notation/unreadable.js';
import { agreesWith, distanceOf, judge } from './closeness.js';

const written = (text: string): WrittenNumber => {
  const read = readNumber(text, { decimal: 'point' });
  if (read instanceof Unreadable) throw new Error(read.why);
  return read.number;
};

describe('a tolerance', () => {
  it.each([
    ['1.05', 1, 0.05, 0, 'correct'],
    ['1.050000000000000001', 1, 0.05, 0, 'wrong'],
    ['0.95', 1, 0.05, 0, 'correct'],
    ['1001', 1000, 0.001, 0, 'correct'],
    ['999', 1000, 0.001, 0, 'correct'],
    ['1001.0000000000001', 1000, 0.001, 0, 'wrong'],
    ['0.3', 0.1 + 0.2, 0, 0, 'correct'],
    ['0.8', 0.7 + 0.1, 0, 0, 'correct'],
    ['0.88', 0.7 + 0.1, 0.1, 0, 'correct'],
    ['0.35', 0.3, 0, 0.05, 'correct'],
    ['0.35000000001', 0.3, 0, 0.05, 'wrong'],
    ['-1.05', -1, 0.05, 0, 'correct'],
    ['1.1', 1, 0.05, 0.1, 'correct'],
    ['1.1', 1, 0.1, 0.05, 'correct'],
    ['0', 0, 0, 0, 'correct'],
    ['-0', 0, 0, 0, 'correct'],
    ['0', -0, 0, 0, 'correct'],
    ['1e-300', 0, 0.5, 0, 'wrong'],
    ['0.01', 0, 0, 0.01, 'correct'],
    ['0.010000000000000001', 0, 0, 0.01, 'wrong'],
    ['1e400', 1e308, 0.5, 0, 'wrong'],
    ['1e400', Infinity, 0.5, 1, 'wrong'],
    ['inf', Infinity, 0, 0, 'correct'],
    ['-inf', Infinity, 0, 0, 'wrong'],
    ['inf', 1e308, 1e9, 1e300, 'wrong'],
    ['5', Infinity, 1, 1, 'wrong'],
    ['5', NaN, 1, 1e9, 'wrong'],
    ['inf', NaN, 1, 1e9, 'wrong'],
    ['1/3', 1 / 3, 0, 0, 'correct'],
    ['1/3', 1 / 3, 1e-12, 0, 'correct'],
  ] as const)('of %s for %d at relative %d, absolute %d is %s', (text, key, relative, absolute, verdict) => {
    expect(judge(written(text), key, { relative, absolute })).toBe(verdict);
  });

  it('decides the boundary by the decimals, whatever the doubles say', () => {
    const cents = fc.integer({ min: -100_000, max: 100_000 });
    const decimal = (hundredths: number): string =>
      `${hundredths < 0 ? '-' : ''}${Math.floor(Math.abs(hundredths) / 100)}.${String(Math.abs(hundredths) % 100).padStart(2, '0')}`;
    fc.assert(
      fc.property(cents, cents, fc.integer({ min: 0, max: 2000 }), (s, t, bound) => {
        const verdict = judge(written(decimal(s)), Number(decimal(t)), {
          relative: 0,
          absolute: Number(decimal(bound)),
        });
        expect(verdict).toBe(Math.abs(s - t) <= bound ? 'correct' : 'wrong');
      }),
    );
  });
});

describe('a precision of at least three digits', () => {
  it.each([
    ['1.234', 1.234, 'correct'],
    ['1.23', 1.234, 'correct'],
    ['1.2340', 1.234, 'correct'],
    ['1.2', 1.234, 'rounded'],
    ['1', 1.234, 'wrong'],
    ['1.2289', 1.234, 'wrong'],
    ['1.2391', 1.234, 'wrong'],
    ['1.24', 1.234, 'wrong'],
    ['1.235', 1.2345, 'correct'],
    ['1.234', 1.2345, 'correct'],
    ['-1', -1, 'correct'],
    ['-1', -0.9999999999999999, 'correct'],
    ['0', 1e-17, 'wrong'],
    ['0.5', 0.5, 'correct'],
    ['1/8', 0.125, 'correct'],
    ['0.13', 0.125, 'rounded'],
    ['0.12', 0.125, 'rounded'],
    ['123500', 123456, 'correct'],
    ['120000', 123456, 'rounded'],
    ['100000', 123456, 'wrong'],
    ['1.2e5', 123456, 'rounded'],
    ['1.23e5', 123456, 'correct'],
    ['10.0', 9.96, 'correct'],
    ['10.', 9.96, 'rounded'],
  ] as const)('finds %s for %d %s', (text, key, verdict) => {
    expect(judge(written(text), key, { relative: 0, absolute: 0, atLeast: 3 })).toBe(verdict);
  });

  it.each([
    ['1.2', 'rounded'],
    ['1.25', 'correct'],
    ['1.26', 'wrong'],
  ] as const)('finds %s, by a tolerance of 2 %% of 1.234, %s', (text, verdict) => {
    expect(judge(written(text), 1.234, { relative: 0.02, absolute: 0, atLeast: 3 })).toBe(verdict);
  });
});

describe('agreement with a value', () => {
  it.each([
    ['0.87', 0.8660254, true],
    ['0.866', 0.8660254, true],
    ['0.867', 0.8660254, false],
    ['0.9', 0.8660254, true],
    ['1', 0.8660254, true],
    ['-0.87', 0.8660254, false],
    ['0', 0.4, true],
    ['0.0', 0.04, true],
    ['0.0', 0.06, false],
    ['123500', 123456, true],
    ['1/3', 1 / 3, true],
    ['1/3', 0.3333, false],
    ['inf', Infinity, true],
    ['inf', 1e308, false],
    ['5', NaN, false],
    ['5', Infinity, false],
  ])('of %s with %d is %s', (text, value, agrees) => {
    expect(agreesWith(written(text), value)).toBe(agrees);
  });

  it('holds for any value rounded by JavaScript to any number of places', () => {
    const values = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 12 }), (value, places) =>
        agreesWith(written(value.toFixed(places)), value),
      ),
    );
  });
});

it('has no distance where a number is not finite', () => {
  expect(distanceOf(written('inf'), 1)).toBeNull();
  expect(distanceOf(written('1e400'), 1)).toBeNull();
  expect(distanceOf(written('2.5'), 1)).toBe(1.5);
});
