import type { Table } from '../problem/item.js';
import { matchName } from './names.js';

/** The cells of a pasted table by item id, and the rows that could not be placed. */
export interface GridCells {
  readonly cells: ReadonlyMap<string, string>;
  /** Item ids of rows with too many cells, with the reason. */
  readonly lost: ReadonlyMap<string, string>;
  /** Lines that name no row. */
  readonly unclaimed: readonly string[];
}

const isRule = (cells: readonly string[]): boolean => cells.every((cell) => /^:?-{2,60}:?$/.test(cell));

/** Cells of a line, by tabs or bars; a bar at either end is decoration. */
export function splitCells(line: string): string[] {
  const cells = line.split(line.includes('|') ? '|' : '\t').map((cell) => cell.trim());
  if (line.includes('|') && cells.length > 1) {
    if (cells[0] === '' && line.trimStart().startsWith('|')) cells.shift();
    if (cells.at(-1) === '' && line.trimEnd().endsWith('|')) cells.pop();
  }
  return cells;
}

/** The cells of one row, by position. */
export function placeRow(
  table: Table,
  row: Table['rows'][number],
  given: readonly string[],
  into: {
    cells: Map<string, string>;
    lost: Map<string, string>;
  },
): void {
  if (given.length > row.items.length) {
    const why = `row ${row.label} has ${given.length} cells, the table has ${table.columns.length} columns`;
    for (const item of row.items) into.lost.set(item, why);
    return;
  }
  given.forEach((cell, column) => into.cells.set(row.items[column]!, cell));
}

/** Takes a table apart that was written one row a line, cells by bar or tab, with or without headings. */
export function readGrid(text: string, table: Table): GridCells {
  const lines = text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map(splitCells)
    .filter((cells) => !isRule(cells));
  const into = { cells: new Map<string, string>(), lost: new Map<string, string>() };
  const unclaimed: string[] = [];
  const named = lines.map(([first = '']) => matchName(first, table.rows));
  const byOrder = named.every((row) => row === null) && lines.length === table.rows.length;
  lines.forEach((cells, position) => {
    const row = byOrder ? table.rows[position]! : named[position];
    if (row) placeRow(table, row, byOrder ? cells : cells.slice(1), into);
    else if (position > 0) unclaimed.push(cells.join(' | '));
  });
  return { ...into, unclaimed };
}
