import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { traceLayers } from '../../engine/layers/trace-layers.js';
import { toNested, type Tensor } from '../../engine/tensor.js';
import { evaluate } from '../../engine/evaluate.js';
import { readLayers } from '../../notation/layers/written-layers.js';
import { Unreadable } from '../../notation/unreadable.js';
import { architecture } from './index.js';

interface Vector {
  readonly name: string;
  readonly input: readonly number[];
  readonly layers: readonly string[];
  readonly expected: {
    readonly shapes: readonly (readonly number[])[];
    readonly layerParameters: readonly number[];
    readonly parameters: number;
    readonly flattened: number;
  };
}

const file = new URL('../../../test/vectors/architecture.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as readonly Vector[];

test('there are at least fifteen networks from PyTorch', () => {
  expect(vectors.length).toBeGreaterThanOrEqual(15);
});

describe.each(vectors)('$name', ({ input, layers, expected }) => {
  test('is read from the lines that PyTorch runs, and has its shapes', () => {
    const read = readLayers(layers.join('\n'));
    if (read instanceof Unreadable) throw new Error(read.why);
    const { places, misfit } = traceLayers(input, read.layers);
    expect(misfit).toBeUndefined();
    expect(places.map(({ output }) => output)).toEqual(expected.shapes);
    for (const { declaredInputs, inputs } of places) expect(declaredInputs ?? inputs).toBe(inputs);
  });

  test('has its parameters and its flattened length', () => {
    const given = { input, constraints: ['fit'], reference: layers };
    const key = evaluate(architecture.worksheet(architecture.given.parse(given)));
    expect(toNested(key.value('layer-parameters') as Tensor)).toEqual(expected.layerParameters);
    expect(key.value('parameters')).toBe(expected.parameters);
    expect(key.value('flattened')).toBe(expected.flattened);
    expect(key.value('output')).toEqual(expected.shapes.at(-1));
  });
});
