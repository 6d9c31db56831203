import type { CellTree } from './cell-tree.js';
import type { GridNotation } from './grid.js';
import { splitRow } from './row.js';

/** A line of Markdown that only parts the heading from the rows. */
const rule = /^[|:\- ]*-[|:\- ]*$/;

function splitLine(line: string, notation: GridNotation): string[] {
  if (line.includes('|')) {
    const bare = line.trim();
    const start = bare.startsWith('|') ? 1 : 0;
    const end = bare.endsWith('|') && bare.length > 1 ? -1 : undefined;
    const inside = bare.slice(start, end);
    return inside.includes('|') || start === 0 || end === undefined
      ? inside.split('|')
      : splitRow(inside, notation);
  }
  if (line.includes(';')) return line.replace(/; *$/, '').split(';');
  return line.includes('\t') ? line.split('\t') : splitRow(line, notation);
}

const rowName = /^ {0,9}\(?(?:(?:row|unit|neuron|example|line) ?)?\p{L}?[\w^{}]{0,12}\)? ?[:=] {0,9}/iu;

/** Lines without the names before them, where all have one (the first may be gone already): `row 1: 1 2`. */
function withoutNames(lines: readonly string[]): readonly string[] {
  const rests = lines.map((line) => (line.trim() === '' ? line : line.replace(rowName, '')));
  const named =
    lines.length > 1 && lines.every((line, at) => at === 0 || line.trim() === '' || rests[at] !== line);
  return named ? rests.map((line) => line.replace(/^ ?\[(.*)\] ?$/, '$1')) : lines;
}

/** Rows that a text may have at most, told from its line ends and semicolons alone. */
export function countRows(text: string): number {
  let rows = 1;
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place);
    if (code === lineEnd || code === semicolon) rows++;
  }
  return rows;
}

const [lineEnd, semicolon] = [10, 59];

/** Rows on lines or between semicolons, cells by `|`, tab, comma or space; one row alone is a vector. */
export function readLines(text: string, notation: GridNotation): CellTree {
  // Where decimals take the comma, semicolons part the entries of lines.
  const bySemicolon = notation.decimal === 'comma' && text.includes('\n');
  const lines = withoutNames(
    text.split(bySemicolon ? '\n' : /[;\n]/).filter((line) => !(line.includes('|') && rule.test(line))),
  );
  const blocks: string[][] = [[]];
  for (const line of lines)
    if (line.trim() !== '') blocks.at(-1)!.push(line);
    else if (blocks.at(-1)!.length > 0) blocks.push([]);
  const filled = blocks.filter((block) => block.length > 0);
  const readBlock = (block: readonly string[]): string[][] => block.map((line) => splitLine(line, notation));
  if ((notation.like?.length ?? 0) > 2 && filled.length > 1) return filled.map(readBlock);
  const rows = readBlock(filled.flat());
  return rows.length === 1 ? rows[0]! : rows;
}
