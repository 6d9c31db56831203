import type { Expression } from '../../notation/expression/tree.js';
import { compareMatrices, type MatrixComparison } from '../../notation/formula/compare-matrices.js';
import { loadLatex } from '../../notation/formula/load-latex.js';
import { parseFormula } from '../../notation/formula/read-formula.js';
import { readSymbols } from '../../notation/formula/symbol-specs.js';
import type { Language, Symbols } from '../../notation/formula/symbols.js';
import type { AnswerType, KeyText } from '../answer-type.js';
import { matrixExpressionExamples } from './matrix-expression-examples.js';
import { asOneFormula, formulaComparison, readOneFormula, type WrittenFormula } from './written-formula.js';
import { readWrittenMatrix } from './written-matrix.js';

/** A formula of named matrices and vectors with declared shapes. */
export interface MatrixFormula {
  readonly formula: Expression;
  readonly symbols: Symbols;
  readonly asked?: string;
  /** The same under other conventions: other layouts of derivatives, say, with the letters as they have them. */
  readonly also?: readonly Pick<MatrixFormula, 'formula' | 'symbols'>[];
}

type Compared = Pick<MatrixFormula, 'symbols' | 'also'>;

const isKey = (value: unknown): value is MatrixFormula =>
  typeof value === 'object' && value !== null && 'symbols' in value;

/** A key from its text and the shapes of its letters; throws an ExpressionError for what cannot be read. */
export function matrixFormulaFrom({ asked, also, ...own }: KeyText): MatrixFormula {
  const read = ({ formula, symbols: specs = {} }: Pick<KeyText, 'formula' | 'symbols'>) => {
    const symbols = readSymbols(specs, 'matrices');
    return { formula: parseFormula(formula, { kind: 'matrices', symbols }), symbols };
  };
  return { ...read(own), ...(asked !== undefined && { asked }), ...(also && { also: also.map(read) }) };
}

/** How a formula compares under the convention that suits it best. */
function compareWithAll(formula: Expression, key: MatrixFormula): MatrixComparison {
  const all = [key, ...(key.also ?? [])];
  const found = all.map((one) => compareMatrices(formula, one.formula, one.symbols, { explain: false }));
  const decided = found.find(({ is }) => is === 'same') ?? found.find(({ is }) => is === 'undecided');
  if (decided) return decided;
  const fitting = found.findIndex((one) => one.is === 'different' && !one.isClash);
  const nearest = all[Math.max(0, fitting)]!;
  return compareMatrices(formula, nearest.formula, nearest.symbols);
}

const isSameUnderAny = (formula: Expression, { also = [], ...key }: MatrixFormula): boolean =>
  [key, ...also].some(
    (one) => compareMatrices(formula, one.formula, one.symbols, { explain: false }).is === 'same',
  );

/** Whether two sides mean something else under every convention in which the second one has a value. */
function differ(a: Expression, b: Expression, { symbols, also = [] }: Compared): boolean {
  const found = [{ symbols }, ...also].map(
    (one) => compareMatrices(a, b, one.symbols, { explain: false }).is,
  );
  return found.includes('different') && !found.includes('same');
}

/** Products, transposes, ⊙ and diag of matrices; any formula that gives the same matrix is right. */
export const matrixExpression: AnswerType<WrittenFormula, MatrixFormula> = {
  name: 'matrix-expression',
  expects: "a formula of matrices such as W^T δ ⊙ σ'(z)",
  ...asOneFormula,
  prepare: loadLatex,
  keyFrom: matrixFormulaFrom,
  read(text, options) {
    const key = isKey(options.like) ? options.like : undefined;
    const { symbols, asked } = key ?? { symbols: new Map() };
    const language: Language = { kind: 'matrices', symbols, ...(asked !== undefined && { asked }) };
    return (
      (key && readWrittenMatrix(text, language, options.decimal, key)) ??
      readOneFormula(text, options, language, (a, b) => differ(a, b, key ?? { symbols }))
    );
  },
  compare: ({ formula }, key) => formulaComparison(compareWithAll(formula, key)),
  agrees: ({ formula }, value) => isSameUnderAny(formula, value),
  get examples() {
    return matrixExpressionExamples();
  },
};
