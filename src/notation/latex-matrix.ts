import type { CellTree } from './cell-tree.js';
import { Unreadable } from './unreadable.js';

const environment = /^[([{| ]*\\begin\{((?:[bpvBV]|small)?matrix|array)\}/;

const braced = /^ {0,9}\{([^{}]{1,40})\} {0,9}$/;

/** `\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}` and its kin, perhaps between brackets. */
export function readLatexMatrix(text: string): CellTree | Unreadable {
  const opened = environment.exec(text);
  const end = opened ? text.indexOf(`\\end{${opened[1]!}}`) : -1;
  if (!opened || end < 0) return new Unreadable('it is not one complete LaTeX matrix');
  if (!/^[)\]}| ]{0,4}$/.test(text.slice(end + `\\end{${opened[1]!}}`.length)))
    return new Unreadable('something stands after the LaTeX matrix');
  let inside = text.slice(opened[0].length, end).trim();
  if (opened[1] === 'array' && inside.startsWith('{')) inside = inside.slice(inside.indexOf('}') + 1);
  return latexRows(inside);
}

/** Rows between `\\\\`, cells between `&`, a pair of braces around a cell left out. */
export function latexRows(inside: string): CellTree {
  const rows = inside.replaceAll('\\hline', '').split('\\\\');
  if (rows.length > 1 && rows.at(-1)!.trim() === '') rows.pop();
  return rows.map((row) => row.split('&').map((cell) => cell.replace(braced, '$1')));
}

/** Rows of one LaTeX matrix in brackets; a single row in one bracket. */
const plainMatrix = (inside: string): string => {
  const rows = inside
    .split('\\\\')
    .map((row) => `[${row.replaceAll('&', ',').trim()}]`)
    .filter((row) => row !== '[]');
  return rows.length === 1 ? rows[0]! : `[${rows.join(', ')}]`;
};

/** The text with `\begin{bmatrix} … \end{bmatrix}` and its kin written in brackets. */
export const bracketedMatrices = (text: string): string =>
  text
    .split(/\\begin\{[a-zA-Z]{1,12}\}(?:\{[clr|]{1,60}\})?/)
    .map((part, index) => {
      if (index === 0) return part;
      const [inside, ...rest] = part.split(/\\end\{[a-zA-Z]{1,12}\}/);
      return plainMatrix(inside!) + rest.join('');
    })
    .join('');
