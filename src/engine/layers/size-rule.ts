import {
  convSize,
  dropsWindow,
  kerasTransposedSize,
  poolSize,
  samePadding,
  transposedSize,
  unpoolSize,
} from '../conv-size.js';
import type { Rounding, Sliding } from '../conv-size.js';
import type { Axis, Layer, TransposedAxis } from './layer.js';

/** Output size of one axis from its input size, as a number and written as LaTeX. */
export interface AxisRule {
  readonly size: (input: number) => number;
  readonly show: (input: string) => string;
}

/** The window on an input of this size; the padding of 'same' depends on it. */
export const slidingOn = (size: number, { padding, ...window }: Axis): Sliding =>
  padding === 'same' ? samePadding(size, window) : { ...window, before: padding, after: padding };

const spanWritten = ({ kernel, dilation }: Pick<Axis, 'kernel' | 'dilation'>): string =>
  dilation === 1 ? `- ${kernel}` : `- ${dilation} \\cdot (${kernel} - 1) - 1`;

const rounded = (fraction: string, rounding: Rounding): string =>
  rounding === 'exact' ? fraction : `\\left\\l${rounding} ${fraction} \\right\\r${rounding}`;

/** ⌊(i + 2p − d(k − 1) − 1)/s⌋ + 1 written with its numbers. */
export const slidingWritten = (
  input: string,
  axis: Axis & { padding: number },
  rounding: Rounding,
  sides = 2,
): string => {
  const padded = sides === 2 ? `2 \\cdot ${axis.padding}` : `${axis.padding}`;
  return `${rounded(`\\frac{${input} + ${padded} ${spanWritten(axis)}}{${axis.stride}}`, rounding)} + 1`;
};

/** `exact` is checked on the givens; on a size that is wrong already, a partial step is dropped. */
export function windowRule(axis: Axis, rounding: Rounding, kind: 'conv' | 'pool'): AxisRule {
  const { padding } = axis;
  const size = kind === 'pool' ? poolSize : convSize;
  const tolerant = rounding === 'exact' ? 'floor' : rounding;
  return {
    size: (input) => size(input, slidingOn(input, axis), tolerant),
    show: (input) => {
      if (padding === 'same') return `\\left\\lceil \\frac{${input}}{${axis.stride}} \\right\\rceil`;
      const written = slidingWritten(input, { ...axis, padding }, rounding);
      return kind === 'pool' && dropsWindow(Number(input), slidingOn(Number(input), axis), rounding)
        ? `${written} - \\underbrace{1}_{\\text{starts outside}}`
        : written;
    },
  };
}

export function transposedRule(axis: TransposedAxis): AxisRule {
  const { padding, stride, outputPadding } = axis;
  if (padding === 'same')
    return { size: (input) => input * stride, show: (input) => `${input} \\cdot ${stride}` };
  if (padding === 'valid')
    return {
      size: (input) => kerasTransposedSize(input, axis, 'valid'),
      show: (input) => `${input} \\cdot ${stride} + ${kerasTransposedSize(0, axis, 'valid')}`,
    };
  return {
    size: (input) => transposedSize(input, { ...axis, before: padding, after: padding }, outputPadding),
    show: (input) =>
      `(${input} - 1) \\cdot ${stride} - 2 \\cdot ${padding} + ${axis.dilation} \\cdot (${axis.kernel} - 1) + ${outputPadding} + 1`,
  };
}

export function unpoolRule(axis: Axis & { padding: number }, stated?: number): AxisRule {
  if (stated !== undefined) return { size: () => stated, show: () => `${stated}` };
  return {
    size: (input) => unpoolSize(input, { ...axis, before: axis.padding, after: axis.padding }),
    show: (input) => `(${input} - 1) \\cdot ${axis.stride} - 2 \\cdot ${axis.padding} + ${axis.kernel}`,
  };
}

const fixedRule = (size: number): AxisRule => ({ size: () => size, show: () => `${size}` });

/** How a layer changes each spatial axis; undefined for layers that leave them alone. */
export function sizeRules(layer: Layer): AxisRule[] | undefined {
  switch (layer.kind) {
    case 'conv':
    case 'pool':
      return layer.axes.map((axis) => windowRule(axis, layer.rounding, layer.kind));
    case 'transposed-conv':
      return layer.axes.map(transposedRule);
    case 'max-unpool':
      return layer.axes.map((axis, index) => unpoolRule(axis, layer.output?.[index]));
    case 'adaptive-pool':
      return layer.output.map(fixedRule);
    default:
      return undefined;
  }
}
