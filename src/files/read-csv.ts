import Papa from 'papaparse';
import { FileError, finding, wholeFile, type Finding } from './finding.js';
import { limits } from './limits.js';
import { showText } from './show.js';

/** A row of cells by their column's name, each exactly as its file has it. */
export interface CsvRow {
  /** First line of the row; a quoted cell may reach over several. */
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}
export interface CsvTable {
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly findings: readonly Finding[];
}

const delimiters = [',', ';', '\t'] as const;

/** The delimiter that the header line has most of, outside quotes; the comma where it has none. */
export function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const outside = text.slice(0, end < 0 ? undefined : end).replaceAll(/"[^"]*"/g, '');
  const counts = delimiters.map((delimiter) => outside.split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))]!;
}

/**
 * Reads CSV with a header, every cell as text. In findings a column counts cells, as spreadsheets do. Throws a
 * FileError for an empty file, a column named twice and a quotation mark that never closes.
 */
export function readCsv(file: string, text: string): CsvTable {
  const findings: Finding[] = [];
  const delimiter = delimiterOf(text);
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, header: false, skipEmptyLines: false });
  const lines = rowLines(data);
  const start = data.findIndex((cells) => !isEmptyRow(cells));
  if (start < 0) throw new FileError(finding(wholeFile(file), 'a header and rows', 'nothing'));
  for (const { row = start, message, code } of errors) {
    if (code === 'UndetectableDelimiter') continue;
    const place = { file, line: lines[row] ?? null, column: null };
    throw new FileError(
      finding(place, 'quotation marks in pairs', message, { hint: 'Write " inside a cell as "".' }),
    );
  }
  if (delimiter !== ',')
    findings.push(
      finding({ file, line: lines[start]!, column: 1 }, 'commas between cells', showText(delimiter), {
        level: 'warning',
        hint: 'They were read as what parts the cells.',
      }),
    );
  const header = readHeader(file, lines[start]!, data[start]!, findings);
  const rows: CsvRow[] = [];
  for (let index = start + 1; index < data.length; index++) {
    const cells = data[index]!;
    if (isEmptyRow(cells)) continue;
    const line = lines[index]!;
    if (cells.length > header.length)
      findings.push(
        finding({ file, line, column: header.length + 1 }, `${header.length} cells`, `${cells.length}`, {
          hint: 'Put quotation marks around a cell that holds a comma.',
        }),
      );
    rows.push({ line, cells: new Map(header.map((name, column) => [name, cells[column] ?? ''])) });
  }
  return { header, rows, findings };
}

const isEmptyRow = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** First line of each row: quoted cells hold the line breaks that rows do not end at. */
function rowLines(rows: readonly (readonly string[])[]): number[] {
  let line = 1;
  return rows.map((cells) => {
    const first = line;
    line += 1 + cells.reduce((sum, cell) => sum + lineBreaks(cell), 0);
    return first;
  });
}

function readHeader(file: string, line: number, cells: readonly string[], findings: Finding[]): string[] {
  if (cells.length > limits.csvColumns)
    throw new FileError(
      finding({ file, line, column: 1 }, `at most ${limits.csvColumns} columns`, `${cells.length}`),
    );
  const seen = new Map<string, number>();
  return cells.map((cell, index) => {
    const name = cell.trim();
    const place = { file, line, column: index + 1 };
    if (name !== cell)
      findings.push(
        finding(place, 'a heading without blanks around it', showText(cell), { level: 'warning' }),
      );
    const first = seen.get(name);
    if (first !== undefined && name !== '')
      throw new FileError(
        finding(place, 'each heading once', `${showText(name)} again, first in column ${first}`, {
          hint: 'Rename or delete one of the columns.',
        }),
      );
    seen.set(name, index + 1);
    return name;
  });
}

const lineBreaks = (cell: string): number => (/[\r\n]/.test(cell) ? cell.split(/\r\n|\r|\n/).length - 1 : 0);
