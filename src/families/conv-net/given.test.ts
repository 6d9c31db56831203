import { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { GivenError } from '../../engine/domain-error.js';
import { evaluate } from '../../engine/evaluate.js';
import { convNet } from './index.js';

const open = (given: unknown) => convNet.worksheet(convNet.given.parse(given));
const oneLayer = (layer: unknown, input: unknown = [4, 8, 8], more: object = {}) => ({
  networks: { net: { input, layers: [layer] } },
  ...more,
});

function refusal(given: unknown): GivenError {
  try {
    open(given);
  } catch (error) {
    if (error instanceof GivenError) return error;
    throw error;
  }
  throw new Error('the givens were accepted');
}

const layerPath = ['networks', 'net', 'layers', 0];

describe('givens that make no sense are refused with their place', () => {
  it.each<[string, unknown, (string | number)[], RegExp]>([
    [
      'other channels than stated',
      oneLayer({ conv: { filters: 2, kernel: 3, inputs: 3 } }),
      [...layerPath, 'conv', 'inputs'],
      /expects 3 .* given 4/,
    ],
    [
      'other features than stated',
      oneLayer({ fc: { units: 2, inputs: 64 } }),
      [...layerPath, 'fc', 'inputs'],
      /expects 64 .* given 256/,
    ],
    [
      'groups that do not divide the input',
      oneLayer({ conv: { filters: 6, kernel: 3, groups: 3 } }),
      [...layerPath, 'conv', 'groups'],
      /3 groups .* 4 input channels/,
    ],
    [
      'groups that do not divide the filters',
      oneLayer({ conv: { filters: 6, kernel: 3, groups: 4 } }),
      [...layerPath, 'conv', 'groups'],
      /4 groups .* 6 filters/,
    ],
    ['a kernel larger than the padded input', oneLayer('Conv2D 2c11w1s1p'), layerPath, /spans 11 .* 10/],
    [
      'a fraction where sizes are exact',
      oneLayer('Conv2D 2c3w2s', [4, 8, 8], { rounding: 'exact' }),
      layerPath,
      /stride of 2/,
    ],
    [
      'a pool padded by more than half its window',
      oneLayer({ 'max-pool': { kernel: 2, padding: 2 } }),
      [...layerPath, 'max-pool', 'padding'],
      /more than half/,
    ],
    [
      'an output padding as large as the stride',
      oneLayer({ 'transposed-conv': { filters: 2, kernel: 3, stride: 2, outputPadding: 2 } }),
      [...layerPath, 'transposed-conv', 'outputPadding'],
      /not below the stride 2/,
    ],
    [
      'an unpooled size that no pool makes',
      oneLayer({ 'max-unpool': { kernel: 2, output: 19 } }),
      [...layerPath, 'max-unpool', 'output'],
      /19 is 3 away from 16/,
    ],
    [
      'indices of another shape',
      {
        networks: {
          net: {
            input: [4, 8, 8],
            layers: ['MaxPool2D 2w2s', 'Conv2D 3c1w', { 'max-unpool': { kernel: 2, indicesFrom: 'net.1' } }],
          },
        },
      },
      ['networks', 'net', 'layers', 2, 'max-unpool', 'indicesFrom'],
      /4×4×4.*3×4×4/,
    ],
    [
      'indices of no pool',
      oneLayer({ 'max-unpool': { kernel: 2, indicesFrom: 'net.7' } }),
      [...layerPath, 'max-unpool', 'indicesFrom'],
      /no max-pool/,
    ],
    [
      'three sizes for two axes',
      oneLayer({ conv: { filters: 2, kernel: [3, 3, 3] } }),
      [...layerPath, 'conv', 'kernel'],
      /3 sizes for 2 axes/,
    ],
    ['a 1-D layer on an image', oneLayer('Conv1D 2c3w'), layerPath, /1-D layer .* 2 spatial axes/],
    ['a convolution of a vector', oneLayer('Conv2D 2c3w', [16]), layerPath, /needs a feature map/],
    [
      'two kinds in one layer',
      oneLayer({ fc: { units: 2 }, flatten: {} }),
      layerPath,
      /flatten and fc|fc and flatten/,
    ],
    ['no kind', oneLayer({}), layerPath, /none/],
    ['an unknown network', oneLayer('FC 2', 'nett'), ['networks', 'net', 'input'], /no network "nett"/],
    [
      'an unknown layer',
      { networks: { a: { input: [4], layers: ['FC 3'] }, net: { input: 'a.2', layers: ['FC 2'] } } },
      ['networks', 'net', 'input'],
      /layers 1 to 1/,
    ],
    ['no network', { networks: {} }, ['networks'], /no network/],
    [
      'counts beyond 2^53',
      { networks: { net: { input: [60000, 900, 900], layers: ['Conv2D 60000c9w1s4p'] } } },
      layerPath,
      /2\^53/,
    ],
  ])('%s', (_, given, path, message) => {
    const error = refusal(given);
    expect(error.path).toEqual(path);
    expect(error.message).toMatch(message);
  });

  it('networks that feed each other, named in order', () => {
    const feeding = (input: string) => ({ input, layers: ['FC 2'] });
    const error = refusal({ networks: { a: feeding('b'), b: feeding('c'), c: feeding('a') } });
    expect(error.path).toEqual(['networks', 'a', 'input']);
    expect(error.message).toContain('a → b → c → a');
    expect(error.hint).toBeTruthy();
  });

  it.each([
    ['a size that is not whole', { networks: { net: { input: [3, 8.5, 8], layers: ['FC 2'] } } }],
    ['an unknown key', oneLayer('FC 2', [4], { rouding: 'ceil' })],
    ['a kernel of 0', oneLayer({ conv: { filters: 1, kernel: 0 } })],
    ['a network name with a dot', { networks: { 'a.b': { input: [4], layers: ['FC 2'] } } }],
    ['an unknown counting preset', oneLayer('FC 2', [4], { counting: 'flops' })],
  ])('%s, by the schema', (_, given) => {
    expect(convNet.given.safeParse(given).success).toBe(false);
  });
});

describe('the schema', () => {
  it('becomes a JSON Schema in which every top-level key is described', () => {
    const { properties } = z.toJSONSchema(convNet.given, { io: 'input' });
    for (const [key, property] of Object.entries(properties ?? {}))
      expect(property, key).toHaveProperty('description', expect.stringMatching(/.{20}/));
  });

  it('lets one convention of a preset be changed', () => {
    const given = oneLayer('MaxPool2D 2w2s', [1, 4, 4], { counting: { preset: 'iitkgp', pool: 'k2' } });
    expect(evaluate(open(given)).value('net.1.comparisons')).toBe(16);
  });
});

describe('networks', () => {
  it('may be fed by a layer of another, stated later', () => {
    const key = evaluate(
      open({
        networks: {
          head: { input: 'body.1', layers: ['Flatten', 'FC 3'] },
          body: { input: [1, 6, 6], layers: ['Conv2D 2c3w', 'MaxPool2D 2w2s'] },
        },
      }),
    );
    expect(key.value('head.1.input')).toEqual([2, 4, 4]);
    expect(key.value('head.2.weight')).toEqual([3, 32]);
  });

  it('state their layers to the problem text, in compact notation and number by number', () => {
    const { givens } = open(oneLayer({ conv: { filters: 16, kernel: [5, 3], stride: 2, padding: 'same' } }));
    const stated = (name: string) => givens.get(name)?.given;
    expect(stated('net.input')).toEqual([4, 8, 8]);
    expect(stated('net.1')).toBe('Conv2D 16c5x3w2s same');
    expect([stated('net.1.kernel'), stated('net.1.stride'), stated('net.1.padding')]).toEqual([
      [5, 3],
      2,
      'same',
    ]);
  });

  it("write 'same' transposed convolutions and strided 'same' as Keras sizes them", () => {
    const layers = [
      'Conv2D 2c3w2s same',
      { 'transposed-conv': { filters: 3, kernel: 3, stride: 2, padding: 'same' } },
    ];
    const key = evaluate(open({ layout: 'channels-last', networks: { net: { input: [7, 9, 1], layers } } }));
    expect(key.value('net.1.output')).toEqual([4, 5, 2]);
    expect(key.value('net.2.output')).toEqual([8, 10, 3]);
    expect(key.value('net.2.weight')).toEqual([3, 3, 3, 2]);
  });

  it('list depthwise weights with the multiplier last where channels are last', () => {
    const given = oneLayer('DepthwiseConv2D 2m3w', [8, 8, 5], { layout: 'channels-last' });
    expect(evaluate(open(given)).value('net.1.weight')).toEqual([3, 3, 5, 2]);
  });
});
