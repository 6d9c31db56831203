import { describe, expect, it } from 'vitest';
import { countingPresets } from './counting.js';
import type { CountingPreset } from './counting.js';
import {
  additionsOf,
  count,
  multiplyAddsOf,
  normOperationsOf,
  poolDivisionsOf,
  poolOperationsOf,
} from './layer-counts.js';

const load = { of: 'conv', products: 75 * 12544, outputs: 12544, bias: true } as const;

describe('a convolution of 75 taps on 12,544 outputs', () => {
  it.each<[CountingPreset, number, number]>([
    ['macs', 940_800, 940_800],
    ['macs+bias', 953_344, 953_344],
    ['2mac', 940_800, 940_800],
    ['2mac+convbias', 940_800, 953_344],
    ['exact', 940_800, 940_800],
    ['iitkgp', 940_800, 940_800],
  ])('under %s has %i multiply-adds and %i additions', (preset, multiplyAdds, additions) => {
    const counting = countingPresets[preset];
    expect(multiplyAddsOf(load, counting)).toBe(multiplyAdds);
    expect(additionsOf(load, counting)).toBe(additions);
  });

  it('needs an addition less for each output without a bias', () => {
    expect(additionsOf({ ...load, bias: false }, countingPresets.exact)).toBe(928_256);
  });
});

describe('pools of 4 values on 3,136 outputs', () => {
  const pool = { of: 'max', taps: 12_544, outputs: 3_136, inputs: 12_545 } as const;
  it.each([
    ['k2-1', 9_408, 3_136],
    ['k2', 12_544, 0],
    ['input', 12_545, 0],
    ['none', 0, 0],
  ] as const)('counted by %s take %i operations, and a mean %i divisions', (rule, operations, divisions) => {
    const counting = { ...countingPresets.exact, pool: rule };
    expect(poolOperationsOf(pool, counting)).toBe(operations);
    expect(poolDivisionsOf({ ...pool, of: 'average' }, counting)).toBe(divisions);
    expect(poolDivisionsOf(pool, counting)).toBe(0);
  });
});

describe('batch normalisation', () => {
  it.each([
    ['macs', 'training', 5],
    ['macs', 'evaluation', 2],
    ['2mac', 'training', 0],
    ['exact', 'training', 7],
    ['exact', 'evaluation', 4],
  ] as const)('under %s in %s takes %i operations an element', (preset, mode, each) => {
    const { additions, multiplications } = normOperationsOf(10, countingPresets[preset], mode);
    expect(additions + multiplications).toBe(10 * each);
    expect(additions - multiplications).toBe(each % 2 === 0 ? 0 : 10);
  });
});

describe('counts', () => {
  it('are refused beyond what a double holds exactly', () => {
    expect(count(Number.MAX_SAFE_INTEGER)).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => count(2 ** 53)).toThrow('too large');
    expect(() => count(NaN)).toThrow('too large');
  });
});
