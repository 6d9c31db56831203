import { compare } from '../../notation/rational.js';
import type { Part } from '../../problem/item.js';
import type { OpenProblem } from '../../problem/open-problem.js';
import { zero } from '../../problem/points.js';
import type { WrittenAnswer } from '../../problem/submission.js';
import type { ProblemAnswers } from '../diagnosis/diagnose.js';
import { findPart, itemsBelow } from './find-part.js';
import { matchName } from './names.js';
import { cellsOf, placeRow, readGrid } from './table-grid.js';

/** A submission's answers by the items they belong to. */
export interface Claimed {
  readonly problems: ReadonlyMap<string, ProblemAnswers>;
  /** Answers whose name fits no item, or several. */
  readonly unclaimed: readonly UnclaimedAnswer[];
}

export interface UnclaimedAnswer {
  readonly name: string;
  readonly text: string;
  /** The problem its name begins with; null where that is unknown too. */
  readonly problem: string | null;
  /** The part that its name leads to, where one is known. */
  readonly part?: string;
  /** Items left blank that it may belong to: they wait with it. */
  readonly blanks?: readonly string[];
}

interface Claims {
  written: Map<string, WrittenAnswer>;
  lost: Map<string, string>;
  notes: Map<string, string[]>;
}

/** Splits `{ a: 3x3, b: - }` into its entries; null where the text is no such map. */
export type SplitMap = (text: string) => ReadonlyMap<string, string> | null;

const entriesOf = (text: string, splitMap: SplitMap): [string, string][] | null => {
  const inline = splitMap(text);
  if (inline) return [...inline];
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const pairs = lines.map((line) => {
    const cut = line.search(/[:=|]/);
    return cut < 1 ? null : ([line.slice(0, cut).trim(), line.slice(cut + 1).trim()] as [string, string]);
  });
  return pairs.length > 0 && pairs.every((pair) => pair !== null) ? pairs : null;
};

function claimTable(
  part: Part,
  rest: readonly string[],
  answer: WrittenAnswer,
  claims: Claims,
  splitMap: SplitMap,
  path: string,
): boolean {
  const table = part.table!;
  const into = { cells: new Map<string, string>(), lost: claims.lost };
  const [rowName, ...columnNames] = rest;
  const row = rowName === undefined ? null : matchName(rowName, table.rows);
  if (rowName !== undefined && !row) return false;
  const byColumn = (entries: Iterable<[string, string]>): boolean => {
    const columns = [...entries].map(([name, text]) => ({ column: matchName(name, table.columns), text }));
    for (const { column, text } of columns)
      if (column) into.cells.set(row!.items[table.columns.indexOf(column)]!, text);
    return columns.every(({ column }) => column !== null);
  };
  let placed = true;
  if (row && columnNames.length > 0) placed = byColumn([[columnNames.join('-'), answer.text]]);
  else if (row) {
    const map = splitMap(answer.text);
    if (map) placed = byColumn(map);
    else placeRow(table, row, cellsOf(answer.text, table), into);
  } else {
    const grid = readGrid(answer.text, table);
    for (const [item, why] of grid.lost) into.lost.set(item, why);
    for (const [item, text] of grid.cells) into.cells.set(item, text);
    placed = grid.unclaimed.length === 0;
  }
  for (const [item, text] of into.cells) claim(item, { ...answer, text }, claims, path);
  return placed;
}

function claim(item: string, answer: WrittenAnswer, claims: Claims, path: string): void {
  const before = claims.written.get(item);
  const isEmpty = answer.text.trim() === '';
  if (before && isEmpty) return;
  if (before && before.text.trim() !== '') {
    claims.lost.set(item, `two answers were given for it, the second as "${path}"`);
    claims.written.set(item, { ...before, text: `${before.text}\n${answer.text}` });
  } else claims.written.set(item, answer);
  if (path !== item && !item.startsWith(`${path}.`))
    claims.notes.set(item, [
      ...(claims.notes.get(item) ?? []),
      `You named it "${path}"; it was taken as "${item}".`,
    ]);
}

/** A part named alone means its one item that has points, whatever optional working is asked beside it. */
function claimForOnly({ items }: Part, answer: WrittenAnswer, claims: Claims, path: string): boolean {
  const [item, ...others] = items.filter(({ points }) => compare(points, zero) > 0);
  if (!item || others.length > 0) return false;
  claim(item.id, answer, claims, path);
  return true;
}

function claimPart(
  part: Part,
  rest: readonly string[],
  answer: WrittenAnswer,
  claims: Claims,
  splitMap: SplitMap,
  path: string,
): boolean {
  if (part.table) return claimTable(part, rest, answer, claims, splitMap, path);
  const items = part.items.map((item) => ({
    item,
    id: item.id.split('.').slice(2).join('.'),
    label: item.label,
  }));
  if (items.length === 1 && rest.length === 0) {
    claim(part.items[0]!.id, answer, claims, path);
    return true;
  }
  if (rest.length > 0) {
    const found = rest.length === 1 ? matchName(rest[0]!, items) : null;
    if (found) claim(found.item.id, answer, claims, path);
    return found !== null;
  }
  const entries = entriesOf(answer.text, splitMap);
  const found = entries?.map(([name, text]) => ({ found: matchName(name, items), text }));
  if (!found || (found.length === 1 && !found[0]!.found)) return claimForOnly(part, answer, claims, path);
  if (found.some((entry) => entry.found === null)) return false;
  for (const entry of found) claim(entry.found!.item.id, { ...answer, text: entry.text }, claims, path);
  return true;
}

const problemOf = (path: string, problems: readonly OpenProblem[]): string | null =>
  matchName(path.split('.', 1)[0]!, problems)?.id ?? null;

/** Gives every written answer to the item its name means; what fits none or several waits for a person. */
export function claimAnswers(
  problems: readonly OpenProblem[],
  answers: ReadonlyMap<string, WrittenAnswer>,
  lost: ReadonlyMap<string, WrittenAnswer>,
  splitMap: SplitMap,
): Claimed {
  const claims = new Map<string, Claims>(
    problems.map(({ id }) => [id, { written: new Map(), lost: new Map(), notes: new Map() }]),
  );
  const unclaimed: UnclaimedAnswer[] = [];
  for (const [path, answer] of answers) {
    const place = findPart(path.split('.'), problems);
    const own = place && claims.get(place.problem.id)!;
    const claimed =
      place?.part && own ? claimPart(place.part, place.rest, answer, own, splitMap, path) : false;
    if (!claimed && answer.text.trim() !== '')
      unclaimed.push({
        name: path,
        text: answer.text,
        problem: place?.problem.id ?? problemOf(path, problems),
        ...(place?.part && { part: place.part.id }),
      });
  }
  for (const [path, answer] of lost) {
    const place = findPart(path.split('.'), problems);
    const items = place ? itemsBelow(place) : [];
    for (const item of items) {
      const own = claims.get(place!.problem.id)!;
      own.lost.set(item, 'its lines in the file could not be read');
      if (!own.written.has(item)) own.written.set(item, answer);
    }
    if (items.length === 0)
      unclaimed.push({ name: path, text: answer.text, problem: problemOf(path, problems) });
  }
  return { problems: claims, unclaimed };
}
