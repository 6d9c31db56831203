import type { Expression, Operator } from './tree.js';

/** How tightly each operator holds its sides, as the author parser reads them; unary minus stands between / and ^. */
export const precedence: Readonly<Record<Operator, number>> = {
  or: 1,
  and: 2,
  '==': 3,
  '!=': 3,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
  '^': 7,
};
export const unaryPrecedence = 6;
export const atomPrecedence = 8;
/** From a comparison upwards: what stands below takes brackets wherever it is a side. */
const comparison = precedence['<'];

export function precedenceOf(tree: Expression): number {
  if (tree.kind === 'operation') return precedence[tree.operator];
  if (tree.kind === 'unary') return tree.operator === 'not' ? comparison : unaryPrecedence;
  return atomPrecedence;
}

function writeOperation({ operator, left, right }: Extract<Expression, { kind: 'operation' }>): string {
  const own = precedence[operator];
  const strict = own <= comparison;
  if (operator === '^') return `${bracket(left, atomPrecedence)}^${bracket(right, own)}`;
  const [a, b] = [bracket(left, strict ? own + 1 : own), bracket(right, own + 1)];
  return own > precedence['+'] ? `${a}${operator}${b}` : `${a} ${operator} ${b}`;
}

function bracket(tree: Expression, least: number): string {
  const written = writeExpression(tree);
  return precedenceOf(tree) < least ? `(${written})` : written;
}

/** Plain text that the author parser reads back to an equal tree. */
export function writeExpression(tree: Expression): string {
  switch (tree.kind) {
    case 'number':
      return String(tree.value);
    case 'constant':
    case 'name':
      return tree.name;
    case 'unary':
      return tree.operator === 'not'
        ? `not (${writeExpression(tree.of)})`
        : `-${bracket(tree.of, unaryPrecedence)}`;
    case 'operation':
      return writeOperation(tree);
    case 'call':
      return `${tree.function}(${tree.inputs.map(writeExpression).join(', ')})`;
  }
}
