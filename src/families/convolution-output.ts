import {
  addBias,
  changeKernels,
  layerValues,
  problemValues,
  slide,
  slidKernels,
  type Bias,
  type ConvLayer,
} from '../engine/conv-layer.js';
import { convolve } from '../engine/convolve.js';
import { reverseKernels, separateChannels, swapChannels, transposeKernels } from '../engine/kernels.js';
import { tensor, type Tensor } from '../engine/tensor.js';
import { slip, step, type Named, type SlipAt, type Step } from '../engine/worksheet.js';
import { biasEntry, writeOutput, type ConvolutionWords } from './convolution-words.js';

/** What an output is made from. */
export interface ConvolutionHandles {
  readonly x: Named<Tensor>;
  readonly w: Named<Tensor>;
  readonly b: Named<Bias> | undefined;
}

/** A wrong way of sliding the kernel: the values before the bias, and what is right. */
interface WrongSlide {
  readonly run: (x: Tensor, w: Tensor) => Tensor;
  readonly formula: string;
  readonly hint: string;
}

const tapsOf = ({ kernelShape }: ConvLayer): readonly number[] => kernelShape.slice(2);
export const hasTaps = (layer: ConvLayer): boolean => tapsOf(layer).some((taps) => taps > 1);
export const isSquare = (layer: ConvLayer): boolean => {
  const taps = tapsOf(layer);
  return taps.length === 2 && taps[0] === taps[1] && taps[0]! > 1;
};
/** Whether there are as many filters as channels, so that their order can be mistaken. */
export const canSwapChannels = ({ kernelShape, groups }: ConvLayer): boolean =>
  groups === 1 && kernelShape[0] === kernelShape[1] && kernelShape[0]! > 1;

const plainly = (w: string, x: string): string => `${w} \\star ${x}`;

function wrongSlides(words: ConvolutionWords): Record<string, WrongSlide> {
  const { layer } = words;
  const through = (change: (kernels: Tensor) => Tensor) => (x: Tensor, w: Tensor) =>
    slide(layer, x, changeKernels(layer, w, change));
  const made: Record<string, WrongSlide> = {};
  if (hasTaps(layer))
    made[layer.operation === 'correlation' ? 'reversed-kernel' : 'left-kernel-unreversed'] = {
      run: through(reverseKernels),
      formula: plainly(`\\operatorname{rev}(${words.w})`, words.x),
      hint:
        layer.operation === 'correlation'
          ? 'You reversed the kernel before sliding it; the sum of this problem takes it as it stands.'
          : 'You slid the kernel as it stands; a true convolution reverses it along every axis first.',
    };
  if (isSquare(layer))
    made['transposed-kernel'] = {
      run: through(transposeKernels),
      formula: plainly(`${words.w}^\\top`, words.x),
      hint: 'You used the kernel transposed: its first index goes down the rows, its second along the columns.',
    };
  if (canSwapChannels(layer))
    made['swapped-input-and-output-channels'] = {
      run: through((kernels) => swapChannels(kernels, 1)),
      formula: plainly(`${words.w}'`, words.x),
      hint: 'You took the kernels of input and output channels for each other; mind which index of the kernel counts the inputs.',
    };
  return made;
}

/** One map for each pair of an input and an output channel. */
function keptApart(layer: ConvLayer, x: Tensor, w: Tensor, b: Bias | undefined): Tensor {
  const channels = layer.kernelShape[1]!;
  const apart = { ...layer, groups: channels };
  const maps = problemValues(
    layer,
    convolve(layerValues(layer, x), separateChannels(slidKernels(layer, w)), apart),
  );
  if (b === undefined || typeof b === 'number') return maps;
  const each = Array.from({ length: channels }, () => [...b.data]).flat();
  return addBias(layer, maps, tensor([each.length], each));
}

const apartHint =
  'You kept a map for each pair of input and output channel; an output channel is the sum over all input channels, plus its bias.';

/** The output of a layer before any activation: w slid over x, plus b. */
export function convolutionStep(
  name: { readonly name: string; readonly type: string },
  words: ConvolutionWords,
  { x, w, b }: ConvolutionHandles,
): Step<Tensor> {
  const { layer } = words;
  const base = { ...name, symbol: entrySymbol(words) };
  const apart = layer.kernelShape[1]! > 1 && layer.groups === 1;
  const wrong = Object.entries(wrongSlides(words));
  if (!b)
    return step({
      ...base,
      needs: { x, w },
      run: ({ x, w }) => slide(layer, x, w),
      show: () => writeOutput(words),
      slips: {
        ...Object.fromEntries(
          wrong.map(([slipName, { run, formula, hint }]): [string, SlipAt<Tensor>] => [
            slipName,
            slip({ needs: { x, w }, run: ({ x, w }) => run(x, w), show: () => formula, hint }),
          ]),
        ),
        ...(apart && {
          'kept-channels-apart': slip({
            needs: { x, w },
            run: ({ x, w }) => keptApart(layer, x, w, undefined),
            show: () => plainly(`${words.w}_{c}`, `${words.x}_{c}`),
            hint: apartHint,
          }),
        }),
      },
    });
  return step({
    ...base,
    needs: { x, w, b },
    run: ({ x, w, b }) => addBias(layer, slide(layer, x, w), b),
    show: () => `${writeOutput(words)} + ${biasEntry(words)}`,
    slips: {
      ...Object.fromEntries(
        wrong.map(([slipName, { run, formula, hint }]): [string, SlipAt<Tensor>] => [
          slipName,
          slip({
            needs: { x, w, b },
            run: ({ x, w, b }) => addBias(layer, run(x, w), b),
            show: () => `${formula} + ${words.b}`,
            hint,
          }),
        ]),
      ),
      ...(apart && {
        'kept-channels-apart': slip({
          needs: { x, w, b },
          run: ({ x, w, b }) => keptApart(layer, x, w, b),
          show: () => `${plainly(`${words.w}_{c}`, `${words.x}_{c}`)} + ${words.b}`,
          hint: apartHint,
        }),
      }),
      'forgot-bias': slip({
        needs: { x, w },
        run: ({ x, w }) => slide(layer, x, w),
        show: () => writeOutput(words),
        hint: 'You left out the bias: every position of an output map gets the bias of its filter added.',
      }),
    },
  });
}

/** The output's name with its indices. */
const entrySymbol = ({ layer, z }: ConvolutionWords): string => {
  const { batch, channels } = layer.values;
  const places = ['i', 'j'].slice(0, layer.windows.length);
  const filter = channels === 'none' ? [] : ['o'];
  const own = channels === 'last' ? [...places, ...filter] : [...filter, ...places];
  return `${z}[${[...(batch ? ['n'] : []), ...own].join(', ')}]`;
};
