import type { Expression } from '../../notation/expression/tree.js';
import { readFormulaGrid, type FormulaGrid } from '../../notation/formula/formula-grid.js';
import { formulaSides } from '../../notation/formula/formula-sides.js';
import { readFormula } from '../../notation/formula/read-formula.js';
import type { Language } from '../../notation/formula/symbols.js';
import { Unreadable } from '../../notation/unreadable.js';
import type { Reading, ReadOptions } from '../answer-type.js';
import { isFormula, isKey, shapeOf, type Cell, type WrittenFormulas } from './formula-matrix.js';
import { blank, isBlank, read, unreadable } from '../reading.js';

const derivativeSign = /∂|\\partial/;

/** Entries between spaces part into as many columns as are asked for, or, for a matrix that is turned, rows. */
function readGrid(text: string, asked: readonly [number, number] | undefined): FormulaGrid | Unreadable {
  const grid = readFormulaGrid(text, asked?.[1]);
  if (!asked || asked[0] === asked[1]) return grid;
  if (!(grid instanceof Unreadable) && grid.rows[0]!.length > 1) return grid;
  const turned = readFormulaGrid(text, asked[0]);
  const isTurned =
    !(turned instanceof Unreadable) && turned.rows.length === asked[1] && turned.rows[0]!.length === asked[0];
  if (isTurned) return turned;
  return asked[1] > 1 && !(grid instanceof Unreadable) ? asManyColumns(text, grid) : grid;
}

const mostColumns = 40;

/** Rows of one column each as what they are with all their spaces, where they have equally many: a matrix of another size. */
function asManyColumns(text: string, grid: FormulaGrid): FormulaGrid {
  const words = grid.rows[0]![0]!.split(/\s+/).length;
  for (let width = Math.min(words, mostColumns); width > 1; width--) {
    const wider = readFormulaGrid(text, width);
    if (!(wider instanceof Unreadable) && wider.rows[0]!.length === width) return wider;
  }
  return grid;
}

/** Reads a matrix of formulas; a blank or unreadable entry costs only itself. */
export function readFormulas(text: string, { like, decimal }: ReadOptions): Reading<WrittenFormulas> {
  if (isBlank(text)) return blank;
  const key = isKey(like) ? like : undefined;
  const language: Language = {
    kind: 'numbers',
    ...(key?.symbols && { symbols: key.symbols }),
    ...(key?.asked !== undefined && { asked: key.asked }),
  };
  const found = formulaSides(text, language);
  if (found instanceof Unreadable) return unreadable(found.why);
  // The matrix of derivatives that stands before the result only says what it is.
  if (found.sides.slice(0, -1).some((side) => !derivativeSign.test(side)))
    return unreadable('it holds an equation; give the matrix alone');
  const asked = key && shapeOf(key);
  const grid = readGrid(found.sides.at(-1)!, asked);
  if (grid instanceof Unreadable) return unreadable(grid.why);
  const texts = grid.rows.flat();
  const written = [grid.rows.length, grid.rows[0]!.length] as const;
  // A row asked for as a column, or the other way round, is the same list of formulas.
  const isList =
    asked !== undefined && texts.length === asked[0] * asked[1] && asked.includes(1) && written[0] === 1;
  const shape = isList ? asked : written;
  const fits = asked === undefined || (shape[0] === asked[0] && shape[1] === asked[1]);
  const cells = readCells(texts, (cell) => readFormula(cell, language, decimal), !fits);
  if (cells instanceof Unreadable) return unreadable(cells.why);
  if (cells.every((cell) => cell === null)) return blank;
  const refused = cells.find((cell) => cell instanceof Unreadable);
  if (refused && !cells.some(isFormula)) return unreadable(refused.why);
  return read({ shape, cells, symbols: key?.symbols }, found.notes);
}

/** Reads each distinct text once; with `strict` the first that cannot be read stands for all. */
function readCells(
  texts: readonly string[],
  readCell: (text: string) => Expression | Unreadable,
  strict: boolean,
): Cell[] | Unreadable {
  const known = new Map<string, Cell>([['', null]]);
  const cells: Cell[] = [];
  for (const text of texts) {
    const cell = known.has(text) ? known.get(text)! : readCell(text);
    if (strict && cell instanceof Unreadable) return cell;
    known.set(text, cell);
    cells.push(cell);
  }
  return cells;
}
