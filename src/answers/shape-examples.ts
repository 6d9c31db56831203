import type { None } from '../engine/none.js';
import type { Shape } from '../engine/tensor.js';
import type { Example } from './answer-type.js';

/** Shapes as people write them, and what only looks like one. */
export const shapeExamples: readonly Example<Shape | None>[] = [
  {
    key: [16, 28, 28],
    accepts: [
      '16x28x28',
      '16 × 28 × 28',
      '16*28*28',
      '(16, 28, 28)',
      '[16,28,28]',
      '16, 28, 28',
      '16 by 28 by 28',
      '16 28 28',
      '$16 \\times 28 \\times 28$',
      'torch.Size([16, 28, 28])',
      '16X28X28',
      'output: 16x28x28',
      '((16, 28, 28))',
    ],
    rejects: [
      '28x28x16',
      '16x28',
      '16x28x29',
      '12544',
      '16x784',
      '16.5x28x28',
      'none',
      '1x16x28x28',
      '-16x28x28',
    ],
    unreadable: [
      '16x28x?',
      '16x28x28 or 28x28x16',
      'sixteen',
      '16xx28',
      '１6x28x28',
      '16x28x28x',
      '[16, 28, 28',
      '16:28:28',
    ],
  },
  {
    key: [3136, 1],
    accepts: ['3136x1', '3,136 × 1', '3, 136 × 1', '[3,136, 1]', '3 136 × 1', '3136, 1'],
    rejects: ['3x136x1', '1x3136', '3136'],
  },
  { key: [3, 136, 1], accepts: ['3, 136 × 1', '[3,136,1]', '3x136x1'], rejects: ['3136x1'] },
  { key: [3136], accepts: ['3136', '3,136', '(3136,)', '[3136]'], rejects: ['3136x1', '3x136'] },
  {
    key: [16],
    options: { trailingOnes: 'ignore' },
    accepts: ['16', '16x1', '(16, 1)', '(16,)'],
    rejects: ['1x16', '17x1'],
  },
  {
    key: [3136, 1],
    options: { trailingOnes: 'ignore' },
    accepts: ['64*7*7 = 3136', '64 × 7 × 7 = 3,136', '(3136, 1)'],
    rejects: ['64*7*7', '64*6*6 = 2304'],
  },
  { key: [64, 7, 7], accepts: ['64*7*7 = 3136'], rejects: ['3136'] },
  { key: [10, 1], options: { trailingOnes: 'ignore' }, accepts: ['10', '10x1'], rejects: ['1x10'] },
  { key: 'none', accepts: ['none', '-', '–', 'N/A'], rejects: ['0', '16x28'], unreadable: ['no'] },
];
