import { transposeMark } from '../grid.js';
import { quote, Unreadable } from '../unreadable.js';

/** The cells of a matrix of formulas as text, not read yet; a blank cell is empty. */
export interface FormulaGrid {
  readonly rows: readonly (readonly string[])[];
}

const closers = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);
const mostCells = 1_000;
const blankCell = /^[_?]{1,9}$/;

/** Cuts at separators outside all brackets; an Unreadable where brackets do not pair up. */
function cut(text: string, separates: (text: string, place: number) => number): string[] | Unreadable {
  const open: string[] = [];
  const pieces: string[] = [];
  let start = 0;
  for (let place = 0; place < text.length; place++) {
    const mark = text[place]!;
    const close = closers.get(mark);
    if (close !== undefined) open.push(close);
    else if (')]}'.includes(mark) && open.pop() !== mark)
      return new Unreadable(`a “${mark}” closes what was not opened`);
    if (open.length > 60) return new Unreadable('its brackets nest too deeply');
    const width = open.length === 0 ? separates(text, place) : 0;
    if (width === 0) continue;
    pieces.push(text.slice(start, place));
    start = place + width;
    place = start - 1;
  }
  if (open.length > 0) return new Unreadable(`a “${open.at(-1)!}” is missing`);
  return [...pieces, text.slice(start)];
}

const oneOf =
  (...marks: readonly string[]) =>
  (text: string, place: number): number =>
    marks.find((mark) => text.startsWith(mark, place))?.length ?? 0;

const operator = /[-+*/^_=·⋅×÷−⊙∘(]$/;
const leading = /^[-+*/^_=·⋅×÷−⊙∘)]/;

/** Cells between spaces, where a row has the wanted number of them; signs hold their sides together. */
function splitAtSpaces(row: string, width: number): string[] | undefined {
  const words = cut(row.trim(), (text, place) => (/\s/.test(text[place]!) ? 1 : 0));
  if (words instanceof Unreadable) return undefined;
  const cells: string[] = [];
  for (const word of words) {
    if (word === '') continue;
    const last = cells.at(-1);
    const isAlone = /^[-−]\S/.test(word) && last !== undefined && !operator.test(last);
    if (last !== undefined && !isAlone && (operator.test(last) || leading.test(word)))
      cells[cells.length - 1] = `${last} ${word}`;
    else cells.push(word);
  }
  return cells.length === width ? cells : undefined;
}

const atCommas = (row: string): string[] | Unreadable => cut(row, oneOf(',', '&', '\t'));

/** The cells of a row without commas: between bars, or between spaces where that gives the wanted number. */
function cellsOf(row: string, width: number | undefined): string[] | Unreadable {
  const bars = cut(row.trim().replace(/^\|(.*)\|$/s, '$1'), oneOf(' | '));
  if (!(bars instanceof Unreadable) && bars.length > 1 && bars.length === width) return bars;
  return (width === undefined ? undefined : splitAtSpaces(row, width)) ?? [row];
}

/** What the one pair of brackets around a text encloses; undefined where there is none. */
function inside(text: string): string | undefined {
  const close = closers.get(text[0] ?? '');
  if (close === undefined || !text.endsWith(close)) return undefined;
  let depth = 0;
  for (let place = 0; place < text.length; place++) {
    if ('([{'.includes(text[place]!)) depth++;
    else if (')]}'.includes(text[place]!)) depth--;
    if (depth === 0) return place === text.length - 1 ? text.slice(1, -1).trim() : undefined;
  }
  return undefined;
}

const environment = /^\\begin\{((?:[bpvBV]|small)?matrix|array)\}/;

/** The rows of a LaTeX matrix; undefined where the text is none. */
function latexRows(text: string): string[] | Unreadable | undefined {
  const bare = text
    .replace(/^\\left ?[[(]/, '')
    .replace(/\\right ?[\])]$/, '')
    .trim();
  if (!bare.startsWith('\\begin'))
    return bare.includes('&') && bare.includes('\\\\') ? rowsBetween(bare) : undefined;
  const opened = environment.exec(bare);
  const end = opened ? `\\end{${opened[1]!}}` : '';
  if (!opened || !bare.endsWith(end) || bare.indexOf(end) !== bare.length - end.length)
    return new Unreadable('it is not one complete LaTeX matrix');
  let body = bare.slice(opened[0].length, -end.length).trim();
  if (opened[1] === 'array' && body.startsWith('{')) body = body.slice(body.indexOf('}') + 1);
  return rowsBetween(body);
}

function rowsBetween(body: string): string[] {
  const rows = body.replaceAll('\\hline', '').split('\\\\');
  if (rows.length > 1 && rows.at(-1)!.trim() === '') rows.pop();
  return rows;
}

/** Texts of rows: brackets in a bracket, or lines and semicolons. */
function rowTexts(text: string): string[] | Unreadable {
  const latex = latexRows(text);
  if (latex !== undefined) return latex;
  const body = inside(text) ?? text;
  const pieces = cut(body, oneOf(',', ';', '\n'));
  if (pieces instanceof Unreadable) return pieces;
  const filled = pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
  const rows = filled.map((piece) => (/^[[({]/.test(piece) ? inside(piece) : undefined));
  if (
    filled.length > 0 &&
    filled.every((piece) => piece.startsWith('[')) &&
    rows.every((row) => row !== undefined)
  )
    return rows;
  if (body !== text && rows.length > 1 && rows.every((row) => row?.includes(','))) return rows as string[];
  const lines = cut(body, oneOf(';', '\n'));
  return lines instanceof Unreadable ? lines : lines.filter((line) => line.trim() !== '');
}

const wrapper = /^(?:(?:np|numpy|sp|sympy|torch)\.)?(?:array|matrix|Matrix|tensor) ?\((.*)\)$/s;

/** Splits a matrix of formulas into its cells; `width` is the number of columns asked for. */
export function readFormulaGrid(written: string, width: number | undefined): FormulaGrid | Unreadable {
  const turned = transposeMark.exec(written);
  const bare = turned ? written.slice(0, turned.index).trim() : written;
  const rows = rowTexts(wrapper.exec(bare)?.[1] ?? bare);
  if (rows instanceof Unreadable) return rows;
  const cells: string[][] = [];
  const parted = rows.map(atCommas);
  const hasCommas = parted.some((row) => row instanceof Unreadable || row.length > 1);
  for (const [place, row] of rows.entries()) {
    const split = hasCommas ? parted[place]! : cellsOf(row, turned ? undefined : width);
    if (split instanceof Unreadable) return split;
    cells.push(split.map((cell) => cell.trim()).map((cell) => (blankCell.test(cell) ? '' : cell)));
  }
  const [first] = cells;
  if (!first) return new Unreadable('it has no entries');
  const odd = cells.findIndex((row) => row.length !== first.length);
  if (odd > 0)
    return new Unreadable(
      `row ${odd + 1} has ${cells[odd]!.length} entries, the first has ${first.length}; part entries by commas, as in [[a, b], [c, d]]`,
    );
  if (cells.length * first.length > mostCells)
    return new Unreadable(`${quote(written)} has too many entries`);
  return { rows: turned ? first.map((_, column) => cells.map((row) => row[column]!)) : cells };
}
