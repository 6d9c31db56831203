import { DomainError } from '../../engine/domain-error.js';
import { formatShape, isTensor, sameShape, type Tensor } from '../../engine/tensor.js';

/** What a formula reads and gives. */
export type Value = number | Tensor;

export const isValue = (value: unknown): value is Value => typeof value === 'number' || isTensor(value);

export const isFiniteValue = (value: Value): boolean =>
  typeof value === 'number' ? Number.isFinite(value) : value.data.every(Number.isFinite);

export const typeOfValue = (value: Value): 'number' | 'vector' | 'matrix' | 'tensor' =>
  typeof value === 'number'
    ? 'number'
    : value.shape.length === 1
      ? 'vector'
      : value.shape.length === 2
        ? 'matrix'
        : 'tensor';

export const describeValue = (value: Value): string => {
  if (typeof value === 'number') return 'a number';
  if (value.shape.length === 1) return `a vector of ${value.shape[0]}`;
  return `a ${formatShape(value.shape)} ${value.shape.length === 2 ? 'matrix' : 'tensor'}`;
};

/** Applies a function of numbers entry by entry; numbers go with every entry, tensors must agree in shape. */
export function applyEach(apply: (...entries: number[]) => number, inputs: readonly Value[]): Value {
  if (inputs.every((input) => typeof input === 'number')) return apply(...inputs);
  const tensors = inputs.filter(isTensor);
  const [{ shape }] = tensors as [Tensor];
  const odd = tensors.find((other) => !sameShape(other.shape, shape));
  if (odd)
    throw new DomainError(
      `${describeValue(tensors[0]!)} and ${describeValue(odd)} do not go together entry by entry`,
    );
  const data = Float64Array.from({ length: tensors[0]!.data.length }, (_, offset) =>
    apply(...inputs.map((input) => (typeof input === 'number' ? input : input.data[offset]!))),
  );
  return { shape, data };
}
