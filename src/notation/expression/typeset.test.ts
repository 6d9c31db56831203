import { beforeAll, describe, expect, test } from 'vitest';
import { loadParser, type AuthorParser } from './author-parser.js';
import { typesetExpression, typesetNumber } from './typeset.js';
import { typesetName } from './typeset-names.js';

let parse: AuthorParser;
beforeAll(async () => {
  parse = await loadParser();
});

describe('with symbols', () => {
  test.each([
    ['w*x + b', 'w x + b'],
    ['2*3*x', '2 \\cdot 3 x'],
    ['x*2', 'x \\cdot 2'],
    ['-(a + b)*c', '-\\left(a + b\\right) c'],
    ['a - (b - c)', 'a - \\left(b - c\\right)'],
    ['a - -b', 'a - \\left(-b\\right)'],
    ['a*-b', 'a \\left(-b\\right)'],
    ['(-x)^2', '\\left(-x\\right)^{2}'],
    ['a/b/c', '\\frac{\\frac{a}{b}}{c}'],
    ['(a/b)^2', '\\left(\\frac{a}{b}\\right)^{2}'],
    ['-x/y', '-\\frac{x}{y}'],
    ['exp(-x)', 'e^{-x}'],
    ['exp(x)^2', '\\left(e^{x}\\right)^{2}'],
    ['log(x)^2', '\\left(\\ln\\left(x\\right)\\right)^{2}'],
    ['sqrt(x)^2', '\\sqrt{x}^{2}'],
    ['abs(x)', '\\left|x\\right|'],
    ['sigma(z)', '\\sigma\\left(z\\right)'],
    ['(x > 0)*y', '\\left(x > 0\\right) y'],
    [
      'if(x < 0, 0, if(x < 1, x, 1))',
      '\\begin{cases}0 & \\text{if } x < 0 \\\\ x & \\text{if } x < 1 \\\\ 1 & \\text{otherwise}\\end{cases}',
    ],
  ])('%s', (text, latex) => {
    expect(typesetExpression(parse(text))).toBe(latex);
  });
});

test('numbers in the places of names keep their sign in brackets', () => {
  const values: Record<string, string> = { w: '-2', x: '3', b: '-1' };
  const latex = typesetExpression(parse('w*x^2 - b*w'), { value: (name) => values[name] });
  expect(latex).toBe('-2 \\cdot 3^{2} - \\left(-1 \\cdot \\left(-2\\right)\\right)');
});

test.each([
  ['x', 'x'],
  ['x1', 'x_{1}'],
  ['x_1', 'x_{1}'],
  ['w_1_11', 'w_{1,11}'],
  ['delta_h1', '\\delta_{h1}'],
  ['net', '\\mathrm{net}'],
  ['W_in', 'W_{\\mathrm{in}}'],
])('the name %s is written %s', (name, latex) => {
  expect(typesetName(name)).toBe(latex);
});

test.each([
  [0.5, '0.5'],
  [1e-7, '10^{-7}'],
  [2.5e21, '2.5 \\cdot 10^{21}'],
])('the number %d is written %s', (value, latex) => {
  expect(typesetNumber(value)).toBe(latex);
});
