import type { Part } from '../problem/item.js';
import type { OpenProblem } from '../problem/open-problem.js';
import { matchName } from './names.js';

/** What the name of an answer leads to; `rest` is what it says below the part. */
export interface FoundPart {
  readonly problem: OpenProblem;
  readonly part: Part | null;
  readonly rest: readonly string[];
}

const onlyOf = <T>(things: readonly T[]): T | null => (things.length === 1 ? things[0]! : null);

/** Finds the problem, then the part: `q2.a`, `2a`, or the part alone where there is one problem. */
export function findPart(path: readonly string[], problems: readonly OpenProblem[]): FoundPart | null {
  const [first = '', second] = path;
  const problem = matchName(first, problems);
  if (problem) {
    const part = second === undefined ? onlyOf(problem.parts) : matchName(second, problem.parts);
    return second !== undefined && !part ? null : { problem, part, rest: path.slice(2) };
  }
  const joined = /^(.*?\d)[\s._-]*\(?([A-Za-z])\)?$/.exec(first.slice(0, 40));
  const byNumber = joined && matchName(joined[1]!, problems);
  const part = byNumber && matchName(joined[2]!, byNumber.parts);
  if (byNumber && part) return { problem: byNumber, part, rest: path.slice(1) };
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
