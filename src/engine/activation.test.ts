import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  activation,
  logSoftmax,
  mapColumns,
  sigmoid,
  softmax,
  softplus,
  throughSoftmax,
} from './activation.js';
import { tensor } from './tensor.js';

const names = ['linear', 'sigmoid', 'tanh', 'relu', 'leaky-relu'] as const;
const options = { leak: 0.2, reluAtZero: 0 };
const moderate = fc.double({ min: -6, max: 6, noNaN: true }).filter((z) => Math.abs(z) > 1e-3);
const anything = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe.each(names)('%s', (name) => {
  const { value, slopeAt, slopeFrom } = activation(name, options);

  test('has the slope that central differences give', () => {
    fc.assert(
      fc.property(moderate, (z) => {
        const width = 1e-6;
        expect(slopeAt(z)).toBeCloseTo((value(z + width) - value(z - width)) / (2 * width), 7);
      }),
    );
  });

  test('gives the same slope from its output', () => {
    fc.assert(
      fc.property(moderate, (z) => {
        expect(slopeFrom(value(z))).toBeCloseTo(slopeAt(z), 12);
      }),
    );
  });

  test('is finite, with a slope from 0 to 1, wherever z is', () => {
    fc.assert(
      fc.property(anything, (z) => {
        expect(Number.isFinite(value(z))).toBe(true);
        expect(slopeAt(z)).toBeGreaterThanOrEqual(0);
        expect(slopeAt(z)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

test.each([
  ['sigmoid of −800 is e^−800, which is 0', sigmoid(-800), 0],
  ['sigmoid of −40 is e^−40 to double precision', sigmoid(-40) / Math.exp(-40), 1],
  ['sigmoid of 0 is a half', sigmoid(0), 0.5],
  ['softplus of 1000 is 1000', softplus(1000), 1000],
  ['softplus of −40 is e^−40', softplus(-40) / Math.exp(-40), 1],
  ['softplus of 0 is ln 2', softplus(0), Math.LN2],
])('%s', (_, found, expected) => {
  expect(found).toBeCloseTo(expected, 14);
});

test('a ReLU has the declared slope at 0, a leaky one its leak', () => {
  expect(activation('relu', { leak: 0.2, reluAtZero: 0.5 }).slopeAt(0)).toBe(0.5);
  expect(activation('leaky-relu', { leak: 0.2, reluAtZero: 0.5 }).slopeAt(0)).toBe(0.2);
});

const lists = fc.array(fc.double({ min: -1e5, max: 1e5, noNaN: true }), { minLength: 1, maxLength: 6 });

test('softmax is a distribution, whatever is added to every entry', () => {
  fc.assert(
    fc.property(lists, fc.integer({ min: -1000, max: 1000 }), (z, shift) => {
      const p = softmax(z);
      expect(p.reduce((sum, entry) => sum + entry)).toBeCloseTo(1, 12);
      softmax(z.map((entry) => entry + shift)).forEach((entry, index) =>
        expect(entry).toBeCloseTo(p[index]!, 9),
      );
    }),
  );
});

test('the logarithm of softmax keeps its digits where the softmax has lost them', () => {
  const [sure, rare] = logSoftmax([1000, 0]);
  expect(rare).toBe(-1000);
  expect(sure).toBe(0);
  expect(logSoftmax([40, 0])[0]! / -Math.exp(-40)).toBeCloseTo(1, 12);
});

test('the way back through a softmax is its Jacobian, diag(p) − ppᵀ', () => {
  const draws = fc.array(
    fc.tuple(fc.double({ min: -5, max: 5, noNaN: true }), fc.integer({ min: -9, max: 9 })),
    {
      minLength: 1,
      maxLength: 5,
    },
  );
  fc.assert(
    fc.property(draws, (pairs) => {
      const p = softmax(pairs.map(([z]) => z));
      const gradient = pairs.map(([, g]) => g);
      const expected = p.map((pi, i) =>
        p.reduce((sum, pj, j) => sum + (i === j ? pi * (1 - pi) : -pi * pj) * gradient[j]!, 0),
      );
      throughSoftmax(p, gradient).forEach((entry, index) => expect(entry).toBeCloseTo(expected[index]!, 12));
    }),
  );
});

test('columns are mapped one by one, beside the same column of another matrix', () => {
  const a = tensor([2, 3], [1, 2, 3, 4, 5, 6]);
  const b = tensor([2, 3], [10, 20, 30, 40, 50, 60]);
  const result = mapColumns([a, b], (own, other) => [own![1]!, other![0]!]);
  expect([...result.data]).toEqual([4, 5, 6, 10, 20, 30]);
});
