import type { GridNotation } from './grid.js';
import { joinThousands } from './thousands.js';

const decimalCommas = /,(?!\d)|(?<!\d),/;

/** The comma that separates cells; beside a decimal comma, one with no digit on a side. */
const separates = ({ decimal }: GridNotation): string | RegExp => (decimal === 'comma' ? decimalCommas : ',');

/** The cells of one row: between commas where there are any, else between spaces, `a / b` kept together. */
export function splitRow(text: string, notation: GridNotation): string[] {
  const row = text.trim();
  const width = notation.like?.at(-1);
  const separator = separates(notation);
  let cells = row.split(separator).map((cell) => cell.trimEnd());
  if (cells.length === 1) return row.replace(/ ?([×·⋅÷/*^]) ?| (?=%)/g, '$1').split(/[ \n\t]+/);
  if (cells.length !== width && cells.at(-1) === '') cells.pop();
  if (width !== undefined && notation.decimal === 'point') cells = joinThousands(cells, width) ?? cells;
  return cells;
}
