import { beforeAll, expect, test } from 'vitest';
import { loadParser, type AuthorParser } from './author-parser.js';
import { compile } from './compile.js';
import { approximate, settle } from './rounding-error.js';

let parse: AuthorParser;
beforeAll(async () => {
  parse = await loadParser();
});

test.each(['sin(pi*x)/pi', 'cos(pi/x)', '0.1*x + 0.1 - 0.3', '(x + 1/3)^2 - x^2 - 2*x/3 - 1/9'])(
  '%s at 2 is 0, whatever rounding left of it',
  (text) => {
    const tree = parse(text);
    expect(settle(compile(tree, ['x'])([2]), tree, () => 2)).toBe(0);
  },
);

test.each(['exp(-20*x)', '1e-15*x', 'x^-50', '1e-17 + 1e-18*x'])('%s at 2 is small and stays', (text) => {
  const tree = parse(text);
  const value = compile(tree, ['x'])([2]);
  expect(settle(value, tree, () => 2)).toBe(value);
});

test('the bound covers what cancellation loses', () => {
  const { value, error } = approximate(parse('(1 + x) - 1'), () => 1e-10);
  expect(Math.abs(value - 1e-10)).toBeLessThanOrEqual(error);
  expect(error).toBeLessThan(1e-15);
});

test('beside a jump the bound is the jump', () => {
  expect(approximate(parse('floor(x/10*10)'), () => 3).error).toBeGreaterThanOrEqual(1);
});
