import { logSoftmax, sigmoid, softmax, softplus } from './activation.js';
import { DomainError } from './domain-error.js';

export const lossNames = ['squared-error', 'binary-cross-entropy', 'cross-entropy'] as const;
export type LossName = (typeof lossNames)[number];

/** A weight times the logarithm of a probability; nothing where the weight is 0. */
export function weightedLog(weight: number, probability: number): number {
  if (weight === 0) return 0;
  if (!(probability > 0)) throw new DomainError(`the logarithm of ${probability} would be taken`);
  return weight * Math.log(probability);
}

const sum = (terms: readonly number[]): number => terms.reduce((total, term) => total + term, 0);

/**
 * Loss of one example, summed over its outputs, in natural logarithms: `fromOutput` reads the outputs as they
 * stand, `fromLogits` the values before sigmoid or softmax, where saturated units lose no digits.
 */
export interface ExampleLoss {
  readonly fromOutput: (output: readonly number[], target: readonly number[]) => number;
  readonly fromLogits?: (z: readonly number[], target: readonly number[]) => number;
  /** ∂L/∂output. */
  readonly gradient: (output: readonly number[], target: readonly number[]) => number[];
  /** The same from the values before the activation. */
  readonly gradientFromLogits?: (z: readonly number[], target: readonly number[]) => number[];
  /** ∂L/∂z for the activation that belongs to the loss. */
  readonly logitGradient?: (z: readonly number[], target: readonly number[]) => number[];
}

const quotient = (numerator: number, divisor: number): number => {
  if (numerator === 0) return 0;
  if (divisor === 0) throw new DomainError('a probability of 0 would be divided by');
  return numerator / divisor;
};

/** e^x, refused where it leaves the range of doubles. */
const power = (x: number): number => {
  const value = Math.exp(x);
  if (value === Infinity) throw new DomainError('a probability too small to divide by');
  return value;
};

export const losses: Readonly<Record<LossName, ExampleLoss>> = {
  'squared-error': {
    fromOutput: (output, target) => sum(output.map((entry, index) => (entry - target[index]!) ** 2)),
    gradient: (output, target) => output.map((entry, index) => 2 * (entry - target[index]!)),
  },
  'binary-cross-entropy': {
    fromOutput: (output, target) =>
      -sum(output.map((p, index) => weightedLog(target[index]!, p) + weightedLog(1 - target[index]!, 1 - p))),
    fromLogits: (z, target) =>
      sum(
        z.map((entry, index) => target[index]! * softplus(-entry) + (1 - target[index]!) * softplus(entry)),
      ),
    gradient: (output, target) =>
      output.map((p, index) => quotient(1 - target[index]!, 1 - p) - quotient(target[index]!, p)),
    gradientFromLogits: (z, target) =>
      z.map((entry, index) => {
        const y = target[index]!;
        return (y === 1 ? 0 : (1 - y) * (1 + power(entry))) - (y === 0 ? 0 : y * (1 + power(-entry)));
      }),
    logitGradient: (z, target) =>
      z.map((entry, index) => (1 - target[index]!) * sigmoid(entry) - target[index]! * sigmoid(-entry)),
  },
  'cross-entropy': {
    fromOutput: (output, target) => -sum(output.map((p, index) => weightedLog(target[index]!, p))),
    fromLogits: (z, target) =>
      -sum(logSoftmax(z).map((entry, index) => (target[index] === 0 ? 0 : target[index]! * entry))),
    gradient: (output, target) => output.map((p, index) => 0 - quotient(target[index]!, p)),
    gradientFromLogits: (z, target) =>
      logSoftmax(z).map((entry, index) => (target[index] === 0 ? 0 : -target[index]! * power(-entry))),
    logitGradient: (z, target) => {
      const p = softmax(z);
      const others = (skip: number): number => sum(p.filter((_, index) => index !== skip));
      return p.map((entry, index) => (target[index] === 1 ? -others(index) : entry - target[index]!));
    },
  },
};
