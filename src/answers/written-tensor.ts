import { isTensor, sameShape, sizeOf, type Shape } from '../engine/tensor.js';
import { mostWorkedOut, tooMuchArithmetic } from '../notation/arithmetic.js';
import { readGrid, type Grid } from '../notation/grid.js';
import { readNumber, type NumberNotation } from '../notation/number.js';
import { isInfinite, type WrittenNumber } from '../notation/numeral.js';
import { Unreadable } from '../notation/unreadable.js';
import type { Reading, ReadOptions } from './answer-type.js';
import { describeShape } from './described-shape.js';
import { blank, read, unreadable } from './reading.js';

/** An entry as read: a number, nothing (null), or why it cannot be read. */
export type WrittenEntry = WrittenNumber | Unreadable | null;

export const isFilled = (entry: WrittenEntry): entry is WrittenNumber =>
  entry !== null && !(entry instanceof Unreadable);

/** A vector, matrix or tensor as a student wrote it, row-major. */
export interface WrittenTensor {
  readonly shape: Shape;
  readonly entries: readonly WrittenEntry[];
}

const withoutOnes = (shape: Shape): Shape => shape.filter((size) => size !== 1);

/** The shape meant: the one asked for where the writing has another rank and differs only by axes of size 1. */
function meantShape(written: Shape, asked: Shape | undefined): Shape {
  if (!asked || asked.length === written.length) return written;
  return sizeOf(asked) > 0 && sameShape(withoutOnes(written), withoutOnes(asked)) ? asked : written;
}

const maxNotes = 5;
/** Characters of arithmetic that an entry asked for may always have. */
const charactersEach = 12;
/** The entries of a grid; of one that has not the shape asked for, the first that cannot be read is the answer's. */
function readEntries(
  grid: Grid,
  notation: NumberNotation,
  asked: { readonly fits: boolean; readonly size: number },
): { entries: WrittenEntry[]; notes: string[] } | Unreadable {
  const entries: WrittenEntry[] = [];
  const notes: string[] = [...grid.notes];
  const most = Math.max(mostWorkedOut, charactersEach * asked.size);
  let workedOut = 0;
  for (const cell of grid.cells) {
    const reading = cell === '' ? null : readNumber(cell, notation);
    if (reading instanceof Unreadable && !asked.fits) return reading;
    const isPlain =
      reading === null ||
      (!(reading instanceof Unreadable) && !isInfinite(reading.number) && !reading.number.isComputed);
    if (!isPlain) workedOut += cell.length + 2;
    if (workedOut > most) return tooMuchArithmetic;
    if (reading === null || reading instanceof Unreadable) entries.push(reading);
    else {
      entries.push(reading.number);
      if (reading.notes.length > 0 && notes.length < maxNotes) notes.push(...reading.notes);
    }
  }
  return { entries, notes };
}

/** Reads a grid and its entries; a blank or unreadable entry costs only itself. */
export function readTensor(text: string, { decimal, as, like }: ReadOptions): Reading<WrittenTensor> {
  const asked = isTensor(like) ? like.shape : undefined;
  const grid = readGrid(text, { decimal, ...(asked && { like: asked }) });
  if (grid instanceof Unreadable) return unreadable(grid.why);
  const shape = meantShape(grid.shape, asked);
  const found = readEntries(
    grid,
    { decimal, percent: as === 'percent' },
    { fits: asked === undefined || sameShape(shape, asked), size: asked ? sizeOf(asked) : 0 },
  );
  if (found instanceof Unreadable) return unreadable(found.why);
  const { entries, notes } = found;
  if (entries.every((entry) => entry === null)) return blank;
  const refused = entries.find((entry) => entry instanceof Unreadable);
  if (refused && !entries.some(isFilled)) return unreadable(refused.why);
  if (shape !== grid.shape && grid.shape.length > 1) notes.push(`read as ${describeShape(shape)}`);
  return read({ shape, entries }, notes);
}
