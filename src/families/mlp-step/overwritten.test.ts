import { expect, test } from 'vitest';
import { toNested, type Tensor } from '../../engine/tensor.js';
import { evaluate } from '../../engine/evaluate.js';
import { mlpStep } from './index.js';

const wrong = (given: object, slip: string, step: string): unknown => {
  const sheet = mlpStep.worksheet(mlpStep.given.parse(given));
  const value = evaluate(sheet, { slips: [{ slip }] }).value(step);
  return typeof value === 'number' ? value : toNested(value as Tensor);
};

// One input of 1, a linear unit, then two linear units: δ = 2(ŷ − t) = 2((2, 3) − (1, 1)) = (2, 4), ∂L/∂a = 2·2 + 3·4.
const fork = {
  input: [1],
  target: [1, 1],
  layers: [
    { weights: [[1]], bias: [0], activation: 'linear' },
    { weights: [[2], [3]], bias: [0, 0], activation: 'linear' },
  ],
  loss: 'squared-error',
  reduction: 'sum',
};

test('a path that overwrites another leaves what the last unit sends back', () => {
  expect(wrong(fork, 'none', 'layer2.input-gradient')).toEqual([16]);
  expect(wrong(fork, 'kept-the-last-path', 'layer2.input-gradient')).toEqual([12]);
});

// Two examples, 1 and 3, of one linear unit of weight 2: δ = 2(2x − 1) = (2, 10), ∂L/∂W = 2·1 + 10·3, ∂L/∂b = 12.
const batch = {
  input: [[1], [3]],
  target: [[1], [1]],
  layout: 'rows',
  layers: [{ weights: [[2]], bias: [0], activation: 'linear' }],
  loss: 'squared-error',
  reduction: 'sum',
  batchReduction: 'sum',
};

test('an example that overwrites another leaves what the last one gives', () => {
  expect(wrong(batch, 'none', 'layer1.weight-gradient')).toEqual([[32]]);
  expect(wrong(batch, 'kept-the-last-example', 'layer1.weight-gradient')).toEqual([[30]]);
  expect(wrong(batch, 'kept-the-last-example', 'layer1.bias-gradient')).toEqual([10]);
});

// z = ln 3: σ(z) = 3/4, and 1 / (1 + e^z) = 1/4; against a target of 1 the squared error is (1/4)².
const sigmoid = {
  input: [Math.log(3)],
  target: [1],
  layers: [{ weights: [[1]], bias: [0], activation: 'sigmoid' }],
  loss: 'binary-cross-entropy',
};

test('the sigmoid without its minus, and another loss than the cross-entropy', () => {
  expect((wrong(sigmoid, 'lost-the-minus-in-the-exponent', 'layer1.output') as number[])[0]).toBeCloseTo(
    0.25,
    12,
  );
  expect(wrong(sigmoid, 'used-the-squared-error', 'loss')).toBeCloseTo(1 / 16, 12);
  expect(wrong(sigmoid, 'used-half-the-squared-error', 'loss')).toBeCloseTo(1 / 32, 12);
});
