import type { Tensor } from '../../engine/tensor.js';
import { at } from '../../engine/tensor.js';
import { toColumns, type Network } from './network.js';

/** Values of one example, first unit to last. */
export function exampleOf(network: Network, values: Tensor, example: number): number[] {
  const columns = toColumns(network, values);
  return Array.from({ length: columns.shape[0]! }, (_, unit) => at(columns, unit, example));
}

/** What the sum over outputs and examples is multiplied by. */
export function scaleOf({ given, layers, reduction, examples }: Network): number {
  const overOutputs = { sum: 1, mean: 1 / layers.at(-1)!.units, half: 1 / 2 }[reduction];
  const overExamples = given.batchReduction === 'mean' ? 1 / examples : 1;
  const logarithm = given.logBase === 'e' ? 1 : 1 / Math.log(given.logBase);
  return overOutputs * overExamples * logarithm;
}

/** The fractions before the sums in LaTeX; empty where nothing is divided. */
export function scaleText({ given, layers, reduction, examples }: Network): string {
  const outputs = layers.at(-1)!.units;
  const overOutputs = { sum: 1, mean: outputs, half: 2 }[reduction];
  const overExamples = given.batchReduction === 'mean' ? examples : 1;
  return [overExamples, overOutputs]
    .filter((count) => count !== 1)
    .map((count) => `\\frac{1}{${count}}`)
    .join(' ');
}
