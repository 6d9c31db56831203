import { toNested, permute, type Tensor } from '../../engine/tensor.js';
import { valuesPer } from './arithmetic.js';
import type { AxisLetter, BatchNormGiven } from './schema.js';

/** Answer type of a tensor of a rank. */
export const typeOfRank = (rank: number): 'vector' | 'matrix' | 'tensor' =>
  rank < 2 ? 'vector' : rank === 2 ? 'matrix' : 'tensor';

/** Longest sum that is still written out in numbers, and most sums beside each other. */
const shortSum = { terms: 6, rows: 4 };

const letters = (layout: readonly AxisLetter[]): string =>
  layout.map((letter) => letter.toLowerCase()).join(',');

/** `\sum_{n,h,w}` over the axes that are not kept. */
export const sumSign = (layout: readonly AxisLetter[], axes: readonly number[]): string =>
  `\\sum_{${letters(layout.filter((_, axis) => !axes.includes(axis)))}}`;

/** The subscript that names a statistic's position, empty where there is only one. */
export const subscript = (layout: readonly AxisLetter[], axes: readonly number[]): string =>
  axes.length === 0 ? '' : `_{${letters(axes.map((axis) => layout[axis]!))}}`;

/** One entry of the inputs, by its letters. */
export const entryOf = (layout: readonly AxisLetter[]): string => `z_{${letters(layout)}}`;

/** Sums over a small matrix in numbers, as a row of sums, else under a sum sign. */
export function writeSum(z: Tensor, layout: readonly AxisLetter[], axes: readonly number[]): string {
  const symbolic = `${sumSign(layout, axes)} ${entryOf(layout)}`;
  const terms = valuesPer(z, axes);
  if (z.shape.length > 2 || axes.length !== 1 || terms > shortSum.terms || z.shape[axes[0]!]! > shortSum.rows)
    return symbolic;
  if (z.data.some((entry) => !/^-?[\d.]{1,5}$/.test(String(entry)))) return symbolic;
  const rows = toNested(axes[0] === 0 ? z : permute(z, [1, 0])) as readonly (number | readonly number[])[];
  const term = (entry: number, place: number): string =>
    entry < 0 && place > 0 ? `(${entry})` : String(entry);
  return `\\begin{bmatrix}${rows.map((row) => [row].flat().map(term).join(' + ')).join(' & ')}\\end{bmatrix}`;
}

/** Symbols of the statistics that normalise, by mode. */
export const symbolsOf = (mode: BatchNormGiven['mode']): { mean: string; variance: string } =>
  mode === 'training'
    ? { mean: '\\mu', variance: '\\sigma^2' }
    : { mean: '\\mu_{\\text{run}}', variance: '\\sigma^2_{\\text{run}}' };
