import { convSize, spanOf, type Rounding } from './conv-size.js';

/** One axis of a convolution: o = round((i + 2p − d(k − 1) − 1)/s) + 1. */
export interface SizeRelation {
  readonly input: number;
  readonly kernel: number;
  readonly padding: number;
  readonly stride: number;
  readonly dilation: number;
  readonly output: number;
}
export type SizeTerm = keyof SizeRelation;

const sizeUnder = (
  { input, kernel, padding, stride, dilation }: SizeRelation,
  rounding: 'floor' | 'ceil',
): number => convSize(input, { kernel, stride, dilation, before: padding, after: padding }, rounding);

const fits = ({ input, kernel, padding, dilation }: SizeRelation): boolean =>
  input + 2 * padding >= spanOf({ kernel, dilation });

/** Whether the sizes fulfil the relation; `exact` asks that the stride leaves nothing over. */
export function holds(relation: SizeRelation, rounding: Rounding): boolean {
  if (!fits(relation)) return false;
  const { output } = relation;
  return rounding === 'exact'
    ? sizeUnder(relation, 'floor') === output && sizeUnder(relation, 'ceil') === output
    : sizeUnder(relation, rounding) === output;
}

/** The largest value an unknown can take: beyond it nothing fits, or the output is larger than asked. */
export function largestOf(
  unknown: SizeTerm,
  { input, kernel, padding, stride, dilation, output }: SizeRelation,
): number {
  const span = spanOf({ kernel, dilation });
  switch (unknown) {
    case 'kernel':
    case 'stride':
    case 'dilation':
      return input + 2 * padding;
    case 'padding':
    case 'input':
      return output * stride + span;
    case 'output':
      return input + 2 * padding + 1;
  }
}

/** Every value of the unknown, between bounds, that fulfils the relation; its own entry is not read. */
export function solveSize(
  relation: SizeRelation,
  unknown: SizeTerm,
  rounding: Rounding,
  bounds: { readonly from?: number | undefined; readonly to?: number | undefined } = {},
): number[] {
  const least = Math.max(bounds.from ?? 0, unknown === 'padding' ? 0 : 1);
  const most = Math.min(bounds.to ?? Infinity, largestOf(unknown, relation));
  const found: number[] = [];
  const tried: { -readonly [Term in SizeTerm]: number } = { ...relation };
  for (let value = least; value <= most; value++) {
    tried[unknown] = value;
    if (holds(tried, rounding)) found.push(value);
  }
  return found;
}
