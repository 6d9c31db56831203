import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histogram } from './histogram.js';

describe('the histogram of scores', () => {
  test('counts a score on a boundary above it, and the highest in the last bin', () => {
    const bars = histogram([0, 1.9, 2, 19.9, 20], 20, 2)!.bars;
    expect(bars).toHaveLength(10);
    expect(bars.map(({ students }) => students)).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 2]);
    expect(bars[0]!.range).toBe('0 to below 2');
    expect(bars[9]!.range).toBe('18 to 20');
  });

  test('is as high as the students are many, within its box', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 37, noNaN: true }), { minLength: 1 }), (scores) => {
        const { bars, top, base, left, right } = { top: 0, ...histogram(scores, 37, 0)! };
        expect(bars.reduce((sum, { students }) => sum + students, 0)).toBe(scores.length);
        const unit =
          Math.max(...bars.map(({ height }) => height)) / Math.max(...bars.map(({ students }) => students));
        for (const { x, y, width, height, students } of bars) {
          expect(height).toBeCloseTo(unit * students, 1);
          expect(y + height).toBeCloseTo(base, 1);
          expect(y).toBeGreaterThanOrEqual(top);
          expect(x).toBeGreaterThanOrEqual(left);
          expect(x + width).toBeLessThanOrEqual(right);
        }
      }),
    );
  });

  test('is not drawn without scores or points', () => {
    expect(histogram([], 20, 0)).toBeNull();
    expect(histogram([0], 0, 0)).toBeNull();
  });
});
