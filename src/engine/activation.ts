import { tensor, type Tensor } from './tensor.js';

export const activationNames = ['linear', 'sigmoid', 'tanh', 'relu', 'leaky-relu', 'softmax'] as const;
export type ActivationName = (typeof activationNames)[number];

/** An activation of one number, and its derivative both from z and from the activated value itself. */
export interface Activation {
  readonly value: (z: number) => number;
  readonly slopeAt: (z: number) => number;
  readonly slopeFrom: (output: number) => number;
}

/** 1 / (1 + e^−z), without overflow on either side. */
export function sigmoid(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const power = Math.exp(z);
  return power / (1 + power);
}

/** ln(1 + e^z), without overflow. */
export const softplus = (z: number): number => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

/** Conventions of the piecewise linear activations. */
export interface ActivationOptions {
  /** Slope of a leaky ReLU below 0. */
  readonly leak: number;
  /** What ReLU'(0) is taken to be. */
  readonly reluAtZero: number;
}

const sign = (below: number, at: number) => (z: number) => (z > 0 ? 1 : z < 0 ? below : at);

/** An activation that acts on each unit by itself. */
export function activation(name: Exclude<ActivationName, 'softmax'>, options: ActivationOptions): Activation {
  const { leak, reluAtZero } = options;
  switch (name) {
    case 'linear':
      return { value: (z) => z, slopeAt: () => 1, slopeFrom: () => 1 };
    case 'sigmoid':
      return {
        value: sigmoid,
        slopeAt: (z) => sigmoid(z) * sigmoid(-z),
        slopeFrom: (output) => output * (1 - output),
      };
    case 'tanh':
      return {
        value: Math.tanh,
        slopeAt: (z) => 1 / Math.cosh(z) ** 2,
        slopeFrom: (output) => 1 - output * output,
      };
    case 'relu': {
      const slope = sign(0, reluAtZero);
      return { value: (z) => Math.max(z, 0), slopeAt: slope, slopeFrom: slope };
    }
    case 'leaky-relu': {
      const slope = sign(leak, leak);
      return { value: (z) => (z > 0 ? z : leak * z), slopeAt: slope, slopeFrom: slope };
    }
  }
}

/** Logarithms of the softmax of a list; exact to rounding for saturated entries too. */
export function logSoftmax(z: readonly number[]): number[] {
  const top = z.indexOf(Math.max(...z));
  const rest = z.reduce((sum, entry, index) => (index === top ? sum : sum + Math.exp(entry - z[top]!)), 0);
  return z.map((entry) => entry - z[top]! - Math.log1p(rest));
}

export const softmax = (z: readonly number[]): number[] => logSoftmax(z).map(Math.exp);

/** Applies a function of lists to every column of an n×N matrix; it may read the same column of others. */
export function mapColumns(
  matrices: readonly [Tensor, ...Tensor[]],
  each: (...columns: number[][]) => readonly number[],
): Tensor {
  const [{ shape }] = matrices;
  const [rows, columns] = [shape[0]!, shape[1]!];
  const result = new Float64Array(rows * columns);
  for (let column = 0; column < columns; column++) {
    const lists = matrices.map(({ data }) =>
      Array.from({ length: rows }, (_, row) => data[row * columns + column]!),
    );
    each(...lists).forEach((entry, row) => (result[row * columns + column] = entry));
  }
  return tensor(shape, result);
}

/** ∂L/∂z of one softmax from ∂L/∂p: pᵢ(gᵢ − Σⱼ pⱼgⱼ). */
export function throughSoftmax(p: readonly number[], gradient: readonly number[]): number[] {
  const mean = p.reduce((sum, entry, index) => sum + entry * gradient[index]!, 0);
  return p.map((entry, index) => entry * (gradient[index]! - mean));
}
