import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromNested, isTensor, type Nested, type Tensor } from '../../engine/tensor.js';
import { evaluate } from '../../engine/evaluate.js';
import { conv2d } from './index.js';

const keyOf = (given: unknown) => evaluate(conv2d.worksheet(conv2d.given.parse(given)));
const width = 1e-5;

/** The same nested numbers with one more at a flat position. */
function shifted(nested: Nested, position: number, by: number): Nested {
  let at = 0;
  const visit = (part: Nested): Nested =>
    typeof part === 'number' ? (at++ === position ? part + by : part) : part.map(visit);
  return visit(nested);
}

const entry = fc.integer({ min: -200, max: 200 }).map((whole) => whole / 100);
const nested = (...shape: number[]): fc.Arbitrary<Nested> =>
  shape.reduceRight<fc.Arbitrary<Nested>>(
    (inner, size) => fc.array(inner, { minLength: size, maxLength: size }),
    entry,
  );

interface Drawn {
  readonly x: Nested;
  readonly w: Nested;
  readonly b: Nested;
}

/** Layers without channels, with channels first or last, in batches; J = Σ du · u. */
const layers = fc
  .record({
    form: fc.constantFrom('matrix', 'first', 'last', 'batch'),
    taps: fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 3 })),
    settings: fc.record({
      stride: fc.integer({ min: 1, max: 2 }),
      dilation: fc.integer({ min: 1, max: 2 }),
      padding: fc.constantFrom<(string | number)[]>('valid', 'same', 'full', 1),
      operation: fc.constantFrom('correlation', 'convolution'),
      activation: fc.constantFrom('linear', 'relu', 'sigmoid', 'tanh'),
    }),
  })
  .chain(({ form, taps: [rows, columns], settings }) => {
    const draw = (x: number[], w: number[], b: fc.Arbitrary<Nested>, more: object = {}) =>
      fc.record({ x: nested(...x), w: nested(...w), b, settings: fc.constant({ ...settings, ...more }) });
    if (form === 'matrix') return draw([4, 5], [rows, columns], entry);
    if (form === 'first') return draw([2, 3, 5], [2, 2, rows, columns], nested(2));
    if (form === 'last')
      return draw([3, 5, 2], [rows, columns, 2, 3], nested(3), { layout: 'channels-last' });
    return draw([2, 2, 3, 5], [2, 1, rows, columns], nested(2), { groups: 2 });
  });

const gradientsOf = (value: unknown): number[] => (isTensor(value) ? [...value.data] : [value as number]);

describe('gradients of a layer', () => {
  test('agree with central differences of Σ du · u', () => {
    fc.assert(
      fc.property(layers, fc.infiniteStream(entry), ({ x, w, b, settings }, stream) => {
        const parts: Drawn = { x, w, b };
        const forward = (changed: Drawn): Tensor => keyOf({ ...changed, ...settings }).value('u') as Tensor;
        const z = keyOf({ ...parts, ...settings }).value('z') as Tensor;
        fc.pre(settings.activation !== 'relu' || z.data.every((one) => Math.abs(one) > 1e-3));
        const upstream = [...z.data].map(() => stream.next().value);
        const flat = [...upstream];
        const nestLike = (shape: readonly number[]): Nested =>
          shape.length === 0
            ? flat.shift()!
            : Array.from({ length: shape[0]! }, () => nestLike(shape.slice(1)));
        const key = keyOf({ ...parts, ...settings, du: nestLike(z.shape) });
        const loss = (changed: Drawn): number =>
          forward(changed).data.reduce((sum, one, offset) => sum + one * upstream[offset]!, 0);
        for (const part of ['x', 'w', 'b'] as const) {
          const found = gradientsOf(key.value(`d${part}`));
          const count = typeof parts[part] === 'number' ? 1 : fromNested(parts[part]).data.length;
          expect(found).toHaveLength(count);
          found.forEach((gradient, at) => {
            const by = (step: number) => loss({ ...parts, [part]: shifted(parts[part], at, step) });
            const difference = (by(width) - by(-width)) / (2 * width);
            expect(Math.abs(gradient - difference)).toBeLessThanOrEqual(
              1e-6 * Math.max(1, Math.abs(difference)),
            );
          });
        }
      }),
      { numRuns: 40 },
    );
  });
});
