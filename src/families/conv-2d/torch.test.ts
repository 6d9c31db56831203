import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fromNested, isTensor, type Nested } from '../../engine/tensor.js';
import { evaluate } from '../../engine/evaluate.js';
import { conv2d } from './index.js';

interface Vector {
  readonly name: string;
  readonly given: unknown;
  readonly expected: Readonly<Record<string, Nested>>;
  readonly size: readonly number[];
  readonly values: Readonly<Record<string, number | 'none'>>;
  readonly places: Readonly<Record<string, readonly (readonly number[])[]>>;
}

const file = new URL('../../../test/vectors/conv-2d.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as readonly Vector[];

/** Whether torch's values are free of rounding, so that ties are ties here too. */
const isWhole = (nested: Nested): boolean => fromNested(nested).data.every(Number.isInteger);

test('there are at least fourteen cases from PyTorch', () => {
  expect(vectors.length).toBeGreaterThanOrEqual(14);
});

describe.each(vectors)('PyTorch on $name', ({ given, expected, size, values, places }) => {
  const key = evaluate(conv2d.worksheet(conv2d.given.parse(given)));

  test.each(Object.entries(expected))('agrees on %s', (name, nested) => {
    const ours = key.value(name);
    const theirs = fromNested(nested);
    const data = isTensor(ours) ? [...ours.data] : [ours as number];
    expect(isTensor(ours) ? ours.shape : []).toEqual(theirs.shape);
    expect(data).toHaveLength(theirs.data.length);
    data.forEach((entry, offset) =>
      expect(Math.abs(entry - theirs.data[offset]!)).toBeLessThanOrEqual(
        1e-12 * Math.max(1, Math.abs(entry)),
      ),
    );
  });

  test('agrees on the size of the output', () => {
    expect(key.value('output-size')).toEqual(size);
  });

  test('agrees on the extreme values', () => {
    for (const [name, value] of Object.entries(values))
      if (value === 'none') expect(key.value(name)).toBe(value);
      else expect(key.value(name)).toBeCloseTo(value, 12);
  });

  test('agrees on the places of the extremes, and of zeros where values are whole', () => {
    for (const [name, found] of Object.entries(places)) {
      if (name === 'zero-locations' && !isWhole(expected.z!)) continue;
      const ours = key.value(name);
      expect(ours === 'none' ? [] : (ours as { places: unknown }).places, name).toEqual(found);
    }
  });
});
