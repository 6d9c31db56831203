import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sigmoid, softmax } from './activation.js';
import { DomainError } from './domain-error.js';
import { losses, weightedLog } from './loss.js';

const logits = fc.array(fc.double({ min: -8, max: 8, noNaN: true }), { minLength: 3, maxLength: 3 });
const cases = [
  {
    name: 'binary-cross-entropy',
    activate: (z: readonly number[]) => z.map(sigmoid),
    targets: fc.array(fc.constantFrom(0, 0.25, 1), { minLength: 3, maxLength: 3 }),
  },
  {
    name: 'cross-entropy',
    activate: softmax,
    targets: fc.constantFrom([0, 1, 0], [0.5, 0.25, 0.25], [1, 0, 0]),
  },
] as const;

describe.each(cases)('$name', ({ name, activate, targets }) => {
  const loss = losses[name];

  test('is the same from the outputs and from what comes before the activation', () => {
    fc.assert(
      fc.property(logits, targets, (z, target) => {
        const p = activate(z);
        expect(loss.fromLogits!(z, target)).toBeCloseTo(loss.fromOutput(p, target), 9);
        const direct = loss.gradient(p, target);
        loss.gradientFromLogits!(z, target).forEach((entry, index) =>
          expect(entry / (1 + Math.abs(direct[index]!))).toBeCloseTo(
            direct[index]! / (1 + Math.abs(direct[index]!)),
            9,
          ),
        );
      }),
    );
  });

  test('has output − target for its gradient before the activation', () => {
    fc.assert(
      fc.property(logits, targets, (z, target) => {
        const p = activate(z);
        loss.logitGradient!(z, target).forEach((entry, index) =>
          expect(entry).toBeCloseTo(p[index]! - target[index]!, 12),
        );
      }),
    );
  });
});

test('squared error is the sum of squares, with twice the error for its gradient', () => {
  const { fromOutput, gradient } = losses['squared-error'];
  expect(fromOutput([3, -1], [1, 1])).toBe(8);
  expect(gradient([3, -1], [1, 1])).toEqual([4, -4]);
});

test('a logarithm that counts is never taken of 0, one that does not count is 0', () => {
  expect(weightedLog(0, 0)).toBe(0);
  expect(() => weightedLog(1, 0)).toThrow(DomainError);
  expect(() => losses['cross-entropy'].fromOutput([0, 1], [1, 0])).toThrow(DomainError);
  expect(losses['cross-entropy'].fromOutput([0, 1], [0, 1])).toBeCloseTo(0, 15);
  expect(() => losses['cross-entropy'].gradientFromLogits!([-800, 0], [1, 0])).toThrow(DomainError);
});
