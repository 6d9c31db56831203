import { fromKernels, toKernels } from '../../engine/conv-layout.js';
import { reverseKernels, swapChannels } from '../../engine/kernels.js';
import type { Tensor } from '../../engine/tensor.js';
import { slip, step, type Named, type SlipAt, type Step } from '../../engine/worksheet.js';
import { canSwapChannels, hasTaps } from '../convolution-output.js';
import { kernelType, type Conv1dLayer } from './layer.js';

/** The kernels of the convolution from ∂L/∂y to ∂L/∂x, in the order of the problem's kernel layout. */
function kernelsStep(layer: Conv1dLayer, w: Named<Tensor>): Step<Tensor> {
  const { conv } = layer;
  const change = (w: Tensor, each: (kernels: Tensor) => Tensor): Tensor =>
    fromKernels(each(toKernels(w, conv.kernels, 1)), conv.kernels);
  const swap = (kernels: Tensor): Tensor => swapChannels(kernels, conv.groups);
  const hasChannels = conv.kernels !== 'none';
  return step({
    name: 'gradient-kernels',
    type: kernelType(layer),
    symbol: "w'",
    needs: { w },
    run: ({ w }) => change(w, (kernels) => reverseKernels(swap(kernels))),
    show: ({ w }) =>
      hasChannels
        ? `\\operatorname{rev}\\left(${w}\\right) \\text{ with channels exchanged}`
        : `\\operatorname{rev}\\left(${w}\\right)`,
    slips: {
      ...(hasTaps(conv) && {
        'kept-kernel-unreversed': slip({
          needs: { w },
          run: ({ w }) => change(w, swap),
          show: ({ w }) => w,
          hint: 'You kept the kernels as they stand; the way back uses each one reversed, from its last weight to its first.',
        }),
      }),
      ...(canSwapChannels(conv) && {
        'kept-channels-unswapped': slip({
          needs: { w },
          run: ({ w }) => change(w, reverseKernels),
          show: ({ w }) => `\\operatorname{rev}\\left(${w}\\right)`,
          hint: "You reversed the kernels but kept their channels; going back, $y$'s channels are the inputs and $x$'s the outputs, so the two exchange places.",
        }),
      }),
    },
  });
}

/** Zeros on each side of ∂L/∂y. */
function paddingStep({ conv }: Conv1dLayer, right: number): Step<number> {
  const { kernel, dilation, before } = conv.windows[0]!;
  const wrong = (value: number, formula: string, hint: string): SlipAt<number> =>
    slip({ needs: {}, run: () => value, show: () => formula, hint });
  const reach = dilation === 1 ? `${kernel} - 1` : `${dilation} (${kernel} - 1)`;
  const why = 'every input must meet every tap of the reversed kernel';
  return step({
    name: 'gradient-padding',
    type: 'integer',
    symbol: "p'",
    needs: {},
    run: () => right,
    show: () => (before === 0 ? reach : `${reach} - ${before}`),
    slips: {
      ...(right !== 0 && {
        'left-out-gradient-padding': wrong(
          0,
          '0',
          `You left the gradient without padding; ${why}, so it takes $k - 1$ zeros on each side, less the padding of the layer.`,
        ),
      }),
      ...(right !== kernel && {
        'padded-by-kernel-size': wrong(
          kernel,
          String(kernel),
          'You padded by the size of the kernel; it overhangs by one less, $k - 1$.',
        ),
      }),
      ...(before > 0 && {
        'forgot-forward-padding': wrong(
          right + before,
          reach,
          'You left out that the layer pads already; going back it takes $k - 1 - p$ zeros on each side.',
        ),
      }),
      ...(before > 0 &&
        before !== right && {
          'kept-forward-padding': wrong(
            before,
            String(before),
            `You padded as the layer does; ${why}, so going back it takes $k - 1 - p$ zeros on each side.`,
          ),
        }),
    },
  });
}

/** The way back as a convolution: its kernels and its padding. */
export function wayBackSteps(layer: Conv1dLayer, w: Named<Tensor>): Step<unknown>[] {
  const { gradientPadding } = layer;
  return [
    kernelsStep(layer, w),
    ...(gradientPadding === undefined ? [] : [paddingStep(layer, gradientPadding)]),
  ];
}
