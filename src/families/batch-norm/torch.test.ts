import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fromNested, type Nested, type Tensor } from '../../engine/tensor.js';
import { evaluate } from '../../engine/evaluate.js';
import { batchNorm } from './index.js';

interface Vector {
  readonly name: string;
  readonly given: unknown;
  readonly expected: Readonly<Record<string, Nested>>;
}

const file = new URL('../../../test/vectors/batch-norm.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as readonly Vector[];

test('there are at least fourteen cases from PyTorch', () => {
  expect(vectors.length).toBeGreaterThanOrEqual(14);
});

describe.each(vectors)('PyTorch on $name', ({ given, expected }) => {
  const key = evaluate(batchNorm.worksheet(batchNorm.given.parse(given)));
  test.each(Object.entries(expected))('agrees on %s', (name, nested) => {
    const ours = key.value(name) as Tensor;
    const theirs = fromNested(nested);
    expect(ours.shape).toEqual(theirs.shape);
    const furthest = Math.max(...ours.data.map((entry, offset) => Math.abs(entry - theirs.data[offset]!)));
    expect(furthest).toBeLessThanOrEqual(1e-12);
  });
});
