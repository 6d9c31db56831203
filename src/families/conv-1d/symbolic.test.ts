import { describe, expect, test } from 'vitest';
import { conv1d } from './index.js';
import { readLayer } from './layer.js';
import { samples } from './samples.js';
import { symbolicMatrix } from './symbolic.js';

describe('a layer in names of its weights', () => {
  const given = samples['two-channels'];

  test('in names of weights is the published matrix', () => {
    const rows = [
      'w_1^{11} w_2^{11} w_3^{11} 0 w_1^{21} w_2^{21} w_3^{21} 0',
      '0 w_1^{11} w_2^{11} w_3^{11} 0 w_1^{21} w_2^{21} w_3^{21}',
      'w_1^{12} w_2^{12} w_3^{12} 0 w_1^{22} w_2^{22} w_3^{22} 0',
      '0 w_1^{12} w_2^{12} w_3^{12} 0 w_1^{22} w_2^{22} w_3^{22}',
    ].map((row) => row.split(' '));
    const layer = readLayer(conv1d.given.parse(given));
    expect(symbolicMatrix(layer)).toEqual(rows);
  });

  test('in names of weights has no channel indices', () => {
    const layer = readLayer(conv1d.given.parse({ x: [1, 2, 3], w: [1, 1] }));
    expect(symbolicMatrix(layer)).toEqual([
      ['w_1', 'w_2', '0'],
      ['0', 'w_1', 'w_2'],
    ]);
  });

  test('of a position-major layer goes position by position', () => {
    const layer = readLayer(conv1d.given.parse({ ...samples['two-channels'], flattening: 'position-major' }));
    expect(symbolicMatrix(layer)[1]!.slice(0, 4)).toEqual(['w_1^{12}', 'w_1^{22}', 'w_2^{12}', 'w_2^{22}']);
  });
});
