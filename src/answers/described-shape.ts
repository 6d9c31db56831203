import { formatShape, type Shape } from '../engine/tensor.js';

const article = (text: string): string => (/^(?:8|1[18](?!\d))/.test(text) ? 'an' : 'a');

/** A shape in words: "a 3×4 matrix", "a vector of 5". */
export function describeShape(shape: Shape): string {
  if (shape.length === 0) return 'a single number';
  if (shape.length === 1) return `a vector of ${shape[0]!}`;
  const sizes = formatShape(shape);
  return `${article(sizes)} ${sizes} ${shape.length === 2 ? 'matrix' : 'tensor'}`;
}
