import { describe, expect, it } from 'vitest';
import { countingPresets } from './counting.js';
import type { CountingPreset } from './counting.js';
import { biasGradientOf, inputGradientOf, weightGradientOf } from './gradient-counts.js';

// 1,200 weights used at 784 positions; 16 biases added at each of them.
const weights = { of: 'conv', products: 940_800, entries: 1_200 } as const;
const biases = { of: 'conv', products: 12_544, entries: 16 } as const;

describe('gradients of a convolution', () => {
  it.each<[CountingPreset, number, number, number]>([
    ['macs', 940_800, 0, 0],
    ['macs+bias', 940_800, 12_544, 0],
    ['2mac', 940_800, 0, 0],
    ['2mac+convbias', 940_800, 12_544, 0],
    ['exact', 939_600, 12_528, 0],
    ['iitkgp', 939_600, 12_528, 16],
  ])(
    'under %s take %i additions for the weights; %i and %i multiplications for the biases',
    (preset, ...expected) => {
      const counting = countingPresets[preset];
      const weight = weightGradientOf(weights, counting);
      const bias = biasGradientOf(biases, counting);
      expect([weight.additions, bias.additions, bias.multiplications]).toEqual(expected);
      expect(weight.multiplications).toBe(940_800);
    },
  );
});

describe('gradients of a fully connected layer of 84 units on 160', () => {
  it.each<[CountingPreset, number, number]>([
    ['macs', 13_440, 0],
    ['2mac+convbias', 13_440, 0],
    ['exact', 0, 0],
    ['iitkgp', 13_440, 84],
  ])(
    'under %s take %i additions for the weights and %i for the biases',
    (preset, additions, biasAdditions) => {
      const counting = countingPresets[preset];
      const load = { of: 'fc', products: 13_440, entries: 13_440 } as const;
      expect(weightGradientOf(load, counting)).toEqual({ additions, multiplications: 13_440 });
      expect(biasGradientOf({ of: 'fc', products: 84, entries: 84 }, counting)).toEqual({
        additions: biasAdditions,
        multiplications: biasAdditions,
      });
    },
  );

  it('hand 160 sums of 84 products back', () => {
    const load = { of: 'fc', products: 13_440, entries: 160 } as const;
    expect(inputGradientOf(load, countingPresets.exact)).toEqual({
      additions: 13_280,
      multiplications: 13_440,
    });
    expect(inputGradientOf(load, countingPresets.macs).additions).toBe(13_440);
  });
});

describe('gradients of batch normalisation', () => {
  const load = { of: 'norm', products: 72, entries: 2 } as const;
  it.each<[CountingPreset, number, number, number]>([
    ['exact', 70, 72, 70],
    ['macs', 72, 72, 72],
    ['2mac', 0, 0, 0],
  ])('under %s take %i additions and %i multiplications for γ, %i additions for β', (preset, ...expected) => {
    const gamma = weightGradientOf(load, countingPresets[preset]);
    const beta = biasGradientOf(load, countingPresets[preset]);
    expect([gamma.additions, gamma.multiplications, beta.additions]).toEqual(expected);
    expect(beta.multiplications).toBe(0);
  });
});

it('counts too large to be exact are refused', () => {
  const load = { of: 'conv', products: 2 ** 54, entries: 1 } as const;
  for (const count of [weightGradientOf, biasGradientOf, inputGradientOf])
    expect(() => count(load, countingPresets.exact)).toThrow('too large');
});
