import { coefficient, times, unit, type Coefficient } from './coefficient.js';
import { negative, number, operation, type Expression } from './tree.js';
import { writeExpression } from './write.js';

/** A factor raised to a number. */
interface Factor {
  readonly base: Expression;
  readonly exponent: number;
}

/** A product taken apart: a number, and each other factor once with its total exponent. */
export interface Product {
  readonly coefficient: Coefficient;
  readonly factors: ReadonlyMap<string, Factor>;
}

const asNumber = (tree: Expression): number | undefined => {
  if (tree.kind === 'number') return tree.value;
  return tree.kind === 'unary' && tree.operator === '-' && tree.of.kind === 'number'
    ? -tree.of.value
    : undefined;
};

/** Takes a product apart, as far as it is made of products, quotients, signs and whole powers. */
export function takeApart(tree: Expression): Product {
  let factor = unit;
  const factors = new Map<string, Factor>();
  const collect = (part: Expression, exponent: number): void => {
    const whole = Number.isInteger(exponent);
    if (part.kind === 'number' && whole && foldable(part.value, exponent)) {
      const power = part.value ** Math.abs(exponent);
      factor = times(factor, exponent > 0 ? coefficient(power, 1) : coefficient(1, power));
    } else if (part.kind === 'unary' && part.operator === '-' && whole) {
      if (exponent % 2 !== 0) factor = times(factor, coefficient(-1, 1));
      collect(part.of, exponent);
    } else if (part.kind === 'operation' && (part.operator === '*' || part.operator === '/') && whole) {
      collect(part.left, exponent);
      collect(part.right, part.operator === '*' ? exponent : -exponent);
    } else if (
      part.kind === 'operation' &&
      part.operator === '^' &&
      asNumber(part.right) !== undefined &&
      whole
    ) {
      collect(part.left, asNumber(part.right)! * exponent);
    } else {
      const key = writeExpression(part);
      const total = (factors.get(key)?.exponent ?? 0) + exponent;
      if (total === 0) factors.delete(key);
      else factors.set(key, { base: part, exponent: total });
    }
  };
  collect(tree, 1);
  return { coefficient: factor, factors };
}

const foldable = (value: number, exponent: number): boolean => {
  const power = value ** Math.abs(exponent);
  return value !== 0 || exponent > 0 ? Number.isFinite(power) && power < 1e15 : false;
};

const raised = ({ base, exponent }: Factor): Expression =>
  exponent === 1 ? base : operation(base, '^', number(exponent));

const joined = (trees: readonly Expression[]): Expression => {
  if (trees.length === 0) return number(1);
  return trees.reduce((left, right) => operation(left, '*', right));
};

/** Puts a product together: number, then factors in order, over the factors of negative exponent. */
export function putTogether({ coefficient: { numerator, denominator }, factors }: Product): Expression {
  if (numerator === 0) return number(0);
  const all = [...factors.values()];
  const above = all.filter(({ exponent }) => exponent > 0).map(raised);
  const below = all
    .filter(({ exponent }) => exponent < 0)
    .map(({ base, exponent }) => raised({ base, exponent: -exponent }));
  const size = Math.abs(numerator);
  const [first = number(1), ...rest] = size === 1 && above.length > 0 ? above : [number(size), ...above];
  const top = joined([numerator < 0 ? negative(first) : first, ...rest]);
  if (denominator !== 1) below.unshift(number(denominator));
  return below.length === 0 ? top : operation(top, '/', joined(below));
}
