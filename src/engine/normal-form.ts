import { DomainError } from './domain-error.js';
import { valueInRow, type Logic, type Table } from './logic.js';

/** A conjunction of literals: for each variable 1 (plain), 0 (negated) or null (absent). */
export type Term = readonly (0 | 1 | null)[];

/** Rows where a term holds. */
export const tableOfTerm = (term: Term): Table =>
  new Uint8Array(2 ** term.length).map((_, row) =>
    Number(
      term.every(
        (literal, position) => literal === null || literal === valueInRow(row, position, term.length),
      ),
    ),
  );

interface Cover {
  readonly terms: readonly Term[];
  readonly table: Table;
}

/**
 * An irredundant cover by prime terms of every row of `must`, within the rows of `may` (Minato 1992, after
 * Morreale): splits on the first variable into terms that need it negated, plain, or not at all.
 */
function cover(must: Table, may: Table, count: number): Cover {
  if (must.every((value) => value === 0)) return { terms: [], table: new Uint8Array(must.length) };
  if (may.every((value) => value === 1))
    return { terms: [new Array<null>(count).fill(null)], table: new Uint8Array(must.length).fill(1) };
  const half = must.length / 2;
  const [must0, must1] = [must.subarray(0, half), must.subarray(half)];
  const [may0, may1] = [may.subarray(0, half), may.subarray(half)];
  const negated = cover(
    must0.map((value, row) => value & (may1[row]! ^ 1)),
    may0,
    count - 1,
  );
  const plain = cover(
    must1.map((value, row) => value & (may0[row]! ^ 1)),
    may1,
    count - 1,
  );
  const left = must0.map(
    (value, row) => (value & (negated.table[row]! ^ 1)) | (must1[row]! & (plain.table[row]! ^ 1)),
  );
  const absent = cover(
    left,
    may0.map((value, row) => value & may1[row]!),
    count - 1,
  );
  const table = new Uint8Array(must.length);
  absent.table.forEach((value, row) => {
    table[row] = value | negated.table[row]!;
    table[half + row] = value | plain.table[row]!;
  });
  const terms = [
    ...negated.terms.map((term): Term => [0, ...term]),
    ...plain.terms.map((term): Term => [1, ...term]),
    ...absent.terms.map((term): Term => [null, ...term]),
  ];
  return { terms, table };
}

/** A disjunctive normal form of a table: prime terms, none of which can be left out. */
export function normalForm(table: Table): Term[] {
  const count = Math.log2(table.length);
  if (!Number.isInteger(count))
    throw new DomainError(`a truth table has 2, 4, 8, … rows, not ${table.length}`);
  return [...cover(table, table, count).terms];
}

const joined = (parts: readonly Logic[], kind: 'and' | 'or', empty: 0 | 1): Logic =>
  parts.length === 0
    ? { kind: 'constant', value: empty }
    : parts.reduce((left, right) => ({ kind, left, right }));

/** The formula of a normal form. */
export const formulaOf = (terms: readonly Term[], variables: readonly string[]): Logic =>
  joined(
    terms.map((term) =>
      joined(
        term.flatMap((literal, position): Logic[] => {
          if (literal === null) return [];
          const variable: Logic = { kind: 'variable', name: variables[position]! };
          return [literal === 1 ? variable : { kind: 'not', of: variable }];
        }),
        'and',
        1,
      ),
    ),
    'or',
    0,
  );

/** What a chain of one connective joins, left to right. */
function partsOf(formula: Logic, kind: 'and' | 'or'): Logic[] {
  const parts: Logic[] = [];
  const open = [formula];
  for (let part = open.pop(); part !== undefined; part = open.pop())
    if (part.kind === kind) open.push(part.right, part.left);
    else parts.push(part);
  return parts;
}

/** The literals of a term by variable; undefined where it is no conjunction of literals. A term that never holds is null. */
function readTerm(formula: Logic, variables: readonly string[]): Term | null | undefined {
  const term = new Array<0 | 1 | null>(variables.length).fill(null);
  let holds = true;
  for (const part of partsOf(formula, 'and')) {
    if (part.kind === 'constant') {
      holds &&= part.value === 1;
      continue;
    }
    const variable = part.kind === 'not' ? part.of : part;
    if (variable.kind !== 'variable') return undefined;
    const position = variables.indexOf(variable.name);
    const literal = part.kind === 'not' ? 0 : 1;
    if (position < 0) return undefined;
    if (term[position] !== null && term[position] !== literal) holds = false;
    term[position] = literal;
  }
  return holds ? term : null;
}

/** The terms of a formula that is a disjunction of conjunctions of literals; undefined for any other. */
export function termsOf(formula: Logic, variables: readonly string[]): Term[] | undefined {
  const terms: Term[] = [];
  for (const part of partsOf(formula, 'or')) {
    const term = readTerm(part, variables);
    if (term === undefined) return undefined;
    if (term !== null) terms.push(term);
  }
  return terms;
}
