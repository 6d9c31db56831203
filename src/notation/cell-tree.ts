import { Unreadable } from './unreadable.js';

/** Cells of text, nested as they were written. */
export type CellTree = string | readonly CellTree[];

const mostCells = 5_000;
const deepest = 8;

export interface Gathered {
  readonly shape: readonly number[];
  readonly cells: readonly string[];
}

/** Lays a tree of cells out flat; rows of unequal length are named. */
export function gather(tree: CellTree): Gathered | Unreadable {
  const shape: number[] = [];
  for (let level = tree; typeof level !== 'string'; level = level[0]!) {
    if (level.length === 0) return new Unreadable('it has no entries');
    shape.push(level.length);
    if (shape.length > deepest) return new Unreadable(`brackets are nested deeper than ${deepest}`);
  }
  const cells: string[] = [];
  const refused = fill(tree, 0, [], shape, cells);
  if (refused !== undefined) return new Unreadable(refused);
  return { shape, cells };
}

const count = (parts: number): string => (parts === 1 ? '1 entry' : `${parts} entries`);
const rowName = (path: readonly number[]): string =>
  path.length === 0 ? 'the outer bracket' : `row ${path.map((position) => position + 1).join('.')}`;

function fill(
  part: CellTree,
  axis: number,
  path: readonly number[],
  shape: readonly number[],
  cells: string[],
): string | undefined {
  if (axis === shape.length) {
    if (typeof part !== 'string') return `${rowName(path)} is nested deeper than the others`;
    if (cells.push(part.trim()) > mostCells) return `it has more than ${mostCells} entries`;
    return undefined;
  }
  if (typeof part === 'string') return `${rowName(path)} is a single entry, the first is a row`;
  if (part.length !== shape[axis])
    return `${rowName(path)} has ${count(part.length)}, the first has ${count(shape[axis]!)}`;
  for (const [index, inner] of part.entries()) {
    const refused = fill(inner, axis + 1, [...path, index], shape, cells);
    if (refused !== undefined) return refused;
  }
  return undefined;
}
