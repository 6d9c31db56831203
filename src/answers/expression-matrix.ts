import { loadLatex } from '../notation/formula/load-latex.js';
import type { Symbols } from '../notation/formula/symbols.js';
import { typesetFormula } from '../notation/formula/typeset-formula.js';
import { writeFormula } from '../notation/formula/write-formula.js';
import type { AnswerType } from './answer-type.js';
import { fitsShape } from './carrying.js';
import { agreesWithFormulas, compareFormulaMatrices } from './compare-formula-matrices.js';
import { describeShape } from './described-shape.js';
import { expressionMatrixExamples } from './expression-matrix-examples.js';
import {
  formulaMatrixFrom,
  isFormula,
  shapeOf,
  type Cell,
  type FormulaMatrix,
  type WrittenFormulas,
} from './formula-matrix.js';
import { nest, typesetGrid } from './tensor-text.js';
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
  fill({ cells }, computed) {
    const ours = computed();
    const [, columns] = shapeOf(ours);
    return {
      ...ours,
      rows: ours.rows.map((row, at) =>
        row.map((right, column) => {
          const cell = cells[at * columns + column]!;
          return isFormula(cell) ? cell : right;
        }),
      ),
    };
  },
  plausible: ({ shape }, like) => fitsShape(shape, shapeOf(like)),
  get examples() {
    return expressionMatrixExamples();
  },
};
