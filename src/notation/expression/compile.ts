import { realFunctions } from './functions.js';
import type { Expression, Operator } from './tree.js';

/** A compiled expression: reads the values of its names by their places. */
export type Compiled = (values: ArrayLike<number>) => number;

/** 1 or 0, and NaN where a side is undefined. */
const truth = (holds: boolean, left: number, right: number): number =>
  Number.isNaN(left) || Number.isNaN(right) ? NaN : holds ? 1 : 0;

/** What each operator does with two numbers; conditions give 1 or 0. */
export const operatorValues: Readonly<Record<Operator, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '^': (left, right) => left ** right,
  '<': (left, right) => truth(left < right, left, right),
  '<=': (left, right) => truth(left <= right, left, right),
  '>': (left, right) => truth(left > right, left, right),
  '>=': (left, right) => truth(left >= right, left, right),
  '==': (left, right) => truth(left === right, left, right),
  '!=': (left, right) => truth(left !== right, left, right),
  and: (left, right) => truth(left > 0.5 && right > 0.5, left, right),
  or: (left, right) => truth(left > 0.5 || right > 0.5, left, right),
};

export const constantValues = { pi: Math.PI, e: Math.E } as const;

/** The four operations of arithmetic spelled out, so that the commonest nodes cost one call. */
function compileOperation(operator: Operator, left: Compiled, right: Compiled): Compiled {
  switch (operator) {
    case '+':
      return (values) => left(values) + right(values);
    case '-':
      return (values) => left(values) - right(values);
    case '*':
      return (values) => left(values) * right(values);
    case '/':
      return (values) => left(values) / right(values);
    default: {
      const combine = operatorValues[operator];
      return (values) => combine(left(values), right(values));
    }
  }
}

function compileCall(called: string, inputs: readonly Compiled[]): Compiled {
  const known = realFunctions.get(called);
  if (!known) throw new Error(`${called} is not a function of real numbers`);
  const { apply } = known;
  const [first, second, third] = inputs as [Compiled, Compiled, Compiled];
  if (called === 'if')
    return (values) => {
      const condition = first(values);
      return condition > 0.5 ? second(values) : condition <= 0.5 ? third(values) : NaN;
    };
  if (inputs.length === 1) return (values) => apply(first(values));
  if (inputs.length === 2) return (values) => apply(first(values), second(values));
  return (values) => apply(...inputs.map((input) => input(values)));
}

/**
 * Compiles an expression to a function of its names' values, given in the order of `names`; what is undefined
 * is NaN or infinite. Throws an Error for a name that is not among them.
 */
export function compile(tree: Expression, names: readonly string[]): Compiled {
  const build = (part: Expression): Compiled => {
    switch (part.kind) {
      case 'number': {
        const { value } = part;
        return () => value;
      }
      case 'constant': {
        const value = constantValues[part.name];
        return () => value;
      }
      case 'name': {
        const place = names.indexOf(part.name);
        if (place < 0) throw new Error(`"${part.name}" has no value`);
        return (values) => values[place]!;
      }
      case 'unary': {
        const of = build(part.of);
        return part.operator === '-' ? (values) => -of(values) : (values) => 1 - of(values);
      }
      case 'operation':
        return compileOperation(part.operator, build(part.left), build(part.right));
      case 'call':
        return compileCall(part.function, part.inputs.map(build));
    }
  };
  return build(tree);
}
