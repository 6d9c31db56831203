import { sizeOf, type Shape } from '../engine/tensor.js';
import type { Json } from './answer-type.js';

/** Row-major entries as nested arrays. */
export function nest(shape: Shape, entries: readonly Json[]): Json {
  if (shape.length === 0) return entries[0] ?? null;
  const [size, ...inner] = shape;
  const stride = sizeOf(inner);
  return Array.from({ length: size! }, (_, index) =>
    nest(inner, entries.slice(index * stride, (index + 1) * stride)),
  );
}

/** Entries as LaTeX: a row for a vector, a matrix, and a bracket of matrices beyond. */
export function typesetGrid(shape: Shape, entries: readonly string[]): string {
  if (shape.length === 0) return entries[0] ?? '';
  if (shape.length > 2) {
    const [size, ...inner] = shape;
    const stride = sizeOf(inner);
    const parts = Array.from({ length: size! }, (_, index) =>
      typesetGrid(inner, entries.slice(index * stride, (index + 1) * stride)),
    );
    return `\\left[${parts.join(',\\, ')}\\right]`;
  }
  const columns = shape.at(-1)!;
  const rows = Array.from({ length: shape.length === 1 ? 1 : shape[0]! }, (_, row) =>
    entries.slice(row * columns, (row + 1) * columns).join(' & '),
  );
  return `\\begin{bmatrix} ${rows.join(' \\\\ ')} \\end{bmatrix}`;
}
