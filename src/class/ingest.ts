import { join } from 'node:path';
import type { Disk, Entry } from '../files/disk.js';
import { FileError, finding, wholeFile, type Finding } from '../files/finding.js';
import { limits } from '../files/limits.js';
import { isSpoiledId, refuseId } from '../files/student-id.js';
import { readSubmissions } from '../files/read-submissions.js';
import { findStudent } from '../files/find-student.js';
import type { SubmissionFile } from '../files/submission-file.js';
import { foldId, type Roster } from './roster.js';

/** A submission to mark; it is read and parsed when its turn comes, so that a class needs no more memory than a student. */
export interface Incoming {
  readonly student: string;
  readonly file: string;
  readonly read: () => SubmissionFile;
}

/** A file that is lost as a whole: its student has a state, not a score. */
export interface Refused {
  readonly student: string;
  readonly file: string;
  readonly finding: Finding;
}

export interface Intake {
  /** Sorted by student id, code unit by code unit. */
  readonly incoming: readonly Incoming[];
  readonly refused: readonly Refused[];
  /** Files that are no submissions: editors' and systems' own. */
  readonly ignored: readonly string[];
}

const formats = ['.yaml', '.yml', '.json', '.csv'];
/** Hidden files, editors' copies and what operating systems leave behind. */
const notSubmissions = /^\.|~$|^#.*#$|^(?:thumbs\.db|desktop\.ini|__macosx|readme(?:\.[a-z]+)?)$/i;

const stemOf = (name: string): string => name.replace(/\.[A-Za-z]{1,5}$/, '');
const extensionOf = (name: string): string => name.slice(stemOf(name).length).toLowerCase();

interface Found extends Incoming {
  readonly submitted: string | null;
}

/** The id a file stands for: what it says, or its own name where the roster knows that. */
function studentOf(said: string | null, name: string, file: string, roster: Roster | null): string {
  const stem = stemOf(name);
  const student = said ?? (roster?.has(stem) ? stem : null);
  const hint = 'Write `student: <your id>` as the first line.';
  if (student === null)
    throw new FileError(finding(wholeFile(file), 'the student’s id', 'no `student:`', { hint }));
  const why = refuseId(student);
  if (why !== null)
    throw new FileError(finding(wholeFile(file), 'a student’s id', why, { path: 'student', hint }));
  if (isSpoiledId(student) && roster && !roster.has(student)) {
    const spoiled = 'Ask for the id as the roster has it.';
    throw new FileError(
      finding(wholeFile(file), 'a student’s id', `"${student}", which a spreadsheet spoiled`, {
        hint: spoiled,
      }),
    );
  }
  return student;
}

function* submissionsIn(disk: Disk, folder: string, entry: Entry, roster: Roster | null): Generator<Found> {
  const path = join(folder, entry.name);
  const file = disk.show(path);
  if (entry.kind !== 'file')
    throw new FileError(
      finding(wholeFile(file), 'a file', `a ${entry.kind === 'other' ? 'device or pipe' : entry.kind}`, {
        hint: 'Put the student’s file itself there.',
      }),
    );
  const format = extensionOf(entry.name);
  if (!formats.includes(format)) {
    const hint = 'Hand in the answers as .yaml, .json or .csv.';
    throw new FileError(
      finding(wholeFile(file), 'a .yaml, .json or .csv file', `a ${format || 'nameless kind of'} file`, {
        hint,
      }),
    );
  }
  if (format === '.csv') {
    for (const row of readSubmissions(disk, path)) {
      const student = studentOf(row.student, entry.name, file, null);
      yield { student, file, submitted: row.submitted, read: () => row };
    }
    return;
  }
  const known = findStudent(disk.readText(path, limits.textBytes), format);
  const read = (): SubmissionFile => readSubmissions(disk, path)[0]!;
  const { student, submitted } = known ?? read();
  yield { student: studentOf(student, entry.name, file, roster), file, submitted, read };
}

/** Which of a student's files counts: the newest where both say when, otherwise none. */
function settle(files: readonly Found[], refused: Refused[]): Found[] {
  const byStudent = new Map<string, Found[]>();
  for (const file of files)
    byStudent.set(foldId(file.student), [...(byStudent.get(foldId(file.student)) ?? []), file]);
  return [...byStudent.values()].flatMap((same) => {
    if (same.length === 1) return same;
    const alike = new Set(same.map(({ student }) => student)).size === 1;
    const times = same.map(({ submitted }) => Date.parse(submitted ?? ''));
    const newest = Math.max(...times);
    if (alike && times.every(Number.isFinite) && times.filter((time) => time === newest).length === 1)
      return [same[times.indexOf(newest)]!];
    const names = same.map(({ file }) => file).join(' and ');
    const expected = alike
      ? 'one submission a student, or `submitted:` in each'
      : 'ids that differ in more than case';
    for (const student of new Set(same.map((one) => one.student)))
      refused.push({
        student,
        file: names,
        finding: finding(wholeFile(names), expected, `${same.length} files`, { hint: 'Keep one of them.' }),
      });
    return [];
  });
}

const byStudent = (a: { student: string }, b: { student: string }): number =>
  a.student < b.student ? -1 : a.student > b.student ? 1 : 0;

/** Looks through a folder of submissions: who handed in what, and what is lost as a whole. */
export function ingest(disk: Disk, folder: string, roster: Roster | null): Intake {
  const found: Found[] = [];
  const refused: Refused[] = [];
  const ignored: string[] = [];
  for (const entry of disk.list(folder)) {
    if (notSubmissions.test(entry.name)) {
      ignored.push(entry.name);
      continue;
    }
    try {
      for (const one of submissionsIn(disk, folder, entry, roster)) found.push(one);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      refused.push({
        student: stemOf(entry.name),
        file: disk.show(join(folder, entry.name)),
        finding: error.finding,
      });
    }
  }
  const settled = settle(found, refused);
  const clash = new Set(settled.map(({ student }) => student));
  return {
    incoming: settled.sort(byStudent),
    refused: refused
      .map((one) => (clash.has(one.student) ? { ...one, student: one.file } : one))
      .sort(byStudent),
    ignored,
  };
}
