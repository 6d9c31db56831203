import type { Expression } from '../../notation/expression/tree.js';
import { loadLatex } from '../../notation/formula/load-latex.js';
import type { Symbols } from '../../notation/formula/symbols.js';
import { typesetFormula } from '../../notation/formula/typeset-formula.js';
import { writeFormula } from '../../notation/formula/write-formula.js';
import type { AnswerType } from '../answer-type.js';
import { fitsShape } from '../carrying.js';
import { agreesWithFormulas, compareFormulaMatrices } from './compare-formula-matrices.js';
import { describeShape } from '../described-shape.js';
import { expressionMatrixExamples } from './expression-matrix-examples.js';
import {
  formulaMatrixFrom,
  isFormula,
  shapeOf,
  type Cell,
  type FormulaMatrix,
  type WrittenFormulas,
} from './formula-matrix.js';
import { formulaWeakness } from './formula-weakness.js';
import { nest, typesetGrid } from '../tensor-text.js';
import { readFormulas } from './written-formulas.js';

export type { FormulaMatrix } from './formula-matrix.js';

const latexOf = (cell: Cell, symbols: Symbols | undefined): string =>
  isFormula(cell) ? typesetFormula(cell, symbols) : cell === null ? '\\square' : '?';

/** A matrix whose entries are formulas, such as a Jacobian; a wrong or blank entry costs only itself. */
export const expressionMatrix: AnswerType<WrittenFormulas, FormulaMatrix> = {
  name: 'expression-matrix',
  expects: 'rows of formulas such as [[0, cos(πx)], [y, 2x]]',
  prepare: loadLatex,
  keyFrom: formulaMatrixFrom,
  hasForms: true,
  weakness({ rows, symbols = new Map() }) {
    const found = rows.flat().map((formula) => formulaWeakness(formula, symbols));
    return found.find((one) => one !== undefined);
  },
  read: readFormulas,
  compare: compareFormulaMatrices,
  agrees: agreesWithFormulas,
  write: ({ rows }) => `[${rows.map((row) => `[${row.map(writeFormula).join(', ')}]`).join(', ')}]`,
  typeset: (value) =>
    typesetGrid(
      shapeOf(value),
      value.rows.flat().map((cell) => typesetFormula(cell, value.symbols)),
    ),
  json: ({ rows }) => rows.map((row) => row.map(writeFormula)),
  echo: ({ shape, cells, symbols }) => ({
    json: nest(
      shape,
      cells.map((cell) => (isFormula(cell) ? writeFormula(cell) : null)),
    ),
    latex: typesetGrid(
      shape,
      cells.map((cell) => latexOf(cell, symbols)),
    ),
    words: describeShape(shape),
  }),
  fill({ shape: [height, width], cells }, computed) {
    const ours = computed();
    const isSame = ours.rows.length === height && ours.rows[0]!.length === width;
    // A slip may have given ours another shape: nothing of it fits into a blank.
    if (!isSame && !cells.every(isFormula)) return ours;
    const entry = (row: number, column: number): Expression => {
      const cell = cells[row * width + column]!;
      return isFormula(cell) ? cell : ours.rows[row]![column]!;
    };
    const places = (length: number): number[] => Array.from({ length }, (_, place) => place);
    return { ...ours, rows: places(height).map((row) => places(width).map((column) => entry(row, column))) };
  },
  plausible: ({ shape }, like) => fitsShape(shape, shapeOf(like)),
  get examples() {
    return expressionMatrixExamples();
  },
};
