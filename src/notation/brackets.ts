import type { CellTree } from './cell-tree.js';
import type { GridNotation } from './grid.js';
import { splitRow } from './row.js';
import { Unreadable } from './unreadable.js';

const closing = new Map([
  ['[', ']'],
  ['{', '}'],
  ['(', ')'],
]);
const deepestBracket = 60;

const wrapper = /^(?:(?:np|numpy|torch|tf|jnp)\.)?(?:array|asarray|matrix|Matrix|tensor|Tensor|constant) ?\(/;
const settings = /, {0,80}(?:dtype|device|requires_grad|grad_fn) ?=/;

/** Takes `array( … , dtype=…)` or `tensor( … )` off. */
function withoutWrapper(text: string): string {
  const opened = wrapper.exec(text)?.[0];
  if (opened === undefined || !text.endsWith(')')) return text;
  const inner = text.slice(opened.length, -1);
  const setting = inner.split('\n').join(' ').search(settings);
  return (setting < 0 ? inner : inner.slice(0, setting)).trim();
}

/** Where each bracket closes; an Unreadable where brackets do not pair up. */
function matchBrackets(text: string): ReadonlyMap<number, number> | Unreadable {
  const matches = new Map<number, number>();
  const open: number[] = [];
  for (let position = 0; position < text.length; position++) {
    const character = text[position]!;
    if (closing.has(character)) open.push(position);
    else if (character === ']' || character === '}' || character === ')') {
      const start = open.pop();
      if (start === undefined || closing.get(text[start]!) !== character)
        return new Unreadable(`a “${character}” closes what was not opened`);
      matches.set(start, position);
    }
    if (open.length > deepestBracket)
      return new Unreadable(`brackets are nested deeper than ${deepestBracket}`);
  }
  return open.length === 0 ? matches : new Unreadable(`a “${text[open[0]!]!}” is not closed`);
}

/** Nested brackets (NumPy, JSON, MATLAB, braces, tuples); undefined where the text is not one bracket. */
export function readBrackets(written: string, notation: GridNotation): CellTree | Unreadable | undefined {
  const text = withoutWrapper(written);
  if (!closing.has(text[0] ?? '')) return undefined;
  const matches = matchBrackets(text);
  if (matches instanceof Unreadable) return matches;
  const end = matches.get(0)!;
  if (end === text.length - 1) return readInside(text, 1, end, matches, notation);
  return isRow(text, 0, end) ? readInside(text, 0, text.length, matches, notation) : undefined;
}

/** Not a row: a round bracket without a comma (arithmetic of a cell), a brace of \frac{1}{2} or 2^{3}. */
function isRow(text: string, start: number, end: number): boolean {
  if (text[start] === '(') return /[,;]/.test(text.slice(start, end));
  return text[start] !== '{' || !/[a-z}^]/.test(text[start - 1] ?? '');
}

function readInside(
  text: string,
  from: number,
  to: number,
  matches: ReadonlyMap<number, number>,
  notation: GridNotation,
): CellTree | Unreadable {
  const rows: CellTree[] = [];
  const gaps: string[] = [];
  let after = from;
  for (let position = from; position < to; position++) {
    const end = matches.get(position);
    if (end === undefined) continue;
    if (isRow(text, position, end)) {
      const row = readInside(text, position + 1, end, matches, notation);
      if (row instanceof Unreadable) return row;
      rows.push(row);
      gaps.push(text.slice(after, position).trim());
      after = end + 1;
    }
    position = end;
  }
  if (rows.length === 0) return readFlat(text.slice(from, to), notation);
  gaps.push(text.slice(after, to).trim());
  const isClean = gaps.every((gap, index) => gap === '' || ((gap === ',' || gap === ';') && index > 0));
  return isClean ? rows : new Unreadable(`after row ${rows.length} stands something that is not a row`);
}

/** The inside of a bracket without brackets: one row, or several between semicolons (or lines, if a matrix is asked). */
function readFlat(text: string, notation: GridNotation): CellTree {
  if (text.trim() === '') return [];
  const rows = text.split(';');
  if (rows.length > 1) {
    if (rows.at(-1)!.trim() === '') rows.pop();
    return rows.map((row) => splitRow(row, notation));
  }
  const lines = text.trim().split('\n');
  const { like = [] } = notation;
  if (like.length < 2 || lines.length !== like.at(-2) || lines.length < 2) return splitRow(text, notation);
  const byLine = lines.map((line) => splitRow(line, notation));
  // In a bracket of a tensor a long row may go on in the next line.
  return like.length === 2 || byLine.every((row) => row.length === like.at(-1))
    ? byLine
    : splitRow(text, notation);
}
