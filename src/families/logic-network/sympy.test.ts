import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { tableOf, type LogicFormula } from '../../engine/logic.js';
import { termsOf } from '../../engine/normal-form.js';
import type { Tensor } from '../../engine/tensor.js';
import { tablesOf, type ThresholdNetwork } from '../../engine/threshold-network.js';
import { evaluate } from '../../engine/evaluate.js';
import { logicNetwork } from './index.js';

interface Vector {
  readonly name: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly table: readonly number[];
  readonly terms: number;
}

const file = new URL('../../../test/vectors/logic-network.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as readonly Vector[];

const conventions = [
  {},
  { threshold: '>=' },
  { inputs: '±1' },
  { inputs: '0/1', units: '±1', threshold: '>=', biasPlace: 'last' },
  { inputs: '±1', units: '0/1', bias: 'subtracted' },
];

test('there are at least ten cases from SymPy', () => {
  expect(vectors.length).toBeGreaterThanOrEqual(10);
});

describe.each(vectors)('SymPy on $name', ({ given, table, terms }) => {
  const keyOf = (options: object = {}) =>
    evaluate(logicNetwork.worksheet(logicNetwork.given.parse({ ...given, ...options })));

  test('agrees on the truth table, in either order', () => {
    expect([...(keyOf().value('truth-table') as Tensor).data]).toEqual(table);
    expect([...(keyOf({ rows: 'descending' }).value('truth-table') as Tensor).data]).toEqual(
      table.toReversed(),
    );
  });

  test('has a normal form of that table with as few terms', () => {
    const { formula, variables } = keyOf().value('normal-form') as LogicFormula;
    expect([...tableOf(formula, variables)]).toEqual(table);
    expect(termsOf(formula, variables)).toHaveLength(terms);
  });

  test.each(conventions)('has a network of that table under $threshold $inputs $units $bias', (options) => {
    const { layers, variables, convention } = keyOf(options).value('network') as ThresholdNetwork;
    expect(tablesOf(layers, variables.length, convention).map((one) => [...one])).toEqual([table]);
  });

  test.each(conventions)(
    'has a hidden unit for each term under $threshold $inputs $units $bias',
    (options) => {
      const { layers, variables, convention, wanted } = keyOf(options).value('hidden') as ThresholdNetwork;
      expect(tablesOf(layers, variables.length, convention)).toEqual(wanted);
      const any = wanted.reduce((all, one) => all.map((value, row) => value | one[row]!));
      expect([...any]).toEqual(table);
    },
  );
});
