import type { Convention, ThresholdNetwork } from '../../engine/threshold-network.js';
import type { Example } from '../answer-type.js';

const usual: Convention = { threshold: '>', inputs: '0/1', units: '0/1', biasPlace: 'first', bias: 'added' };

/** A xor B as (A ∧ ¬B) ∨ (¬A ∧ B). */
const exclusive: ThresholdNetwork = {
  layers: [
    [
      [-0.5, 1, -1],
      [-0.5, -1, 1],
    ],
    [[-0.5, 1, 1]],
  ],
  names: [['h1', 'h2'], ['y']],
  variables: ['A', 'B'],
  convention: usual,
  wanted: [Uint8Array.of(0, 1, 1, 0)],
};

export const networkExamples: readonly Example<ThresholdNetwork>[] = [
  {
    key: exclusive,
    accepts: [
      'h1: -0.5 1 -1\nh2: -0.5 -1 1\ny: -0.5 1 1',
      'h_1 = [-0.5 1 -1]\nh_2 = [-0.5 -1 1]\ny = [-0.5 1 1]',
      '-0.5 1 -1\n-0.5 -1 1\n-0.5 1 1',
      '−1/2, 1, −1; −1/2, −1, 1; −1/2, 1, 1',
      '[[-0.5, 1, -1], [-0.5, -1, 1]] ; [-0.5, 1, 1]',
      '[[[-0.5, 1, -1], [-0.5, -1, 1]], [[-0.5, 1, 1]]]',
      'W1 = [-0.5 1 -1; -0.5 -1 1]\nW2 = [-0.5 1 1]',
      '$\\begin{bmatrix} -0.5 & 1 & -1 \\\\ -0.5 & -1 & 1 \\end{bmatrix}, \\begin{bmatrix} -0.5 & 1 & 1 \\end{bmatrix}$',
      // or and nand, then and
      'h1: -1 2 2\nh2: 3 -2 -2\ny: -3 2 2',
      // three hidden units in two layers
      'a1: -0.5 1 1\na2: -1.5 1 1\n\nb1: -0.5 1 -1\n\ny: -0.5 1',
    ],
    rejects: [
      'h1: -0.5 1 -1\nh2: -0.5 -1 1\ny: -1.5 1 1',
      'h1: -0.5 1 1\ny: -0.5 1',
      'y: -0.5 1 1',
      'h1: -0.5 1 -1\nh2: -0.5 -1\ny: -0.5 1 1',
      'h1: 0 1 -1\nh2: 0 -1 1\ny: 1 1 1',
    ],
    unreadable: [
      'h1: -0.5 one -1\ny: 1 1',
      '[[-0.5, 1, -1], [-0.5, -1, 1]',
      'h1: -0.5 1 ∞\ny: 0 1',
      'see attached',
      '[[1, , 2], [1, 1, 1]]; [1, 2, 3]',
    ],
  },
  {
    key: { ...exclusive, convention: { ...usual, threshold: '>=', biasPlace: 'last' } },
    accepts: ['1 -1 -1\n-1 1 -1\n1 1 -1'],
    rejects: ['-1 1 -1\n-1 -1 1\n-1 1 1'],
  },
  {
    key: {
      layers: [
        [
          [-1, 1, 1],
          [-1, -1, 1],
        ],
      ],
      names: [['h1', 'h2']],
      variables: ['A', 'B'],
      convention: { ...usual, inputs: '±1', units: '±1' },
      wanted: [Uint8Array.of(0, 0, 0, 1), Uint8Array.of(0, 1, 0, 0)],
    },
    accepts: ['h1: -1 1 1\nh2: -1 -1 1', '-1 -1 1; -1 1 1', '[[-3, 2, 2], [-1, -1, 1]]'],
    rejects: ['-1 1 1', '1 1 1; -1 -1 1', '0.5 1 1; -0.5 -1 1'],
  },
];
