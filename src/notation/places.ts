import { indexTokens, type IndexToken } from './index-tokens.js';
import { Unreadable } from './unreadable.js';

export interface WrittenPlaces {
  /** Index tuples as written, before any origin is taken off. */
  readonly places: readonly (readonly number[])[];
  readonly notes: readonly string[];
}

const mostPlaces = 60;
const help = 'write a place such as (2, 0) or “row 2, column 0”';
const unclear = new Unreadable(`it could not be read as a place; ${help}`);

/** Words for an axis: 0 counts rows, 1 columns. */
const axisWords: ReadonlyMap<string, 0 | 1> = new Map([
  ['row', 0],
  ['rows', 0],
  ['i', 0],
  ['column', 1],
  ['columns', 1],
  ['col', 1],
  ['cols', 1],
  ['j', 1],
  ['r', 0],
  ['c', 1],
]);

const fillers = new Set(
  'at and or in is the index indices pixel pixels location locations position max maximum min minimum zero value'.split(
    ' ',
  ),
);

type Part =
  | IndexToken
  | {
      readonly kind: 'group';
      readonly numbers: readonly number[];
      /** Holds names alone, as in (i, j). */
      readonly named: boolean;
      readonly bracket: string;
    };

const isMark = (token: Part | undefined, ...texts: string[]): boolean =>
  token?.kind === 'mark' && texts.includes(token.text);

const closing = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);

/** The numbers inside one innermost bracket; names alone, as in (i, j), are no place. */
function readGroup(inside: readonly IndexToken[], bracket: string): Part | undefined {
  const plain = inside.filter((token) => !isMark(token, ',', ';'));
  const numbers = plain.flatMap((token) => (token.kind === 'number' ? [token.value] : []));
  if (numbers.length === plain.length && numbers.length > 0)
    return { kind: 'group', numbers, named: false, bracket };
  if (
    plain.length > 0 &&
    plain.every((token) => token.kind === 'word' && (token.text.length < 3 || axisWords.has(token.text)))
  )
    return { kind: 'group', numbers: [], named: true, bracket };
  const byAxis = readByAxis(inside);
  return byAxis && { kind: 'group', numbers: byAxis, named: false, bracket };
}

/** Brackets without brackets inside them as groups; outer brackets around groups fall away. */
function group(tokens: readonly IndexToken[]): Part[] | undefined {
  const parts: Part[] = [];
  const open: number[] = [];
  for (const token of tokens) {
    if (token.kind === 'mark' && closing.has(token.text)) open.push(parts.length);
    if (token.kind !== 'mark' || ![...closing.values()].includes(token.text)) {
      parts.push(token);
      continue;
    }
    const start = open.pop();
    const opener = start === undefined ? undefined : parts[start];
    if (start === undefined || opener?.kind !== 'mark' || closing.get(opener.text) !== token.text)
      return undefined;
    const [, ...inside] = parts.splice(start);
    if (inside.some((part) => part.kind === 'group')) parts.push(...inside);
    else {
      const read = readGroup(inside as IndexToken[], opener.text);
      if (!read) return undefined;
      parts.push(read);
    }
  }
  return open.length === 0 ? parts : undefined;
}

/** `row 1, column 3` and `j = 3, i = 1`: both axes, each once. */
function readByAxis(tokens: readonly IndexToken[]): number[] | undefined {
  const found: (number | undefined)[] = [undefined, undefined];
  let axis: 0 | 1 | undefined;
  for (const token of tokens) {
    if (token.kind === 'word') {
      const named = axisWords.get(token.text);
      if (named !== undefined) axis = named;
      else if (!fillers.has(token.text)) return undefined;
    } else if (token.kind === 'number') {
      if (axis === undefined || found[axis] !== undefined) return undefined;
      found[axis] = token.value;
      axis = undefined;
    } else if (!isMark(token, ',', ';', '=', ':', '\n')) return undefined;
  }
  const [row, column] = found;
  return row === undefined || column === undefined ? undefined : [row, column];
}

/** Whether a bracket goes on with the indices of the one before it, as in Z[1][3]. */
const goesOn = (part: Part, previous: Part | undefined): boolean =>
  part.kind === 'group' &&
  previous?.kind === 'group' &&
  part.bracket === '[' &&
  previous.bracket === '[' &&
  part.numbers.length === 1 &&
  previous.numbers.length === 1;

/** Groups side by side as places; a value after `=` is left out. */
function readGroups(parts: readonly Part[], rank: number | undefined): WrittenPlaces | undefined {
  const places: (readonly number[])[] = [];
  const notes: string[] = [];
  for (const [at, part] of parts.entries()) {
    const previous = parts[at - 1];
    if (part.kind === 'group') {
      if (rank === 1) places.push(...part.numbers.map((index) => [index]));
      else if (goesOn(part, previous)) places.push([...places.pop()!, ...part.numbers]);
      else if (!part.named) places.push(part.numbers);
    } else if (part.kind === 'number') {
      if (!isMark(previous, '=') || at !== parts.length - 1 || places.length !== 1) return undefined;
      notes.push(`the value ${part.value} after the place was left out`);
    } else if (part.kind === 'word') {
      if (!fillers.has(part.text) && part.text.length > 2) return undefined;
    } else if (!isMark(part, ',', ';', '=', ':', '∈', '\n')) return undefined;
  }
  return { places, notes };
}

/** Numbers without brackets: a line (or what stands between semicolons) a place. */
function readBare(tokens: readonly IndexToken[], rank: number | undefined): WrittenPlaces | undefined {
  const places: number[][] = [[]];
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'number') places.at(-1)!.push(token.value);
    else if (isMark(token, ';', '\n')) places.push([]);
    else if (token.kind === 'word' ? !fillers.has(token.text) : !isMark(token, ',') || at === 0)
      return undefined;
  }
  const found = places.filter((place) => place.length > 0);
  if (found.length === 0) return undefined;
  // 1;3 parts the indices of one place.
  if (rank !== undefined && rank > 1 && found.length === rank && found.every((place) => place.length === 1))
    return { places: [found.flat()], notes: [] };
  const single = rank === 1 && found.length === 1;
  return { places: single ? found[0]!.map((index) => [index]) : found, notes: [] };
}

/** Places as people write them: `(1, 3)`, `[1, 3]`, `i = 1, j = 3`, `row 1, column 3`, several side by side. */
export function readPlaces(text: string, rank?: number): WrittenPlaces | Unreadable {
  const tokens = indexTokens(text);
  if (tokens instanceof Unreadable) return tokens;
  const byAxis = rank === undefined || rank === 2 ? readByAxis(tokens) : undefined;
  if (byAxis) return { places: [byAxis], notes: [] };
  const parts = group(tokens);
  if (!parts) return unclear;
  const hasGroups = parts.some((part) => part.kind === 'group' && !part.named);
  const read = hasGroups ? readGroups(parts, rank) : readBare(tokens, rank);
  if (!read || read.places.length === 0) return unclear;
  if (read.places.length > mostPlaces) return new Unreadable(`it names more than ${mostPlaces} places`);
  return read;
}
