import { namesIn, parts, type Expression } from '../expression/tree.js';

/** How an answer must be written, beyond what it means. */
export type Form =
  | { readonly kind: 'factored' | 'expanded' | 'as-a-number' }
  | { readonly kind: 'in-terms-of'; readonly names: readonly string[] };

const isSum = (tree: Expression): boolean =>
  tree.kind === 'operation' && (tree.operator === '+' || tree.operator === '-');

const withoutSign = (tree: Expression): Expression =>
  tree.kind === 'unary' && tree.operator === '-' ? withoutSign(tree.of) : tree;

/** A product that still holds a sum of letters, or a whole power of one. */
function multipliesSum(tree: Expression): boolean {
  if (tree.kind === 'operation') {
    const [left, right] = [withoutSign(tree.left), withoutSign(tree.right)];
    const holds = (part: Expression): boolean => isSum(part) && namesIn(part).length > 0;
    if (tree.operator === '*' && (holds(left) || holds(right))) return true;
    if (tree.operator === '^' && holds(left) && right.kind === 'number') return true;
  }
  return parts(tree).some(multipliesSum);
}

/** Whether a formula is written as asked; a text says what it is instead. */
export function checkForm(tree: Expression, form: Form): true | string {
  switch (form.kind) {
    case 'factored':
      return isSum(withoutSign(tree)) ? 'it is a sum; write it as a product of factors' : true;
    case 'expanded':
      return multipliesSum(tree) ? 'a product of sums is left; multiply it out' : true;
    case 'as-a-number':
      return namesIn(tree).length > 0 ? 'letters are left; work out the number' : true;
    case 'in-terms-of': {
      const odd = namesIn(tree).find((name) => !form.names.includes(name));
      return odd === undefined ? true : `${odd} is left; write it in terms of ${form.names.join(', ')}`;
    }
  }
}
