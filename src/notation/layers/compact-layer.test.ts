import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Unreadable } from '../unreadable.js';
import { readCompactLayer } from './compact-layer.js';

describe('compact notation', () => {
  it.each([
    ['Conv2D 16c5w1s0p', { conv: { filters: 16, kernel: 5, stride: 1, padding: 0 } }, 2],
    ['(1 : Conv2D)16c5w1s0p', { conv: { filters: 16, kernel: 5, stride: 1, padding: 0 } }, 2],
    ['16c5w1s0p', { conv: { filters: 16, kernel: 5, stride: 1, padding: 0 } }, undefined],
    ['conv 2D 16c 5w', { conv: { filters: 16, kernel: 5 } }, 2],
    ['Conv2D 8c5x3w2s same', { conv: { filters: 8, kernel: [5, 3], stride: 2, padding: 'same' } }, 2],
    ['Conv2D 8c3w2d4g', { conv: { filters: 8, kernel: 3, dilation: 2, groups: 4 } }, 2],
    ['MaxPool2D 2w2s', { 'max-pool': { kernel: 2, stride: 2 } }, 2],
    ['Max-Pool 3w2s1p', { 'max-pool': { kernel: 3, stride: 2, padding: 1 } }, undefined],
    ['AvgPool2D 2w', { 'avg-pool': { kernel: 2 } }, 2],
    ['MaxUnPool2D 2w2s', { 'max-unpool': { kernel: 2, stride: 2 } }, 2],
    [
      'ConvTranspose2D 4c4w2s1p1o',
      { 'transposed-conv': { filters: 4, kernel: 4, stride: 2, padding: 1, outputPadding: 1 } },
      2,
    ],
    ['DepthwiseConv2D 3w1s1p', { depthwise: { kernel: 3, stride: 1, padding: 1 } }, 2],
    ['AdaptiveAvgPool2D 7x5', { 'adaptive-pool': { of: 'average', output: [7, 5] } }, 2],
    ['GlobalMaxPool2D', { 'global-pool': { of: 'max', keep: true } }, 2],
    ['FC 160', { fc: { units: 160 } }, undefined],
    ['Linear 10', { fc: { units: 10 } }, undefined],
    ['ReLU', { activation: 'relu' }, undefined],
    ['leaky-relu', { activation: 'leaky-relu' }, undefined],
    ['BatchNorm2D', { 'batch-norm': { affine: true } }, 2],
    ['Dropout 0.5', { dropout: {} }, undefined],
    ['flatten', { flatten: {} }, undefined],
  ])('reads %j', (text, layer, rank) => {
    expect(readCompactLayer(text)).toEqual(rank === undefined ? { layer } : { layer, rank });
  });

  it.each([
    ['2w2s', /MaxPool2D 2w2s/],
    ['Conv2D 5w1s', /number before c/],
    ['Conv2D 16c5k', /before the letters/],
    ['Conv2D 16c5w5w', /stands twice/],
    ['Conv2D 0c5w', /at least 1/],
    ['FC', /FC 160/],
    ['FC 0', /FC 160/],
    ['FC 400x120', /FC 160/],
    ['Pool 2w2s', /Known kinds/],
    ['Flatten 3', /takes no numbers/],
    ['MaxUnPool2D 2w2s same', /before the letters w, s, p/],
    ['??', /kind and its numbers/],
  ])('refuses %j and says what to write', (text, hint) => {
    const refused = readCompactLayer(text);
    expect(refused).toBeInstanceOf(Unreadable);
    expect((refused as Unreadable).why).toMatch(hint);
  });

  it('reads or refuses any text, and never fails otherwise', () => {
    const piece = fc.constantFrom(
      'Conv',
      '2D',
      '16c',
      '5w',
      'x',
      '0',
      ' ',
      '(',
      ')',
      ':',
      'same',
      'FC',
      '9',
      '-',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const read = readCompactLayer(pieces.join(''));
        if (!(read instanceof Unreadable)) expect(Object.keys(read.layer)).toHaveLength(1);
      }),
    );
  });
});
