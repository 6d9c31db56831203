import { beforeAll, describe, expect, test } from 'vitest';
import { toNested, type Tensor } from '../../engine/tensor.js';
import { evaluate } from '../../engine/worksheet.js';
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

describe('givens that make no sense', () => {
  const W = [
    [1, 2],
    [3, 4],
  ];
  test.each<[string, unknown, (string | number)[], RegExp]>([
    [
      'a cycle',
      { values: {}, steps: { a: 'b', b: 'c', c: 'a' } },
      ['steps', 'a', 'formula'],
      /a → b → c → a/,
    ],
    ['a step that reads itself', { values: {}, steps: { a: 'a + 1' } }, ['steps', 'a', 'formula'], /a → a/],
    [
      'an unknown name',
      { values: { w: 1 }, steps: { a: { formula: 'wx' } } },
      ['steps', 'a', 'formula'],
      /"wx" stands for nothing/,
    ],
    [
      'an unknown function',
      { values: { w: 1 }, steps: { a: 'import(w)' } },
      ['steps', 'a'],
      /"import" is not a function/,
    ],
    [
      'a clash of shapes',
      { values: { W, x: [1, 2, 3] }, steps: { a: 'matmul(W, x)' } },
      ['steps', 'a'],
      /2×2 matrix cannot multiply a vector of 3/,
    ],
    [
      'a sum of different shapes',
      { values: { W, x: [1, 2] }, steps: { a: 'W + x' } },
      ['steps', 'a'],
      /2×2 matrix and a vector of 2/,
    ],
    [
      'a star between matrices',
      { values: { W, x: [1, 2] }, steps: { a: 'W*x' } },
      ['steps', 'a'],
      /several ways/,
    ],
    [
      'a clash in a later step, at that step',
      { values: { x: [1, 2] }, steps: { a: 'b + 1', b: 'transpose(x)' } },
      ['steps', 'b'],
      /transpose takes a matrix/,
    ],
    [
      'an entry that is not there',
      { values: { x: [1, 2] }, steps: { a: 'x[2]' } },
      ['steps', 'a'],
      /outside/,
    ],
    ['ragged rows', { values: { W: [[1, 2], [3]] }, steps: { a: 'W' } }, ['values', 'W'], /1 entries/],
    ['a division by zero', { values: { x: 0 }, steps: { a: '1/x' } }, ['steps', 'a'], /not finite/],
    [
      'a root of a negative number',
      { values: { x: [4, -4] }, steps: { a: 'sqrt(x)' } },
      ['steps', 'a'],
      /not finite/,
    ],
    ['a tower of powers', { values: {}, steps: { a: '9^9^9^9' } }, ['steps', 'a'], /not finite/],
    ['a name used twice', { values: { a: 1 }, steps: { a: '2' } }, ['steps', 'a'], /a value already/],
    [
      'a count that is no whole number',
      { values: { x: 1 }, steps: { a: { formula: 'x/2', type: 'integer' } } },
      ['steps', 'a', 'type'],
      /0.5, not of type integer/,
    ],
    [
      'a product too large to hold',
      { values: { x: Array(400).fill(1) }, steps: { a: 'outer(x, x)' } },
      ['steps', 'a'],
      /more than 100000 entries/,
    ],
    [
      'a slip that needs its own step',
      {
        values: { x: 1 },
        steps: { a: { formula: 'x', slips: { early: { formula: 'b', hint: 'h' } } }, b: 'a' },
      },
      ['steps', 'a', 'slips', 'early', 'formula'],
      /a → b → a/,
    ],
    [
      'a hint that asks for a stranger',
      { values: { x: 1 }, steps: { a: { formula: 'x', slips: { odd: { formula: '2*x', hint: '{{y}}' } } } } },
      ['steps', 'a', 'slips', 'odd', 'hint'],
      /\{\{y\}\} stands for nothing/,
    ],
  ])('%s', (_, given, path, message) => {
    const refused = (): unknown => open(given);
    expect(refused).toThrow(message);
    try {
      refused();
    } catch (error) {
      expect((error as { path: unknown }).path).toEqual(path);
    }
  });

  test.each([
    ['a name with a minus', { values: { 'x-1': 1 }, steps: { a: '1' } }],
    ['no step at all', { values: { x: 1 }, steps: {} }],
    ['a value that is a text', { values: { x: '1' }, steps: { a: 'x' } }],
    [
      'a slip without a hint',
      { values: { x: 1 }, steps: { a: { formula: 'x', slips: { s: { formula: '2' } } } } },
    ],
  ])('%s does not fit the schema', (_, given) => {
    expect(formula.given.safeParse(given).success).toBe(false);
  });
});
