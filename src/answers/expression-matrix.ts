import type { Expression } from '../notation/expression/tree.js';
import { compareFormulas } from '../notation/formula/compare-formulas.js';
import { readFormulaGrid } from '../notation/formula/formula-grid.js';
import { formulaSides } from '../notation/formula/formula-sides.js';
import { loadLatex } from '../notation/formula/load-latex.js';
import { parseFormula, readFormula } from '../notation/formula/read-formula.js';
import { readSymbols } from '../notation/formula/symbol-specs.js';
import type { Language, Symbols } from '../notation/formula/symbols.js';
import { typesetFormula } from '../notation/formula/typeset-formula.js';
import { writeFormula } from '../notation/formula/write-formula.js';
import { ExpressionError } from '../notation/expression/tree.js';
import { Unreadable } from '../notation/unreadable.js';
import type { AnswerType, Comparison, EntryVerdict, KeyText, Reading, ReadOptions } from './answer-type.js';
import { fitsShape } from './carrying.js';
import { describeShape } from './described-shape.js';
import { expressionMatrixExamples } from './expression-matrix-examples.js';
import { blank, isBlank, read, unreadable } from './reading.js';
import { nest, typesetGrid } from './tensor-text.js';

/** Formulas in rows, compared entry by entry. */
export interface FormulaMatrix {
  readonly rows: readonly (readonly Expression[])[];
  readonly symbols: Symbols | undefined;
  readonly asked?: string;
}

type Cell = Expression | Unreadable | null;

/** A matrix of formulas as it was read: row-major cells, null where empty. */
export interface WrittenFormulas {
  readonly shape: readonly [number, number];
  readonly cells: readonly Cell[];
  readonly symbols: Symbols | undefined;
}

const noSymbols: Symbols = new Map();

const isKey = (value: unknown): value is FormulaMatrix =>
  typeof value === 'object' && value !== null && 'rows' in value;
const isFormula = (cell: Cell): cell is Expression => cell !== null && !(cell instanceof Unreadable);
const shapeOf = ({ rows }: FormulaMatrix): readonly [number, number] => [rows.length, rows[0]!.length];

/** A matrix of formulas from its text; throws an ExpressionError for what cannot be read. */
export function formulaMatrixFrom({ formula, symbols: specs, asked }: KeyText): FormulaMatrix {
  const symbols = specs && readSymbols(specs);
  const grid = readFormulaGrid(formula, undefined);
  if (grid instanceof Unreadable) throw new ExpressionError(grid.why);
  const language: Language = { kind: 'numbers', ...(symbols && { symbols }) };
  return {
    rows: grid.rows.map((row) => row.map((cell) => parseFormula(cell, language))),
    symbols,
    ...(asked !== undefined && { asked }),
  };
}

function readMatrix(text: string, { like, decimal }: ReadOptions): Reading<WrittenFormulas> {
  if (isBlank(text)) return blank;
  const key = isKey(like) ? like : undefined;
  const language: Language = {
    kind: 'numbers',
    ...(key?.symbols && { symbols: key.symbols }),
    ...(key?.asked !== undefined && { asked: key.asked }),
  };
  const found = formulaSides(text, language);
  if (found instanceof Unreadable) return unreadable(found.why);
  if (found.sides.length > 1) return unreadable('it holds an equation; give the matrix alone');
  const asked = key && shapeOf(key);
  const grid = readFormulaGrid(found.sides[0], asked?.[1]);
  if (grid instanceof Unreadable) return unreadable(grid.why);
  const texts = grid.rows.flat();
  const cells = texts.map((cell): Cell => (cell === '' ? null : readFormula(cell, language, decimal)));
  if (cells.every((cell) => cell === null)) return blank;
  const written = [grid.rows.length, grid.rows[0]!.length] as const;
  // A row asked for as a column, or the other way round, is the same list of formulas.
  const isList =
    asked !== undefined && texts.length === asked[0] * asked[1] && asked.includes(1) && written[0] === 1;
  const shape = isList ? asked : written;
  const refused = cells.find((cell) => cell instanceof Unreadable);
  const fits = asked === undefined || (shape[0] === asked[0] && shape[1] === asked[1]);
  if (refused && (!fits || !cells.some(isFormula))) return unreadable(refused.why);
  return read({ shape, cells, symbols: key?.symbols }, found.notes);
}

const verdicts: Readonly<Record<ReturnType<typeof compareFormulas>, EntryVerdict>> = {
  same: 'correct',
  different: 'wrong',
  undecided: 'undecided',
};

function compareCells(cells: readonly Cell[], key: readonly Expression[], symbols: Symbols): EntryVerdict[] {
  return key.map((right, place) => {
    const cell = cells[place]!;
    if (cell === null) return 'blank';
    return cell instanceof Unreadable ? 'unreadable' : verdicts[compareFormulas(cell, right, symbols)];
  });
}

const turned = <T>(cells: readonly T[], [rows, columns]: readonly [number, number]): T[] =>
  cells.map((_, place) => cells[(place % rows) * columns + Math.floor(place / rows)]!);

function compareMatrices({ shape, cells }: WrittenFormulas, key: FormulaMatrix): Comparison {
  const wanted = shapeOf(key);
  const symbols = key.symbols ?? noSymbols;
  const right = key.rows.flat();
  const fits = shape[0] === wanted[0] && shape[1] === wanted[1];
  const entries = fits ? compareCells(cells, right, symbols) : right.map((): EntryVerdict => 'wrong');
  const shapes = fits
    ? undefined
    : `You wrote ${describeShape(shape)} where ${describeShape(wanted)} is asked.`;
  const isTurned =
    entries.includes('wrong') &&
    shape[0] === wanted[1] &&
    shape[1] === wanted[0] &&
    compareCells(turned(cells, shape), right, symbols).every((verdict) => verdict === 'correct');
  const remark = [isTurned ? 'You exchanged rows and columns.' : undefined, shapes].filter(Boolean).join(' ');
  return { entries, distance: null, isTelling: true, ...(remark !== '' && { remark }) };
}

const latexOf = (cell: Cell, symbols: Symbols | undefined): string =>
  isFormula(cell) ? typesetFormula(cell, symbols) : cell === null ? '\\square' : '?';

/** A matrix whose entries are formulas, such as a Jacobian; a wrong or blank entry costs only itself. */
export const expressionMatrix: AnswerType<WrittenFormulas, FormulaMatrix> = {
  name: 'expression-matrix',
  expects: 'rows of formulas such as [[0, cos(πx)], [y, 2x]]',
  prepare: loadLatex,
  keyFrom: formulaMatrixFrom,
  read: readMatrix,
  compare: compareMatrices,
  agrees({ shape, cells }, value) {
    const wanted = shapeOf(value);
    if (shape[0] !== wanted[0] || shape[1] !== wanted[1]) return false;
    const symbols = value.symbols ?? noSymbols;
    return value.rows.flat().every((right, place) => {
      const cell = cells[place]!;
      return !isFormula(cell) || compareFormulas(cell, right, symbols) === 'same';
    });
  },
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
