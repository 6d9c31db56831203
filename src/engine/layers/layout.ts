import { sameShape } from '../tensor.js';
import type { Shape } from '../tensor.js';

export type Layout = 'channels-first' | 'channels-last';

/** The channels of a feature map; of a vector, its length. */
export const channelsOf = (shape: Shape, layout: Layout): number =>
  layout === 'channels-first' || shape.length === 1 ? shape[0]! : shape.at(-1)!;

/** Height and width (or the one or three axes there are). */
export const spatialOf = <T>(shape: readonly T[], layout: Layout): T[] =>
  layout === 'channels-first' ? shape.slice(1) : shape.slice(0, -1);

export const featureMap = <T>(channels: T, spatial: readonly T[], layout: Layout): T[] =>
  layout === 'channels-first' ? [channels, ...spatial] : [...spatial, channels];

/** A map with its channels at the other end is read as the map it is, so that what follows stays right. */
export function uprightMap(shape: Shape, key: Shape, layout: Layout): Shape {
  const turned =
    layout === 'channels-first' ? [shape.at(-1)!, ...shape.slice(0, -1)] : [...shape.slice(1), shape[0]!];
  return shape.length > 2 && sameShape(turned, key) ? key : shape;
}

/** The shape of a vector under the problem's way of writing vectors. */
export const vectorShape = (length: number, vectors: 'flat' | 'column'): Shape =>
  vectors === 'column' ? [length, 1] : [length];

/** The axes of a shape written as LaTeX. */
export const axesWritten = (shape: string): string[] =>
  shape
    .replace(/[()[\]]|\\left|\\right/g, '')
    .split(/\\times|(?<!\\),(?!\})/)
    .map((axis) => axis.trim())
    .filter((axis) => axis !== '');

/** A shape's axes as a product, in LaTeX. */
export const productWritten = (shape: string): string => axesWritten(shape).join(' \\cdot ');
export const shapeWritten = (axes: readonly (string | number)[]): string => axes.join(' \\times ');

/** Sizes of the axes as one product of sizes, those that are sums or quotients in parentheses. */
export const sizesWritten = (axes: readonly string[]): string =>
  shapeWritten(axes.map((axis) => (/^\d+$/.test(axis) ? axis : `\\left(${axis}\\right)`)));

/** The channel axis of a shape written as LaTeX. */
export const channelsWritten = (shape: string, layout: Layout): string => {
  const axes = axesWritten(shape);
  return (layout === 'channels-first' ? axes[0] : axes.at(-1)) ?? '';
};

/** Height times width of a shape written as LaTeX; 1 of a vector. */
export const positionsWritten = (shape: string, layout: Layout): string =>
  spatialOf(axesWritten(shape), layout).join(' \\cdot ') || '1';
