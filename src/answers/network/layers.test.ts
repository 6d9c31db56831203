import { describe, expect, test } from 'vitest';
import type { Architecture, Constraint } from '../../engine/layers/architecture.js';
import { layers } from './layers.js';

const exact = { relative: 0, absolute: 0 };

function marked(text: string, constraints: readonly Constraint[], input: readonly number[] = [3, 32, 32]) {
  const key: Architecture = { layers: [], input, classes: 10, constraints };
  const reading = layers.read(text, { decimal: 'point', like: key });
  if (reading.state !== 'read') throw new Error(`${text} is ${reading.state}`);
  return layers.compare(reading.answer, key, exact);
}

const keepSize: Constraint = { asks: 'keep-size', points: 1 };
const halves: Constraint = { asks: 'max-pool-halves', points: 1 };
const fit: Constraint = { asks: 'fit', points: 1 };
const blocks = (of: 'conv' | 'dense', from: number, to = from): Constraint => ({
  asks: 'blocks',
  of,
  from,
  to,
  points: 1,
});
const outputs: Constraint = { asks: 'outputs', count: 10, points: 1 };
const reluAfter = (after: 'conv' | 'dense'): Constraint => ({
  asks: 'activation',
  activation: 'relu',
  after,
  points: 1,
});

describe('a broken constraint is named with its layer and numbers', () => {
  test.each<[Constraint, string, string]>([
    [
      keepSize,
      'Conv2D 16c3w1s1p\nReLU\nConv2D 32c3w1s0p',
      'Layer 3, `Conv2D 32c3w1s0p`, shrinks 32×32 to 30×30; padding 1 would keep it.',
    ],
    [
      keepSize,
      'Conv2D 16c5w2s2p',
      'Layer 1, `Conv2D 16c5w2s2p`, shrinks 32×32 to 16×16; stride 1 and padding 2 would keep it.',
    ],
    [
      keepSize,
      'Conv2D 16c3w1s2p',
      'Layer 1, `Conv2D 16c3w1s2p`, changes 32×32 to 34×34; padding 1 would keep it.',
    ],
    [
      keepSize,
      'Conv2D 16c4w',
      'Layer 1, `Conv2D 16c4w1s0p`, shrinks 32×32 to 29×29; an odd kernel with padding would keep it.',
    ],
    [
      keepSize,
      'Conv2D 4c3w\nConv2D 4c3w\nConv2D 4c3w\nConv2D 4c3w',
      'Layer 1, `Conv2D 4c3w1s0p`, shrinks 32×32 to 30×30; padding 1 would keep it. ' +
        'Layer 2, `Conv2D 4c3w1s0p`, shrinks 30×30 to 28×28; padding 1 would keep it. 2 more layers do likewise.',
    ],
    [keepSize, 'FC 10', 'There is no convolution.'],
    [halves, 'MaxPool2D 3w3s', 'Layer 1, `MaxPool2D 3w3s`, takes 32×32 to 10×10; half of it is 16×16.'],
    [
      halves,
      'MaxPool2D 2w\nAvgPool2D 2w',
      'Layer 2, `AvgPool2D 2w2s`, takes 16×16 to 8×8; only max pooling may change the size.',
    ],
    [halves, 'Conv2D 8c3w2s1p', 'There is no max pooling.'],
    [blocks('conv', 2), 'Conv2D 8c3w\nMaxPool2D 2w\nFC 10', 'There is 1 convolutional block; asked are 2.'],
    [blocks('dense', 2, 3), 'FC 9\nFC 9\nFC 9\nFC 9', 'There are 4 dense blocks; asked are 2 to 3.'],
    [outputs, 'FC 120\nFC 84', 'Layer 2, `FC 84`, is the last layer and gives 84 values; 10 are asked.'],
    [
      { asks: 'kernel', size: 5, points: 1 },
      'Conv2D 6c5w\nConv2D 6c3x5w',
      'Layer 2, `Conv2D 6c3x5w1s0p`, has a kernel of 3×5; 5×5 is asked.',
    ],
    [
      reluAfter('conv'),
      'Conv2D 6c5w\nMaxPool2D 2w\nFC 10\nReLU',
      'Layer 1, `Conv2D 6c5w1s0p`, is not followed by ReLU.',
    ],
    [reluAfter('dense'), 'FC 10\nReLU', 'Layer 1, `FC 10`, gives the outputs, which stay as they are.'],
    [
      { asks: 'same', trait: 'channels', list: ['6', '16'], points: 1 },
      'Conv2D 6c5w\nConv2D 12c5w',
      'The output channels of the convolutions: you have 6, 12; asked are 6, 16.',
    ],
    [
      fit,
      'nn.Conv2d(3, 64, 3, padding=1)\nnn.MaxPool2d(4)\nnn.Linear(2048, 10)',
      'Layer 3, `FC 10`, is declared for 2,048 values; 64×8×8 = 4,096 come in.',
    ],
    [
      fit,
      'nn.Conv2d(3, 6, 5)\nnn.Conv2d(3, 16, 5)',
      'Layer 2, `Conv2D 16c5w1s0p`, is declared for 3 channels; 6 come in.',
    ],
    [
      fit,
      'FC 64\nConv2D 16c5w',
      'Layer 2, `Conv2D 16c5w1s0p`, does not fit: the layer needs a feature map, its input is a vector of 64.',
    ],
    [fit, 'FC 10', 'There are no two layers that have to fit.'],
    [
      fit,
      'Conv1D 4c3w',
      'Layer 1, `Conv2D 4c3w1s0p`, does not fit: a 1-D layer meets an input of 2 spatial axes.',
    ],
  ])('%j in %j', (constraint, text, remark) => {
    expect(marked(text, [constraint])).toMatchObject({ entries: ['wrong'], remark });
  });
});

