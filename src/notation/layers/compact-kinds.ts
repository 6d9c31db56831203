import { activations } from '../../engine/layers/layer-record.js';
import type { ActivationName, LayerRecord, Sizes } from '../../engine/layers/layer-record.js';

type Fields = ReadonlyMap<string, Sizes>;
export interface Notation {
  /** Letters that may follow numbers, the required ones first. */
  readonly letters: string;
  readonly required: string;
  /** Whether `same` or `valid` may follow. */
  readonly padsByWord: boolean;
  readonly example: string;
  readonly layer: (fields: Fields, word: 'same' | 'valid' | undefined) => LayerRecord;
}

const whole = (value: Sizes | undefined): number => (typeof value === 'object' ? value[0]! : value!);
const optional = <K extends string>(key: K, value: Sizes | undefined): Partial<Record<K, Sizes>> =>
  value === undefined ? {} : ({ [key]: value } as Record<K, Sizes>);
const windowOf = (fields: Fields, word?: 'same' | 'valid') => ({
  kernel: fields.get('w')!,
  ...optional('stride', fields.get('s')),
  ...optional('dilation', fields.get('d')),
  ...(word ? { padding: word } : optional('padding', fields.get('p'))),
});
const groupsOf = (fields: Fields) => (fields.has('g') ? { groups: whole(fields.get('g')) } : {});

const pool = (kind: 'max-pool' | 'avg-pool'): Notation => ({
  letters: 'wspd',
  required: 'w',
  padsByWord: true,
  example: '2w2s',
  layer: (fields, word) => ({ [kind]: windowOf(fields, word) }),
});
export const notations: ReadonlyMap<string, Notation> = new Map<string, Notation>([
  [
    'conv',
    {
      letters: 'cwspdg',
      required: 'cw',
      padsByWord: true,
      example: '16c5w1s0p',
      layer: (fields, word) => ({
        conv: { filters: whole(fields.get('c')), ...windowOf(fields, word), ...groupsOf(fields) },
      }),
    },
  ],
  [
    'depthwise',
    {
      letters: 'mwspd',
      required: 'w',
      padsByWord: true,
      example: '3w1s1p',
      layer: (fields, word) => ({
        depthwise: {
          ...windowOf(fields, word),
          ...(fields.has('m') ? { multiplier: whole(fields.get('m')) } : {}),
        },
      }),
    },
  ],
  [
    'transposed-conv',
    {
      letters: 'cwspodg',
      required: 'cw',
      padsByWord: true,
      example: '16c4w2s1p',
      layer: (fields, word) => ({
        'transposed-conv': {
          filters: whole(fields.get('c')),
          ...windowOf(fields, word),
          ...optional('outputPadding', fields.get('o')),
          ...groupsOf(fields),
        },
      }),
    },
  ],
  ['max-pool', pool('max-pool')],
  ['avg-pool', pool('avg-pool')],
  [
    'max-unpool',
    {
      letters: 'wsp',
      required: 'w',
      padsByWord: false,
      example: '2w2s',
      layer: (fields) => {
        const { kernel, stride, padding } = windowOf(fields) as {
          kernel: Sizes;
          stride?: Sizes;
          padding?: Sizes;
        };
        return { 'max-unpool': { kernel, ...optional('stride', stride), ...optional('padding', padding) } };
      },
    },
  ],
]);

/** Other names of a kind, without case, hyphens and the `2D`. */
export const aliases: ReadonlyMap<string, string> = new Map([
  ['conv', 'conv'],
  ['convolution', 'conv'],
  ['depthwise', 'depthwise'],
  ['depthwiseconv', 'depthwise'],
  ['convtranspose', 'transposed-conv'],
  ['transposedconv', 'transposed-conv'],
  ['deconv', 'transposed-conv'],
  ['maxpool', 'max-pool'],
  ['maxpooling', 'max-pool'],
  ['avgpool', 'avg-pool'],
  ['averagepool', 'avg-pool'],
  ['averagepooling', 'avg-pool'],
  ['maxunpool', 'max-unpool'],
]);
/** Kinds that take no numbers. */
export const plain: ReadonlyMap<string, LayerRecord> = new Map<string, LayerRecord>([
  ['flatten', { flatten: {} }],
  ['dropout', { dropout: {} }],
  ['batchnorm', { 'batch-norm': { affine: true } }],
  ['bn', { 'batch-norm': { affine: true } }],
  ['globalavgpool', { 'global-pool': { of: 'average', keep: true } }],
  ['globalaveragepool', { 'global-pool': { of: 'average', keep: true } }],
  ['globalmaxpool', { 'global-pool': { of: 'max', keep: true } }],
  ...activations.map((name): [string, LayerRecord] => [
    name.replaceAll('-', ''),
    { activation: name satisfies ActivationName },
  ]),
]);
interface Sized {
  /** Axes that the size may state one by one. */
  readonly most: number;
  readonly layer: (sizes: number[]) => LayerRecord;
}
const fc: Sized = { most: 1, layer: ([units]) => ({ fc: { units: units! } }) };
const adaptive = (of: 'average' | 'max'): Sized => ({
  most: 3,
  layer: (output) => ({ 'adaptive-pool': { of, output: single(output) } }),
});
/** Kinds that take one size. */
export const sized: ReadonlyMap<string, Sized> = new Map([
  ['fc', fc],
  ['linear', fc],
  ['dense', fc],
  ['adaptiveavgpool', adaptive('average')],
  ['adaptivemaxpool', adaptive('max')],
]);

export const single = (sizes: number[]): Sizes => (sizes.length === 1 ? sizes[0]! : sizes);
export const sizesOf = (digits: string): number[] => digits.split(/[x×]/).map(Number);

export const kindNames =
  'Conv2D, DepthwiseConv2D, ConvTranspose2D, MaxPool2D, AvgPool2D, AdaptiveAvgPool2D, GlobalAvgPool2D, MaxUnPool2D, ' +
  'Flatten, FC, BatchNorm2D, Dropout, ReLU, Sigmoid, Tanh, Softmax';
