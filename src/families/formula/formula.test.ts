import { beforeAll, describe, expect, test } from 'vitest';
import { toNested, type Tensor } from '../../engine/tensor.js';
import { evaluate } from '../../engine/evaluate.js';
import { formula } from './index.js';
import { samples } from './samples.js';

beforeAll(() => formula.prepare?.());
const open = (given: unknown) => formula.worksheet(formula.given.parse(given));
const unit = (steps: object) => open({ values: { w: 2, x: 3, b: 1 }, steps });

describe('steps and slips', () => {
  const sheet = () => open(samples.neuron);

  // z = 0.5·3 − 1; a = 1/(1 + e^−0.5); δ = (a − 1)a(1 − a); w' = w − 0.1·δ·3.
  test('give the numbers of a calculation by hand', () => {
    const key = evaluate(sheet());
    expect(key.value('z')).toBe(0.5);
    expect(key.value('a')).toBeCloseTo(0.6224593, 7);
    expect(key.value('delta')).toBeCloseTo(-0.0887235, 7);
    expect(key.value('w_new')).toBeCloseTo(0.526617, 6);
  });

  test('a slip at one step goes on into the later ones', () => {
    const wrong = evaluate(sheet(), { slips: [{ slip: 'forgot-bias' }] });
    expect(wrong.value('z')).toBe(1.5);
    expect(wrong.value('a')).toBeCloseTo(0.8175745, 7);
  });

  test("a student's own number is carried into later steps", () => {
    const own = evaluate(sheet(), { carry: new Map([['z', () => 0]]) });
    expect(own.expected('a')).toBe(0.5);
    expect(own.carriedInto('delta')).toEqual(['z']);
  });

  test('steps may be listed in any order', () => {
    expect(evaluate(unit({ last: 'first + 1', first: 'w*x' })).value('last')).toBe(7);
  });

  test('a slip may read a later step', () => {
    const { steps } = unit({
      delta: {
        formula: 'w*x',
        slips: { 'used-updated-weight': { formula: 'v*x', hint: 'Use the old weight.' } },
      },
      v: 'w - b',
    });
    expect([...steps.keys()]).toEqual(['delta', 'v']);
    const sheet = unit({
      delta: {
        formula: 'w*x',
        slips: { 'used-updated-weight': { formula: 'v*x', hint: 'Use the old weight.' } },
      },
      v: 'w - b',
    });
    expect(evaluate(sheet, { slips: [{ slip: 'used-updated-weight' }] }).value('delta')).toBe(3);
  });

  test('a slip that has no value on these numbers is left out', () => {
    const { steps } = unit({
      z: { formula: 'w', slips: { 'divided-by-zero': { formula: 'w/(x - 3)', hint: 'No.' } } },
    });
    expect(steps.get('z')!.slips).toEqual({});
  });

  test('functions of numbers act on every entry', () => {
    const key = evaluate(open(samples.layer));
    expect(toNested(key.value('h') as Tensor)).toEqual([0.5, 0]);
    expect(toNested(key.value('dW') as Tensor)).toEqual([
      [-1, -0.5, 0.5],
      [0, 0, 0],
    ]);
  });
});

describe('what is printed', () => {
  const show = (steps: Record<string, unknown>, written: object): string => {
    const step = unit(steps).steps.get('z')!;
    return step.show(written as never);
  };

  test('the formula, then its numbers', () => {
    expect(show({ z: 'w*x + b' }, { w: '2', x: '-3', b: '1' })).toBe(
      'w x + b = 2 \\cdot \\left(-3\\right) + 1',
    );
  });

  test('the formula alone where the numbers would not fit on a line', () => {
    expect(show({ z: 'w*x + b' }, { w: '2'.repeat(400), x: '-3', b: '1' })).toBe('w x + b');
  });

  test('a hint with the values it asks for, in dollar signs', () => {
    const { steps } = unit({
      z: {
        formula: 'w*x + b',
        slips: { 'forgot-bias': { formula: 'w*x', hint: 'Add $b = {{b}}$ to {{ w }}.' } },
      },
    });
    const { hint } = steps.get('z')!.slips['forgot-bias']!;
    expect((hint as (written: object) => string)({ b: '1', w: '2' })).toBe('Add $b = 1$ to $2$.');
  });
});
