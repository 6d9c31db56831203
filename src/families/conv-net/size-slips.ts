import { spanOf, unpoolSize } from '../../engine/conv-size.js';
import { slip } from '../../engine/worksheet.js';
import type { Named, SlipAt } from '../../engine/worksheet.js';
import type { Shape } from '../../engine/tensor.js';
import type { Axis, Layer, TransposedAxis } from '../../engine/layers/layer.js';
import { axesWritten, sizesWritten, spatialOf } from '../../engine/layers/layout.js';
import { slidingOn, slidingWritten, transposedRule, windowRule } from '../../engine/layers/size-rule.js';
import type { AxisRule } from '../../engine/layers/size-rule.js';
import type { Place } from './place.js';

interface WrongRule {
  readonly rules: readonly AxisRule[];
  readonly hint: string;
}
type WrongRules = Record<string, WrongRule>;

const zeroPadded = <A extends { padding: unknown }>(axis: A): A & { padding: number } => ({
  ...axis,
  padding: 0,
});
const counted = (axis: Axis): Axis & { padding: number } =>
  axis.padding === 'same' ? zeroPadded(axis) : { ...axis, padding: axis.padding };

/** At least one position: a wrong formula on a small map must still give a size. */
const positions = (room: number, stride: number): number => Math.max(Math.floor(room / stride) + 1, 1);
const wrongWindow = (axis: Axis & { padding: number }, sides = 2): AxisRule => ({
  size: (input) => positions(input + sides * axis.padding - spanOf(axis), axis.stride),
  show: (input) => slidingWritten(input, axis, 'floor', sides),
});

function windowSlips(
  layer: Extract<Layer, { kind: 'conv' | 'pool' }>,
  { input, conventions }: Place,
): WrongRules {
  const { axes, kind } = layer;
  const spatial = spatialOf(input, conventions.layout);
  const made: WrongRules = {};
  const some = (test: (axis: Axis) => boolean): boolean => axes.some(test);
  const steps = axes.map((axis, index) => {
    const window = slidingOn(spatial[index]!, axis);
    return (spatial[index]! + window.before + window.after - spanOf(axis)) / axis.stride;
  });
  if (some(({ padding }) => padding !== 'same' && padding > 0))
    made['padded-one-side'] = {
      rules: axes.map((axis) => wrongWindow(counted(axis), 1)),
      hint: 'You added the padding once. It goes on both sides of the map, so the size grows by $2p$ before the window slides.',
    };
  if (some(({ padding }) => padding === 'same' || padding > 0))
    made['ignored-padding'] = {
      rules: axes.map((axis) => wrongWindow(zeroPadded(axis))),
      hint: 'You slid the window over the map without its padding. The layer pads first: use $i + 2p$ in place of $i$.',
    };
  if (some(({ stride }) => stride > 1)) {
    made['ignored-stride'] = {
      rules: axes.map((axis) => wrongWindow({ ...counted(axis), stride: 1 })),
      hint:
        kind === 'pool'
          ? 'You moved the pooling window by one position at a time. It moves by its stride $s$ (its own size where none is stated), so divide by $s$.'
          : 'You moved the window by one position at a time. It moves by the stride $s$, so divide by $s$ before adding 1.',
    };
    if (some(({ padding }) => padding !== 'same'))
      made['divided-by-stride'] = {
        rules: axes.map(({ stride }) => ({
          size: (input) => Math.max(Math.floor(input / stride), 1),
          show: (input) => `\\left\\lfloor \\frac{${input}}{${stride}} \\right\\rfloor`,
        })),
        hint: "You divided the size by the stride. That is right for 'same' padding only; here the size is $\\lfloor (i + 2p - k)/s \\rfloor + 1$.",
      };
  }
  if (steps.every((step) => step >= 1))
    made['dropped-plus-one'] = {
      rules: axes.map((axis) => ({
        size: (input) => Math.max(windowRule(axis, 'floor', kind).size(input) - 1, 1),
        show: (input) => `${windowRule(axis, 'floor', kind).show(input)} - 1`,
      })),
      hint: 'You counted the steps of the window. Its positions are one more, the one it starts from: $\\lfloor (i + 2p - k)/s \\rfloor + 1$.',
    };
  if (kind === 'conv' && some(({ padding }) => padding !== 'same'))
    made['kept-input-size'] = {
      rules: axes.map(() => ({ size: (input) => input, show: (input) => input })),
      hint: 'You kept the size of the input. Only enough padding does that; with padding $p$ and stride 1 the map changes by $2p - (k - 1)$.',
    };
  if (some(({ dilation }) => dilation > 1)) {
    made['ignored-dilation'] = {
      rules: axes.map((axis) => wrongWindow({ ...counted(axis), dilation: 1 })),
      hint: 'You used the kernel as if its taps were neighbours. Dilation $d$ spreads them: the kernel spans $d(k - 1) + 1$ positions.',
    };
    made['multiplied-kernel-by-dilation'] = {
      rules: axes.map((axis) =>
        wrongWindow({ ...counted(axis), kernel: axis.kernel * axis.dilation, dilation: 1 }),
      ),
      hint: 'You took $d\\cdot k$ for the span of the dilated kernel. There are only $k - 1$ gaps, so it spans $d(k - 1) + 1$ positions.',
    };
  }
  if (
    layer.rounding !== 'exact' &&
    steps.some((step) => !Number.isInteger(step)) &&
    some(({ padding }) => padding !== 'same')
  )
    made['kept-fraction'] = {
      rules: axes.map((axis) => ({
        size: (input) => Math.max((input + 2 * counted(axis).padding - spanOf(axis)) / axis.stride + 1, 1),
        show: (input) => slidingWritten(input, counted(axis), 'exact'),
      })),
      hint: 'You kept the fraction. A size is a whole number of positions; this problem says how it is rounded, $\\lfloor\\cdot\\rfloor$ unless stated.',
    };
  if (kind === 'pool' && layer.rounding === 'floor' && steps.some((step) => !Number.isInteger(step)))
    made['rounded-pool-up'] = {
      rules: axes.map((axis) => windowRule(axis, 'ceil', 'pool')),
      hint: 'You rounded the size of the pooled map up. Here a last, partial window is dropped: use $\\lfloor\\cdot\\rfloor$.',
    };
  return made;
}

