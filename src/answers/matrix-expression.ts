import type { Expression } from '../notation/expression/tree.js';
import { compareMatrices } from '../notation/formula/compare-matrices.js';
import { loadLatex } from '../notation/formula/load-latex.js';
import { parseFormula } from '../notation/formula/read-formula.js';
import { readSymbols } from '../notation/formula/symbol-specs.js';
import type { Language, Symbols } from '../notation/formula/symbols.js';
import { typesetFormula } from '../notation/formula/typeset-formula.js';
import { writeFormula } from '../notation/formula/write-formula.js';
import type { AnswerType, KeyText } from './answer-type.js';
import { matrixExpressionExamples } from './matrix-expression-examples.js';
import { echoFormula, readOneFormula, type WrittenFormula } from './written-formula.js';

/** A formula of named matrices and vectors with declared shapes. */
export interface MatrixFormula {
  readonly formula: Expression;
  readonly symbols: Symbols;
  readonly asked?: string;
}

const isKey = (value: unknown): value is MatrixFormula =>
  typeof value === 'object' && value !== null && 'symbols' in value;

/** A key from its text and the shapes of its letters; throws an ExpressionError for what cannot be read. */
export function matrixFormulaFrom({ formula, symbols: specs = {}, asked }: KeyText): MatrixFormula {
  const symbols = readSymbols(specs, 'matrices');
  return {
    formula: parseFormula(formula, { kind: 'matrices', symbols }),
    symbols,
    ...(asked !== undefined && { asked }),
  };
}

/** Products, transposes, ⊙ and diag of matrices; any formula that gives the same matrix is right. */
export const matrixExpression: AnswerType<WrittenFormula, MatrixFormula> = {
  name: 'matrix-expression',
  expects: "a formula of matrices such as W^T δ ⊙ σ'(z)",
  prepare: loadLatex,
  keyFrom: matrixFormulaFrom,
  read(text, options) {
    const { symbols, asked } = isKey(options.like) ? options.like : { symbols: new Map(), asked: undefined };
    const language: Language = { kind: 'matrices', symbols, ...(asked !== undefined && { asked }) };
    return readOneFormula(
      text,
      options,
      language,
      (a, b) => compareMatrices(a, b, symbols).is === 'different',
    );
  },
  compare({ formula }, key) {
    const found = compareMatrices(formula, key.formula, key.symbols);
    if (found.is !== 'different')
      return { entries: [found.is === 'same' ? 'correct' : 'undecided'], distance: null };
    return {
      entries: ['wrong'],
      distance: null,
      isTelling: true,
      ...(found.because !== undefined && { remark: found.because }),
    };
  },
  agrees: ({ formula }, value) => compareMatrices(formula, value.formula, value.symbols).is === 'same',
  write: ({ formula }) => writeFormula(formula),
  typeset: ({ formula, symbols }) => typesetFormula(formula, symbols),
  json: ({ formula }) => writeFormula(formula),
  echo: echoFormula,
  fill: ({ formula }, computed) => ({ ...computed(), formula }),
  plausible: () => true,
  get examples() {
    return matrixExpressionExamples();
  },
};
