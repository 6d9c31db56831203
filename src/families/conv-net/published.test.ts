import { describe, expect, it } from 'vitest';
import { evaluate } from '../../engine/evaluate.js';
import { convNet } from './index.js';
import { samples } from './samples.js';

const solve = (given: unknown) => evaluate(convNet.worksheet(convNet.given.parse(given)));
const none = 'none';

describe('an encoder, a decoder and a classifier, as their published tables have them', () => {
  const key = solve({ ...(samples['encoder, decoder and classifier'] as object), vectors: 'column' });

  it.each<[string, unknown[]]>([
    [
      'net_E.1',
      [
        [3, 32, 32],
        [16, 28, 28],
        [16, 3, 5, 5],
        [16, 1],
      ],
    ],
    ['net_E.2', [[16, 28, 28], [16, 14, 14], none, none]],
    [
      'net_E.3',
      [
        [16, 14, 14],
        [64, 14, 14],
        [64, 16, 3, 3],
        [64, 1],
      ],
    ],
    ['net_E.4', [[64, 14, 14], [64, 7, 7], none, none]],
    [
      'net_D.1',
      [
        [64, 7, 7],
        [16, 7, 7],
        [16, 64, 3, 3],
        [16, 1],
      ],
    ],
    ['net_D.2', [[16, 7, 7], [16, 14, 14], none, none]],
    [
      'net_D.3',
      [
        [16, 14, 14],
        [3, 14, 14],
        [3, 16, 5, 5],
        [3, 1],
      ],
    ],
    ['net_D.4', [[3, 14, 14], [3, 28, 28], none, none]],
    [
      'net_C.1',
      [
        [3136, 1],
        [160, 1],
        [160, 3136],
        [160, 1],
      ],
    ],
    [
      'net_C.2',
      [
        [160, 1],
        [84, 1],
        [84, 160],
        [84, 1],
      ],
    ],
    [
      'net_C.3',
      [
        [84, 1],
        [10, 1],
        [10, 84],
        [10, 1],
      ],
    ],
  ])('%s has its input, output, weight and bias', (layer, expected) => {
    expect(['input', 'output', 'weight', 'bias'].map((what) => key.value(`${layer}.${what}`))).toEqual(
      expected,
    );
  });

  it.each<[string, number[]]>([
    ['net_E.1', [940_800, 940_800, 0, 1_881_600]],
    ['net_E.2', [0, 0, 9_408, 9_408]],
    ['net_E.3', [1_806_336, 1_806_336, 0, 3_612_672]],
    ['net_E.4', [0, 0, 9_408, 9_408]],
    ['net_D.1', [451_584, 451_584, 0, 903_168]],
    ['net_D.2', [0, 0, 0, 0]],
    ['net_D.3', [235_200, 235_200, 0, 470_400]],
    ['net_D.4', [0, 0, 0, 0]],
    ['net_C.1', [501_760, 501_760, 0, 1_003_520]],
    ['net_C.2', [13_440, 13_440, 0, 26_880]],
    ['net_C.3', [840, 840, 0, 1_680]],
  ])('%s has its additions, multiplications, comparisons and their total', (layer, expected) => {
    const counts = ['additions', 'multiplications', 'comparisons', 'operations'];
    expect(counts.map((what) => key.value(`${layer}.${what}`))).toEqual(expected);
  });

  it('sums each column over a network', () => {
    expect(key.value('net_E.additions')).toBe(940_800 + 1_806_336);
    expect(key.value('net_E.comparisons')).toBe(18_816);
    expect(key.value('net_C.operations')).toBe(1_003_520 + 26_880 + 1_680);
  });
});

describe('two stages of 3×3 convolutions, channels last, without bias', () => {
  const key = solve(samples['two stages, channels last']);
  it.each([
    ['block.1.output', [32, 32, 256]],
    ['block.2.output', [32, 32, 512]],
    ['block.parameters', 9 * 128 * 256 + 9 * 256 * 512],
    ['block.multiply-adds', 9 * 128 * 256 * 1024 + 9 * 256 * 512 * 1024],
    ['block.1.memory-change', -50],
    ['block.2.memory-change', 100],
    ['block.memory-change', 0],
    ['block.memory', 64 * 64 * 128 + 32 * 32 * 256 + 32 * 32 * 512],
  ])('%s is %j', (step, expected) => {
    expect(key.value(step)).toEqual(expected);
  });
});

describe('one 3×3 layer of 20 filters on 48×64×10', () => {
  const key = solve(samples['one layer on a wide image']);
  it.each([
    ['net.1.output', [46, 62, 20]],
    ['net.1.weight', [3, 3, 10, 20]],
    ['net.1.multiplications', 5_133_600],
    ['net.1.parameters', 1_820],
  ])('%s is %j', (step, expected) => {
    expect(key.value(step)).toEqual(expected);
  });
});

describe('a network of every common layer counts as the tools count it', () => {
  const layers = [
    'Conv2D 16c5w1s',
    'BatchNorm2D',
    'ReLU',
    'MaxPool2D 2w2s',
    'Conv2D 64c3w1s1p',
    'MaxPool2D 2w2s',
    'FC 160',
  ];
  const networks = { net: { input: [3, 32, 32], layers } };
  it.each([
    ['fvcore in training', { counting: 'macs', mode: 'training' }, 3_311_616],
    ['fvcore in evaluation', { counting: 'macs' }, 3_273_984],
    [
      'thop, which counts four operations an element of batch norm',
      { counting: { preset: 'macs', bn: { evaluation: 4 } } },
      3_299_072,
    ],
    ['ptflops', { counting: 'macs+bias' }, 3_274_144],
    ["PyTorch's flop counter", { counting: '2mac' }, 6_497_792],
    ['calflops', { counting: '2mac+convbias' }, 6_585_600],
  ])('%s', (_, conventions, expected) => {
    expect(solve({ networks, ...conventions }).value('net.operations')).toBe(expected);
  });

  it('torchinfo, which adds the 32 parameters of batch norm', () => {
    const key = solve({ networks, counting: 'macs+bias' });
    expect((key.value('net.operations') as number) + (key.value('net.2.parameters') as number)).toBe(
      3_274_176,
    );
  });
});
