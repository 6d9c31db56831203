import { splitMaths } from '../../problem/prose.js';
import type { Medium } from './medium.js';
import type { Piece } from '../words/phrase.js';
import { signsInMaths, signsInText } from './latex-symbols.js';
import { visibleLine, visibleText } from './plain-text.js';

const specials: ReadonlyMap<string, string> = new Map([
  ['\\', '\\textbackslash{}'],
  ['{', '\\{'],
  ['}', '\\}'],
  ['$', '\\$'],
  ['&', '\\&'],
  ['#', '\\#'],
  ['%', '\\%'],
  ['_', '\\_'],
  ['^', '\\textasciicircum{}'],
  ['~', '\\textasciitilde{}'],
]);

/** Text that LaTeX prints as it stands. */
export const escapeLatex = (text: string): string =>
  signsInText(text.replace(/[\\{}$&#%_^~]/g, (mark) => specials.get(mark)!));

const [open, close] = ['\ue000', '\ue001'];

/** Emphasis, code and links of one line of Markdown. */
const line = (markdown: string): string =>
  escapeLatex(markdown)
    .replace(/`([^`]{1,2000})`/g, '\\texttt{$1}')
    .replace(/\*\*([^*]{1,2000})\*\*/g, '\\textbf{$1}')
    .replace(/(?<![\w*])\*(?! )([^*\n]{1,2000})\*(?![\w*])/g, '\\emph{$1}')
    .replace(/\[([^[\]]{1,500})\]\(([^()]{1,500})\)/g, '$1 ($2)');

const cellsOf = (row: string): string[] =>
  row
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split('|')
    .map((cell) => line(cell.trim()));

function tabular(rows: readonly string[]): string {
  const lines = rows.filter((row) => !/^[|\s:-]+$/.test(row) || !row.includes('-')).map(cellsOf);
  const width = Math.max(...lines.map(({ length }) => length));
  const [head, ...body] = lines.map((cells) => `${cells.join(' & ')} \\\\`);
  return `\\begin{center}\\fitted{\\begin{tabular}{${'l'.repeat(width)}}\n${[`${head!} \\hline`, ...body].join('\n')}\n\\end{tabular}}\\end{center}`;
}

const block = (markdown: string): string => {
  const lines = markdown.split('\n');
  if (lines.every((one) => one.trim().startsWith('|'))) return tabular(lines);
  if (lines.every((one) => /^\s*[-*] /.test(one)))
    return `\\begin{itemize}\n${lines.map((one) => `\\item ${line(one.replace(/^\s*[-*] /, ''))}`).join('\n')}\n\\end{itemize}`;
  return lines.map(line).join('\n');
};

/** Instructors' Markdown with `$…$` as LaTeX; the maths stays as it is. */
export function markdownToLatex(markdown: string): string {
  const maths: string[] = [];
  const marked = splitMaths(markdown.replace(/[\ue000\ue001]/g, ''))
    .map((piece, position) => {
      if (position % 2 === 0) return piece;
      const own = signsInMaths(piece);
      maths.push(own.startsWith('$$') ? `\\[\\fitted{$\\displaystyle ${own.slice(2, -2).trim()}$}\\]` : own);
      return `${open}${maths.length - 1}${close}`;
    })
    .join('');
  return marked
    .trim()
    .split(/\n[ \t]*\n/)
    .map(block)
    .join('\n\n')
    .replace(/\ue000(\d+)\ue001/g, (_, place: string) => maths[Number(place)]!);
}

const write = (piece: Piece): string => {
  if (typeof piece === 'string') return escapeLatex(visibleText(piece));
  if ('strong' in piece) return `\\textbf{${escapeLatex(visibleText(piece.strong))}}`;
  if ('written' in piece) return `\\texttt{${escapeLatex(visibleLine(piece.written))}}`;
  if ('prose' in piece) return markdownToLatex(piece.prose);
  return `$${signsInMaths('maths' in piece ? piece.maths : piece.value.latex)}$`;
};

/** LaTeX sources, with amsmath and the template's `\\fitted`, which narrows what is wider than the page. */
export const latexMedium: Medium<string> = {
  text: (text) => escapeLatex(visibleLine(text)),
  cell: (written) => escapeLatex(visibleLine(written)),
  phrase: (phrase) => phrase.map(write).join(''),
  prose: markdownToLatex,
};
