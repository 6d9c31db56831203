import { DomainError } from '../../engine/domain-error.js';
import { sameShape, zeros, type Shape } from '../../engine/tensor.js';
import { call, operation, type Expression } from '../expression/tree.js';
import { evaluateMatrices } from './evaluate-matrices.js';
import { isNumber, type MatrixValue } from './matrix-algebra.js';
import type { Vocabulary } from './vocabulary.js';

/** A shape, `number`, or nothing where shapes do not fit. */
type Sort = Shape | 'number' | undefined;

/** Of products made here, so that a long chain of them is not worked out again at each star. */
const known = new WeakMap<Expression, { readonly sort: Sort }>();

function sortOf(tree: Expression, { facts }: Vocabulary): Sort {
  const before = known.get(tree);
  if (before) return before.sort;
  const valueOf = (name: string): MatrixValue => {
    const { shape, is } = facts(name) ?? {};
    if (is) return evaluateMatrices(is, valueOf);
    return shape ? zeros(shape.length === 1 ? [shape[0]!, 1] : shape) : 1;
  };
  try {
    const value = evaluateMatrices(tree, valueOf);
    return isNumber(value) ? 'number' : value.shape;
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

function sortOfProduct(a: Sort, b: Sort): Sort {
  if (a === 'number' || b === undefined) return b;
  if (b === 'number' || a === undefined) return a;
  return a[1] === b[0] ? [a[0]!, b[1]!] : undefined;
}

/** What `*` means between two parts: the product of matrices, or ⊙ where only that one exists, as for two columns. */
export function starProduct(left: Expression, right: Expression, vocabulary: Vocabulary): Expression {
  const [a, b] = [sortOf(left, vocabulary), sortOf(right, vocabulary)];
  const isEach = Array.isArray(a) && Array.isArray(b) && a[1] !== b[0] && sameShape(a as Shape, b as Shape);
  const tree = isEach ? call('hadamard', left, right) : operation(left, '*', right);
  known.set(tree, { sort: isEach ? a : sortOfProduct(a, b) });
  return tree;
}
