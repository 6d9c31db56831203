import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isConstant, tableOf, type Logic } from './logic.js';
import { formulaOf, normalForm, tableOfTerm, termsOf, type Term } from './normal-form.js';

const variables = ['a', 'b', 'c', 'd', 'e'];
const tables = fc
  .integer({ min: 0, max: 5 })
  .chain((count) => fc.array(fc.constantFrom(0, 1), { minLength: 2 ** count, maxLength: 2 ** count }))
  .map((rows) => Uint8Array.from(rows));

const union = (terms: readonly Term[], rows: number): Uint8Array =>
  terms
    .map(tableOfTerm)
    .reduce((all, one) => all.map((value, row) => value | one[row]!), new Uint8Array(rows));

test('a normal form holds exactly in the rows of its table', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const names = variables.slice(0, Math.log2(table.length));
      expect([...tableOf(formulaOf(normalForm(table), names), names)]).toEqual([...table]);
    }),
  );
});

test('no term of a normal form can be left out, and no literal of a term', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const terms = normalForm(table);
      terms.forEach((term, place) => {
        expect([...union(terms.toSpliced(place, 1), table.length)]).not.toEqual([...table]);
        term.forEach((literal, position) => {
          if (literal === null) return;
          const wider = tableOfTerm(term.toSpliced(position, 1, null));
          expect(wider.some((value, row) => value > table[row]!)).toBe(true);
        });
      });
    }),
  );
});

test('the terms of a formula are read as they stand', () => {
  fc.assert(
    fc.property(tables, (table) => {
      fc.pre(!isConstant(table));
      const names = variables.slice(0, Math.log2(table.length));
      const terms = normalForm(table);
      expect(termsOf(formulaOf(terms, names), names)).toEqual(terms);
    }),
  );
});

const a: Logic = { kind: 'variable', name: 'a' };
const b: Logic = { kind: 'variable', name: 'b' };
const not = (of: Logic): Logic => ({ kind: 'not', of });

test.each<[string, Logic, Term[] | undefined]>([
  [
    'a term that contradicts itself is no term',
    { kind: 'or', left: b, right: { kind: 'and', left: a, right: not(a) } },
    [[null, 1]],
  ],
  ['a variable named twice is one literal', { kind: 'and', left: a, right: a }, [[1, null]]],
  ['a negated bracket is no normal form', not({ kind: 'and', left: a, right: b }), undefined],
  [
    'a conjunction of a disjunction is none',
    { kind: 'and', left: a, right: { kind: 'or', left: a, right: b } },
    undefined,
  ],
  ['a double negation is none', not(not(a)), undefined],
])('%s', (_, formula, terms) => {
  expect(termsOf(formula, ['a', 'b'])).toEqual(terms);
});
