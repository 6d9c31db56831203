import { kindsOf } from '../../engine/layers/layer-record.js';
import type { LayerKind, LayerRecord, Sizes, WindowRecord } from '../../engine/layers/layer-record.js';

const compact = (sizes: Sizes): string => {
  const axes = typeof sizes === 'number' ? [sizes] : sizes;
  return axes.every((axis) => axis === axes[0]) ? `${axes[0]!}` : axes.join('x');
};

/** `5w1s2p same`, what is usual left out but for kernel, stride and a convolution's padding. */
function windowWritten(
  { kernel, stride, padding, dilation }: WindowRecord,
  usual: { readonly stride: Sizes; readonly padding?: string },
  groups = 1,
): string {
  const inWord = typeof padding === 'string';
  const zeros = inWord ? '' : compact(padding ?? 0);
  const fields = [
    `${compact(kernel)}w${compact(stride ?? usual.stride)}s`,
    zeros === '' || zeros === usual.padding ? '' : `${zeros}p`,
    compact(dilation ?? 1) === '1' ? '' : `${compact(dilation!)}d`,
    groups === 1 ? '' : `${groups}g`,
    inWord ? ` ${padding}` : '',
  ];
  return fields.join('');
}

const pool = (name: string) => (window: WindowRecord, rank: string) =>
  `${name}${rank} ${windowWritten(window, { stride: window.kernel, padding: '0' })}`;
const of = { average: 'Avg', max: 'Max' } as const;

type Writers = {
  readonly [K in LayerKind]-?: (part: NonNullable<LayerRecord[K]>, rank: string) => string;
};
const writers: Writers = {
  conv: (conv, rank) => `Conv${rank} ${conv.filters}c${windowWritten(conv, { stride: 1 }, conv.groups)}`,
  depthwise: (conv, rank) =>
    `DepthwiseConv${rank} ${conv.multiplier ?? 1}m${windowWritten(conv, { stride: 1 })}`,
  'transposed-conv': (conv, rank) => {
    const extra = conv.outputPadding === undefined ? '' : `${compact(conv.outputPadding)}o`;
    const [window, ...word] = windowWritten(conv, { stride: 1 }, conv.groups).split(' ');
    return [`ConvTranspose${rank} ${conv.filters}c${window}${extra}`, ...word].join(' ');
  },
  'max-pool': pool('MaxPool'),
  'avg-pool': pool('AvgPool'),
  'adaptive-pool': (adaptive, rank) => `Adaptive${of[adaptive.of]}Pool${rank} ${compact(adaptive.output)}`,
  'global-pool': (global, rank) => `Global${of[global.of]}Pool${rank}`,
  'max-unpool': (unpool, rank) =>
    `MaxUnPool${rank} ${windowWritten(unpool, { stride: unpool.kernel, padding: '0' })}`,
  flatten: () => 'Flatten',
  fc: ({ units }) => `FC ${units}`,
  'batch-norm': () => 'BatchNorm',
  activation: (activation) => names[activation],
  dropout: () => 'Dropout',
};
const names: Readonly<Record<NonNullable<LayerRecord['activation']>, string>> = {
  relu: 'ReLU',
  'leaky-relu': 'LeakyReLU',
  elu: 'ELU',
  gelu: 'GELU',
  silu: 'SiLU',
  sigmoid: 'Sigmoid',
  tanh: 'Tanh',
  softmax: 'Softmax',
};

/** A layer in short form, `Conv2D 16c5w1s0p`; `rank` is the number of spatial axes, 0 where it does not matter. */
export function writeLayer(record: LayerRecord, rank: number): string {
  const [kind] = kindsOf(record);
  const write = writers[kind!] as (part: unknown, rank: string) => string;
  return write(record[kind!], rank > 0 ? `${rank}D` : '');
}

/** The same with what short form has no letter for: `Conv2D 16c5w1s0p, inputs 3, no bias`. */
export function writeWholeLayer(record: LayerRecord, rank: number): string {
  const part = Object.values(record).find((one: unknown) => one !== undefined) as {
    inputs?: number;
    bias?: boolean;
    affine?: boolean;
    rounding?: string;
  };
  return [
    writeLayer(record, rank),
    ...(part.inputs === undefined ? [] : [`inputs ${part.inputs}`]),
    ...(part.bias === false ? ['no bias'] : []),
    ...(part.affine === false ? ['affine=false'] : []),
    ...(part.rounding === 'ceil' ? ['ceil_mode'] : []),
  ].join(', ');
}