function transposedSlips(axes: readonly TransposedAxis[]): WrongRules {
  const made: WrongRules = {};
  const plain = axes.every(({ padding }) => typeof padding === 'number');
  const alter = (change: (axis: TransposedAxis) => Partial<TransposedAxis>): AxisRule[] =>
    axes.map((axis) => transposedRule({ ...axis, ...change(axis) }));
  made['used-convolution-formula'] = {
    rules: axes.map((axis) =>
      wrongWindow({ ...axis, padding: typeof axis.padding === 'number' ? axis.padding : 0 }),
    ),
    hint: 'You used the size formula of a convolution. A transposed convolution goes the other way and enlarges: $(i - 1)s - 2p + d(k - 1) + o_p + 1$.',
  };
  if (axes.some(({ outputPadding }) => outputPadding > 0))
    made['dropped-output-padding'] = {
      rules: alter(() => ({ outputPadding: 0 })),
      hint: 'You left out the output padding. With stride $s$ several sizes are possible, and $o_p$ picks one: add it at the end.',
    };
  if (plain && axes.some(({ padding }) => padding !== 0))
    made['ignored-padding'] = {
      rules: alter(() => ({ padding: 0 })),
      hint: 'You left out the padding. In a transposed convolution it cuts the output: subtract $2p$.',
    };
  return made;
}

function unpoolSlips(layer: Extract<Layer, { kind: 'max-unpool' }>): WrongRules {
  const made: WrongRules = {
    'used-pooling-formula': {
      rules: layer.axes.map((axis) => wrongWindow(axis)),
      hint: 'You used the size formula of a pool. Unpooling undoes one and enlarges: $(i - 1)s - 2p + k$.',
    },
  };
  if (layer.output)
    made['ignored-stated-size'] = {
      rules: layer.axes.map((axis) => ({
        size: (input) => unpoolSize(input, { ...axis, before: axis.padding, after: axis.padding }),
        show: (input) => `(${input} - 1) \\cdot ${axis.stride} - 2 \\cdot ${axis.padding} + ${axis.kernel}`,
      })),
      hint: 'You computed the size from the window. Several sizes pool to the same one, so the problem states which is meant.',
    };
  return made;
}

function wrongRules(place: Place): WrongRules {
  const { layer } = place;
  if (layer.kind === 'conv' || layer.kind === 'pool') return windowSlips(layer, place);
  if (layer.kind === 'transposed-conv') return transposedSlips(layer.axes);
  if (layer.kind === 'max-unpool') return unpoolSlips(layer);
  return {};
}

/** Wrong ways to the spatial size of a layer's output. */
export function sizeSlips(place: Place, input: Named<Shape>): Record<string, SlipAt<Shape>> {
  const { layout } = place.conventions;
  return Object.fromEntries(
    Object.entries(wrongRules(place)).map(([name, { rules, hint }]) => [
      name,
      slip({
        needs: { input },
        run: (read): Shape => spatialOf(read.input, layout).map((size, axis) => rules[axis]!.size(size)),
        show: (written) =>
          sizesWritten(
            spatialOf(axesWritten(written.input), layout).map((size, axis) => rules[axis]!.show(size)),
          ),
        hint,
      }),
    ]),
  );
}
