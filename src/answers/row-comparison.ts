import { valueInRow, type Table } from '../engine/logic.js';
import type { Encoding } from '../engine/threshold-network.js';
import type { Comparison, EntryVerdict } from './answer-type.js';

/** Tables of more rows earn no credit by rows. */
const mostEntries = 256;
/** Failing rows that a remark names. */
const mostNamed = 2;

/** A student's tables beside the wanted ones, and the words for them. */
export interface RowCase {
  readonly found: readonly (Table | undefined)[];
  readonly wanted: readonly Table[];
  readonly variables: readonly string[];
  readonly inputs: Encoding;
  /** What gives the value found: "your network", or one of its units. */
  readonly gives: (output: number) => string;
  readonly wants: (output: number) => string;
}

const minus = '−';

const assignment = (row: number, { variables, inputs }: RowCase): string =>
  variables
    .map((name, position) => {
      const value = valueInRow(row, position, variables.length);
      return `${name}=${value === 0 && inputs === '±1' ? `${minus}1` : value}`;
    })
    .join(', ');

const better = (table: Table): number => {
  const ones = table.reduce((sum, value) => sum + value, 0);
  return Math.max(ones, table.length - ones);
};

/** Row by row over every table; the remark names rows that fail. */
export function compareRows(rows: RowCase): Comparison {
  const { found, wanted } = rows;
  const entries: EntryVerdict[] = [];
  const failing: { readonly output: number; readonly row: number }[] = [];
  wanted.forEach((table, output) =>
    table.forEach((value, row) => {
      const right = found[output]?.[row] === value;
      entries.push(right ? 'correct' : 'wrong');
      if (!right) failing.push({ output, row });
    }),
  );
  if (failing.length === 0)
    return { entries: entries.length > mostEntries ? ['correct'] : entries, distance: null };
  const named = failing.slice(0, mostNamed).map(({ output, row }) => {
    const gives = found[output]
      ? `${rows.gives(output)} gives ${found[output][row]}`
      : `${rows.gives(output)} is missing`;
    return `for ${assignment(row, rows)} ${gives}, ${rows.wants(output)} gives ${wanted[output]![row]}`;
  });
  const count = `${failing.length} of ${entries.length} rows ${failing.length === 1 ? 'fails' : 'fail'}`;
  const sentence = `${named.join('; ')}; ${count}.`;
  const remark = sentence[0]!.toUpperCase() + sentence.slice(1);
  if (entries.length > mostEntries) return { entries: ['wrong'], distance: null, remark };
  const baseline = wanted.reduce((sum, table) => sum + better(table), 0);
  return { entries, distance: null, remark, baseline };
}
