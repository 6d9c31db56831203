import { mapColumns } from '../../engine/activation.js';
import { losses, type LossName } from '../../engine/loss.js';
import { map, type Tensor } from '../../engine/tensor.js';
import { activate, fromColumns, toColumns, type Network } from './network.js';
import { exampleOf, scaleOf } from './reduction.js';

/** What a loss reads: the last layer's values before and after its activation, and the target. */
export interface LossInputs {
  readonly z: Tensor;
  readonly output: Tensor;
  readonly target: Tensor;
}

const equal = (a: readonly number[], b: readonly number[]): boolean =>
  a.every((entry, index) => entry === b[index]);

/** Whether the outputs are what z gives, so that z may be read in their place without losing digits. */
const followZ = (network: Network, z: Tensor, output: Tensor): boolean => {
  const own = activate(network, network.layers.at(-1)!, z);
  return equal([...own.data], [...output.data]);
};

/** The reduced loss. */
export function lossValue(network: Network, loss: LossName, { z, output, target }: LossInputs): number {
  const { fromOutput, fromLogits } = losses[loss];
  const stable = fromLogits !== undefined && followZ(network, z, output);
  let total = 0;
  for (let example = 0; example < network.examples; example++) {
    const y = exampleOf(network, target, example);
    total += stable
      ? fromLogits(exampleOf(network, z, example), y)
      : fromOutput(exampleOf(network, output, example), y);
  }
  return scaleOf(network) * total;
}

type OfExample = (values: readonly number[], target: readonly number[]) => readonly number[];

const perExample = (network: Network, values: Tensor, target: Tensor, each: OfExample): Tensor => {
  const gradient = mapColumns([toColumns(network, values), toColumns(network, target)], (column, y) =>
    each(column!, y!),
  );
  const scale = scaleOf(network);
  return fromColumns(
    network,
    map(gradient, (entry) => scale * entry),
  );
};

/** ∂L/∂ŷ of the reduced loss. */
export function outputGradient(network: Network, loss: LossName, { z, output, target }: LossInputs): Tensor {
  const { gradient, gradientFromLogits } = losses[loss];
  return gradientFromLogits && followZ(network, z, output)
    ? perExample(network, z, target, gradientFromLogits)
    : perExample(network, output, target, gradient);
}

/** ∂L/∂z of the last layer for a cross-entropy after its own activation: ŷ − y, scaled. */
export function crossEntropyDelta(
  network: Network,
  loss: LossName,
  { z, output, target }: LossInputs,
): Tensor {
  const { logitGradient } = losses[loss];
  return logitGradient && followZ(network, z, output)
    ? perExample(network, z, target, logitGradient)
    : perExample(network, output, target, (p, y) => p.map((entry, index) => entry - y[index]!));
}

/** Any function of one example's outputs and target, scaled as the loss is. */
export const scaledPerExample = (network: Network, { output, target }: LossInputs, each: OfExample): Tensor =>
  perExample(network, output, target, each);
