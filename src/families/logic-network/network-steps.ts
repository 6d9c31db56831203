import type { LogicFormula, Table } from '../../engine/logic.js';
import { normalForm, tableOfTerm, termsOf, type Term } from '../../engine/normal-form.js';
import { gateUnit, termUnit, type ThresholdNetwork } from '../../engine/threshold-network.js';
import { slip, step, type Named, type Step } from '../../engine/worksheet.js';
import { DomainError } from '../../engine/domain-error.js';
import type { Target } from './target.js';

/** More terms than this are not turned into a network. */
const mostTerms = 200;

/** The terms of a formula as it is written, or of its table where it is in no normal form. */
function termsIn({ formula, variables, table }: LogicFormula): readonly Term[] {
  const terms = termsOf(formula, variables) ?? normalForm(table);
  if (terms.length === 0) throw new DomainError('a formula that is never true has no terms');
  if (terms.length > mostTerms) throw new DomainError(`the formula has ${terms.length} terms`);
  return terms;
}

const literalsIn = (term: Term): number => term.filter((literal) => literal !== null).length;

/** How a network is built from terms; a slip changes one of the parts. */
interface Recipe {
  readonly hidden: (term: Term) => number[];
  readonly gate: 'or' | 'and';
}

const biasHint = (target: Target): string => {
  const { bias } = target.convention;
  const right =
    bias === 'added' ? '½ minus the number of plain literals' : 'the number of plain literals minus ½';
  return `You counted every literal for the bias; a negated one is 0 where its term holds and adds nothing, so the bias is ${right}.`;
};

/** Networks of one unit a term, with or without the unit that joins them. */
export function networkSteps(
  target: Target,
  normalForm: Named<LogicFormula>,
): { readonly hidden: Step<ThresholdNetwork>; readonly network: Step<ThresholdNetwork> } {
  const { variables, convention } = target;
  const right: Recipe = { hidden: (term) => termUnit(term, convention), gate: 'or' };
  const everyLiteral: Recipe = { ...right, hidden: (term) => termUnit(term, convention, literalsIn(term)) };
  const unitsOf = (terms: readonly Term[], { hidden }: Recipe) => ({
    rows: terms.map(hidden),
    names: terms.map((_, place) => `h${place + 1}`),
  });

  const hiddenLayer =
    (recipe: Recipe) =>
    (inputs: { readonly normalForm: LogicFormula }): ThresholdNetwork => {
      const terms = termsIn(inputs.normalForm);
      const { rows, names } = unitsOf(terms, recipe);
      return { layers: [rows], names: [names], variables, convention, wanted: terms.map(tableOfTerm) };
    };
  const wholeNetwork =
    (recipe: Recipe) =>
    (inputs: { readonly normalForm: LogicFormula }): ThresholdNetwork => {
      const terms = termsIn(inputs.normalForm);
      const { rows, names } = unitsOf(terms, recipe);
      const wanted: readonly Table[] = [inputs.normalForm.table];
      const output = gateUnit(recipe.gate, terms.length, convention);
      return { layers: [rows, [output]], names: [names, ['y']], variables, convention, wanted };
    };

  const needs = { normalForm };
  const show = ({ normalForm }: { readonly normalForm: string }): string => normalForm;
  const counted = convention.inputs === '0/1';
  const everyLiteralAt = (run: (inputs: { readonly normalForm: LogicFormula }) => ThresholdNetwork) =>
    slip({ needs, run, show, hint: biasHint(target) });
  const hidden = step({
    name: 'hidden',
    type: 'threshold-network',
    symbol: 'h',
    needs,
    run: hiddenLayer(right),
    show,
    slips: {
      ...(counted && { 'counted-every-literal-in-the-bias': everyLiteralAt(hiddenLayer(everyLiteral)) }),
    },
  });
  const network = step({
    name: 'network',
    type: 'threshold-network',
    symbol: 'y',
    needs,
    run: wholeNetwork(right),
    show,
    slips: {
      ...(counted && { 'counted-every-literal-in-the-bias': everyLiteralAt(wholeNetwork(everyLiteral)) }),
      'joined-the-terms-by-and': slip({
        needs,
        run: wholeNetwork({ ...right, gate: 'and' }),
        show,
        hint: 'Your output unit fires only when every term holds; terms are joined by or, so one is enough.',
      }),
    },
  });
  return { hidden, network };
}
