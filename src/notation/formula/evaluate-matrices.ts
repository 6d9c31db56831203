import { DomainError } from '../../engine/domain-error.js';
import { map, tensor, type Tensor } from '../../engine/tensor.js';
import { compile, constantValues, operatorValues } from '../expression/compile.js';
import { realFunctions } from '../expression/functions.js';
import { name, type Expression, type Operator } from '../expression/tree.js';
import {
  asNumber,
  describe,
  diagonal,
  eachOf,
  inverse,
  isNumber,
  lengthOf,
  product,
  turned,
  type MatrixValue,
} from './matrix-algebra.js';
import { writeFormula } from './write-formula.js';

/** Both sides of an operation with their shapes, for a message. */
const sides = (
  left: Expression,
  a: MatrixValue,
  right: Expression,
  b: MatrixValue,
): readonly [string, string] => [
  `${writeFormula(left)} (${describe(a)})`,
  `${writeFormula(right)} (${describe(b)})`,
];

const slopes = new Map<string, (input: number) => number>();

/** The derivative of a function of numbers, compiled once. */
function slopeOf(called: string): (input: number) => number {
  const known = slopes.get(called);
  if (known) return known;
  const slope = realFunctions.get(called)!.slope!(name('x'));
  const compiled = compile(slope, ['x']);
  const apply = (input: number): number => compiled([input]);
  slopes.set(called, apply);
  return apply;
}

/** The second or the third value entry by entry, as the first says. */
function chosen([condition, then, otherwise]: [MatrixValue, MatrixValue, MatrixValue]): MatrixValue {
  const clash = (): string => 'a condition and its cases do not have the same shape';
  const held = eachOf(condition, then, (holds, value) => (holds !== 0 ? value : 0), clash);
  const other = eachOf(condition, otherwise, (holds, value) => (holds !== 0 ? 0 : value), clash);
  return eachOf(held, other, (a, b) => a + b, clash);
}

const applyEach = (value: MatrixValue, apply: (entry: number) => number): MatrixValue =>
  isNumber(value) ? apply(value) : map(value, apply);

/**
 * The value of a formula of matrices; vectors are columns, functions of numbers act entry by entry. Throws a
 * DomainError that names the parts whose shapes do not go together.
 */
export function evaluateMatrices(tree: Expression, valueOf: (name: string) => MatrixValue): MatrixValue {
  const run = (part: Expression): MatrixValue => {
    switch (part.kind) {
      case 'number':
        return part.value;
      case 'constant':
        return constantValues[part.name];
      case 'name':
        return valueOf(part.name);
      case 'unary':
        return applyEach(run(part.of), part.operator === '-' ? (entry) => -entry : (entry) => 1 - entry);
      case 'operation':
        return operate(part.operator, part.left, part.right);
      case 'call':
        return applyCall(part.function, part.inputs);
    }
  };

  const operate = (operator: Operator, left: Expression, right: Expression): MatrixValue => {
    const [a, b] = [run(left), run(right)];
    const names = (): readonly [string, string] => sides(left, a, right, b);
    if (operator === '*')
      return product(a, b, () => `${names().join(' cannot be multiplied by ')}: the inner sizes differ`);
    if (operator === '/') {
      const divisor = asNumber(b);
      if (divisor === undefined) throw new DomainError(`a matrix, ${names()[1]}, cannot be divided by`);
      return applyEach(a, (entry) => entry / divisor);
    }
    if (operator === '^') return raise(a, b, names);
    return eachOf(
      a,
      b,
      operatorValues[operator],
      () => `${names().join(' and ')} do not have the same shape`,
    );
  };

  const raise = (a: MatrixValue, b: MatrixValue, names: () => readonly [string, string]): MatrixValue => {
    const [base, exponent] = [asNumber(a), asNumber(b)];
    if (base !== undefined && exponent !== undefined) return base ** exponent;
    // A vector times itself is no matrix product: its power can only be meant entry by entry.
    if (exponent !== undefined && !isNumber(a) && a.shape.includes(1))
      return map(a, (entry) => entry ** exponent);
    throw new DomainError(`${names()[0]} cannot have an exponent; write ⊙ for products entry by entry`);
  };

  const applyCall = (called: string, inputs: readonly Expression[]): MatrixValue => {
    const [first, second] = inputs as [Expression, Expression];
    switch (called) {
      case 'transpose':
        return turned(run(first));
      case 'hadamard': {
        const [a, b] = [run(first), run(second)];
        const clash = (): string => `${sides(first, a, second, b).join(' ⊙ ')}: ⊙ needs the same shape twice`;
        return eachOf(a, b, (x, y) => x * y, clash);
      }
      case 'diag':
        return diagonal(run(first));
      case 'norm':
        return lengthOf(run(first));
      case 'inverse':
        return inverse(run(first));
      case 'slope': {
        const { function: inner, inputs: of } = first as Extract<Expression, { kind: 'call' }>;
        return applyEach(run(of[0]!), slopeOf(inner));
      }
      case 'rows':
        return matrixOf(inputs);
      default:
        return applyReal(called, inputs.map(run));
    }
  };

  const matrixOf = (rows: readonly Expression[]): Tensor => {
    const cells = rows.map((row) => (row as Extract<Expression, { kind: 'call' }>).inputs);
    const data = cells.flat().map((cell) => {
      const value = asNumber(run(cell));
      if (value === undefined)
        throw new DomainError(`${writeFormula(cell)} is no number to stand in a matrix`);
      return value;
    });
    return tensor([cells.length, cells[0]!.length], data);
  };

  const applyReal = (called: string, values: readonly MatrixValue[]): MatrixValue => {
    if (called === 'if') return chosen(values as [MatrixValue, MatrixValue, MatrixValue]);
    const { apply } = realFunctions.get(called)!;
    if (values.length === 1) return applyEach(values[0]!, (entry) => apply(entry));
    if (values.every(isNumber)) return apply(...values);
    if (values.length === 2)
      return eachOf(
        values[0]!,
        values[1]!,
        apply,
        () => `the inputs of ${called} do not have the same shape`,
      );
    throw new DomainError(`${called} of matrices takes at most two inputs`);
  };

  return run(tree);
}
