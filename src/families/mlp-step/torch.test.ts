import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fromNested, type Nested, type Tensor } from '../../engine/tensor.js';
import { evaluate } from '../../engine/evaluate.js';
import { mlpStep } from './index.js';

interface Vector {
  readonly name: string;
  readonly given: unknown;
  readonly expected: Readonly<Record<string, Nested>>;
}

const file = new URL('../../../test/vectors/mlp-step.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as readonly Vector[];

const asTensor = (value: unknown): Tensor =>
  typeof value === 'number' ? fromNested(value) : (value as Tensor);

test('there are at least fourteen cases from PyTorch', () => {
  expect(vectors.length).toBeGreaterThanOrEqual(14);
});

describe.each(vectors)('PyTorch on $name', ({ given, expected }) => {
  const key = evaluate(mlpStep.worksheet(mlpStep.given.parse(given)));
  test.each(Object.entries(expected))('agrees on %s', (name, nested) => {
    const ours = asTensor(key.value(name));
    const theirs = fromNested(nested);
    expect(ours.shape).toEqual(theirs.shape);
    theirs.data.forEach((entry, offset) => {
      expect(Math.abs(ours.data[offset]! - entry)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(entry)));
    });
  });
});
