import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawFrom, gridOf, type Grid } from './grid.js';
import { randomFrom } from './random.js';

describe('a grid', () => {
  it('gives every value that is left with the same chance, and no other', () => {
    const grid = gridOf({ from: -2, to: 2, except: [0, 9] }) as Grid;
    const random = randomFrom([1, 2, 3, 4]);
    const seen = new Map<number, number>();
    for (let draw = 0; draw < 4_000; draw++) {
      const value = drawFrom(grid, random);
      seen.set(value, (seen.get(value) ?? 0) + 1);
    }
    expect([...seen.keys()].sort((a, b) => a - b)).toEqual([-2, -1, 1, 2]);
    // Five standard deviations of a count of 1,000.
    for (const count of seen.values()) expect(Math.abs(count - 1_000)).toBeLessThan(5 * 28);
  });

  it('writes decimals without the dust of binary fractions', () => {
    const { count, at } = gridOf({ from: 0.1, to: 0.7, step: 0.1 }) as Grid;
    expect(Array.from({ length: count }, (_, place) => at(place))).toEqual([
      0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7,
    ]);
  });

  it('never leaves its range nor draws what is excepted', () => {
    const steps = fc.constantFrom(1, 0.5, 0.25, 0.1, 0.01);
    fc.assert(
      fc.property(
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: 1, max: 50 }),
        steps,
        fc.nat(),
        (from, width, step, seed) => {
          const to = from + width;
          const grid = gridOf({ from, to, step, except: [from, 0] }) as Grid;
          const value = drawFrom(grid, randomFrom([seed, 1, 2, 3]));
          expect(value).toBeGreaterThan(from);
          expect(value).toBeLessThanOrEqual(to);
          expect(value).not.toBe(0);
          expect(Math.abs(value / step - Math.round(value / step))).toBeLessThan(1e-6);
        },
      ),
    );
  });

  it.each([
    [{ from: 3, to: 2 }, /nothing lies between 3 and 2/],
    [{ from: 0, to: 1e9, step: 1e-9 }, /more than 2147483648 values/],
    [{ from: 1, to: 2, except: [1, 2] }, /every value is excepted/],
  ])('refuses %j', (spec, message) => {
    expect((gridOf(spec) as { error: string }).error).toMatch(message);
  });
});
