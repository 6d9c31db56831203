import type { Comparison, EntryVerdict } from '../../answers/answer-type.js';
import { indexOf, isTensor, type Shape } from '../../engine/tensor.js';
import { counted, listed } from './phrase.js';

/** Entries that are named before the rest is only counted. */
const namedCap = 5;

/** Where an entry stands, counted from 1: "row 2, column 3". */
export function entryPlace(offset: number, shape: Shape): string {
  const index = indexOf(shape, offset).map((position) => position + 1);
  if (index.length === 2 && shape[0]! > 1 && shape[1]! > 1) return `row ${index[0]!}, column ${index[1]!}`;
  if (index.length === 1 || shape.filter((axis) => axis > 1).length === 1) return `entry ${offset + 1}`;
  return `entry [${index.join(', ')}]`;
}

/** The shape of a tensor, or of the rows of a matrix of formulas. */
function shapeOf(like: unknown, entries: number): Shape {
  if (isTensor(like)) return like.data.length === entries ? like.shape : [entries];
  const { rows } = (like ?? {}) as { readonly rows?: unknown };
  if (!Array.isArray(rows) || !rows.every(Array.isArray) || rows.flat().length !== entries) return [entries];
  return [rows.length, entries / rows.length];
}

const isRight = (verdict: EntryVerdict): boolean => verdict === 'correct' || verdict === 'rounded';

const places = (offsets: readonly number[], shape: Shape, names?: readonly string[]): string => {
  const shown = offsets.slice(0, namedCap).map((offset) => names?.[offset] ?? entryPlace(offset, shape));
  const more = offsets.length - shown.length;
  const joined = shown.some((place) => place.includes(',')) ? shown.map((place) => `(${place})`) : shown;
  return listed(more > 0 ? [...joined, `${more} more`] : joined);
};

/**
 * "9 of 12 entries are right; not right: (row 2, column 3) and (row 3, column 1)." and what is empty or unread; where
 * entries have names of their own, "4 of 6 requirements are met".
 */
export function entryWords({ entries, names }: Comparison, like: unknown): string {
  const shape = shapeOf(like, entries.length);
  const offsets = (wanted: (verdict: EntryVerdict) => boolean): number[] =>
    entries.flatMap((verdict, offset) => (wanted(verdict) ? [offset] : []));
  const right = offsets(isRight).length;
  const is = right === 1 ? 'is' : 'are';
  const clauses = [
    names
      ? `${right} of ${counted(entries.length, 'requirement')} ${is} met`
      : `${right} of ${counted(entries.length, 'entry', 'entries')} ${is} right`,
  ];
  const wrong = offsets((verdict) => verdict === 'wrong');
  const blank = offsets((verdict) => verdict === 'blank');
  const unread = offsets((verdict) => verdict === 'unreadable');
  if (wrong.length > 0) clauses.push(`${names ? 'not met' : 'not right'}: ${places(wrong, shape, names)}`);
  if (blank.length > 0) clauses.push(`left empty: ${places(blank, shape)}`);
  if (unread.length > 0) clauses.push(`could not be read: ${places(unread, shape)}`);
  return `${clauses.join('; ')}.`;
}
