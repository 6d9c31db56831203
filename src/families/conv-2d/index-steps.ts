import { outputShapeOf } from '../../engine/conv-layer.js';
import { spanOf } from '../../engine/conv-size.js';
import { outputShape } from '../../engine/convolve.js';
import type { IndexRange } from '../../engine/places.js';
import type { Shape } from '../../engine/tensor.js';
import { slip, step, type SlipAt, type Step } from '../../engine/worksheet.js';
import type { Conv2dLayer } from './layer.js';

/** First and last index of `count` entries. */
const indices = (count: number, origin: number): IndexRange => ({ from: origin, to: count - 1 + origin });

/** The limits of one index of the kernel. */
function rangeStep({ conv, given }: Conv2dLayer, axis: 0 | 1): Step<IndexRange> {
  const letter = `k_${axis + 1}`;
  const rows = axis === 0 ? 'rows' : 'columns';
  const { origin } = given;
  const outputs = outputShape(conv.inputShape, conv.kernelShape, conv)[axis + 2]!;
  const taps = conv.kernelShape[axis + 2]!;
  const size = conv.inputShape[axis + 2]!;
  const write = ({ from, to }: IndexRange): string => `${from} \\le ${letter} \\le ${to}`;
  const wrong = (range: IndexRange, hint: string): SlipAt<IndexRange> =>
    slip({ needs: {}, run: () => range, show: () => write(range), hint });
  const starts = `Here indices start at ${origin}`;
  return step({
    name: `kernel-${rows}`,
    type: 'index-range',
    symbol: letter,
    needs: {},
    run: () => indices(taps, origin),
    show: () => `${origin}, \\ldots, ${taps}${origin === 0 ? ' - 1' : ''}`,
    slips: {
      [origin === 0 ? 'counted-from-one' : 'counted-from-zero']: wrong(
        indices(taps, 1 - origin),
        `You counted the ${rows} of the kernel from ${1 - origin}. ${starts}.`,
      ),
      ...(origin === 0 && {
        'included-the-size': wrong(
          { from: 0, to: taps },
          `You let $${letter}$ run up to the number of ${rows}. Counting starts at 0, so the last index is one less.`,
        ),
      }),
      ...(size !== taps && {
        'ranged-over-the-input': wrong(
          indices(size, origin),
          `You let $${letter}$ run over the ${rows} of $X$; it is an index of $W$, so it runs over the ${rows} of the kernel.`,
        ),
      }),
      ...(outputs !== taps &&
        outputs !== size && {
          'ranged-over-the-output': wrong(
            indices(outputs, origin),
            `You let $${letter}$ run over the ${rows} of $Z$; it is an index of $W$, so it runs over the ${rows} of the kernel.`,
          ),
        }),
    },
  });
}

const written = (sizes: readonly (string | number)[]): string => sizes.join(' \\times ');

/** The shape of the output, in the problem's layout. */
function sizeStep({ conv }: Conv2dLayer): Step<Shape> {
  const { windows, inputShape, kernelShape } = conv;
  const shape = outputShapeOf(conv);
  const { batch, channels } = conv.values;
  const places = [...shape.keys()].slice(-2).map((axis) => (channels === 'last' ? axis - 1 : axis));
  const channelAxis = channels === 'last' ? shape.length - 1 : Number(batch);
  const along = (axis: number): string => {
    const { stride, before, after } = windows[axis]!;
    const padding = before + after === 0 ? '' : ` + ${before + after}`;
    const room = `${inputShape[axis + 2]!}${padding} - ${spanOf(windows[axis]!)}`;
    const steps = stride === 1 ? room : `\\left\\lfloor \\frac{${room}}{${stride}} \\right\\rfloor`;
    return `(${steps} + 1)`;
  };
  const put = <T>(entries: readonly T[], change: (axis: number, entry: T) => T): T[] =>
    entries.map((entry, axis) => (places.includes(axis) ? change(places.indexOf(axis), entry) : entry));
  const right = put<string | number>(shape, (axis) => along(axis));
  const room = (axis: number): number =>
    (inputShape[axis + 2]! + windows[axis]!.before + windows[axis]!.after - spanOf(windows[axis]!)) /
    windows[axis]!.stride;
  const wrong = (sizes: Shape, hint: string): SlipAt<Shape> =>
    slip({ needs: {}, run: (): Shape => sizes, show: () => written(sizes), hint });
  const kept = shape.map((size, axis) => (axis === channelAxis ? inputShape[1]! : size));
  return step({
    name: 'output-size',
    type: 'shape',
    symbol: `\\operatorname{size}(Z)`,
    needs: {},
    run: (): Shape => shape,
    show: () => written(right),
    slips: {
      ...(places.every((axis) => shape[axis]! > 1) && {
        'dropped-plus-one': wrong(
          put(shape, (_, size) => size - 1),
          'You counted the steps of the kernel. Its positions are one more, the one it starts from.',
        ),
      }),
      ...(!places.every((_, axis) => Number.isInteger(room(axis))) && {
        'rounded-up': wrong(
          put(shape, (axis) => Math.ceil(room(axis)) + 1),
          'You rounded up. A last step that would leave the input is not made: use $\\lfloor\\cdot\\rfloor$.',
        ),
      }),
      ...(channels !== 'none' &&
        inputShape[1] !== kernelShape[0] && {
          'kept-input-channels': wrong(
            kept,
            'You kept the channels of the input. The output has one channel for each filter.',
          ),
        }),
      ...(shape[places[0]!] !== shape[places[1]!] && {
        'swapped-height-and-width': wrong(
          put(shape, (axis) => shape[places[1 - axis]!]!),
          'You exchanged height and width. The height, the number of rows, comes first.',
        ),
      }),
    },
  });
}

/** The limits of the sums and the size of the output. */
export const indexSteps = (layer: Conv2dLayer): Step<unknown>[] => [
  rangeStep(layer, 0),
  rangeStep(layer, 1),
  sizeStep(layer),
];
