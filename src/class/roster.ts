import type { CsvTable } from '../files/read-csv.js';

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
  'roll number',
  'student number',
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

/** Reads a roster; a file of one column needs no heading. */
export function readRoster({ header, rows }: CsvTable): { roster: Roster; problems: RosterProblem[] } {
  const headings = header.map((heading) => heading.toLowerCase().replace(/[\s_-]+/g, ' '));
  const idColumn = columnOf(headings, idHeadings);
  const nameColumn = columnOf(headings, nameHeadings);
  const roster = new Map<string, Enrolled>();
  const folded = new Map<string, string>();
  const problems: RosterProblem[] = [];
  if (idColumn < 0 && header.length > 1)
    return {
      roster,
      problems: [
        {
          line: 1,
          message: `expected a column headed ${idHeadings.slice(0, 4).join(', ')}, found ${header.join(', ')}`,
        },
      ],
    };
  const enrol = (id: string, name: string, line: number): void => {
    const twin = folded.get(foldId(id));
    if (id === '') problems.push({ line, message: 'the row has no student id' });
    else if (twin !== undefined)
      problems.push({ line, message: `the id "${id}" stands there already as "${twin}"` });
    else {
      roster.set(id, { id, name: name === '' ? null : name });
      folded.set(foldId(id), id);
    }
  };
  if (idColumn < 0) enrol(header[0]!, '', 1);
  for (const { line, cells } of rows)
    enrol(
      (cells.get(header[Math.max(idColumn, 0)]!) ?? '').trim(),
      nameColumn < 0 ? '' : (cells.get(header[nameColumn]!) ?? '').trim(),
      line,
    );
  return { roster, problems };
}
