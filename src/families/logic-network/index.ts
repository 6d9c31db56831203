import { DomainError } from '../../engine/domain-error.js';
import { isConstant, type LogicFormula, type Table } from '../../engine/logic.js';
import { formulaOf, normalForm, type Term } from '../../engine/normal-form.js';
import { tensor, type Tensor } from '../../engine/tensor.js';
import {
  given,
  slip,
  step,
  worksheet,
  type Given,
  type Named,
  type Step,
  type Worksheet,
} from '../../engine/worksheet.js';
import { misreadings, type Family } from '../family.js';
import { givenSlips } from './misreadings.js';
import { networkSteps } from './network-steps.js';
import { samples } from './samples.js';
import { LogicNetworkGiven } from './schema.js';
import { readTarget, type Target } from './target.js';

const ordered = ({ given }: Target, table: ArrayLike<number>): number[] => {
  const rows = Array.from(table);
  return given.rows === 'ascending' ? rows : rows.reverse();
};

function truthTableStep(target: Target, formula: Given<LogicFormula>): Step<Tensor> {
  return step({
    name: 'truth-table',
    type: 'vector',
    symbol: `f(${target.variables.join(', ')})`,
    needs: { formula },
    run: ({ formula }) => tensor([formula.table.length], ordered(target, formula.table)),
    show: ({ formula }) => formula,
  });
}

/** A truth table as a student may have filled it in, in counting-up order. */
function readTable(target: Target, values: Tensor): Table {
  if (values.data.some((value) => value !== 0 && value !== 1))
    throw new DomainError('a truth table holds only 0 and 1');
  const table = Uint8Array.from(ordered(target, values.data));
  if (isConstant(table))
    throw new DomainError('a function that is the same in every row has no terms to build from');
  return table;
}

function normalFormStep(target: Target, truthTable: Named<Tensor>): Step<LogicFormula> {
  const { variables } = target;
  const build = (table: Table, terms: readonly Term[]): LogicFormula => ({
    formula: formulaOf(terms, variables),
    variables,
    table,
    form: target.given.form,
  });
  const opposite = (term: Term): Term =>
    term.map((literal) => (literal === null ? null : literal === 1 ? 0 : 1));
  return step({
    name: 'normal-form',
    type: 'logic-formula',
    symbol: 'f',
    needs: { truthTable },
    run: ({ truthTable }) => {
      const table = readTable(target, truthTable);
      return build(table, normalForm(table));
    },
    show: ({ truthTable }) => `f ${truthTable}`,
    slips: {
      'negated-the-wrong-literals': slip({
        needs: { truthTable },
        run: ({ truthTable }) => {
          const table = readTable(target, truthTable);
          return build(table.toReversed(), normalForm(table).map(opposite));
        },
        show: ({ truthTable }) => `f ${truthTable}`,
        hint: 'You negated the variables that are 1 and kept those that are 0; a term names a variable plainly where it is 1.',
      }),
    },
  });
}

function build(problem: LogicNetworkGiven): Worksheet {
  const target = readTarget(problem);
  const { formula, variables, table } = target;
  const stated = given<LogicFormula>('formula', 'logic-formula', { formula, variables, table, form: 'any' });
  const truthTable = truthTableStep(target, stated);
  const normal = normalFormStep(target, truthTable);
  const { hidden, network } = networkSteps(target, normal);
  return worksheet([stated], [truthTable, normal, hidden, network], () =>
    misreadings(problem, givenSlips(problem), build),
  );
}

/** Boolean functions as two-layer networks of threshold units (McCulloch and Pitts, 1943). */
export const logicNetwork: Family<LogicNetworkGiven> = {
  name: 'logic-network',
  title: 'A threshold network for a formula',
  about:
    'A propositional formula over up to 16 named variables: its `truth-table`, a disjunctive `normal-form`, and a ' +
    '`network` of threshold units that computes it. Any network that gives the right value in every row is right, ' +
    'whatever its size and weights; the rows where it fails are named. `hidden` asks only for a unit for each term of ' +
    'the normal form, in any order; it follows the normal form that a student gave, so ask for that first.',
  given: LogicNetworkGiven,
  worksheet: build,
  samples,
};
