import { beforeAll, describe, expect, test } from 'vitest';
import { formula } from './index.js';

beforeAll(() => formula.prepare?.());
const open = (given: unknown) => formula.worksheet(formula.given.parse(given));

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
