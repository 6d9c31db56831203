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
    return bare.slice(start, end).split('|');
  }
  return line.includes('\t') ? line.split('\t') : splitRow(line, notation);
}

/** Rows on lines or between semicolons, cells by `|`, tab, comma or space; one row alone is a vector. */
export function readLines(text: string, notation: GridNotation): CellTree {
  const lines = text.split(/[;\n]/).filter((line) => !(line.includes('|') && rule.test(line)));
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
