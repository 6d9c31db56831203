import { describe, expect, test } from 'vitest';
import { GivenError } from '../../engine/domain-error.js';
import type { Tensor } from '../../engine/tensor.js';
import { evaluate } from '../../engine/evaluate.js';
import { mlpStep } from './index.js';
import { samples } from './samples.js';

const { homework } = samples;
const [hidden, last] = homework.layers;
const sheetOf = (given: unknown) => mlpStep.worksheet(mlpStep.given.parse(given));
const batch = samples['softmax-batch'];

describe('refuses givens that make no sense, with their place', () => {
  test.each<[string, unknown, readonly (string | number)[]]>([
    ['weights that do not fit the input', { ...homework, input: [1, 2, 3] }, ['layers', 0, 'weights']],
    [
      'weights that do not fit the layer before',
      { ...homework, layers: [hidden, { ...last, weights: [[1, 2, 3]] }] },
      ['layers', 1, 'weights'],
    ],
    [
      'ragged weights',
      { ...homework, layers: [{ ...hidden, weights: [[1, 2], [3]] }, last] },
      ['layers', 0, 'weights'],
    ],
    [
      'a bias of another length',
      { ...homework, layers: [{ ...hidden, bias: [1] }, last] },
      ['layers', 0, 'bias'],
    ],
    [
      'softmax before the last layer',
      { ...homework, layers: [{ ...hidden, activation: 'softmax' }, last] },
      ['layers', 0, 'activation'],
    ],
    [
      'a slope without a leaky ReLU',
      { ...homework, layers: [{ ...hidden, slope: 0.1 }, last] },
      ['layers', 0, 'slope'],
    ],
    ['a target of another size', { ...homework, target: [1, 0] }, ['target']],
    ['a batch whose target is in the other layout', { ...batch, layout: 'rows' }, ['layers', 0, 'weights']],
    ['ragged examples', { ...batch, input: [[1, 2], [3]] }, ['input']],
    ['a target that is no probability', { ...homework, target: [2] }, ['target']],
    [
      'targets that are no distribution',
      {
        ...batch,
        target: [
          [1, 0, 0, 0],
          [0, 1, 0, 1],
          [1, 0, 1, 0],
        ],
      },
      ['target'],
    ],
    ['no loss and no gradient', { ...homework, loss: undefined, target: undefined }, ['loss']],
    ['a loss and a gradient', { ...homework, outputGradient: [1] }, ['outputGradient']],
    ['a loss without target', { ...homework, target: undefined }, ['target']],
    ['a target without loss', { ...homework, loss: undefined, outputGradient: [1] }, ['target']],
    ['cross-entropy after a sigmoid', { ...homework, loss: 'cross-entropy' }, ['loss']],
    ['half of a cross-entropy', { ...homework, reduction: 'half' }, ['reduction']],
    ['the mean of a softmax cross-entropy', { ...batch, reduction: 'mean' }, ['reduction']],
    ['a logarithm in squared error', { ...homework, loss: 'squared-error', logBase: 2 }, ['logBase']],
    ['a batch reduction of one example', { ...homework, batchReduction: 'sum' }, ['batchReduction']],
  ])('%s', (_, given, path) => {
    let thrown: unknown;
    try {
      sheetOf(given);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(GivenError);
    expect((thrown as GivenError).path).toEqual(path);
    expect((thrown as GivenError).hint).toMatch(/\.$/);
  });

  test.each([
    ['a number that would overflow', { ...homework, input: [1e300, 0] }],
    ['an unknown key', { ...homework, momentum: 0.9 }],
    ['a learning rate of 0', { ...homework, learningRate: 0 }],
    ['no layers', { ...homework, layers: [] }],
  ])('%s', (_, given) => {
    expect(mlpStep.given.safeParse(given).success).toBe(false);
  });
});

describe('stays finite and exact where units saturate', () => {
  const oneUnit = (weight: number, target: number) =>
    evaluate(
      sheetOf({
        input: [1],
        target: [target],
        layers: [{ weights: [[weight]], activation: 'sigmoid' }],
        loss: 'binary-cross-entropy',
        learningRate: 0.1,
      }),
    );

  // −ln σ(z) is |z| to double precision for z ≪ 0, and e^−z for z ≫ 0.
  test.each([
    [-100_000, 1, 100_000, -1],
    [-800, 1, 800, -1],
    [800, 0, 800, 1],
    [40, 1, Math.exp(-40), -Math.exp(-40)],
  ])('z = %d with target %d has loss %d and δ %d', (z, target, loss, delta) => {
    const key = oneUnit(z, target);
    expect(key.value('loss')).toBeCloseTo(loss, 12);
    expect((key.value('loss') as number) / loss).toBeCloseTo(1, 12);
    expect((key.value('layer1.delta') as Tensor).data[0]! / delta).toBeCloseTo(1, 12);
  });

  test('softmax of (1000, 0) with the other class right has loss 1000 and δ (1, −1)', () => {
    const key = evaluate(
      sheetOf({
        input: [1],
        target: [0, 1],
        layers: [{ weights: [[1000], [0]], activation: 'softmax' }],
        loss: 'cross-entropy',
      }),
    );
    expect(key.value('loss')).toBe(1000);
    expect([...(key.value('layer1.delta') as Tensor).data]).toEqual([1, -1]);
  });
});

test('ReLU′(0) is what the problem says', () => {
  const slopeAtZero = (reluAtZero: number): number[] => {
    const given = { ...samples['gradients-only'], reluAtZero };
    return [...(evaluate(sheetOf(given)).value('layer1.delta') as Tensor).data].map((entry) => entry + 0);
  };
  const [tied, other] = slopeAtZero(1);
  expect(slopeAtZero(0)).toEqual([0, other]);
  expect(slopeAtZero(0.5)).toEqual([tied! / 2, other]);
});

test('without a loss there is no loss step, without a learning rate no update', () => {
  const steps = [...sheetOf(samples['gradients-only']).steps.keys()];
  expect(steps.filter((name) => name === 'loss' || name.includes('new-'))).toEqual([]);
  expect(steps).toContain('layer1.weight-gradient');
});
