import { plus, type Coefficient } from './coefficient.js';
import { realFunctions } from './functions.js';
import { putTogether, takeApart, type Product } from './product.js';
import { call, negative, number, operation, sameTree, type Expression } from './tree.js';

/** The simplest form of an operation on simplified sides. */
function simplifyOperation(tree: Extract<Expression, { kind: 'operation' }>): Expression {
  const { operator, left, right } = tree;
  if (operator === '+' || operator === '-') return simplifySum(tree);
  if (operator === '*' || operator === '/') return putTogether(takeApart(tree));
  if (operator !== '^') return tree;
  if (right.kind === 'number' && right.value === 0) return number(1);
  if (left.kind === 'number' && left.value === 1) return left;
  return putTogether(takeApart(tree));
}

const keyOf = ({ factors }: Product): string =>
  [...factors]
    .map(([key, { exponent }]) => `${key}^${exponent}`)
    .sort()
    .join('*');

/** Adds up the terms that differ only in their number, in order of appearance, a positive one first. */
function simplifySum(tree: Expression): Expression {
  const terms = new Map<string, Product>();
  const collect = (part: Expression, sign: 1 | -1): void => {
    if (part.kind === 'operation' && (part.operator === '+' || part.operator === '-')) {
      collect(part.left, sign);
      collect(part.right, part.operator === '+' ? sign : sign === 1 ? -1 : 1);
      return;
    }
    if (part.kind === 'unary' && part.operator === '-') {
      collect(part.of, sign === 1 ? -1 : 1);
      return;
    }
    const product = takeApart(sign === 1 ? part : negative(part));
    const key = keyOf(product);
    const before = terms.get(key);
    const coefficient = before ? plus(before.coefficient, product.coefficient) : product.coefficient;
    terms.set(key, { coefficient, factors: before?.factors ?? product.factors });
  };
  collect(tree, 1);
  const kept = [...terms.values()].filter(({ coefficient }) => coefficient.numerator !== 0);
  const lead = kept.findIndex(({ coefficient }) => coefficient.numerator > 0);
  if (lead > 0) kept.unshift(...kept.splice(lead, 1));
  const [first, ...rest] = kept;
  if (!first) return number(0);
  return rest.reduce((sum, term) => {
    const below = term.coefficient.numerator < 0;
    return operation(
      sum,
      below ? '-' : '+',
      putTogether(below ? { ...term, coefficient: opposite(term.coefficient) } : term),
    );
  }, putTogether(first));
}

const opposite = ({ numerator, denominator }: Coefficient): Coefficient => ({
  numerator: -numerator,
  denominator,
});

function simplifyCall(called: string, inputs: readonly Expression[]): Expression {
  const [first, second, third] = inputs;
  if (called === 'if' && sameTree(second!, third!)) return second!;
  if (called === 'log' && first?.kind === 'constant' && first.name === 'e') return number(1);
  if (called === 'exp' && first?.kind === 'call' && first.function === 'log') return first.inputs[0]!;
  const values = inputs.map((input) => (input.kind === 'number' ? input.value : NaN));
  const value = realFunctions.get(called)?.apply(...values);
  return value !== undefined && Number.isSafeInteger(value) ? number(value) : call(called, ...inputs);
}

/**
 * A lighter form of the same expression: constants folded, ones and zeros dropped, equal factors and terms
 * gathered. It may gain points where a cancelled factor was 0, and loses none.
 */
export function simplify(tree: Expression): Expression {
  switch (tree.kind) {
    case 'unary':
      return tree.operator === '-'
        ? simplifySum(negative(simplify(tree.of)))
        : { ...tree, of: simplify(tree.of) };
    case 'operation':
      return simplifyOperation({ ...tree, left: simplify(tree.left), right: simplify(tree.right) });
    case 'call':
      return simplifyCall(tree.function, tree.inputs.map(simplify));
    default:
      return tree;
  }
}
