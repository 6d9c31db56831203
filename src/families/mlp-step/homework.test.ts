import { describe, expect, test } from 'vitest';
import type { Tensor } from '../../engine/tensor.js';
import { evaluate, type EvaluateOptions } from '../../engine/evaluate.js';
import { mlpStep } from './index.js';
import { samples } from './samples.js';

const sheet = mlpStep.worksheet(mlpStep.given.parse(samples.homework));
const valuesOf = (step: string, options?: EvaluateOptions): number[] => {
  const value = evaluate(sheet, options).value(step);
  return typeof value === 'number' ? [value] : [...(value as Tensor).data];
};
const expectClose = (found: number[], expected: readonly number[], within: number): void => {
  expect(found).toHaveLength(expected.length);
  expected.forEach((entry, index) => expect(Math.abs(found[index]! - entry)).toBeLessThanOrEqual(within));
};

// Published for this network (input (0, 1), target 1, rate 0.1), to the digits printed.
const published: readonly [step: string, values: readonly number[], within: number][] = [
  ['layer1.preactivation', [2.5, -1], 0],
  ['layer1.output', [0.924, 0.269], 5e-4],
  ['layer2.output', [0.515], 5e-4],
  ['loss', [0.66427], 5e-7],
  ['layer2.delta', [-0.4854], 5e-5],
  // Printed from factors of four digits.
  ['layer2.weight-gradient', [-0.4486, -0.1305], 1e-4],
  ['layer2.bias-gradient', [-0.4854], 5e-5],
  ['layer1.delta', [-0.034, -0.0477], 5e-5],
  ['layer1.weight-gradient', [0, -0.034, 0, -0.0477], 5e-5],
  ['layer1.new-weights', [2.5, 1.0034, -1.5, -2.99523], 5e-6],
  ['layer1.new-bias', [1.5034, 2.00477], 5e-6],
  ['layer2.new-weights', [1.04485, 0.513053], 5e-6],
  ['layer2.new-bias', [-0.951465], 5e-6],
];

test.each(published)('gives the published %s', (step, values, within) => {
  expectClose(valuesOf(step), values, within);
});

// What each slip was computed to give on the same network, in a catalogue made with other tools.
const wrong: readonly [slip: string, step: string, values: readonly number[]][] = [
  ['used-log10', 'loss', [0.288489]],
  ['used-log2', 'loss', [0.958339]],
  ['rounded-the-output-early', 'loss', [0.663588]],
  ['applied-extra-sigmoid-derivative', 'layer2.delta', [-0.121234]],
  ['stopped-at-loss-derivative', 'layer2.delta', [-1.94307]],
  ['ascended-gradient', 'layer2.new-weights', [0.955147, 0.486947]],
  ['used-updated-weights', 'layer1.delta', [-0.035551, -0.0489585]],
  ['forgot-outgoing-weight', 'layer1.delta', [-0.0340249, -0.0954258]],
  ['forgot-hidden-derivative', 'layer1.delta', [-0.485351, -0.242676]],
  ['used-sigmoid-for-its-derivative', 'layer1.delta', [-0.448533, -0.0652655]],
  ['differentiated-at-the-output', 'layer1.delta', [-0.0987173, -0.0595849]],
  ['ignored-learning-rate', 'layer2.new-weights', [1.44853, 0.630531]],
  ['left-unchanged', 'layer2.new-bias', [-1]],
  ['transposed-outer-product', 'layer1.weight-gradient', [0, 0, -0.0340249, -0.0477129]],
];

test.each(wrong)('gives the known wrong number for a student who %s, at %s', (slip, step, values) => {
  expectClose(valuesOf(step, { slips: [{ slip }] }), values, 6e-6);
});

describe('carries what a student wrote', () => {
  test('a rounded output gives the loss of the rounded output', () => {
    const carry = new Map([['layer2.output', () => ({ shape: [1], data: Float64Array.of(0.515) })]]);
    expectClose(valuesOf('loss', { carry }), [0.663588], 1e-6);
  });

  test('a wrong hidden output gives the slope a(1 − a) of that output', () => {
    const carry = new Map([['layer1.output', () => ({ shape: [2], data: Float64Array.of(0.5, 0.2) })]]);
    // ŷ = σ(0.5 + 0.1 − 1) = σ(−0.4), δ₂ = ŷ − 1, δ₁ = δ₂ · (1, 0.5) ⊙ (0.25, 0.16)
    const delta = 1 / (1 + Math.exp(0.4)) - 1;
    expectClose(valuesOf('layer1.delta', { carry }), [delta * 0.25, delta * 0.5 * 0.16], 1e-15);
  });
});
