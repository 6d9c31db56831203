import { describe, expect, it } from 'vitest';
import { readDimensions } from './dimensions.js';
import { Unreadable } from './unreadable.js';

const sizes = (text: string, rank?: number): readonly number[] | string => {
  const read = readDimensions(text, rank);
  return read instanceof Unreadable ? read.why : read.sizes;
};

describe('sizes of axes', () => {
  it.each([
    '16x28x28',
    '16 X 28 X 28',
    '16 × 28 × 28',
    '16*28*28',
    '(16, 28, 28)',
    '[16,28,28]',
    '{16, 28, 28}',
    '16, 28, 28',
    '16 by 28 by 28',
    '16 28 28',
    '16\u00a0×\u00a028\u00a0×\u00a028',
    '$16 \\times 28 \\times 28$',
    'torch.Size([16, 28, 28])',
    'output = 16x28x28',
    '16x28x28 # channels first',
  ])('%s are 16, 28 and 28', (text) => {
    expect(sizes(text)).toEqual([16, 28, 28]);
  });

  it.each([
    ['3,136 × 1', undefined, [3136, 1]],
    ['3, 136 × 1', 2, [3136, 1]],
    ['3, 136 × 1', 3, [3, 136, 1]],
    ['[3,136, 1]', 2, [3136, 1]],
    ['[3,136, 1]', 3, [3, 136, 1]],
    ['[3,136, 1]', undefined, [3, 136, 1]],
    ['3 136 1', 2, [3136, 1]],
    ['1,000,000', 1, [1000000]],
    ['16,128', 2, [16, 128]],
    ['(32,)', 1, [32]],
    ['16', 1, [16]],
    ['()', 0, []],
    ['3_136x1', 2, [3136, 1]],
    ['-1x28', 2, [-1, 28]],
    ['16.5x28', 2, [16.5, 28]],
  ])('%s, where %s are asked for, are %o', (text, rank, expected) => {
    expect(sizes(text, rank)).toEqual(expected);
  });

  it('leave thousands alone where they could be joined in two ways', () => {
    expect(sizes('[3,136,128]', 2)).toEqual([3, 136, 128]);
  });

  it('say how thousands were joined', () => {
    expect(readDimensions('3, 136 × 1', 2)).toMatchObject({ notes: ['“3, 136 × 1” was read as 3136×1'] });
  });

  it.each([
    '16x',
    'x16',
    '16xx28',
    '16x?',
    'sixteen',
    '16x28 or 28x16',
    '[16, 28',
    '16/2x3',
    '1x2x3x4x5x6x7x8x9',
    '１6',
    '# 16',
    '',
  ])('%s are not read', (text) => {
    expect(readDimensions(text)).toBeInstanceOf(Unreadable);
  });
});
