import type { Table } from '../../problem/item.js';
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
function splitCells(line: string): string[] {
  const cells = line.split(line.includes('|') ? '|' : '\t').map((cell) => cell.trim());
  if (line.includes('|') && cells.length > 1) {
    if (cells[0] === '' && line.trimStart().startsWith('|')) cells.shift();
    if (cells.at(-1) === '' && line.trimEnd().endsWith('|')) cells.pop();
  }
  return cells;
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

/** Commas that no bracket holds, each with a space behind it, so that 1,881,600 stays whole. */
const spacedComma = /[,;]\s+(?![^([{]{0,200}[)\]}])/;
/** Groups of three digits behind a space may be thousands: 1 881 600. */
const spacedThousands = /(?<!\d)\d{1,3}(?: \d{3})+(?![\dx×*])/;

/** Cells of a line without bars or tabs: between commas or spaces, where that gives just the cells of a row. */
function looseCells(line: string, table: Table): string[] {
  const { rows, columns } = table;
  const { length: width } = columns;
  const isRow = (cells: readonly string[]): boolean =>
    matchName(cells[0]!, rows)
      ? cells.length === width + 1
      : cells.length === width && cells.every((cell) => /\p{N}|^(?:none|n\/?a|[-–—])$/iu.test(cell));
  const byComma = line.trim().split(spacedComma);
  if (width > 1 && isRow(byComma)) return byComma;
  const bySpace = line.trim().split(/\s+/);
  const isHeading = bySpace.length >= width && headedColumns(bySpace, table) !== null;
  const isCut = isHeading || (isRow(bySpace) && !spacedThousands.test(line));
  return width > 1 && isCut ? bySpace : [line.trim()];
}

/** The cells of a line, however they are set apart; a line that cannot be taken apart is one cell. */
export const cellsOf = (line: string, table: Table): string[] =>
  /[|\t]/.test(line) ? splitCells(line) : looseCells(line, table);

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

/** Words only: a heading in the student's own words, not a row with answers. */
const isWords = (cells: readonly string[]): boolean =>
  cells.some((cell) => cell !== '') &&
  cells.every((cell) => cell === '' || (/\p{L}/u.test(cell) && !/\p{N}|^(?:none|n\/?a)$/iu.test(cell)));

/** Takes a table apart that was written one row a line, cells by bar or tab, with or without headings. */
export function readGrid(text: string, table: Table): GridCells {
  const lines = text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => cellsOf(line, table))
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
