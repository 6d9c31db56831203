import type { Table } from '../problem/item.js';
import { matchName } from './names.js';

/** The cells of a pasted table by item id, and the rows that could not be placed. */
export interface GridCells {
  readonly cells: ReadonlyMap<string, string>;
  /** Item ids of rows that cannot be placed cell by cell, with the reason. */
  readonly lost: ReadonlyMap<string, string>;
  /** Lines that name no row. */
  readonly unclaimed: readonly string[];
}

interface Placed {
  readonly cells: Map<string, string>;
  readonly lost: Map<string, string>;
}

type Row = Table['rows'][number];

/** The line under a heading: dashes, perhaps with colons or plus signs. */
const isRule = (cells: readonly string[]): boolean =>
  cells.some((cell) => cell !== '') && cells.every((cell) => cell === '' || /^[-:=+]{2,200}$/.test(cell));

/** Cells of a line, by tabs or bars; a bar at either end is decoration. */
export function splitCells(line: string): string[] {
  const cells = line.split(line.includes('|') ? '|' : '\t').map((cell) => cell.trim());
  if (line.includes('|') && cells.length > 1) {
    if (cells[0] === '' && line.trimStart().startsWith('|')) cells.shift();
    if (cells.at(-1) === '' && line.trimEnd().endsWith('|')) cells.pop();
  }
  return cells;
}

/** The cells of one row, in the order of `columns`; cells left out at the end are blank. */
export function placeRow(
  { columns: { length: width } }: Table,
  row: Row,
  given: readonly string[],
  into: Placed,
  columns: readonly number[] = row.items.map((_, position) => position),
): void {
  const why = into.cells.has(row.items[0]!)
    ? `row ${row.label} is there twice`
    : given.length > columns.length
      ? `row ${row.label} has ${given.length} cells, the table has ${width} columns`
      : null;
  if (why !== null)
    for (const item of row.items) {
      const before = into.cells.get(item);
      into.lost.set(item, why);
      into.cells.set(item, [...(before === undefined ? [] : [before]), given.join(' | ')].join('\n'));
    }
  else columns.forEach((column, position) => into.cells.set(row.items[column]!, given[position] ?? ''));
}

/** The columns that a heading names, in its order; null where it names none, or the same one twice. */
function headedColumns(cells: readonly string[], table: Table): number[] | null {
  for (const heads of [cells, cells.slice(1)]) {
    const found = heads.map((head) => matchName(head, table.columns));
    const columns = found.flatMap((column) => (column ? [table.columns.indexOf(column)] : []));
    if (columns.length > 0 && columns.length === heads.length && new Set(columns).size === columns.length)
      return columns;
  }
  return null;
}

/** Words only: a heading in the student's own words, not a row with answers. */
const isWords = (cells: readonly string[]): boolean =>
  cells.some((cell) => cell !== '') &&
  cells.every((cell) => cell === '' || (/\p{L}/u.test(cell) && !/\p{N}|^(?:none|n\/?a)$/iu.test(cell)));

/** Takes a table apart that was written one row a line, cells by bar or tab, with or without headings. */
export function readGrid(text: string, table: Table): GridCells {
  const lines = text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map(splitCells)
    .filter((cells) => !isRule(cells));
  const into: Placed = { cells: new Map(), lost: new Map() };
  const rowOf = ([first = '']: readonly string[]): Row | null => matchName(first, table.rows);
  const [head] = lines;
  const columns = head && !rowOf(head) ? headedColumns(head, table) : null;
  const isHeading =
    head !== undefined &&
    lines.length > 1 &&
    !rowOf(head) &&
    (columns !== null || (head.length > 1 && isWords(head)));
  const body = isHeading ? lines.slice(1) : lines;
  const least = Math.min(2, table.columns.length);
  const byOrder =
    body.length === table.rows.length &&
    body.every((cells) => rowOf(cells) === null && cells.length >= least);
  const unclaimed: string[] = [];
  body.forEach((cells, position) => {
    const row = byOrder ? table.rows[position]! : rowOf(cells);
    if (row) placeRow(table, row, byOrder ? cells : cells.slice(1), into, columns ?? undefined);
    else unclaimed.push(cells.join(' | '));
  });
  return { ...into, unclaimed };
}
