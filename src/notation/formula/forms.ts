import { namesIn, parts, type Expression } from '../expression/tree.js';
import type { WrittenForm } from './written-form.js';

/** How an answer must be written, beyond what it means. */
export type Form =
  | { readonly kind: 'factored' | 'expanded' | 'as-a-number' }
  | { readonly kind: 'in-terms-of'; readonly names: readonly string[] };

/** A form as a file writes it, as the record that formulas are checked by. */
export const formOf = (written: WrittenForm): Form =>
  typeof written === 'string' ? { kind: written } : { kind: 'in-terms-of', names: written['in-terms-of'] };

const words: Readonly<Record<Form['kind'], string>> = {
  factored: 'written as a product of factors',
  expanded: 'multiplied out',
  'as-a-number': 'worked out to a number',
  'in-terms-of': 'in terms of ',
};

/** A form in words: “multiplied out”, “in terms of U, X”. */
export const describeForm = (form: Form): string =>
  form.kind === 'in-terms-of' ? words[form.kind] + form.names.join(', ') : words[form.kind];

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

/** How many factors with letters a product holds, powers counted as often as they stand for one. */
function factorsIn(tree: Expression): number {
  if (tree.kind === 'unary') return factorsIn(tree.of);
  if (tree.kind === 'operation') {
    if (tree.operator === '*') return factorsIn(tree.left) + factorsIn(tree.right);
    if (tree.operator === '/') return factorsIn(tree.left);
    const times = tree.operator === '^' && tree.right.kind === 'number' ? tree.right.value : 1;
    if (Number.isInteger(times) && times > 0)
      return times * (tree.operator === '^' ? factorsIn(tree.left) : 1);
  }
  return namesIn(tree).length > 0 ? 1 : 0;
}

/** Whether a formula is written as asked; a text says what it is instead. A factored one has no fewer factors than `key`. */
export function checkForm(tree: Expression, form: Form, key?: Expression): true | string {
  switch (form.kind) {
    case 'factored':
      if (isSum(withoutSign(tree))) return 'it is a sum; write it as a product of factors';
      return key === undefined || factorsIn(tree) >= factorsIn(key)
        ? true
        : 'a factor of it can be split further';
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
