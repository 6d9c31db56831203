import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fromNested, isTensor, type Nested } from '../../engine/tensor.js';
import { evaluate } from '../../engine/evaluate.js';
import type { FormulaMatrix } from '../../answers/formula/expression-matrix.js';
import { toKernels } from '../../engine/conv-layout.js';
import { compile } from '../../notation/expression/compile.js';
import { conv1d } from './index.js';
import { readLayer } from './layer.js';
import { weightNames } from './symbolic.js';

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

  test('offers no step in numbers that PyTorch was not asked about', () => {
    const inNumbers = [...sheet.steps.keys()].filter((name) => !name.startsWith('symbolic-'));
    expect(inNumbers.sort()).toEqual(Object.keys(expected).sort());
  });

  // Kernels in groups have no matrix in letters.
  if (!sheet.steps.has('symbolic-matrix')) return;
  test('has A in letters where it has A in numbers', () => {
    const layer = readLayer(conv1d.given.parse(given));
    const weights = toKernels(layer.conv.w, layer.conv.kernels, 1);
    const valueOf = new Map(
      weightNames(layer).map((name, offset) => [
        name.replace('^{', '_').replace('}', ''),
        weights.data[offset]!,
      ]),
    );
    const { rows } = key.value('symbolic-matrix') as FormulaMatrix;
    const names = [...valueOf.keys()];
    const numbers = rows.map((row) => row.map((cell) => compile(cell, names)([...valueOf.values()])));
    expect(numbers).toEqual(expected['matrix']);
  });
});
