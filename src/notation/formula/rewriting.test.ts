import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  call,
  countNodes,
  limits,
  name,
  negative,
  number,
  operation,
  type Expression,
} from '../expression/tree.js';
import { compareFormulas } from './compare-formulas.js';
import { loadLatex } from './load-latex.js';
import { parseFormula } from './read-formula.js';
import { readSymbols } from './symbol-specs.js';
import { typesetFormula } from './typeset-formula.js';
import { writeFormula } from './write-formula.js';

beforeAll(loadLatex);

const symbols = readSymbols({
  x: {},
  y: {},
  w_1_11: { aliases: ['w_1^{11}'], latex: 'w_1^{11}' },
  alpha: {},
});
const letters = [...symbols.keys()];

/** Formulas that have a value everywhere, so that nothing is left undecided. */
const { tree: formulas } = fc.letrec<{ tree: Expression }>((tie) => {
  const tree = tie('tree');
  const bounded = fc.constantFrom('sin', 'cos', 'tanh', 'sigmoid', 'atan', 'abs', 'relu', 'softplus');
  return {
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(...letters).map(name),
      fc.integer({ min: 1, max: 9 }).map(number),
      tree.map(negative),
      fc
        .tuple(tree, fc.constantFrom('+', '-', '*'), tree)
        .map(([left, sign, right]) => operation(left, sign as '+', right)),
      fc.tuple(tree, fc.integer({ min: 2, max: 3 })).map(([of, power]) => operation(of, '^', number(power))),
      fc.tuple(bounded, tree).map(([called, input]) => call(called, input)),
      fc.tuple(fc.constantFrom('max', 'min'), tree, tree).map(([called, a, b]) => call(called, a, b)),
    ),
  };
});

type Rewriting = (tree: Expression) => Expression;
const isOperation = (tree: Expression, ...signs: readonly string[]): boolean =>
  tree.kind === 'operation' && signs.includes(tree.operator);
const sides = (tree: Expression): readonly [Expression, Expression] => {
  const { left, right } = tree as Extract<Expression, { kind: 'operation' }>;
  return [left, right];
};
const half = (tree: Expression): Expression => operation(tree, '/', number(2));

/** Algebra that changes the writing and not the meaning; what does not fit stays. */
const rewritings: readonly Rewriting[] = [
  (tree) => operation(operation(tree, '+', name('x')), '-', name('x')),
  (tree) => operation(operation(tree, '*', number(3)), '/', number(3)),
  (tree) => negative(negative(tree)),
  (tree) => operation(half(tree), '+', half(tree)),
  (tree) =>
    isOperation(tree, '+', '*')
      ? ({ ...(tree as object), left: sides(tree)[1], right: sides(tree)[0] } as Expression)
      : tree,
  (tree) => (isOperation(tree, '-') ? operation(negative(sides(tree)[1]), '+', sides(tree)[0]) : tree),
  (tree) => {
    if (!isOperation(tree, '*') || !isOperation(sides(tree)[1], '+', '-')) return tree;
    const [factor, sum] = sides(tree);
    const [a, b] = sides(sum);
    const sign = (sum as Extract<Expression, { kind: 'operation' }>).operator;
    return operation(operation(factor, '*', a), sign, operation(factor, '*', b));
  },
  (tree) => {
    if (!isOperation(tree, '^')) return tree;
    const [base, power] = sides(tree);
    return operation(base, '*', operation(base, '^', operation(power, '-', number(1))));
  },
  (tree) =>
    tree.kind === 'call' && tree.function === 'tanh'
      ? operation(
          operation(number(2), '*', call('sigmoid', operation(number(2), '*', tree.inputs[0]!))),
          '-',
          number(1),
        )
      : tree,
  (tree) =>
    tree.kind === 'call' && tree.function === 'abs'
      ? call('max', tree.inputs[0]!, negative(tree.inputs[0]!))
      : tree,
  (tree) =>
    tree.kind === 'call' && tree.function === 'relu'
      ? half(operation(tree.inputs[0]!, '+', call('abs', tree.inputs[0]!)))
      : tree,
];

function rewrite(tree: Expression, choices: readonly number[], at = 0): Expression {
  const inner = (part: Expression, step: number): Expression => rewrite(part, choices, at + step);
  const rewritten: Expression =
    tree.kind === 'unary'
      ? { ...tree, of: inner(tree.of, 1) }
      : tree.kind === 'operation'
        ? { ...tree, left: inner(tree.left, 1), right: inner(tree.right, 2) }
        : tree.kind === 'call'
          ? { ...tree, inputs: tree.inputs.map((input, place) => inner(input, place + 1)) }
          : tree;
  return rewritings[choices[at % choices.length]! % rewritings.length]!(rewritten);
}

const choices = fc.array(fc.nat(1000), { minLength: 5, maxLength: 5 });
const readable = (text: string): boolean => text.length <= limits.characters;

describe('a formula after random algebra', () => {
  it('is always the same formula, as plain text', () => {
    fc.assert(
      fc.property(formulas, choices, (tree, chosen) => {
        const text = writeFormula(rewrite(tree, chosen));
        fc.pre(readable(text) && countNodes(rewrite(tree, chosen)) <= limits.nodes);
        expect(compareFormulas(parseFormula(text, { kind: 'numbers', symbols }), tree, symbols), text).toBe(
          'same',
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('is always the same formula, as LaTeX', () => {
    fc.assert(
      fc.property(formulas, choices, (tree, chosen) => {
        const text = typesetFormula(rewrite(tree, chosen), symbols);
        fc.pre(readable(text) && countNodes(rewrite(tree, chosen)) <= limits.nodes);
        expect(compareFormulas(parseFormula(text, { kind: 'numbers', symbols }), tree, symbols), text).toBe(
          'same',
        );
      }),
      { numRuns: 300 },
    );
  });
});
