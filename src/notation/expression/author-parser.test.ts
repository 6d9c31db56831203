import { beforeAll, describe, expect, test } from 'vitest';
import { loadParser, type AuthorParser } from './author-parser.js';
import { ExpressionError } from './tree.js';
import { writeExpression } from './write.js';

let parse: AuthorParser;
beforeAll(async () => {
  parse = await loadParser();
});

describe('what an author writes', () => {
  test.each([
    ['w*x+b', 'w*x + b'],
    ['2x', '2*x'],
    ['2πr²', '2*pi*r^2'],
    ['3(x + 1)', '3*(x + 1)'],
    ['-x^2', '-x^2'],
    ['(-x)^2', '(-x)^2'],
    ['a^b^c', 'a^b^c'],
    ['(a^b)^c', '(a^b)^c'],
    ['a-(b-c)', 'a - (b - c)'],
    ['a/(b*c)', 'a/(b*c)'],
    ['+x', 'x'],
    ['x × y ÷ z', 'x*y/z'],
    ['σ(z)', 'sigmoid(z)'],
    ['sigma(δ_1)', 'sigmoid(delta_1)'],
    ['ln(x)', 'log(x)'],
    ['log(x, 2)', 'log(x)/log(2)'],
    ['ReLU(x)', 'relu(x)'],
    ['x > 0 ? x : 0', 'if(x > 0, x, 0)'],
    ['piecewise(x < 0, 0, x < 1, x, 1)', 'if(x < 0, 0, if(x < 1, x, 1))'],
    ['0 ≤ x < 1', '0 <= x and x < 1'],
    ['not (x > 0)', 'not (x > 0)'],
    ['w_1_11', 'w_1_11'],
    ['1.5e-3', '0.0015'],
  ])('%s is read as %s', (text, read) => {
    expect(writeExpression(parse(text))).toBe(read);
  });

  test('a declared name wins over the constant e', () => {
    expect(parse('e', { names: ['e'] })).toEqual({ kind: 'name', name: 'e' });
    expect(parse('e')).toEqual({ kind: 'constant', name: 'e' });
  });

  test('functions of a vocabulary bring their signs with them', () => {
    const functions = new Map(
      ['timesEach', 'transpose', 'entry'].map((name) => [name, { least: 1, most: 3 }] as const),
    );
    expect(writeExpression(parse("A' .* W[0, 1]", { functions }))).toBe(
      'timesEach(transpose(A), entry(W, 0, 1))',
    );
    expect(() => parse("A'")).toThrow(/operator '/);
  });
});

describe('what is refused', () => {
  test.each([
    ['', /empty/],
    ['x +', /not a formula/],
    ['(x', /not a formula/],
    ['x = 1', /assignment/],
    ['f(x) = x', /definition/],
    ['[1, 2]', /list/],
    ['1:3', /range/],
    ['{a: 1}', /"\{" has no meaning/],
    ['1; 2', /";" has no meaning/],
    ['"text"', /has no meaning/],
    ['true', /truth value/],
    ['NaN', /too large|truth value/],
    ['1e400', /too large/],
    ['0x10', /base ten/],
    ['5!', /operator !/],
    ['7 % 3', /"%" has no meaning/],
    ['x.constructor', /truth value|property/],
    ['cos.constructor("return 1")', /has no meaning/],
    ['x[1]', /entry/],
    ['import(1)', /not a function/],
    ['createUnit(1)', /not a function/],
    ['toString(1)', /not a function/],
    ['constructor(1)', /not a function/],
    ['ones(1e5, 1e5)', /not a function/],
    ['factorial(170)', /not a function/],
    ['a(b + c)', /not a function/],
    ['sin x', /no input/],
    ['sin(x, y)', /takes 1 input, found 2/],
    ['max()', /takes 1 to 20/],
    ['1/2x', /two ways/],
    ['1/a b', /two ways/],
    ['not x > 0', /reverses a condition/],
    ['5 mod 3', /operator mod/],
    ['x to y', /operator to/],
  ])('%s', (text, message) => {
    expect(() => parse(text)).toThrow(message);
    expect(() => parse(text)).toThrow(ExpressionError);
  });

  test('a name that stands for nothing, with the names there are', () => {
    const refused = (): unknown => parse('wx + b', { names: ['w', 'x', 'b'] });
    expect(refused).toThrow('"wx" stands for nothing here');
    try {
      refused();
    } catch (error) {
      expect((error as ExpressionError).hint).toContain('w, x, b');
    }
  });

  test.each([
    ['500 brackets', '('.repeat(500)],
    ['10,000 nested brackets', `${'('.repeat(10_000)}x${')'.repeat(10_000)}`],
    ['100 KB of digits', '9'.repeat(100_000)],
    ['41 nested brackets', `${'('.repeat(41)}x${')'.repeat(41)}`],
    ['a tower of 200 powers', Array(200).fill('2').join('^')],
    ['400 minus signs', `${'-'.repeat(400)}x`],
    ['nested choices', `${'x?1:'.repeat(60)}1`],
    ['more than 400 parts', Array(250).fill('a').join('+')],
  ])('%s, by size', (_, text) => {
    expect(() => parse(text)).toThrow(/characters|levels|parts/);
  });
});

test('a long sum is no deep nesting', () => {
  expect(writeExpression(parse(Array(100).fill('a').join('+')))).toBe(Array(100).fill('a').join(' + '));
});

test('40 nested brackets are read', () => {
  expect(writeExpression(parse(`${'('.repeat(40)}x${')'.repeat(40)}`))).toBe('x');
});
