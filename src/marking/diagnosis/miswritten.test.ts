import { describe, expect, it } from 'vitest';
import { miswritten } from './miswritten.js';

describe('a number that was miswritten', () => {
  it.each([
    ['23400', 234000, 'dropped-a-digit'],
    ['1880400', 188040, 'doubled-a-digit'],
    ['940080', 940800, 'swapped-digits'],
    ['0.4845', 0.485351, 'swapped-digits'],
    ['0.0447', 0.0477129, 'changed-a-digit'],
    ['0.7047', 0.7407, 'swapped-digits'],
    ['-0.034', 0.034025, 'flipped-sign'],
    ['2', 1, 'doubled'],
    ['50', 100, 'halved'],
    ['5133', 5133600, null],
    ['5133.6', 5133600, null],
    ['12000', 12000000, 'dropped-a-thousand'],
    ['13', 31, null],
    ['448', 448, null],
  ])('%s for %s is %s', (written, value, slip) => {
    expect(miswritten(written, value)?.slip ?? null).toBe(slip);
  });
});
