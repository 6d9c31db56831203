import { DomainError } from '../../engine/domain-error.js';

export type Comparator = '<' | '<=' | '>' | '>=' | '==' | '!=';
export type Arithmetic = '+' | '-' | '*' | '/' | '^';
export type Operator = Arithmetic | Comparator | 'and' | 'or';
export type ConstantName = 'pi' | 'e';

/** What an author or a student may write, and nothing else; conditions count as 1 and 0. */
export type Expression =
  /** Finite and not negative; a minus sign is an operation of its own. */
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'constant'; readonly name: ConstantName }
  /** Letters and digits, subscripts behind underscores: `w_1_11`. Greek letters are spelled out. */
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'unary'; readonly operator: '-' | 'not'; readonly of: Expression }
  | {
      readonly kind: 'operation';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'call'; readonly function: string; readonly inputs: readonly Expression[] };

/** Bounds on what is read: beyond them nothing a course asks for, below them everything takes milliseconds. */
export const limits = { characters: 500, nesting: 40, nodes: 400 } as const;

/** A text is not an expression we know; the message names what was found, the hint what to write. */
export class ExpressionError extends DomainError {
  constructor(
    message: string,
    readonly hint?: string,
  ) {
    super(message);
  }
}

export const negative = (of: Expression): Expression => ({ kind: 'unary', operator: '-', of });
export const number = (value: number): Expression =>
  value < 0 ? negative({ kind: 'number', value: -value }) : { kind: 'number', value };
export const name = (name: string): Expression => ({ kind: 'name', name });
export const constant = (name: ConstantName): Expression => ({ kind: 'constant', name });
export const operation = (left: Expression, operator: Operator, right: Expression): Expression => ({
  kind: 'operation',
  operator,
  left,
  right,
});
export const call = (called: string, ...inputs: readonly Expression[]): Expression => ({
  kind: 'call',
  function: called,
  inputs,
});

const comparators: ReadonlySet<string> = new Set<Comparator>(['<', '<=', '>', '>=', '==', '!=']);

/** Whether a part holds or does not hold, rather than being a number. */
export const isCondition = (tree: Expression): boolean =>
  (tree.kind === 'operation' && (comparators.has(tree.operator) || ['and', 'or'].includes(tree.operator))) ||
  (tree.kind === 'unary' && tree.operator === 'not');

export function parts(tree: Expression): readonly Expression[] {
  if (tree.kind === 'unary') return [tree.of];
  if (tree.kind === 'operation') return [tree.left, tree.right];
  return tree.kind === 'call' ? tree.inputs : [];
}

export const countNodes = (tree: Expression): number =>
  parts(tree).reduce((count, part) => count + countNodes(part), 1);

/** Names in order of appearance, each once. */
export function namesIn(tree: Expression): readonly string[] {
  const names = new Set<string>();
  const visit = (part: Expression): void => {
    if (part.kind === 'name') names.add(part.name);
    else parts(part).forEach(visit);
  };
  visit(tree);
  return [...names];
}

export const dependsOn = (tree: Expression, symbol: string): boolean =>
  tree.kind === 'name' ? tree.name === symbol : parts(tree).some((part) => dependsOn(part, symbol));

/** Written alike, node by node; for the same meaning see `compareExpressions`. */
export function sameTree(a: Expression, b: Expression): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'number') return a.value === (b as typeof a).value;
  if (a.kind === 'name' || a.kind === 'constant') return a.name === (b as typeof a).name;
  const head = (tree: Expression): string | undefined =>
    tree.kind === 'call'
      ? tree.function
      : tree.kind === 'unary' || tree.kind === 'operation'
        ? tree.operator
        : undefined;
  const [ofA, ofB] = [parts(a), parts(b)];
  return (
    head(a) === head(b) &&
    ofA.length === ofB.length &&
    ofA.every((part, index) => sameTree(part, ofB[index]!))
  );
}

/** The tree with names replaced by expressions; names that are not in the map stay. */
export function substitute(tree: Expression, by: ReadonlyMap<string, Expression>): Expression {
  const again = (part: Expression): Expression => substitute(part, by);
  switch (tree.kind) {
    case 'name':
      return by.get(tree.name) ?? tree;
    case 'unary':
      return { ...tree, of: again(tree.of) };
    case 'operation':
      return { ...tree, left: again(tree.left), right: again(tree.right) };
    case 'call':
      return { ...tree, inputs: tree.inputs.map(again) };
    default:
      return tree;
  }
}
