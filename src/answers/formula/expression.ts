import { relate } from '../../notation/expression/relation.js';
import type { Expression } from '../../notation/expression/tree.js';
import { compareFormulas, domainsOf } from '../../notation/formula/compare-formulas.js';
import { checkForm, type Form } from '../../notation/formula/forms.js';
import { loadLatex } from '../../notation/formula/load-latex.js';
import { parseFormula } from '../../notation/formula/read-formula.js';
import { readSymbols, withDefinitions } from '../../notation/formula/symbol-specs.js';
import type { Symbols } from '../../notation/formula/symbols.js';
import type { AnswerType, Comparison, ComparisonRule, KeyText } from '../answer-type.js';
import { expressionExamples } from './expression-examples.js';
import { relationRemark } from './formula-remarks.js';
import { formulaWeakness } from './formula-weakness.js';
import { asOneFormula, formulaComparison, readOneFormula, type WrittenFormula } from './written-formula.js';

/** A formula of numbers: whatever means the same is right. */
export interface Formula {
  readonly formula: Expression;
  /** Without it every single letter stands for a number. */
  readonly symbols: Symbols | undefined;
  readonly form?: Form;
  /** The declared letter that the formula is for. */
  readonly asked?: string;
}

const noSymbols: Symbols = new Map();

const isFormula = (value: unknown): value is Formula =>
  typeof value === 'object' && value !== null && 'formula' in value;

/** A key from its text and what is said of its letters; throws an ExpressionError for what cannot be read. */
export function formulaFrom({ formula, symbols: specs, form, asked }: KeyText): Formula {
  const symbols = specs && readSymbols(specs);
  return {
    formula: parseFormula(formula, { kind: 'numbers', ...(symbols && { symbols }) }),
    symbols,
    ...(form && { form }),
    ...(asked !== undefined && { asked }),
  };
}

function compareWritten({ formula }: WrittenFormula, key: Formula, rule: ComparisonRule): Comparison {
  const { symbols = noSymbols } = key;
  const form = rule.form ?? key.form;
  const verdict = compareFormulas(formula, key.formula, symbols);
  if (verdict === 'undecided') return formulaComparison({ is: verdict });
  const wrong = (because: string | undefined): Comparison => formulaComparison({ is: 'different', because });
  if (verdict === 'different') {
    const [mine, ours] = [formula, key.formula].map((tree) => withDefinitions(tree, symbols));
    return wrong(relationRemark(relate(mine!, ours!, domainsOf(symbols))));
  }
  const written = form === undefined ? true : checkForm(formula, form, key.formula);
  return written === true
    ? formulaComparison({ is: 'same' })
    : wrong(`Your formula means the right thing, but ${written}.`);
}

/** A formula over declared letters, compared by its values. */
export const expression: AnswerType<WrittenFormula, Formula> = {
  name: 'expression',
  expects: 'a formula such as 2x^2 e^(x-1), σ(z)(1-σ(z)) or \\frac{1}{1+e^{-z}}',
  ...asOneFormula,
  prepare: loadLatex,
  keyFrom: formulaFrom,
  hasForms: true,
  weakness: ({ formula, symbols }) => formulaWeakness(formula, symbols ?? noSymbols),
  read(text, options) {
    const { symbols, asked } = isFormula(options.like) ? options.like : {};
    const language = {
      kind: 'numbers' as const,
      ...(symbols && { symbols }),
      ...(asked !== undefined && { asked }),
    };
    return readOneFormula(
      text,
      options,
      language,
      (a, b) => compareFormulas(a, b, symbols ?? noSymbols) === 'different',
    );
  },
  compare: compareWritten,
  agrees: ({ formula }, value) =>
    compareFormulas(formula, value.formula, value.symbols ?? noSymbols) === 'same',
  get examples() {
    return expressionExamples();
  },
};
