import { readBrackets } from './brackets.js';
import type { CellTree } from './cell-tree.js';
import { splitRow } from './row.js';
import { withoutMarks } from './row-marks.js';
import type { DecimalMark } from './thousands.js';
import { Unreadable } from './unreadable.js';

/** One row of weights as text, with the name that stands before it. */
export interface WeightRow {
  readonly name: string | undefined;
  readonly cells: readonly string[];
}

const label =
  /^[ \t]*([A-Za-z][A-Za-z0-9_^'{}()]{0,20}(?:[ \t][A-Za-z0-9_]{1,12}){0,2})(?:[ \t]{0,9}[:=][ \t]*|[ \t]{1,9}(?=[-−+]?[\d.]))/;
const parting = /^(?:-{2,}|={2,})?$/;

/** The outermost brackets of a text and what stands between them. */
function splitGroups(text: string): { readonly groups: string[]; readonly between: string[] } | Unreadable {
  const groups: string[] = [];
  const between: string[] = [];
  let depth = 0;
  let from = 0;
  for (let position = 0; position < text.length; position++) {
    const character = text[position]!;
    if (character === '[') {
      if (depth++ > 0) continue;
      between.push(text.slice(from, position));
      from = position;
    } else if (character === ']') {
      if (--depth < 0) return new Unreadable('a “]” closes what was not opened');
      if (depth > 0) continue;
      groups.push(text.slice(from, position + 1));
      from = position + 1;
    }
  }
  if (depth > 0) return new Unreadable('a “[” is not closed');
  between.push(text.slice(from));
  return { groups, between };
}

const isRow = (tree: CellTree): tree is readonly string[] =>
  typeof tree !== 'string' && tree.every((part) => typeof part === 'string');

const toRow = (tree: CellTree): WeightRow | Unreadable =>
  isRow(tree)
    ? { name: undefined, cells: tree }
    : new Unreadable('a single number and a row stand side by side, or brackets are nested too deeply');

/** The layers of one outermost bracket: a row, a matrix, or a list of matrices. */
function layersOf(tree: CellTree): (WeightRow | Unreadable)[][] {
  if (typeof tree === 'string' || isRow(tree)) return [[toRow(tree)]];
  if (tree.every(isRow)) return [tree.map(toRow)];
  return tree.map((part) => (typeof part === 'string' || isRow(part) ? [toRow(part)] : part.map(toRow)));
}

function readMatrices(groups: readonly string[], decimal: DecimalMark): WeightRow[][] | Unreadable {
  const layers: WeightRow[][] = [];
  for (const group of groups) {
    const tree = readBrackets(group, { decimal });
    if (tree === undefined || tree instanceof Unreadable)
      return tree ?? new Unreadable('it is not one bracket');
    for (const rows of layersOf(tree)) {
      const refused = rows.find((row) => row instanceof Unreadable);
      if (refused) return refused;
      layers.push(rows as WeightRow[]);
    }
  }
  return layers;
}

const bare = (text: string): string =>
  /^\[.*\]$|^\([^()]*\)$/s.test(text) ? text.slice(1, -1).trim() : text;

function readRows(text: string, decimal: DecimalMark): WeightRow[][] {
  const blocks: WeightRow[][] = [[]];
  for (const line of text.split(/[\n;]/))
    if (parting.test(line.trim())) {
      if (blocks.at(-1)!.length > 0) blocks.push([]);
    } else {
      const named = label.exec(line);
      const row = bare((named ? line.slice(named[0].length) : line).trim());
      const cells = row.includes('|')
        ? row.split('|').map((cell) => cell.trim())
        : splitRow(row, { decimal });
      blocks.at(-1)!.push({ name: named?.[1], cells });
    }
  return blocks.filter((block) => block.length > 0);
}

const stem = ({ name }: WeightRow): string | undefined => name?.replace(/[^A-Za-z]/g, '');

/** Splits rows wherever a mark of theirs changes. */
function splitWhere(rows: readonly WeightRow[], mark: (row: WeightRow) => unknown): WeightRow[][] {
  const layers: WeightRow[][] = [];
  rows.forEach((row, index) => {
    if (index > 0 && mark(rows[index - 1]!) === mark(row)) layers.at(-1)!.push(row);
    else layers.push([row]);
  });
  return layers;
}

/** Layers of rows that nothing parts: by the letters of their names, else by width with the one output last. */
function partRows(rows: readonly WeightRow[], outputs: number): WeightRow[][] {
  const byName = splitWhere(rows, stem);
  if (byName.length > 1 && rows.every(({ name }) => name !== undefined)) return byName;
  if (rows.length === 1 || outputs > 1) return [[...rows]];
  return [...splitWhere(rows.slice(0, -1), ({ cells }) => cells.length), rows.slice(-1)];
}

/**
 * The rows of a network's weights by layer, from lines (`h1: -0.5 1 1`), with blank lines between layers where names
 * do not tell them apart, or from a matrix for each layer. Rows that nothing parts are one layer where there are
 * several outputs.
 */
export function readWeightRows(
  text: string,
  decimal: DecimalMark,
  outputs: number,
): WeightRow[][] | Unreadable {
  const plain = withoutMarks(text);
  const split = splitGroups(plain);
  if (split instanceof Unreadable) return split;
  const { groups, between } = split;
  if (!groups.some((group) => /[[;]/.test(group.slice(1)))) {
    const blocks = readRows(plain, decimal);
    return blocks.length === 1 ? partRows(blocks[0]!, outputs) : blocks;
  }
  const odd = between.find(
    (gap) =>
      gap
        .replace(/^[\s;,]+/, '')
        .replace(label, '')
        .trim()
        .replace(/[;,]/g, '') !== '',
  );
  if (odd !== undefined) return new Unreadable('something stands beside the matrices that is not a name');
  return readMatrices(groups, decimal);
}
