import { DomainError } from '../../engine/domain-error.js';
import { formatShape, map, matmul, tensor, transpose, type Tensor } from '../../engine/tensor.js';
import { fromColumns, toColumns, type Network } from './network.js';

/** Adds one number a unit to every example, in columns. */
export function addBias(columns: Tensor, bias: Tensor): Tensor {
  const [units, examples] = [columns.shape[0]!, columns.shape[1]!];
  if (bias.shape[0] !== units)
    throw new DomainError(`a bias of ${formatShape(bias.shape)} does not fit ${units} units`);
  return map(columns, (entry, offset) => entry + bias.data[Math.floor(offset / examples)]!);
}

/** W·x in the problem's layout. */
export const multiply = (network: Network, weights: Tensor, x: Tensor): Tensor =>
  fromColumns(network, matmul(weights, toColumns(network, x)));

/** W·x + b in the problem's layout. */
export const preactivation = (
  network: Network,
  weights: Tensor,
  bias: Tensor | undefined,
  x: Tensor,
): Tensor => {
  const product = matmul(weights, toColumns(network, x));
  return fromColumns(network, bias ? addBias(product, bias) : product);
};

/** δ·xᵀ, summed over the examples. */
export const outer = (network: Network, delta: Tensor, x: Tensor): Tensor =>
  matmul(toColumns(network, delta), transpose(toColumns(network, x)));

/** δ summed over the examples: one number a unit. */
export function sumOverExamples(network: Network, delta: Tensor): Tensor {
  const columns = toColumns(network, delta);
  const [units, examples] = [columns.shape[0]!, columns.shape[1]!];
  const sums = new Float64Array(units);
  columns.data.forEach((entry, offset) => (sums[Math.floor(offset / examples)]! += entry));
  return tensor([units], sums);
}