describe('what may be understood in two ways counts in both', () => {
  const pair = 'Conv2D 8c3w1s1p\nReLU\nConv2D 8c3w1s1p\nReLU\nMaxPool2D 2w\n';
  test.each<[string, string, number]>([
    ['two single convolutions', pair, 2],
    ['one run that a pool ends', pair, 1],
    ['two runs of two', pair + pair, 2],
    ['four convolutions', pair + pair, 4],
  ])('%s', (_, text, count) => {
    expect(marked(text, [blocks('conv', count)]).entries).toEqual(['correct']);
  });

  test('but not in any', () => {
    expect(marked(pair + pair, [blocks('conv', 3)]).entries).toEqual(['wrong']);
  });
});

describe('each constraint is an entry of its own', () => {
  const all = [
    fit,
    { ...keepSize, points: 3 },
    { ...halves, points: 2 },
    blocks('conv', 2),
    blocks('dense', 2),
    outputs,
  ];
  test('with its points as weight, its words as name', () => {
    expect(
      marked('Conv2D 8c3w\nMaxPool2D 2w\nConv2D 8c3w1s1p\nMaxPool2D 2w\nFC 40\nFC 10', all),
    ).toMatchObject({
      entries: ['correct', 'wrong', 'correct', 'correct', 'correct', 'correct'],
      weights: [1, 3, 2, 1, 1, 1],
      names: [
        'each layer fits what comes in',
        'convolutions keep height and width',
        'only max pooling changes the size, and halves it',
        'the number of convolutional blocks',
        'the number of dense blocks',
        'the number of outputs',
      ],
    });
  });

  test('and a network that cannot be built has no sizes to judge', () => {
    const { entries } = marked(
      'Conv2D 8c3w1s1p\nMaxPool2D 2w\nFC 40\nConv2D 8c3w1s1p\nMaxPool2D 2w\nFC 10',
      all,
    );
    expect(entries).toEqual(['wrong', 'wrong', 'wrong', 'correct', 'correct', 'correct']);
  });
});

test('a network whose layers do not fit is not carried, one that breaks other constraints is', () => {
  const key: Architecture = { layers: [], input: [3, 32, 32], classes: undefined, constraints: [keepSize] };
  const plausible = (text: string) => {
    const reading = layers.read(text, { decimal: 'point', like: key });
    if (reading.state !== 'read') throw new Error(reading.state);
    return layers.plausible(reading.answer, key);
  };
  expect(plausible('Conv2D 8c40w\nFC 10')).toMatch(/layer 1 does not fit: .* 40 .* 32/);
  expect(plausible('Conv2D 8c3w\nLinear(99, 10)')).toBe(true);
});
