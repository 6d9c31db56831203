import fc from 'fast-check';
import { ExpressionError } from '../src/notation/expression/tree.js';
import { checkConstants } from '../src/notation/formula/check-constants.js';
import {
  call,
  constant,
  name,
  negative,
  number,
  operation,
  type Expression,
} from '../src/notation/expression/tree.js';

const smooth = ['sin', 'cos', 'exp', 'tanh', 'sigmoid', 'softplus', 'atan', 'sqrt', 'log'] as const;
const cornered = ['abs', 'relu', 'step', 'sign'] as const;
const comparators = ['<', '<=', '>', '>='] as const;

/** The names that random formulas use. */
export const randomNames = ['x', 'y', 'z_1'] as const;

/** Random formulas of numbers, perhaps with choices between cases. */
export const randomFormulas = (withChoices = true): fc.Arbitrary<Expression> =>
  fc.letrec<{ tree: Expression }>((tie) => {
    const tree = tie('tree');
    const leaf = fc.oneof(
      { arbitrary: fc.constantFrom(...randomNames).map(name), weight: 3 },
      fc.integer({ min: 0, max: 9 }).map(number),
      fc.constantFrom(number(0.5), number(2.25), constant('pi'), constant('e')),
    );
    const signs = fc.constantFrom('+', '-', '*', '/', '^' as const);
    const condition = fc
      .tuple(tree, fc.constantFrom(...comparators), tree)
      .map(([left, operator, right]) => operation(left, operator, right));
    return {
      tree: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        leaf,
        tree.map(negative),
        fc.tuple(tree, signs, tree).map(([left, operator, right]) => operation(left, operator as '+', right)),
        fc.tuple(fc.constantFrom(...smooth, ...cornered), tree).map(([called, input]) => call(called, input)),
        fc.tuple(fc.constantFrom('max', 'min'), tree, tree).map(([called, a, b]) => call(called, a, b)),
        ...(withChoices
          ? [fc.tuple(condition, tree, tree).map(([when, a, b]) => call('if', when, a, b))]
          : []),
      ),
    };
  }).tree;

/** Whether every part without letters has a finite value, as what a student writes must. */
export function hasFiniteConstants(tree: Expression): boolean {
  try {
    checkConstants(tree);
    return true;
  } catch (error) {
    if (error instanceof ExpressionError) return false;
    throw error;
  }
}
