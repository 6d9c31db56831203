import type { ConvLayer } from '../engine/conv-layer.js';
import type { Sliding } from '../engine/conv-size.js';

/** What a problem calls its values, and where its indices start. */
export interface ConvolutionWords {
  readonly layer: ConvLayer;
  readonly x: string;
  readonly w: string;
  readonly b: string;
  readonly z: string;
  readonly loss: 'J' | 'L';
  readonly origin: 0 | 1;
}

const positionLetters = ['i', 'j'];
const tapLetters = (rank: number): readonly string[] => (rank === 1 ? ['k'] : ['k_1', 'k_2']);

const signed = (value: number): string => (value === 0 ? '' : value > 0 ? ` + ${value}` : ` - ${-value}`);
const times = (factor: number, letter: string): string => (factor === 1 ? letter : `${factor} ${letter}`);

/** The index of the input that an output position and a tap join: s·i + d·k − p, or with the taps reversed. */
function joined(
  position: string,
  tap: string,
  { stride, dilation, kernel, before }: Sliding,
  { layer, origin }: ConvolutionWords,
): string {
  if (layer.operation === 'correlation')
    return `${times(stride, position)} + ${times(dilation, tap)}${signed(origin * (1 - stride - dilation) - before)}`;
  const constant = dilation * (kernel - 1) - before + origin * (1 - stride + dilation);
  return `${times(stride, position)} - ${times(dilation, tap)}${signed(constant)}`;
}

/** The output position that a tap joins to an input position, at stride 1. */
function behind(
  position: string,
  tap: string,
  { dilation, kernel, before }: Sliding,
  { layer, origin }: ConvolutionWords,
): string {
  if (layer.operation === 'correlation')
    return `${position} - ${times(dilation, tap)}${signed(before + origin * dilation)}`;
  return `${position} + ${times(dilation, tap)}${signed(before - dilation * (kernel - 1) - origin * dilation)}`;
}

const ofValues = ({ layer }: ConvolutionWords, channel: string, places: readonly string[]): string => {
  const { batch, channels } = layer.values;
  const example = batch ? ['n'] : [];
  if (channels === 'none') return [...example, ...places].join(', ');
  return [...example, ...(channels === 'first' ? [channel, ...places] : [...places, channel])].join(', ');
};

const ofKernel = ({ layer }: ConvolutionWords, taps: readonly string[]): string =>
  ({
    none: taps,
    'out-in': ['o', 'c', ...taps],
    'in-out': ['c', 'o', ...taps],
    last: [...taps, 'c', 'o'],
  })[layer.kernels].join(', ');

const lettersOf = ({ layer }: ConvolutionWords) => {
  const rank = layer.windows.length;
  return {
    positions: positionLetters.slice(0, rank),
    taps: tapLetters(rank),
    channel: layer.kernels === 'none' ? [] : ['c'],
    filter: layer.kernels === 'none' ? [] : ['o'],
    example: layer.values.batch ? ['n'] : [],
  };
};

/** The derivative of the loss by a symbol. */
export const gradientOf = ({ loss }: Pick<ConvolutionWords, 'loss'>, symbol: string): string =>
  `\\frac{\\partial ${loss}}{\\partial ${symbol}}`;

const entryOfOutput = (words: ConvolutionWords, positions: readonly string[]): string =>
  `${words.z}[${ofValues(words, 'o', positions)}]`;

/** The inputs that every product of an output reads. */
function inputRead(words: ConvolutionWords): string {
  const { positions, taps } = lettersOf(words);
  const places = words.layer.windows.map((window, axis) =>
    joined(positions[axis]!, taps[axis]!, window, words),
  );
  return `${words.x}[${ofValues(words, 'c', places)}]`;
}

const weight = (words: ConvolutionWords): string => `${words.w}[${ofKernel(words, lettersOf(words).taps)}]`;

/** The sum that gives an output, without the bias. */
export const writeOutput = (words: ConvolutionWords): string => {
  const { channel, taps } = lettersOf(words);
  return `\\sum_{${[...channel, ...taps].join(', ')}} ${weight(words)} \\, ${inputRead(words)}`;
};

export const biasEntry = (words: ConvolutionWords): string =>
  words.layer.kernels === 'none' ? words.b : `${words.b}[o]`;

/** ∂J/∂w as a sum over the positions of the output. */
export const writeKernelGradient = (words: ConvolutionWords): string => {
  const { example, positions } = lettersOf(words);
  const over = [...example, ...positions].join(', ');
  return `\\sum_{${over}} ${gradientOf(words, entryOfOutput(words, positions))} \\, ${inputRead(words)}`;
};

/** ∂J/∂b as a sum over the positions of the output. */
export const writeBiasGradient = (words: ConvolutionWords): string => {
  const { example, positions } = lettersOf(words);
  return `\\sum_{${[...example, ...positions].join(', ')}} ${gradientOf(words, entryOfOutput(words, positions))}`;
};

/** ∂J/∂x as a sum over the outputs that an input has part in. */
export function writeInputGradient(words: ConvolutionWords): string {
  const { positions, taps, filter } = lettersOf(words);
  const { windows } = words.layer;
  if (windows.every(({ stride }) => stride === 1)) {
    const places = windows.map((window, axis) => behind(positions[axis]!, taps[axis]!, window, words));
    return `\\sum_{${[...filter, ...taps].join(', ')}} ${weight(words)} \\, ${gradientOf(words, entryOfOutput(words, places))}`;
  }
  const outputs = positions.map((letter) => `${letter}'`);
  const meets = windows.map(
    (window, axis) => `${joined(outputs[axis]!, taps[axis]!, window, words)} = ${positions[axis]!}`,
  );
  return `\\sum_{${[...filter, ...meets].join(', \\; ')}} ${weight(words)} \\, ${gradientOf(words, entryOfOutput(words, outputs))}`;
}
