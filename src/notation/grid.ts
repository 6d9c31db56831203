import { readBrackets } from './brackets.js';
import { readableText } from './characters.js';
import { latexRows, readLatexMatrix } from './latex-matrix.js';
import { countRows, readLines } from './lines.js';
import { gather, type CellTree, type Gathered } from './cell-tree.js';
import type { DecimalMark } from './thousands.js';
import { withoutShapeRemark } from './shape-remark.js';
import { withPlainSlices } from './slices.js';
import { Unreadable } from './unreadable.js';
import { unwrap } from './wrapping.js';

export interface GridNotation {
  readonly decimal: DecimalMark;
  /** The shape asked for; settles rank and thousands commas, never more. */
  readonly like?: readonly number[];
}

/** The cells of a vector, matrix or tensor as text, row-major; a blank cell is empty. */
export interface Grid {
  readonly shape: readonly number[];
  readonly cells: readonly string[];
  readonly notes: readonly string[];
}

const longestGrid = 20_000;
const mostRows = 2_000;
const blankCell = /^[_?]+$/;
/** `^T`, `^{\top}`, `^{\mathsf T}`, `'`, `.T` and their kin at the end. */
export const transposeMark =
  /(?:\^ ?(?:T|\{ ?(?:T|\\top|\\intercal|\\(?:mathsf|mathrm|text) ?\{? ?T ?\}?) ?\}|\\top|\\intercal)|ᵀ|⊤|['′’]|\.T|\.transpose\(\))$/;

/** Reads the text of a grid in any of the ways people write one; cells are not read yet. */
export function readGrid(text: string, notation: GridNotation): Grid | Unreadable {
  if (text.length > longestGrid) return new Unreadable(`it is longer than ${longestGrid} characters`);
  const readable = readableText(text);
  if (readable instanceof Unreadable) return readable;
  if (countRows(readable) > mostRows) return new Unreadable(`it has more than ${mostRows} rows`);
  const isDeep = (notation.like?.length ?? 0) > 2;
  const { text: whole, notes } = unwrap(isDeep ? withPlainSlices(readable) : readable);
  const bare = withoutShapeRemark(whole);
  const turned = transposeMark.exec(bare);
  const tree = turned
    ? readTree(bare.slice(0, turned.index).trimEnd(), beforeTurning(notation))
    : readTree(bare, notation);
  const grid = tree instanceof Unreadable ? tree : gather(tree);
  if (grid instanceof Unreadable) return grid;
  const { shape, cells } = turned ? transposed(grid) : grid;
  return { shape, cells: cells.map((cell) => (blankCell.test(cell) ? '' : cell)), notes };
}

/** The shape asked for is the transpose of the one written. */
const beforeTurning = (notation: GridNotation): GridNotation =>
  notation.like?.length === 2 ? { ...notation, like: notation.like.toReversed() } : notation;

/** A row with a transpose mark becomes a column, a matrix its transpose. */
function transposed({ shape, cells }: Gathered): Gathered {
  const [rows, columns] = shape.length === 1 ? [1, shape[0]!] : shape;
  if (shape.length > 2) return { shape, cells };
  return {
    shape: [columns!, rows!],
    cells: cells.map((_, index) => cells[(index % rows!) * columns! + Math.floor(index / rows!)]!),
  };
}

function readTree(text: string, notation: GridNotation): CellTree | Unreadable {
  if (text.includes('\\begin')) return readLatexMatrix(text);
  if (text.includes('&')) return latexRows(text);
  const angled = text.startsWith('<') && text.endsWith('>') ? `(${text.slice(1, -1)})` : text;
  const tree = readBrackets(angled, notation) ?? readLines(angled, notation);
  return typeof tree === 'string' || tree instanceof Unreadable || !hasBracket(tree) ? tree : beside;
}

const beside = new Unreadable(
  'something stands beside its brackets; write all entries as in [[1, 2], [3, 4]]',
);
const hasBracket = (tree: CellTree): boolean =>
  typeof tree === 'string' ? tree.includes('[') : tree.some(hasBracket);
