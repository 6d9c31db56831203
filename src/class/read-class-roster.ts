import type { Disk } from '../files/disk/disk.js';
import { FileError, finding } from '../files/finding.js';
import { limits } from '../files/limits.js';
import { readCsv } from '../files/read-csv.js';
import { showPath } from '../files/show.js';
import { readRoster, type Roster } from './roster.js';

/** Reads a roster's file; a FileError with every row that is wrong. */
export function readClassRoster(disk: Disk, path: string): Roster {
  const file = showPath(path);
  const table = readCsv(file, disk.readText(path, limits.csvBytes));
  const { roster, problems } = readRoster(table);
  const [first, ...more] = [
    ...table.findings.filter(({ level }) => level === 'error'),
    ...problems.map(({ line, message }) => finding({ file, line, column: 1 }, 'a roster', message)),
  ];
  if (first) throw new FileError(first, ...more);
  return roster;
}
