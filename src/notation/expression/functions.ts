import { sigmoid, softplus } from '../../engine/activation.js';
import { call, negative, number, operation, type Expression } from './tree.js';

/** How many inputs a function takes. */
export interface Arity {
  readonly least: number;
  readonly most: number;
}

/** A function of real numbers; outside its domain it gives NaN. */
export interface RealFunction extends Arity {
  readonly apply: (...inputs: number[]) => number;
  /** The derivative at an input; absent for `if`, `max` and `min`, which choose one of theirs. */
  readonly slope?: (input: Expression) => Expression;
}

const one = number(1);
const two = number(2);
const minus = (a: Expression, b: Expression): Expression => operation(a, '-', b);
const plus = (a: Expression, b: Expression): Expression => operation(a, '+', b);
const times = (a: Expression, b: Expression): Expression => operation(a, '*', b);
const over = (a: Expression, b: Expression): Expression => operation(a, '/', b);
const square = (a: Expression): Expression => operation(a, '^', two);

const unary = (
  apply: (x: number) => number,
  slope: Expression | ((input: Expression) => Expression),
): RealFunction => ({
  least: 1,
  most: 1,
  apply,
  slope: typeof slope === 'function' ? slope : () => slope,
});
const flat = number(0);
const choose = (condition = NaN, then = NaN, otherwise = NaN): number =>
  condition > 0.5 ? then : condition <= 0.5 ? otherwise : NaN;

/** Every function an expression may call, by the name it has in the tree. */
export const realFunctions: ReadonlyMap<string, RealFunction> = new Map<string, RealFunction>([
  ['sin', unary(Math.sin, (x) => call('cos', x))],
  ['cos', unary(Math.cos, (x) => negative(call('sin', x)))],
  ['tan', unary(Math.tan, (x) => over(one, square(call('cos', x))))],
  ['asin', unary(Math.asin, (x) => over(one, call('sqrt', minus(one, square(x)))))],
  ['acos', unary(Math.acos, (x) => over(negative(one), call('sqrt', minus(one, square(x)))))],
  ['atan', unary(Math.atan, (x) => over(one, plus(one, square(x))))],
  ['sinh', unary(Math.sinh, (x) => call('cosh', x))],
  ['cosh', unary(Math.cosh, (x) => call('sinh', x))],
  ['tanh', unary(Math.tanh, (x) => minus(one, square(call('tanh', x))))],
  ['exp', unary(Math.exp, (x) => call('exp', x))],
  ['log', unary(Math.log, (x) => over(one, x))],
  ['log2', unary(Math.log2, (x) => over(one, times(x, call('log', two))))],
  ['log10', unary(Math.log10, (x) => over(one, times(x, call('log', number(10)))))],
  ['sqrt', unary(Math.sqrt, (x) => over(one, times(two, call('sqrt', x))))],
  ['abs', unary(Math.abs, (x) => call('sign', x))],
  ['sign', unary(Math.sign, flat)],
  ['floor', unary(Math.floor, flat)],
  ['ceil', unary(Math.ceil, flat)],
  ['sigmoid', unary(sigmoid, (x) => times(call('sigmoid', x), minus(one, call('sigmoid', x))))],
  ['softplus', unary(softplus, (x) => call('sigmoid', x))],
  // The slope at 0 is 0, as PyTorch has it.
  [
    'relu',
    unary(
      (x) => (x > 0 ? x : x <= 0 ? 0 : NaN),
      (x) => call('step', x),
    ),
  ],
  ['step', unary((x) => (x > 0 ? 1 : x <= 0 ? 0 : NaN), flat)],
  ['max', { least: 1, most: 20, apply: Math.max }],
  ['min', { least: 1, most: 20, apply: Math.min }],
  ['if', { least: 3, most: 3, apply: choose }],
]);

/** Other spellings that authors use, with the name the tree uses. */
export const spellings: ReadonlyMap<string, string> = new Map([
  ['ln', 'log'],
  ['lg', 'log10'],
  ['sgn', 'sign'],
  ['arcsin', 'asin'],
  ['arccos', 'acos'],
  ['arctan', 'atan'],
  ['ReLU', 'relu'],
  ['sigma', 'sigmoid'],
  ['logistic', 'sigmoid'],
  ['heaviside', 'step'],
]);
