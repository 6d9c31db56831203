import {
  gradientOfBias,
  gradientOfInput,
  gradientOfKernel,
  layerValues,
  type Bias,
} from '../engine/conv-layer.js';
import { map, sizeOf, type Tensor } from '../engine/tensor.js';
import { slip, step, type Named, type SlipAt, type Step } from '../engine/worksheet.js';
import { biasType } from './convolution-given.js';
import {
  gradientOf,
  writeBiasGradient,
  writeInputGradient,
  writeKernelGradient,
  type ConvolutionWords,
} from './convolution-words.js';
import { wrongInputGradients, wrongKernelGradients } from './convolution-wrong-gradients.js';

const scale = (value: Bias, by: number): Bias =>
  typeof value === 'number' ? value * by : map(value, (entry) => entry * by);

interface WrongScale {
  readonly by: (dz: Tensor) => number;
  readonly factor: string;
  readonly hint: string;
}

/** Means where sums are right: over all positions, or over the examples of a batch. */
function wrongScales(words: ConvolutionWords, output: readonly number[]): Record<string, WrongScale> {
  const { layer } = words;
  const examples = layer.inputShape[0]!;
  const filters = layer.kernelShape[0]!;
  const terms = sizeOf(output) / filters;
  return {
    ...(terms > 1 && {
      'averaged-over-positions': {
        by: (dz) => filters / dz.data.length,
        factor: `\\frac{1}{${terms}}`,
        hint: 'You took a mean. Weights and biases are shared by all positions, so the gradients of the positions add up.',
      },
    }),
    ...(examples > 1 &&
      terms > examples && {
        'averaged-over-the-batch': {
          by: () => 1 / examples,
          factor: `\\frac{1}{${examples}}`,
          hint: `You divided by the ${examples} examples. $${words.loss}$ is the loss of the whole batch here, so the gradients of the examples add up.`,
        },
      }),
  };
}

/** ∂J/∂w. */
export function kernelGradientStep(
  name: { readonly name: string; readonly type: string },
  words: ConvolutionWords,
  { x, dz }: { readonly x: Named<Tensor>; readonly dz: Named<Tensor> },
  output: readonly number[],
): Step<Tensor> {
  const { layer } = words;
  const right = writeKernelGradient(words);
  const scaled = Object.entries(wrongScales(words, output)).map(
    ([slipName, { by, factor, hint }]): [string, SlipAt<Tensor>] => [
      slipName,
      slip({
        needs: { x, dz },
        run: ({ x, dz }) => scale(gradientOfKernel(layer, dz, x), by(dz)) as Tensor,
        show: () => `${factor} ${right}`,
        hint,
      }),
    ],
  );
  const wrong = Object.entries(wrongKernelGradients(words)).map(
    ([slipName, { run, formula, hint }]): [string, SlipAt<Tensor>] => [
      slipName,
      slip({ needs: { x, dz }, run: ({ x, dz }) => run(dz, x), show: () => formula, hint }),
    ],
  );
  return step({
    ...name,
    symbol: gradientOf(words, words.w),
    needs: { x, dz },
    run: ({ x, dz }) => gradientOfKernel(layer, dz, x),
    show: () => right,
    slips: Object.fromEntries([...wrong, ...scaled]),
  });
}

/** ∂J/∂b. */
export function biasGradientStep(
  name: string,
  words: ConvolutionWords,
  dz: Named<Tensor>,
  output: readonly number[],
): Step<Bias> {
  const { layer } = words;
  const right = writeBiasGradient(words);
  const scaled = Object.entries(wrongScales(words, output)).map(
    ([slipName, { by, factor, hint }]): [string, SlipAt<Bias>] => [
      slipName,
      slip({
        needs: { dz },
        run: ({ dz }) => scale(gradientOfBias(layer, dz), by(dz)),
        show: () => `${factor} ${right}`,
        hint,
      }),
    ],
  );
  return step({
    name,
    type: biasType(layer),
    symbol: gradientOf(words, words.b),
    needs: { dz },
    run: ({ dz }) => gradientOfBias(layer, dz),
    show: () => right,
    slips: {
      ...Object.fromEntries(scaled),
      ...(sizeOf(output) > layer.kernelShape[0]! && {
        'took-one-position': slip({
          needs: { dz },
          run: ({ dz }): Bias => oneOfEachFilter(words, dz, 'first'),
          show: () => `${gradientOf(words, words.z)} \\text{ at one position}`,
          hint: 'You took the gradient at one position. A bias is added at every position of its map, so its gradient is the sum over all of them.',
        }),
        'kept-the-last-position': slip({
          needs: { dz },
          run: ({ dz }): Bias => oneOfEachFilter(words, dz, 'last'),
          show: () => `${gradientOf(words, words.z)} \\text{ at the last position}`,
          hint: 'You kept only what the last position gives. A bias is added at every position of its map, so what they give is added up.',
        }),
      }),
    },
  });
}

/** The gradient at the first position of the first example, or at the last of the last one. */
function oneOfEachFilter({ layer }: ConvolutionWords, dz: Tensor, which: 'first' | 'last'): Bias {
  const { shape, data } = layerValues(layer, dz);
  const positions = sizeOf(shape.slice(2));
  const filters = shape[1]!;
  const start = which === 'first' ? 0 : data.length - filters * positions + positions - 1;
  if (layer.kernels === 'none') return data[start]!;
  return {
    shape: [filters],
    data: Float64Array.from({ length: filters }, (_, filter) => data[start + filter * positions]!),
  };
}

/** Wrong ways back to the input, for a step that computes ∂J/∂x. */
export const inputGradientSlips = (
  words: ConvolutionWords,
  { w, dz }: { readonly w: Named<Tensor>; readonly dz: Named<Tensor> },
): Record<string, SlipAt<Tensor>> =>
  Object.fromEntries(
    Object.entries(wrongInputGradients(words)).map(([slipName, { run, formula, hint }]) => [
      slipName,
      slip({ needs: { w, dz }, run: ({ w, dz }) => run(dz, w), show: () => formula, hint }),
    ]),
  );

/** ∂J/∂x. */
export const inputGradientStep = (
  name: { readonly name: string; readonly type: string },
  words: ConvolutionWords,
  handles: { readonly w: Named<Tensor>; readonly dz: Named<Tensor> },
): Step<Tensor> =>
  step({
    ...name,
    symbol: gradientOf(words, words.x),
    needs: handles,
    run: ({ w, dz }) => gradientOfInput(words.layer, dz, w),
    show: () => writeInputGradient(words),
    slips: inputGradientSlips(words, handles),
  });
