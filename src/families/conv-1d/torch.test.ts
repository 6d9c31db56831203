import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fromNested, isTensor, type Nested } from '../../engine/tensor.js';
import { evaluate } from '../../engine/worksheet.js';
import { conv1d } from './index.js';

interface Vector {
  readonly name: string;
  readonly given: unknown;
  readonly expected: Readonly<Record<string, Nested>>;
}

const file = new URL('../../../test/vectors/conv-1d.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as readonly Vector[];

test('there are at least fourteen cases from PyTorch', () => {
  expect(vectors.length).toBeGreaterThanOrEqual(14);
});

describe.each(vectors)('PyTorch on $name', ({ given, expected }) => {
  const sheet = conv1d.worksheet(conv1d.given.parse(given));
  const key = evaluate(sheet);

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

  test('offers no step that PyTorch was not asked about', () => {
    expect([...sheet.steps.keys()].sort()).toEqual(Object.keys(expected).sort());
  });
});
