import { describe, expect, test } from 'vitest';
import { conv1d } from './index.js';
import { readLayer } from './layer.js';
import { samples } from './samples.js';
import { symbolicGradientKernels, symbolicMatrix, symbolicTranspose, symbolicVector } from './symbolic.js';

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
    expect(symbolicTranspose(layer)).toEqual(rows[0]!.map((_, column) => rows.map((row) => row[column])));
    expect(symbolicVector(layer, 'x')).toEqual(
      'x_{11} x_{12} x_{13} x_{14} x_{21} x_{22} x_{23} x_{24}'.split(' '),
    );
    expect(symbolicVector(layer, 'y')).toEqual('y_{11} y_{12} y_{21} y_{22}'.split(' '));
  });

  test('in names of weights goes back by the reversed kernels', () => {
    expect(symbolicGradientKernels(readLayer(conv1d.given.parse(given)))).toEqual([
      [
        ['w_3^{11}', 'w_2^{11}', 'w_1^{11}'],
        ['w_3^{21}', 'w_2^{21}', 'w_1^{21}'],
      ],
      [
        ['w_3^{12}', 'w_2^{12}', 'w_1^{12}'],
        ['w_3^{22}', 'w_2^{22}', 'w_1^{22}'],
      ],
    ]);
  });
  test('in names of weights has no channel indices', () => {
    const layer = readLayer(conv1d.given.parse({ x: [1, 2, 3], w: [1, 1] }));
    expect(symbolicMatrix(layer)).toEqual([
      ['w_1', 'w_2', '0'],
      ['0', 'w_1', 'w_2'],
    ]);
  });

  test('the vectors of a position-major layer name their entries position by position', () => {
    const layer = readLayer(conv1d.given.parse({ ...samples['two-channels'], flattening: 'position-major' }));
    expect(symbolicVector(layer, 'y')).toEqual(['y_{11}', 'y_{21}', 'y_{12}', 'y_{22}']);
    expect(symbolicMatrix(layer)[1]!.slice(0, 4)).toEqual(['w_1^{12}', 'w_1^{22}', 'w_2^{12}', 'w_2^{22}']);
  });
});
