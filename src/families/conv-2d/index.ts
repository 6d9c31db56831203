import { addBias, outputShapeOf, slide } from '../../engine/conv-layer.js';
import {
  given,
  worksheet,
  type Given,
  type Named,
  type Step,
  type Worksheet,
} from '../../engine/worksheet.js';
import type { Tensor } from '../../engine/tensor.js';
import { biasType } from '../convolution-given.js';
import { biasGradientStep, inputGradientStep, kernelGradientStep } from '../convolution-gradients.js';
import { convolutionStep } from '../convolution-output.js';
import { misreadWindows } from '../convolution-windows.js';
import type { Family } from '../family.js';
import { deltaStep, outputStep } from './activation-steps.js';
import { extremeSteps } from './extreme-steps.js';
import { indexSteps } from './index-steps.js';
import { kernelType, readLayer, valuesType, wordsOf, type Conv2dLayer } from './layer.js';
import { samples } from './samples.js';
import { Conv2dGiven } from './schema.js';

/** Back from ∂J/∂Z to the kernel, the bias and the input. */
function gradientSteps(
  layer: Conv2dLayer,
  { x, w, hasBias, dz }: { x: Named<Tensor>; w: Named<Tensor>; hasBias: boolean; dz: Named<Tensor> },
): Step<unknown>[] {
  const words = wordsOf(layer);
  const output = outputShapeOf(layer.conv);
  return [
    kernelGradientStep({ name: 'dw', type: kernelType(layer) }, words, { x, dz }, output),
    ...(hasBias ? [biasGradientStep('db', words, dz, output)] : []),
    inputGradientStep({ name: 'dx', type: valuesType(layer) }, words, { w, dz }),
  ];
}

function worksheetOf(layer: Conv2dLayer, isRight: boolean): Worksheet {
  const { conv } = layer;
  const x = given('x', valuesType(layer), conv.x);
  const w = given('w', kernelType(layer), conv.w);
  const b = conv.b === undefined ? undefined : given('b', biasType(conv), conv.b);
  const z = convolutionStep({ name: 'z', type: valuesType(layer) }, wordsOf(layer), { x, w, b });
  const u = outputStep(layer, z);
  const sums = slide(conv, conv.x, conv.w);
  const key = conv.b === undefined ? sums : addBias(conv, sums, conv.b);
  const stated: Given<unknown>[] = [x, w, ...(b ? [b] : [])];
  const steps: Step<unknown>[] = [...indexSteps(layer), z, ...extremeSteps(layer, z, key), u];
  let back: Named<Tensor> | undefined;
  if (layer.dz) stated.push((back = given('dz', valuesType(layer), layer.dz)));
  if (layer.du) {
    const du = given('du', valuesType(layer), layer.du);
    const delta = deltaStep(layer, { du, z, u });
    stated.push(du);
    steps.push(delta);
    back = delta;
  }
  if (back) steps.push(...gradientSteps(layer, { x, w, hasBias: b !== undefined, dz: back }));
  return worksheet(stated, steps, () =>
    isRight ? misreadWindows(conv, (other) => worksheetOf({ ...layer, conv: other }, false)) : {},
  );
}

/** One 2-D convolution layer with numbers, forward and backward. */
export const conv2d: Family<Conv2dGiven> = {
  name: 'conv-2d',
  title: 'A 2-D convolution layer with numbers',
  about:
    'Slides a kernel over an input, as correlation or true convolution, with padding, stride, dilation and groups: the ' +
    'limits of the sums (`kernel-rows`, `kernel-columns`), `output-size`, the values `z`, their `maximum`, `minimum` and ' +
    '`nearest-to-zero-negative` with all places that hold them (`maximum-locations`, …, `zero-locations`), and `u` after ' +
    'the activation. Where a gradient `du` or `dz` is given, also `dz`, `dw`, `db` and `dx`; $J$ is the loss of the whole ' +
    'batch, so gradients of examples add up.',
  given: Conv2dGiven,
  worksheet: (given) => worksheetOf(readLayer(given), true),
  samples,
};
