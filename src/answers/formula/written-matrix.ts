import { call, type Expression } from '../../notation/expression/tree.js';
import { shapeOfFormula } from '../../notation/formula/compare-matrices.js';
import { readFormulaGrid } from '../../notation/formula/formula-grid.js';
import { formulaSides } from '../../notation/formula/formula-sides.js';
import { readFormula } from '../../notation/formula/read-formula.js';
import type { Language, Symbols } from '../../notation/formula/symbols.js';
import { Unreadable } from '../../notation/unreadable.js';
import type { Reading } from '../answer-type.js';
import { read } from '../reading.js';
import type { WrittenFormula } from './written-formula.js';

interface Wanted {
  readonly formula: Expression;
  readonly symbols: Symbols;
}

/** Rows on lines of their own, or parted by semicolons, without the brackets of a formula. */
const isInLines = (text: string): boolean => /[\n;]/.test(text.trim()) && !/^\s*[[(\\]/.test(text);

function gridOf(text: string, height: number | undefined, width: number | undefined) {
  const grid = readFormulaGrid(text, width);
  return grid instanceof Unreadable || grid.rows.length !== height || grid.rows[0]!.length !== width
    ? undefined
    : grid;
}

/**
 * Reads a matrix written out on several lines, where its size is the wanted one, perhaps turned, and every entry is a number; undefined
 * for all that is rather one formula.
 */
export function readWrittenMatrix(
  text: string,
  language: Language,
  decimal: 'point' | 'comma',
  wanted: Wanted,
): Reading<WrittenFormula> | undefined {
  if (!isInLines(text)) return undefined;
  const found = formulaSides(text, language);
  if (found instanceof Unreadable || found.sides.length > 1) return undefined;
  const { symbols } = wanted;
  const [height, width] = shapeOfFormula(wanted.formula, symbols) ?? [];
  const grid = gridOf(found.sides[0], height, width) ?? gridOf(found.sides[0], width, height);
  if (!grid) return undefined;
  const cells = new Map<string, Expression>();
  for (const cell of new Set(grid.rows.flat())) {
    const tree = readFormula(cell, language, decimal);
    if (tree instanceof Unreadable || shapeOfFormula(tree, symbols)?.join() !== '1,1') return undefined;
    cells.set(cell, tree);
  }
  const rows = grid.rows.map((row) => call('row', ...row.map((cell) => cells.get(cell)!)));
  return read({ formula: call('rows', ...rows), symbols }, found.notes);
}
