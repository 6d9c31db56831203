import { GivenError } from '../../engine/domain-error.js';
import {
  isConstant,
  mostVariables,
  tableOf,
  variablesOf,
  type Logic,
  type Table,
} from '../../engine/logic.js';
import { normalForm, type Term } from '../../engine/normal-form.js';
import type { Convention } from '../../engine/threshold-network.js';
import { isReserved } from '../../notation/logic-tokens.js';
import { readLogic } from '../../notation/logic.js';
import { Unreadable } from '../../notation/unreadable.js';
import type { LogicNetworkGiven } from './schema.js';

/** The function to be realised, and how its network is written. */
export interface Target {
  readonly given: LogicNetworkGiven;
  readonly formula: Logic;
  readonly variables: readonly string[];
  readonly table: Table;
  readonly convention: Convention;
}

/** Literals of a normal form, and numbers of its network, that are still worth printing. */
const most = { literals: 1_000, weights: 2_000 };

function checkVariables(named: readonly string[], used: readonly string[]): void {
  const twice = named.findIndex((name, place) => named.indexOf(name) !== place);
  if (twice >= 0)
    throw new GivenError(['variables', twice], `${named[twice]!} is named twice`, 'Name each variable once.');
  const reserved = named.findIndex(isReserved);
  if (reserved >= 0)
    throw new GivenError(
      ['variables', reserved],
      `"${named[reserved]!}" is a word of the formula's own language`,
      'Choose another name.',
    );
  if (named.length > mostVariables)
    throw new GivenError(
      named === used ? ['formula'] : ['variables'],
      `${named.length} variables make a truth table of 2^${named.length} rows`,
      `Use at most ${mostVariables}.`,
    );
  const unknown = used.find((name) => !named.includes(name));
  if (unknown !== undefined)
    throw new GivenError(
      ['formula'],
      `${unknown} is not among the variables ${named.join(', ')}`,
      'Name it in `variables`.',
    );
}

/** Refuses a normal form too long to be printed or built. */
function checkSize(terms: readonly Term[], variables: number): void {
  const literals = terms.flat().filter((literal) => literal !== null).length;
  const weights = terms.length * (variables + 2) + 1;
  if (literals > most.literals || weights > most.weights)
    throw new GivenError(
      ['formula'],
      `its disjunctive normal form has ${terms.length} terms with ${literals} literals`,
      'Choose a function with fewer terms.',
    );
}

/** The formula and its inputs in order; throws a GivenError where they cannot be read. */
export function readFormula(given: LogicNetworkGiven): Pick<Target, 'formula' | 'variables'> {
  const formula = readLogic(given.formula, given.variables);
  if (formula instanceof Unreadable)
    throw new GivenError(['formula'], formula.why, 'Write it like (A | !B) ^ (!C | !D).');
  const used = variablesOf(formula).sort();
  const variables = given.variables ?? used;
  checkVariables(variables, used);
  return { formula, variables };
}

/** Reads the givens; throws a GivenError for those that make no sense. */
export function readTarget(given: LogicNetworkGiven): Target {
  const { formula, variables } = readFormula(given);
  const table = tableOf(formula, variables);
  if (isConstant(table))
    throw new GivenError(
      ['formula'],
      `the formula is ${table[0]} in every row`,
      'Choose one that depends on its variables.',
    );
  checkSize(normalForm(table), variables.length);
  const { threshold, inputs, units, biasPlace, bias } = given;
  return {
    given,
    formula,
    variables,
    table,
    convention: { threshold, inputs, units: units ?? inputs, biasPlace, bias },
  };
}
