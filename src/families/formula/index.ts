import { DomainError, GivenError } from '../../engine/domain-error.js';
import { fromNested, type Nested } from '../../engine/tensor.js';
import { given, type Given, type Worksheet } from '../../engine/worksheet.js';
import { loadParser } from '../../notation/expression/author-parser.js';
import type { Family } from '../family.js';
import { checkedSheet } from './check-steps.js';
import { declaredType, readSteps } from './formulas.js';
import { samples } from './samples.js';
import { FormulaGiven } from './schema.js';
import { typeOfValue, type Value } from './value.js';

function readValue(name: string, nested: Nested): Given<Value> {
  try {
    const value = typeof nested === 'number' ? nested : fromNested(nested);
    return given(name, typeOfValue(value), value);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new GivenError(['values', name], error.message, 'Give all rows the same number of entries.');
  }
}

const worksheet = (problem: FormulaGiven): Worksheet =>
  checkedSheet(
    Object.entries(problem.values).map(([name, nested]) => readValue(name, nested)),
    readSteps(problem),
    (name) => declaredType(problem, name),
  );

/** Steps that an instructor writes as formulas in the problem file. */
export const formula: Family<FormulaGiven> = {
  name: 'formula',
  title: 'Steps written as formulas',
  about:
    'Any calculation that can be written line by line: each step is a formula over the givens and the other steps, ' +
    'and each known mistake a second formula with its hint. Formulas use + - * / ^, comparisons, if(…, …, …) and ' +
    'functions such as exp, log, sqrt, sigma, relu, max; for vectors and matrices also dot, matmul, transpose, outer, ' +
    'sum, mean, softmax, norm, entries x[0] (counted from 0) and the entry-by-entry signs .* ./ .^.',
  given: FormulaGiven,
  worksheet,
  samples,
  prepare: async () => {
    await loadParser();
  },
};
