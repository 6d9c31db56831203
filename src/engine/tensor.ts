import { DomainError } from './domain-error.js';

/** Sizes of a tensor's axes, outermost first. */
export type Shape = readonly number[];

/** Nested arrays of numbers, as JSON and YAML write a tensor. */
export type Nested = number | readonly Nested[];

/** A tensor of any rank: row-major values on a flat typed array. */
export interface Tensor {
  readonly shape: Shape;
  readonly data: Float64Array;
}

export const sizeOf = (shape: Shape): number => shape.reduce((size, axis) => size * axis, 1);

export const formatShape = (shape: Shape): string => (shape.length === 0 ? 'scalar' : shape.join('×'));

export const isTensor = (value: unknown): value is Tensor =>
  typeof value === 'object' && value !== null && (value as Tensor).data instanceof Float64Array;

export function tensor(shape: Shape, data: ArrayLike<number>): Tensor {
  if (sizeOf(shape) !== data.length)
    throw new DomainError(`${data.length} values do not fill the shape ${formatShape(shape)}`);
  return { shape, data: data instanceof Float64Array ? data : Float64Array.from(data) };
}

export const zeros = (shape: Shape): Tensor => ({ shape, data: new Float64Array(sizeOf(shape)) });

/** Nested arrays to a tensor; ragged rows are refused with the index of the odd one. */
export function fromNested(nested: Nested): Tensor {
  const shape: number[] = [];
  for (let level = nested; Array.isArray(level); level = level[0] as Nested) {
    shape.push(level.length);
    if (level.length === 0) break;
  }
  const data: number[] = [];
  const fill = (part: Nested, axis: number, path: string): void => {
    if (axis === shape.length) {
      if (typeof part !== 'number') throw new DomainError(`entry ${path} is deeper than the others`);
      data.push(part);
      return;
    }
    if (!Array.isArray(part) || part.length !== shape[axis]) {
      const found = Array.isArray(part) ? `${part.length} entries` : 'a single number';
      throw new DomainError(`row ${path || '[]'} has ${found}, the first has ${shape[axis]}`);
    }
    part.forEach((entry, index) => fill(entry as Nested, axis + 1, `${path}[${index}]`));
  };
  fill(nested, 0, '');
  return tensor(shape, data);
}

export function toNested({ shape, data }: Tensor): Nested {
  const build = (axis: number, offset: number, stride: number): Nested => {
    if (axis === shape.length) return data[offset]!;
    const inner = stride / shape[axis]!;
    return Array.from({ length: shape[axis]! }, (_, index) => build(axis + 1, offset + index * inner, inner));
  };
  return build(0, 0, data.length);
}

/** Row-major distance between neighbours along each axis. */
export function stridesOf(shape: Shape): number[] {
  const strides = new Array<number>(shape.length).fill(1);
  for (let axis = shape.length - 2; axis >= 0; axis--) strides[axis] = strides[axis + 1]! * shape[axis + 1]!;
  return strides;
}

export const offsetOf = (shape: Shape, index: readonly number[]): number => {
  const strides = stridesOf(shape);
  return index.reduce((offset, position, axis) => offset + position * strides[axis]!, 0);
};

export const at = (value: Tensor, ...index: number[]): number => value.data[offsetOf(value.shape, index)]!;

/** Index along every axis of the entry at a flat offset. */
export function indexOf(shape: Shape, offset: number): number[] {
  return stridesOf(shape).map((stride, axis) => Math.floor(offset / stride) % shape[axis]!);
}

export const map = (value: Tensor, each: (entry: number, offset: number) => number): Tensor => ({
  shape: value.shape,
  data: value.data.map(each),
});

export const sameShape = (a: Shape, b: Shape): boolean =>
  a.length === b.length && a.every((axis, index) => axis === b[index]);

/** Entrywise combination; shapes must agree exactly, and both are named when they do not. */
export function zip(a: Tensor, b: Tensor, each: (a: number, b: number) => number): Tensor {
  if (!sameShape(a.shape, b.shape))
    throw new DomainError(`shapes ${formatShape(a.shape)} and ${formatShape(b.shape)} do not match`);
  return map(a, (entry, offset) => each(entry, b.data[offset]!));
}

/** A tensor whose axes are those of `value` in the given order. */
export function permute(value: Tensor, order: readonly number[]): Tensor {
  if (order.length !== value.shape.length || value.shape.some((_, axis) => !order.includes(axis)))
    throw new DomainError(
      `the order ${order.join(', ')} of axes does not fit the shape ${formatShape(value.shape)}`,
    );
  const strides = stridesOf(value.shape);
  const shape = order.map((axis) => value.shape[axis]!);
  const steps = order.map((axis) => strides[axis]!);
  const result = zeros(shape);
  const index = new Array<number>(shape.length).fill(0);
  for (let target = 0, source = 0; target < result.data.length; target++) {
    result.data[target] = value.data[source]!;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      source += steps[axis]!;
      if (++index[axis]! < shape[axis]!) break;
      source -= steps[axis]! * shape[axis]!;
      index[axis] = 0;
    }
  }
  return result;
}

export const transpose = (matrix: Tensor): Tensor => permute(matrix, [1, 0]);

/** Matrix product of m×k and k×n; a vector counts as a column on the right. */
export function matmul(a: Tensor, b: Tensor): Tensor {
  const [rows, inner] = a.shape;
  const [other, columns = 1] = b.shape;
  if (a.shape.length !== 2 || b.shape.length > 2 || inner !== other)
    throw new DomainError(`a ${formatShape(a.shape)} matrix cannot multiply ${formatShape(b.shape)}`);
  const result = zeros(b.shape.length === 1 ? [rows!] : [rows!, columns]);
  for (let row = 0; row < rows!; row++)
    for (let column = 0; column < columns; column++) {
      let sum = 0;
      for (let k = 0; k < inner!; k++) sum += a.data[row * inner! + k]! * b.data[k * columns + column]!;
      result.data[row * columns + column] = sum;
    }
  return result;
}

/** The part of a tensor at fixed positions; `null` keeps the whole axis. */
export function slice(value: Tensor, index: readonly (number | null)[]): Tensor {
  if (index.length !== value.shape.length)
    throw new DomainError(`${index.length} indices do not address the shape ${formatShape(value.shape)}`);
  index.forEach((position, axis) => {
    if (position !== null && !(Number.isInteger(position) && position >= 0 && position < value.shape[axis]!))
      throw new DomainError(
        `index ${position} is outside axis ${axis} of the shape ${formatShape(value.shape)}`,
      );
  });
  const strides = stridesOf(value.shape);
  const start = index.reduce<number>(
    (offset, position, axis) => offset + (position ?? 0) * strides[axis]!,
    0,
  );
  const kept = index.flatMap((position, axis) => (position === null ? [axis] : []));
  const shape = kept.map((axis) => value.shape[axis]!);
  const result = zeros(shape);
  for (let target = 0; target < result.data.length; target++) {
    const inner = indexOf(shape, target);
    result.data[target] =
      value.data[inner.reduce((offset, position, axis) => offset + position * strides[kept[axis]!]!, start)]!;
  }
  return result;
}

export const isFinite = (value: Tensor): boolean => value.data.every(Number.isFinite);
