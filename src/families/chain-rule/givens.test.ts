import { beforeAll, describe, expect, test } from 'vitest';
import { chainRule } from './index.js';

beforeAll(() => chainRule.prepare?.());
const open = (given: unknown) => chainRule.worksheet(chainRule.given.parse(given));

describe('givens that make no sense', () => {
  const f = { of: ['x', 'y'], is: ['x*y', 'x + y'] };
  const base = { functions: { f }, chain: ['f'], point: [1, 2] };
  test.each<[string, object, (string | number)[], RegExp]>([
    ['a function that is not there', { chain: ['f', 'g'] }, ['chain', 1], /no function is named "g"/],
    ['a function used twice', { chain: ['f', 'f'] }, ['chain', 1], /twice/],
    ['a point that is too short', { point: [1] }, ['point'], /1 numbers, f takes x, y/],
    ['a point without a coordinate', { point: { x: 1 } }, ['point'], /nothing of y/],
    ['a point with a stranger', { point: { x: 1, y: 2, z: 3 } }, ['point', 'z'], /no input z/],
    [
      'an unknown name',
      { functions: { f: { of: ['x', 'y'], is: ['x*z'] } } },
      ['functions', 'f', 'is', 0],
      /"z" stands for nothing/,
    ],
    [
      'an input named twice',
      { functions: { f: { of: ['x', 'x'], is: ['x'] } } },
      ['functions', 'f', 'of'],
      /twice/,
    ],
    [
      'a pole',
      { functions: { f: { of: ['x', 'y'], is: ['y', '1/(x - 1)'] } } },
      ['functions', 'f', 'is', 1],
      /not finite/,
    ],
    [
      'a derivative without end',
      { functions: { f: { of: ['x', 'y'], is: ['sqrt(x - 1)', 'y'] } } },
      ['functions', 'f', 'is', 0],
      /derivative/,
    ],
    [
      'functions that do not fit together',
      { functions: { f, g: { of: ['a'], is: ['a'] } }, chain: ['f', 'g'] },
      ['chain', 1],
      /f gives 2 numbers, g takes 1/,
    ],
  ])('%s', (_, change, path, message) => {
    const refused = (): unknown => open({ ...base, ...change });
    expect(refused).toThrow(message);
    try {
      refused();
    } catch (error) {
      expect((error as { path: unknown }).path).toEqual(path);
    }
  });
});
