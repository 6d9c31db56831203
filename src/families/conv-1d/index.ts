import { loadFormulaTypes } from '../../answers/index.js';
import { outputShapeOf } from '../../engine/conv-layer.js';
import type { Tensor } from '../../engine/tensor.js';
import {
  given,
  worksheet,
  type Given,
  type Misreading,
  type Named,
  type Step,
  type Worksheet,
} from '../../engine/worksheet.js';
import { biasType } from '../convolution-given.js';
import { biasGradientStep, inputGradientStep, kernelGradientStep } from '../convolution-gradients.js';
import { convolutionStep } from '../convolution-output.js';
import { misreadWindows } from '../convolution-windows.js';
import type { Family } from '../family.js';
import { kernelType, outputSizes, readLayer, valuesType, wordsOf, type Conv1dLayer } from './layer.js';
import { flatGradientSteps, matrixStep, transposeStep } from './matrix-steps.js';
import { outputOrderStep } from './order-step.js';
import { samples } from './samples.js';
import { Conv1dGiven } from './schema.js';
import { symbolicSteps } from './symbolic-steps.js';
import { wayBackSteps } from './way-back-steps.js';

interface Handles {
  readonly x: Named<Tensor>;
  readonly w: Named<Tensor>;
  readonly back: Named<Tensor>;
  readonly hasBias: boolean;
}

function gradientSteps(
  layer: Conv1dLayer,
  { x, w, back, hasBias }: Handles,
  dy: Named<Tensor>,
): Step<unknown>[] {
  const words = wordsOf(layer);
  const output = outputShapeOf(layer.conv);
  const input = { name: 'input-gradient', type: valuesType(layer) };
  return [
    ...(layer.conv.values.batch
      ? [inputGradientStep(input, words, { w, dz: dy })]
      : flatGradientSteps(layer, { back, w, dy })),
    kernelGradientStep({ name: 'kernel-gradient', type: kernelType(layer) }, words, { x, dz: dy }, output),
    ...(hasBias ? [biasGradientStep('bias-gradient', words, dy, output)] : []),
  ];
}

/** The other order of flattening, where it makes a difference. */
function misreadFlattening(layer: Conv1dLayer): Record<string, Misreading> {
  const [filters, positions] = outputSizes(layer);
  const [, channels, sizes] = layer.conv.inputShape as [number, number, number];
  if ((channels === 1 || sizes === 1) && (filters === 1 || positions === 1)) return {};
  const byChannel = layer.flattening === 'channel-major';
  let built: Worksheet | undefined;
  const other = {
    ...layer,
    flattening: byChannel ? ('position-major' as const) : ('channel-major' as const),
  };
  const hint = byChannel
    ? 'You flattened position by position; here the vectors run through the first channel, then the next.'
    : 'You flattened channel by channel; here the vectors run through all channels of the first position, then of the next.';
  return {
    [byChannel ? 'flattened-by-position' : 'flattened-by-channel']: {
      hint,
      worksheet: () => (built ??= worksheetOf(other, false)),
    },
  };
}

function worksheetOf(layer: Conv1dLayer, isRight: boolean): Worksheet {
  const { conv } = layer;
  const x = given('x', valuesType(layer), conv.x);
  const w = given('w', kernelType(layer), conv.w);
  const b = conv.b === undefined ? undefined : given('b', biasType(conv), conv.b);
  const dy = layer.dy && given('dy', valuesType(layer), layer.dy);
  const stated: Given<unknown>[] = [x, w, ...(b ? [b] : []), ...(dy ? [dy] : [])];
  const output = convolutionStep({ name: 'output', type: valuesType(layer) }, wordsOf(layer), { x, w, b });
  const named = conv.values.channels === 'none' ? [] : [outputOrderStep(layer)];
  const matrix = matrixStep(layer, w);
  const back = transposeStep(matrix);
  const gradients = dy ? gradientSteps(layer, { x, w, back, hasBias: b !== undefined }, dy) : [];
  return worksheet(
    stated,
    [output, ...named, matrix, back, ...symbolicSteps(layer), ...wayBackSteps(layer, w), ...gradients],
    () =>
      isRight
        ? {
            ...misreadWindows(conv, (other) => worksheetOf({ ...layer, conv: other }, false)),
            ...misreadFlattening(layer),
          }
        : {},
  );
}

/** A 1-D convolution, the matrix it is, and its way back. */
export const conv1d: Family<Conv1dGiven> = {
  name: 'conv-1d',
  title: 'A 1-D convolution as a matrix',
  about:
    'A convolution over one axis with one or several channels: its `output`, the `output-order` of $\\tilde y$, the `matrix` $A$ of $\\tilde y = A\\tilde x$ ' +
    'for a declared flattening (the bias apart), its `transpose` $B = A^\\top$, and the way back as a convolution: ' +
    '`gradient-kernels` (listed in the order of `kernelLayout`) and `gradient-padding`. In letters such as $w_1^{12}$: ' +
    '`symbolic-matrix`, `symbolic-transpose` (also as $A^\\top$) and `symbolic-kernels.1` for each channel of the input. Where the gradient `dy` is given, ' +
    'also `flat-input-gradient` $B\\,\\partial L/\\partial\\tilde y$, `input-gradient`, `kernel-gradient` and `bias-gradient`.',
  given: Conv1dGiven,
  worksheet: (given) => worksheetOf(readLayer(given), true),
  samples,
  prepare: loadFormulaTypes,
};
