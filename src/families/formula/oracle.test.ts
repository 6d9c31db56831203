import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { fromNested, isTensor, type Nested, type Tensor } from '../../engine/tensor.js';
import { evaluate } from '../../engine/evaluate.js';
import { formula } from './index.js';

interface Vector {
  readonly name: string;
  readonly given: unknown;
  readonly steps: Readonly<Record<string, Nested>>;
}

const file = new URL('../../../test/vectors/formula.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as readonly Vector[];

beforeAll(() => formula.prepare?.());

const asTensor = (value: unknown): Tensor => (isTensor(value) ? value : fromNested(value as number));

test('there are at least ten cases from SymPy and NumPy', () => {
  expect(vectors.length).toBeGreaterThanOrEqual(10);
});

test.each(vectors)('SymPy and NumPy on $name', ({ given, steps }) => {
  const key = evaluate(formula.worksheet(formula.given.parse(given)));
  for (const [name, theirs] of Object.entries(steps)) {
    const [ours, expected] = [asTensor(key.value(name)), fromNested(theirs)];
    expect(ours.shape, name).toEqual(expected.shape);
    expected.data.forEach((entry, offset) => {
      expect(Math.abs(ours.data[offset]! - entry), name).toBeLessThanOrEqual(1e-12 * Math.abs(entry));
    });
  }
});

describe('the types of steps', () => {
  test('are seen from their values unless they are declared', () => {
    const { steps } = formula.worksheet(
      formula.given.parse({
        values: { x: [1, 2], W: [[1, 2]] },
        steps: { a: 'sum(x)', b: 'x + 1', c: "W'", d: { formula: 'sum(x)', type: 'integer' } },
      }),
    );
    expect([...steps.values()].map(({ type }) => type)).toEqual(['number', 'vector', 'matrix', 'integer']);
  });
});
