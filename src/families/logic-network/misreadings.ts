import { isConstant, rewrite, sameTable, tableOf, type Logic } from '../../engine/logic.js';
import { writeLogic } from '../../notation/logic.js';
import type { GivenSlip } from '../family.js';
import type { LogicNetworkGiven } from './schema.js';
import { readFormula } from './target.js';

type Given = LogicNetworkGiven;
type Slips = Readonly<Record<string, GivenSlip<Given>>>;

/** The problem with some connectives of its formula misread; undefined where that changes nothing or leaves a constant. */
function misread(given: Given, each: (part: Logic) => Logic | undefined): Given | undefined {
  const { formula, variables } = readFormula(given);
  let changed = false;
  const other = rewrite(formula, (part) => {
    const instead = each(part);
    changed ||= instead !== undefined;
    return instead ?? part;
  });
  if (!changed) return undefined;
  const table = tableOf(other, variables);
  if (isConstant(table) || sameTable(table, tableOf(formula, variables))) return undefined;
  return { ...given, formula: writeLogic(other), variables: [...variables] };
}

const formulaSlips: Slips = {
  'read-xor-as-or': {
    hint: 'You took ⊕ for ∨; ⊕ is false where both sides are true.',
    given: (given) => misread(given, (part) => (part.kind === 'xor' ? { ...part, kind: 'or' } : undefined)),
  },
  'read-or-as-xor': {
    hint: 'You took ∨ for ⊕; ∨ is true where both sides are true, too.',
    given: (given) => misread(given, (part) => (part.kind === 'or' ? { ...part, kind: 'xor' } : undefined)),
  },
  'built-the-complement': {
    hint: 'Your answer is right for the opposite function: it gives 0 wherever 1 is wanted, and 1 wherever 0 is.',
    given: (given) => {
      const { formula, variables } = readFormula(given);
      return { ...given, formula: writeLogic({ kind: 'not', of: formula }), variables: [...variables] };
    },
  },
  'kept-the-connective-under-a-negation': {
    hint: 'You moved ¬ into a bracket and left its connective as it was; ¬(a ∧ b) is ¬a ∨ ¬b, and ¬(a ∨ b) is ¬a ∧ ¬b.',
    given: (given) =>
      misread(given, (part) =>
        part.kind === 'not' && (part.of.kind === 'and' || part.of.kind === 'or')
          ? { ...part.of, left: { kind: 'not', of: part.of.left }, right: { kind: 'not', of: part.of.right } }
          : undefined,
      ),
  },
  'reversed-the-implication': {
    hint: 'You took a → b for b → a; a → b is false only where a is true and b is false.',
    given: (given) =>
      misread(given, (part) =>
        part.kind === 'implies' ? { ...part, left: part.right, right: part.left } : undefined,
      ),
  },
};

const otherEncoding = (encoding: '0/1' | '±1') => (encoding === '0/1' ? '±1' : '0/1');

const conventionSlips = ({ inputs, threshold, bias, biasPlace }: Given): Slips => ({
  'used-the-other-encoding': {
    hint: `Your weights work for inputs and units of ${otherEncoding(inputs)}; in this problem they are ${inputs}.`,
    given: (given) => ({
      ...given,
      inputs: otherEncoding(inputs),
      units: otherEncoding(given.units ?? inputs),
    }),
  },
  'fired-at-the-wrong-side-of-zero': {
    hint: `Your weights work if a sum of exactly 0 ${threshold === '>' ? 'fires' : 'rests'}; here a unit fires when its sum is ${threshold} 0.`,
    given: (given) => ({ ...given, threshold: threshold === '>' ? '>=' : '>' }),
  },
  'reversed-the-sign-of-the-bias': {
    hint:
      bias === 'added'
        ? 'You wrote thresholds to be reached; here the bias is added to the weighted sum, so it has the opposite sign.'
        : 'You wrote biases to be added; here the number is a threshold that is subtracted, so it has the opposite sign.',
    given: (given) => ({ ...given, bias: bias === 'added' ? 'subtracted' : 'added' }),
  },
  'wrote-the-bias-at-the-wrong-end': {
    hint: `You wrote the bias ${biasPlace === 'first' ? 'last' : 'first'}; here it stands ${biasPlace} in each row.`,
    given: (given) => ({ ...given, biasPlace: biasPlace === 'first' ? 'last' : 'first' }),
  },
});

/**
 * Slips of a misread formula or convention. A hidden layer without thresholds has no weights of its own to
 * recognise, so it is no slip here.
 */
export const givenSlips = (given: Given): Slips => ({ ...formulaSlips, ...conventionSlips(given) });
