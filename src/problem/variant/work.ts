import { entriesOf, toValue } from './value.js';
import type { OpenProblem } from '../open-problem.js';
import { parsePath, valueAt } from './given-path.js';

/**
 * What a draw of a problem costs by how far it comes, in lines of working: about 5 microseconds each, 15 where much of
 * the problem is formulas.
 */
export interface Work {
  readonly drawn: number;
  /** Its worksheet built, its key worked out, its conditions looked at. */
  readonly opened: number;
  /** Every wrong way worked out. */
  readonly compared: number;
}

/** A search for a good draw ends when it has cost this much: half a second to a second, whatever the problem. */
export const mostWork = 60_000;

/** Building anything at all costs as much as some forty plain lines. */
const least = 40;
/** Lines that are read as text again and again weigh more: formulas, and most of all a network's layers. */
const formulas: ReadonlySet<string> = new Set([
  'expression',
  'expression-matrix',
  'indexed-sum',
  'logic-formula',
  'matrix-expression',
  'threshold-network',
]);
const weightOf = (type: string): number => (type === 'layers' ? 60 : formulas.has(type) ? 20 : 1);
const countDeep = (value: unknown): number =>
  Array.isArray(value) ? value.reduce<number>((sum, entry) => sum + countDeep(entry), 0) : 1;

export function workOf({ worksheet, key, source }: OpenProblem): Work {
  let lines = 0;
  let slips = 0;
  for (const { name, type, slips: own } of worksheet.steps.values()) {
    const value = toValue(key.value(name));
    const line = weightOf(type) + (value === undefined ? 0 : entriesOf(value).length / 10);
    lines += line;
    slips += line * Object.keys(own).length;
  }
  const entries = Object.keys(source.vary ?? {}).reduce(
    (sum, path) => sum + countDeep(valueAt(source.given, parsePath(path))),
    0,
  );
  const opened = least + lines;
  const misreadings = Object.keys(worksheet.misreadings).length;
  return { drawn: 2 + entries / 10, opened, compared: opened * (1 + misreadings) + slips };
}
