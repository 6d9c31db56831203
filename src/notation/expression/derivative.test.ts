import { beforeAll, describe, expect, test } from 'vitest';
import { loadParser, type AuthorParser } from './author-parser.js';
import { derivative } from './derivative.js';
import { simplify } from './simplify.js';
import { writeExpression } from './write.js';

let parse: AuthorParser;
beforeAll(async () => {
  parse = await loadParser();
});

describe('derivatives print well', () => {
  test.each([
    ['3', '0'],
    ['y', '0'],
    ['x', '1'],
    ['5*x', '5'],
    ['x^2', '2*x'],
    ['x^3/6', 'x^2/2'],
    ['1/x', '-1/x^2'],
    ['x*y', 'y'],
    ['-x*y', '-y'],
    ['sin(pi*x)/pi', 'cos(pi*x)'],
    ['y^2*exp(x - 1)', 'y^2*exp(x - 1)'],
    ['sqrt(x^2 + 1)', 'x/sqrt(x^2 + 1)'],
    ['tanh(x)', '1 - tanh(x)^2'],
    ['softplus(2*x)', '2*sigmoid(2*x)'],
    ['relu(x - 1)', 'step(x - 1)'],
    ['e^(2*x)', '2*e^(2*x)'],
    ['x^n', 'n*x^(n - 1)'],
    ['x^x', 'x^x*(log(x) + 1)'],
    ['x/(1 + x^2)', '(1 - x^2)/(1 + x^2)^2'],
    ['max(x, y)', 'if(x >= y, 1, 0)'],
    ['if(x > 0, x^2, x)', 'if(x > 0, 2*x, 1)'],
    ['-(t*log(x) + (1 - t)*log(1 - x))', '(1 - t)/(1 - x) - t/x'],
    ['floor(x) + sign(x)', '0'],
  ])('d/dx of %s is %s', (text, slope) => {
    expect(writeExpression(derivative(parse(text), 'x'))).toBe(slope);
  });
});

describe('known mistakes', () => {
  test.each([
    ['sin(pi*x)/pi', 'cos(pi*x)/pi', 'pi*cos(pi*x)'],
    ['(2*x + 1)^3', '3*(2*x + 1)^2', '6*(2*x + 1)^2'],
    ['5*exp(3*x)', '5*exp(3*x)', '3*exp(3*x)'],
    ['x^2/2', 'x', '2*x'],
    ['x*y', 'y', 'y'],
  ])('of %s: the inside lost gives %s, the constant lost %s', (text, inner, factor) => {
    expect(writeExpression(derivative(parse(text), 'x', { dropInner: true }))).toBe(inner);
    expect(writeExpression(derivative(parse(text), 'x', { dropConstantFactor: true }))).toBe(factor);
  });
});

describe('mistakes with powers and with sine and cosine', () => {
  test.each([
    ['x^2 + y', 'x', '2*x'],
    ['3*x^3', '3*x^2', '9*x^2'],
    ['sin(x)', 'cos(x)', '-cos(x)'],
    ['cos(2*x)', '-2*sin(2*x)', '2*sin(2*x)'],
    ['exp(x)', 'exp(x)', 'exp(x)'],
  ])('of %s: the exponent lost gives %s, the signs exchanged %s', (text, power, sign) => {
    expect(writeExpression(derivative(parse(text), 'x', { dropExponent: true }))).toBe(power);
    expect(writeExpression(derivative(parse(text), 'x', { turnTrigonometricSign: true }))).toBe(sign);
  });
});

describe('the simplifier', () => {
  test.each([
    ['0*x + 1*y', 'y'],
    ['x + x', '2*x'],
    ['x - x', '0'],
    ['x*y/x', 'y'],
    ['2*x*3', '6*x'],
    ['x/2 + x/3', '5*x/6'],
    ['6*x/4', '3*x/2'],
    ['-(-x)', 'x'],
    ['x*x^2', 'x^3'],
    ['(x*y)^2/x', 'x*y^2'],
    ['-x + y', 'y - x'],
    ['sqrt(4) + cos(0)', '3'],
    ['x^1 + y^0', 'x + 1'],
    ['1/0', '1/0'],
    ['0.1*x/0.2', '0.5*x'],
  ])('writes %s as %s', (text, simple) => {
    expect(writeExpression(simplify(parse(text)))).toBe(simple);
  });
});
