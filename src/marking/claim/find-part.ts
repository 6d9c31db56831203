import type { Part } from '../../problem/item.js';
import type { OpenProblem } from '../../problem/open-problem.js';
import { matchName } from './names.js';

/** What the name of an answer leads to; `rest` is what it says below the part. */
export interface FoundPart {
  readonly problem: OpenProblem;
  readonly part: Part | null;
  readonly rest: readonly string[];
}

const onlyOf = <T>(things: readonly T[]): T | null => (things.length === 1 ? things[0]! : null);

/** A longer name is none that numbers and letters make. */
const longestJoined = 60;

/** A problem and a part in one name: `2a`, `(2)(a)`, `Q2, part a`, `2 (b) left`, `q2-sums b`. */
function splitJoined(name: string, problems: readonly OpenProblem[]): FoundPart | null {
  if (name.length > longestJoined) return null;
  const text = name.normalize('NFKC').trim();
  const byLetter =
    /^([^\d]{0,30}\d{1,4})(?:[^\p{L}\p{N}]|part(?![a-z]))*([a-z])(?:[^\p{L}\p{N}]+([\p{L}\p{N}].*)?)?$/iu.exec(
      text,
    );
  const byWord = /^(.*[\p{L}\p{N}])[^\p{L}\p{N}]+([\p{L}\p{N}]+)[^\p{L}\p{N}]*$/u.exec(text);
  for (const [, before, letter, after] of [byLetter, byWord].filter((match) => match !== null)) {
    const problem = matchName(before!, problems);
    const part = problem && matchName(letter!, problem.parts);
    if (part) return { problem, part, rest: after === undefined ? [] : [after] };
  }
  return null;
}

/** The one part that has an item of a name: `q4.layers`, with the letter of its part left out. */
function partOfItem(name: string, { parts }: OpenProblem): Part | null {
  const having = parts.filter(
    ({ table, items }) =>
      !table &&
      matchName(
        name,
        items.map(({ id, label }) => ({ id: id.split('.').slice(2).join('.'), label })),
      ),
  );
  return onlyOf(having);
}

/** Finds the problem, then the part: `q2.a`, `2a`, or the part alone where there is one problem. */
export function findPart(path: readonly string[], problems: readonly OpenProblem[]): FoundPart | null {
  const [first = '', second] = path;
  const problem = matchName(first, problems);
  if (problem) {
    const part = second === undefined ? onlyOf(problem.parts) : matchName(second, problem.parts);
    if (second === undefined || part) return { problem, part, rest: path.slice(2) };
    const around = partOfItem(second, problem);
    return around && { problem, part: around, rest: path.slice(1) };
  }
  const joined = splitJoined(first, problems);
  if (joined) return { ...joined, rest: [...joined.rest, ...path.slice(1)] };
  const alone = problems.length === 1 ? matchName(first, problems[0]!.parts) : null;
  return alone ? { problem: problems[0]!, part: alone, rest: path.slice(1) } : null;
}

/** The items that a path names all of: a part's, a row's, or one. */
export function itemsBelow({ problem, part, rest }: FoundPart): readonly string[] {
  if (!part) return problem.items.map(({ id }) => id);
  const [first, ...columns] = rest;
  if (first === undefined) return part.items.map(({ id }) => id);
  const row = part.table && matchName(first, part.table.rows);
  if (row && columns.length === 0) return row.items;
  const column = row && matchName(columns.join('-'), part.table!.columns);
  if (row) return column ? [row.items[part.table!.columns.indexOf(column)]!] : [];
  const item = part.items.find(({ id }) => id === `${problem.id}.${part.id}.${rest.join('.')}`);
  return item ? [item.id] : [];
}
