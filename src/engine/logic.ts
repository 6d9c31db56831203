import { DomainError } from './domain-error.js';

export const connectives = ['and', 'or', 'xor', 'implies', 'iff'] as const;
export type Connective = (typeof connectives)[number];

/** A propositional formula. */
export type Logic =
  | { readonly kind: 'constant'; readonly value: 0 | 1 }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'not'; readonly of: Logic }
  | { readonly kind: Connective; readonly left: Logic; readonly right: Logic };

/** A table of more rows is neither listed nor searched. */
export const mostVariables = 16;

/** One 0 or 1 a row, counting up in binary: the first variable changes slowest. */
export type Table = Uint8Array;

/** A formula's own connective over its parts, a chain on the left laid out flat, however long it is. */
export function chainOf(formula: Logic & { readonly kind: Connective }): readonly [Logic, ...Logic[]] {
  const rest: Logic[] = [];
  let first: Logic = formula;
  while (first.kind === formula.kind) {
    const { left, right }: { readonly left: Logic; readonly right: Logic } = first;
    rest.push(right);
    first = left;
  }
  return [first, ...rest.reverse()];
}

/** Variables of a formula, each once, in order of appearance. */
export function variablesOf(formula: Logic): string[] {
  const found = new Set<string>();
  const visit = (part: Logic): void => {
    if (part.kind === 'variable') found.add(part.name);
    else if (part.kind === 'not') visit(part.of);
    else if (part.kind !== 'constant') chainOf(part).forEach(visit);
  };
  visit(formula);
  return [...found];
}

/** Value of a variable, by its position, in a row of a table of `count` variables. */
export const valueInRow = (row: number, position: number, count: number): 0 | 1 =>
  ((row >> (count - 1 - position)) & 1) as 0 | 1;

const truth: Readonly<Record<Connective, (left: number, right: number) => number>> = {
  and: (left, right) => left & right,
  or: (left, right) => left | right,
  xor: (left, right) => left ^ right,
  implies: (left, right) => (left ^ 1) | right,
  iff: (left, right) => left ^ right ^ 1,
};

/** Truth table of a formula over the variables named; throws a DomainError for another variable. */
export function tableOf(formula: Logic, variables: readonly string[]): Table {
  const count = variables.length;
  const rows = 2 ** count;
  const positions = new Map(variables.map((name, position) => [name, position]));
  const evaluate = (part: Logic): Table => {
    switch (part.kind) {
      case 'constant':
        return new Uint8Array(rows).fill(part.value);
      case 'variable': {
        const position = positions.get(part.name);
        if (position === undefined)
          throw new DomainError(`${part.name} is not among the variables ${variables.join(', ')}`);
        return new Uint8Array(rows).map((_, row) => valueInRow(row, position, count));
      }
      case 'not':
        return evaluate(part.of).map((value) => value ^ 1);
      default: {
        const [first, ...rest] = chainOf(part);
        const combine = truth[part.kind];
        return rest.reduce((left, next) => {
          const right = evaluate(next);
          return left.map((value, row) => combine(value, right[row]!));
        }, evaluate(first));
      }
    }
  };
  return evaluate(formula);
}

/** A formula as a key: any formula of the same table is right, in disjunctive normal form where that is asked. */
export interface LogicFormula {
  readonly formula: Logic;
  readonly variables: readonly string[];
  readonly table: Table;
  readonly form: 'dnf' | 'any';
}

/** The formula with every part rewritten, innermost first. */
export function rewrite(formula: Logic, each: (part: Logic) => Logic): Logic {
  if (formula.kind === 'constant' || formula.kind === 'variable') return each(formula);
  if (formula.kind === 'not') return each({ kind: 'not', of: rewrite(formula.of, each) });
  const { kind } = formula;
  const [first, ...rest] = chainOf(formula).map((part) => rewrite(part, each));
  return rest.reduce((left, right) => each({ kind, left, right }), first!);
}

export const isConstant = (table: Table): boolean => table.every((value) => value === table[0]);
export const sameTable = (a: Table, b: Table): boolean =>
  a.length === b.length && a.every((value, row) => value === b[row]);
