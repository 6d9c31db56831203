import { DomainError } from '../../engine/domain-error.js';
import {
  formatShape,
  map,
  matmul,
  sameShape,
  tensor,
  transpose,
  zeros,
  zip,
  type Tensor,
} from '../../engine/tensor.js';

/** A number or a matrix; a vector is a column. */
export type MatrixValue = number | Tensor;

export const isNumber = (value: MatrixValue): value is number => typeof value === 'number';

/** The number in a 1×1 matrix, such as xᵀy, which multiplies like any number. */
export const asNumber = (value: MatrixValue): number | undefined =>
  isNumber(value) ? value : value.data.length === 1 ? value.data[0]! : undefined;

export const describe = (value: MatrixValue): string =>
  isNumber(value) ? 'a number' : `${formatShape(value.shape)}`;

/** Entry by entry; a number goes with every entry. */
export function eachOf(
  a: MatrixValue,
  b: MatrixValue,
  apply: (a: number, b: number) => number,
  clash: () => string,
): MatrixValue {
  if (isNumber(a)) return isNumber(b) ? apply(a, b) : map(b, (entry) => apply(a, entry));
  if (isNumber(b)) return map(a, (entry) => apply(entry, b));
  if (!sameShape(a.shape, b.shape)) throw new DomainError(clash());
  return zip(a, b, apply);
}

export function product(a: MatrixValue, b: MatrixValue, clash: () => string): MatrixValue {
  if (isNumber(a) || isNumber(b)) return eachOf(a, b, (left, right) => left * right, clash);
  if (a.shape[1] === b.shape[0]) return matmul(a, b);
  const [left, right] = [asNumber(a), asNumber(b)];
  if (left !== undefined) return map(b, (entry) => left * entry);
  if (right !== undefined) return map(a, (entry) => entry * right);
  throw new DomainError(clash());
}

export const turned = (value: MatrixValue): MatrixValue => (isNumber(value) ? value : transpose(value));

/** The diagonal matrix of a column or row. */
export function diagonal(value: MatrixValue): Tensor {
  if (isNumber(value) || !value.shape.includes(1))
    throw new DomainError(
      `diag takes a vector, not ${isNumber(value) ? 'a number' : `a ${describe(value)} matrix`}`,
    );
  const size = value.data.length;
  const result = zeros([size, size]);
  value.data.forEach((entry, place) => (result.data[place * (size + 1)] = entry));
  return result;
}

export const lengthOf = (value: MatrixValue): number =>
  isNumber(value) ? Math.abs(value) : Math.hypot(...value.data);

/** The inverse by elimination with row exchanges; NaN where there is none. */
export function inverse(value: MatrixValue): MatrixValue {
  if (isNumber(value)) return 1 / value;
  const [size, columns] = value.shape as [number, number];
  if (size !== columns) throw new DomainError(`a ${describe(value)} matrix has no inverse`);
  const rows = Array.from({ length: size }, (_, row) => [
    ...value.data.slice(row * size, (row + 1) * size),
    ...Array.from({ length: size }, (_, column) => (column === row ? 1 : 0)),
  ]);
  for (let pivot = 0; pivot < size; pivot++) {
    let best = pivot;
    for (let row = pivot; row < size; row++)
      if (Math.abs(rows[row]![pivot]!) > Math.abs(rows[best]![pivot]!)) best = row;
    [rows[pivot], rows[best]] = [rows[best]!, rows[pivot]!];
    const scale = rows[pivot]![pivot]!;
    rows[pivot] = rows[pivot]!.map((entry) => entry / scale);
    for (let row = 0; row < size; row++) {
      if (row === pivot) continue;
      const factor = rows[row]![pivot]!;
      rows[row] = rows[row]!.map((entry, column) => entry - factor * rows[pivot]![column]!);
    }
  }
  return tensor(
    [size, size],
    rows.flatMap((row) => row.slice(size)),
  );
}
