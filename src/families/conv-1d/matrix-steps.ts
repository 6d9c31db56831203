import { changeKernels, slidKernels, type ConvLayer } from '../../engine/conv-layer.js';
import { reverseKernels, swapChannels } from '../../engine/kernels.js';
import { map, matmul, transpose, type Tensor } from '../../engine/tensor.js';
import { slip, step, type Named, type Step } from '../../engine/worksheet.js';
import { inputGradientSlips } from '../convolution-gradients.js';
import { canSwapChannels, hasTaps } from '../convolution-output.js';
import { gradientOf } from '../convolution-words.js';
import { flatten, matrixOffsets, unflatten } from './flattening.js';
import { valuesType, wordsOf, type Conv1dLayer } from './layer.js';

function matrixOf(layer: Conv1dLayer, w: Tensor): Tensor {
  const { data } = slidKernels(layer.conv, w);
  return map(matrixOffsets(layer), (offset) => (offset < 0 ? 0 : data[offset]!));
}

const throughKernels = (conv: ConvLayer, w: Tensor, change: (kernels: Tensor) => Tensor): Tensor =>
  changeKernels(conv, w, change);

/** A of y = A x, for the flattened values of one example. */
export function matrixStep(layer: Conv1dLayer, w: Named<Tensor>): Step<Tensor> {
  const { conv } = layer;
  const reversing = conv.operation === 'correlation' ? 'reversed-kernel' : 'left-kernel-unreversed';
  const show = (): string => '\\left[\\frac{\\partial y_r}{\\partial x_c}\\right]_{r,c}';
  return step({
    name: 'matrix',
    type: 'matrix',
    symbol: 'A',
    needs: { w },
    run: ({ w }) => matrixOf(layer, w),
    show,
    slips: {
      ...(hasTaps(conv) && {
        [reversing]: slip({
          needs: { w },
          run: ({ w }) => matrixOf(layer, throughKernels(conv, w, reverseKernels)),
          show,
          hint:
            conv.operation === 'correlation'
              ? 'You put the kernel into the rows of $A$ backwards; a row holds $w_1, w_2, \\ldots$ from left to right where the kernel lies on $x$.'
              : 'You put the kernel into the rows of $A$ as it stands; a true convolution reverses it first.',
        }),
      }),
      ...(canSwapChannels(conv) && {
        'swapped-input-and-output-channels': slip({
          needs: { w },
          run: ({ w }) =>
            matrixOf(
              layer,
              throughKernels(conv, w, (kernels) => swapChannels(kernels, 1)),
            ),
          show,
          hint: 'You exchanged the blocks of $A$: its rows belong to the output channels and its columns to the input channels; mind which index of the kernel counts the inputs.',
        }),
      }),
    },
  });
}

/** B of ∂L/∂x = B ∂L/∂y. */
export const transposeStep = (matrix: Named<Tensor>): Step<Tensor> =>
  step({
    name: 'transpose',
    type: 'matrix',
    symbol: 'B',
    needs: { matrix },
    run: ({ matrix }) => transpose(matrix),
    show: () => 'A^\\top',
    slips: {
      'kept-matrix-untransposed': slip({
        needs: { matrix },
        run: ({ matrix }) => matrix,
        show: () => 'A',
        hint: 'You used $A$ itself; what comes back to an input is the sum over the outputs it fed, so $B = A^\\top$ (not $A$, and not an inverse: $A$ need not be square).',
      }),
    },
  });

/** ∂L/∂x as a vector, and in the shape of x, for one example. */
export function flatGradientSteps(
  layer: Conv1dLayer,
  { back, w, dy }: { readonly back: Named<Tensor>; readonly w: Named<Tensor>; readonly dy: Named<Tensor> },
): Step<Tensor>[] {
  const { conv, flattening } = layer;
  const other = flattening === 'channel-major' ? 'position-major' : 'channel-major';
  const [, channels, positions] = conv.inputShape as [number, number, number];
  const flat = step({
    name: 'flat-input-gradient',
    type: 'vector',
    symbol: gradientOf({ loss: 'L' }, '\\tilde x'),
    needs: { back, dy },
    run: ({ back, dy }) => matmul(back, flatten(conv, dy, flattening)),
    show: () => `B \\, ${gradientOf({ loss: 'L' }, '\\tilde y')}`,
  });
  const shaped = step({
    name: 'input-gradient',
    type: valuesType(layer),
    symbol: gradientOf({ loss: 'L' }, 'x'),
    needs: { flat },
    run: ({ flat }) => unflatten(conv, flat, flattening),
    show: ({ flat }) => `\\text{the entries of } ${flat}`,
    slips: {
      ...inputGradientSlips(wordsOf(layer), { w, dz: dy }),
      ...(channels > 1 &&
        positions > 1 && {
          'put-entries-back-in-other-order': slip({
            needs: { flat },
            run: ({ flat }) => unflatten(conv, flat, other),
            show: ({ flat }) => `\\text{the entries of } ${flat}`,
            hint: `You put the entries of the vector back in another order; here it runs ${flattening === 'channel-major' ? 'through one channel after the other' : 'through one position after the other'}.`,
          }),
        }),
    },
  });
  return [flat, shaped];
}
