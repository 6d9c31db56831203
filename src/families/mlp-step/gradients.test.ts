import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromNested, type Nested, type Tensor } from '../../engine/tensor.js';
import { evaluate } from '../../engine/evaluate.js';
import { mlpStep } from './index.js';
import type { MlpStepGiven } from './schema.js';

const keyOf = (given: unknown) => evaluate(mlpStep.worksheet(mlpStep.given.parse(given)));
const lossOf = (given: unknown): number => keyOf(given).value('loss') as number;

/** The same nested numbers with one more at a flat position. */
function shifted(nested: Nested, position: number, by: number): Nested {
  let at = 0;
  const visit = (part: Nested): Nested =>
    typeof part === 'number' ? (at++ === position ? part + by : part) : part.map(visit);
  return visit(nested);
}

const width = 1e-5;

/** Central difference of the loss for every entry of a given. */
function differences(nested: Nested, put: (changed: Nested) => unknown): number[] {
  return [...fromNested(nested).data].map(
    (_, position) =>
      (lossOf(put(shifted(nested, position, width))) - lossOf(put(shifted(nested, position, -width)))) /
      (2 * width),
  );
}

const expectSame = (found: Tensor, expected: readonly number[]): void => {
  expect(found.data).toHaveLength(expected.length);
  expected.forEach((entry, index) =>
    expect(Math.abs(found.data[index]! - entry)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(entry))),
  );
};

const entry = fc.integer({ min: -150, max: 150 }).map((whole) => whole / 100);
const rows = (count: number, width: number) =>
  fc.array(fc.array(entry, { minLength: width, maxLength: width }), { minLength: count, maxLength: count });
const list = (count: number) => fc.array(entry, { minLength: count, maxLength: count });

const ends = [
  { loss: 'squared-error', reduction: 'sum', last: 'linear' },
  { loss: 'squared-error', reduction: 'mean', last: 'sigmoid' },
  { loss: 'squared-error', reduction: 'half', last: 'softmax' },
  { loss: 'squared-error', reduction: 'half', last: 'tanh' },
  { loss: 'binary-cross-entropy', reduction: 'sum', last: 'sigmoid' },
  { loss: 'binary-cross-entropy', reduction: 'mean', last: 'sigmoid' },
  { loss: 'cross-entropy', reduction: 'sum', last: 'softmax' },
] as const;

/** Targets that the loss accepts, an example a row. */
const targets = (loss: string, examples: number, outputs: number) =>
  loss === 'cross-entropy'
    ? fc
        .array(fc.nat({ max: outputs - 1 }), { minLength: examples, maxLength: examples })
        .map((classes) =>
          classes.map((one) => Array.from({ length: outputs }, (_, unit) => Number(unit === one))),
        )
    : rows(examples, outputs).map((all) => all.map((one) => one.map((value) => Math.abs(value) / 1.5)));

/** Networks of one to three layers on a batch in rows; hidden units away from the kinks of ReLU. */
const problems = (end: (typeof ends)[number]) =>
  fc
    .record({
      sizes: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 4 }),
      hidden: fc.constantFrom('sigmoid', 'tanh', 'relu', 'leaky-relu', 'linear'),
      examples: fc.integer({ min: 1, max: 3 }),
      batchReduction: fc.constantFrom('mean', 'sum'),
      logBase: fc.constantFrom('e', 2, 10),
    })
    .chain(({ sizes, hidden, examples, batchReduction, logBase }) =>
      fc.record({
        input: rows(examples, sizes[0]!),
        target: targets(end.loss, examples, sizes.at(-1)!),
        layers: fc.tuple(
          ...sizes.slice(1).map((units, index) =>
            fc.record({
              weights: rows(units, sizes[index]!),
              bias: list(units).map((all) => all.map((value) => value + 0.0137)),
              activation: fc.constant(index === sizes.length - 2 ? end.last : hidden),
            }),
          ),
        ),
        layout: fc.constant('rows'),
        loss: fc.constant(end.loss),
        reduction: fc.constant(end.reduction),
        batchReduction: fc.constant(batchReduction),
        ...(end.loss !== 'squared-error' && { logBase: fc.constant(logBase) }),
      }),
    );

const awayFromKinks = (given: { readonly layers: readonly unknown[] }): boolean => {
  const key = keyOf(given);
  return given.layers.every((_, index) =>
    (key.value(`layer${index + 1}.preactivation`) as Tensor).data.every((z) => Math.abs(z) > 0.01),
  );
};

describe.each(ends)('under $loss ($reduction) after $last', (end) => {
  test('every gradient agrees with central differences of the loss', () => {
    fc.assert(
      fc.property(problems(end), (given) => {
        fc.pre(awayFromKinks(given));
        const key = keyOf(given);
        const layers = given.layers as MlpStepGiven['layers'];
        expectSame(
          key.value('layer1.input-gradient') as Tensor,
          differences(given.input, (input) => ({ ...given, input })),
        );
        layers.forEach((layer, index) => {
          const replaced = (part: 'weights' | 'bias') => (changed: Nested) => ({
            ...given,
            layers: layers.map((other, place) => (place === index ? { ...other, [part]: changed } : other)),
          });
          const gradient = (name: string) => key.value(`layer${index + 1}.${name}`) as Tensor;
          expectSame(gradient('weight-gradient'), differences(layer.weights, replaced('weights')));
          expectSame(gradient('bias-gradient'), differences(layer.bias!, replaced('bias')));
        });
      }),
      { numRuns: 40 },
    );
  });
});

test('one small step down the gradient makes the loss smaller', () => {
  fc.assert(
    fc.property(problems(ends[0]), (drawn) => {
      const given = { ...drawn, learningRate: 1e-4 };
      fc.pre(awayFromKinks(given));
      const key = keyOf(given);
      const rowsOf = (step: string): Tensor => key.value(step) as Tensor;
      const layers = given.layers.map((layer, index) => {
        const { shape, data } = rowsOf(`layer${index + 1}.new-weights`);
        const weights = Array.from({ length: shape[0]! }, (_, unit) => [
          ...data.slice(unit * shape[1]!, (unit + 1) * shape[1]!),
        ]);
        return { ...layer, weights, bias: [...rowsOf(`layer${index + 1}.new-bias`).data] };
      });
      expect(lossOf({ ...given, layers })).toBeLessThanOrEqual(key.value('loss') as number);
    }),
    { numRuns: 100 },
  );
});
