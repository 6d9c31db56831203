import { beforeAll, describe, expect, test } from 'vitest';
import { loadParser, type AuthorParser } from './author-parser.js';
import { compile } from './compile.js';

let parse: AuthorParser;
beforeAll(async () => {
  parse = await loadParser();
});
const value = (text: string, x = 0, y = 0): number => compile(parse(text), ['x', 'y'])([x, y]);

describe('values', () => {
  test.each([
    ['-x^2', 3, 0, -9],
    ['2^3^2', 0, 0, 512],
    ['2^-1', 0, 0, 0.5],
    ['x - y - 1', 5, 2, 2],
    ['x/y/2', 12, 3, 2],
    ['max(x, y, 3, 1)', 2, -5, 3],
    ['min(x, y)', 2, -5, -5],
    ['step(x)', 0, 0, 0],
    ['relu(x) + step(y)', -2, 4, 1],
    ['sigma(x)', 0, 0, 0.5],
    ['sigma(x)', -1000, 0, 0],
    ['softplus(x)', 1000, 0, 1000],
    ['log2(x) + log10(y) + ln(e)', 8, 100, 6],
    ['if(x < y, 1, 2)', 1, 1, 2],
    ['if(x <= y, 1, 2)', 1, 1, 1],
    ['(x > 0)*y', 1, 7, 7],
    ['not (x > 0)', 1, 0, 0],
    ['x == 1 or y == 1', 0, 1, 1],
    ['x == 1 and y != 1', 1, 1, 0],
    ['floor(x) + ceil(y)', -1.5, 1.5, 0],
    ['sign(x)*abs(x)', -2.5, 0, -2.5],
  ])('%s at x = %d, y = %d is %d', (text, x, y, expected) => {
    expect(value(text, x, y)).toBeCloseTo(expected, 12);
  });

  test('a choice does not compute the branch it leaves', () => {
    expect(value('if(x > 0, log(x), 0)', -1)).toBe(0);
  });

  test.each(['sqrt(x)', 'log(x)', 'if(log(x) < 1, 1, 2)', 'not (sqrt(x) > 0)', '(x)^(1/2)'])(
    '%s is undefined where its inside is',
    (text) => {
      expect(value(text, -1)).toBeNaN();
    },
  );

  test('a tower of powers is infinite, not slow', () => {
    expect(value('9^9^9^9')).toBe(Infinity);
  });
});
