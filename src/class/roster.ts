/** A student as the roster names them. */
export interface Enrolled {
  readonly id: string;
  readonly name: string | null;
}

/** Who should hand in, by id exactly as written. */
export type Roster = ReadonlyMap<string, Enrolled>;

/** Headings under which rosters keep the id and the name, lower case. */
const idHeadings = [
  'student',
  'student id',
  'id',
  'sid',
  'sis user id',
  'username',
  'user id',
  'roll no',
  'login',
];
const nameHeadings = ['name', 'full name', 'student name'];

const columnOf = (headings: readonly string[], wanted: readonly string[]): number => {
  const found = wanted.map((heading) => headings.indexOf(heading)).find((column) => column >= 0);
  return found ?? -1;
};

export interface RosterProblem {
  readonly line: number;
  readonly message: string;
}

/** Ids are compared whole, but two alike except for case or Unicode form cannot be told apart by a reader. */
export const foldId = (id: string): string => id.normalize('NFC').toLowerCase();

/** Reads a roster's rows, the first being its headings; a file of one column needs none. */
export function readRoster(rows: readonly (readonly string[])[]): {
  roster: Roster;
  problems: RosterProblem[];
} {
  const headings = (rows[0] ?? []).map((heading) => heading.trim().toLowerCase());
  const idColumn = columnOf(headings, idHeadings);
  const nameColumn = columnOf(headings, nameHeadings);
  const roster = new Map<string, Enrolled>();
  const folded = new Map<string, string>();
  const problems: RosterProblem[] = [];
  if (idColumn < 0 && headings.length > 1)
    return {
      roster,
      problems: [{ line: 1, message: `no column is headed ${idHeadings.slice(0, 4).join(', ')}` }],
    };
  rows.slice(idColumn < 0 ? 0 : 1).forEach((row, position) => {
    const line = position + (idColumn < 0 ? 1 : 2);
    const id = (row[Math.max(idColumn, 0)] ?? '').trim();
    if (id === '') {
      if (row.some((cell) => cell.trim() !== ''))
        problems.push({ line, message: 'the row has no student id' });
      return;
    }
    const twin = folded.get(foldId(id));
    if (twin !== undefined)
      problems.push({ line, message: `the id "${id}" stands there already as "${twin}"` });
    else roster.set(id, { id, name: nameColumn < 0 ? null : (row[nameColumn] ?? '').trim() || null });
    folded.set(foldId(id), id);
  });
  return { roster, problems };
}
