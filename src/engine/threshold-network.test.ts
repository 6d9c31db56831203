import { expect, test } from 'vitest';
import { findMisfit, tablesOf, type Convention } from './threshold-network.js';

const usual: Convention = { threshold: '>', inputs: '0/1', units: '0/1', biasPlace: 'first', bias: 'added' };

// Rows 00, 01, 10, 11 of one unit with bias −1 and weights 1, 1 (for ±1 inputs the sums are −3, −1, −1, 1); where the
// bias stands last, of one with weights −1, 1 and bias 0.
test.each<[string, Partial<Convention>, readonly number[]]>([
  ['a sum of 0 does not fire', {}, [0, 0, 0, 1]],
  ['a sum of 0 fires under >=', { threshold: '>=' }, [0, 1, 1, 1]],
  ['false is −1', { inputs: '±1' }, [0, 0, 0, 1]],
  ['the number is subtracted', { bias: 'subtracted' }, [1, 1, 1, 1]],
  ['the bias stands last', { biasPlace: 'last', threshold: '>=' }, [1, 1, 0, 1]],
])('%s', (_, convention, expected) => {
  const row = convention.biasPlace === 'last' ? [-1, 1, 0] : [-1, 1, 1];
  expect([...tablesOf([[row]], 2, { ...usual, ...convention })[0]!]).toEqual(expected);
});

test('a sum that is 0 but for rounding counts as 0', () => {
  // 0.1 + 0.2 − 0.3 is 5.6e-17 in doubles.
  expect(tablesOf([[[-0.3, 0.1, 0.2]]], 2, usual)[0]![3]).toBe(0);
  expect(tablesOf([[[-0.3, 0.1, 0.2]]], 2, { ...usual, threshold: '>=' })[0]![3]).toBe(1);
});

test('units pass on −1 where they rest, if that is the convention', () => {
  // The second unit sees h alone: weight 1 and no bias fires for 1 only, weight −1 for −1 only, never for 0.
  const layers = [[[-0.5, 1]], [[0, -1]]];
  expect([...tablesOf(layers, 1, usual)[0]!]).toEqual([0, 0]);
  expect([...tablesOf(layers, 1, { ...usual, units: '±1' })[0]!]).toEqual([1, 0]);
});

test('the first row of another length is named', () => {
  expect(findMisfit([[[0, 1, 1]], [[0, 1]]], 2)).toBeUndefined();
  expect(
    findMisfit(
      [
        [
          [0, 1, 1],
          [0, 1],
        ],
        [[0, 1]],
      ],
      2,
    ),
  ).toEqual({ layer: 0, unit: 1, found: 2, needed: 3 });
  expect(findMisfit([[[0, 1, 1]], [[0, 1, 1]]], 2)).toEqual({ layer: 1, unit: 0, found: 3, needed: 2 });
});
