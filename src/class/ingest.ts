import { join } from 'node:path';
import type { Disk, Entry } from '../files/disk/disk.js';
import { FileError, finding, wholeFile, type Finding } from '../files/finding.js';
import { limits } from '../files/limits.js';
import { showPath } from '../files/show.js';
import { refuseId } from '../files/submission/student-id.js';
import {
  fileStem,
  isLeftover,
  readSubmissions,
  submissionFormat,
} from '../files/submission/submission-format.js';
import { headOf } from '../files/submission/submission-head.js';
import type { SubmissionFile } from '../files/submission/submission-file.js';
import { instantOf } from '../marking/late.js';
import { foldId, type Roster } from './roster.js';

/** A submission to mark; it is read and parsed when its turn comes, so that a class needs no more memory than a student. */
export interface Incoming {
  readonly student: string;
  readonly file: string;
  /** Earlier submissions of the same student, left aside. */
  readonly older?: readonly string[];
  readonly source: Source;
}

/** Where a submission stands: a file of its own, or a row that was read already. */
export type Source = { readonly path: string } | { readonly submission: SubmissionFile };

export const readSource = (disk: Disk, source: Source): SubmissionFile =>
  'submission' in source
    ? source.submission
    : readSubmissions(showPath(source.path), disk.readText(source.path, limits.textBytes)).submissions[0]!;

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

/** What people leave in such a folder that is no submission. */
const notSubmissions = /^readme(?:\.[a-z]{1,5})?$/i;

interface Found extends Incoming {
  readonly submitted: string | null;
}

/** The id a file stands for: what it says, or its own name where the roster knows that. */
function studentOf(said: string | null, name: string, file: string, roster: Roster | null): string {
  const student = said ?? (roster?.has(fileStem(name)) ? fileStem(name) : null);
  const hint = 'Write `student: <your id>` as the first line.';
  const refuse = (found: string): never => {
    throw new FileError(finding(wholeFile(file), 'the id of one student', found, { path: 'student', hint }));
  };
  if (student === null) return refuse('none');
  const why = refuseId(student);
  return why === null ? student : refuse(why);
}

const otherKinds = { folder: 'a folder', link: 'a link', other: 'a pipe or device', file: 'a file' } as const;

/** The submissions of one entry of the folder; `refused` takes the rows of a CSV that name no student. */
function submissionsOf(
  disk: Disk,
  folder: string,
  { name, kind }: Entry,
  roster: Roster | null,
  refused: Refused[],
): Found[] {
  const path = join(folder, name);
  const file = showPath(path);
  if (kind !== 'file')
    throw new FileError(
      finding(wholeFile(file), 'a file', otherKinds[kind], { hint: 'Put the file itself there.' }),
    );
  const format = submissionFormat(name);
  if (format === null)
    throw new FileError(finding(wholeFile(file), 'a .yaml, .json or .csv file', 'another kind of file'));
  if (format === 'csv') {
    const { submissions, findings } = readSubmissions(file, disk.readText(path, limits.csvBytes));
    for (const one of findings)
      if (one.level === 'error') refused.push({ student: `${file}:${one.line}`, file, finding: one });
    return submissions.map((row) => ({
      student: studentOf(row.student, name, file, null),
      file,
      submitted: row.submitted,
      source: { submission: row },
    }));
  }
  const { student, submitted } = headOf(disk.readText(path, limits.textBytes)) ?? readSource(disk, { path });
  return [{ student: studentOf(student, name, file, roster), file, submitted, source: { path } }];
}

/** Which of a student's files counts: the newest where both say when, otherwise none. */
function settle(files: readonly Found[], refused: Refused[]): Found[] {
  const byStudent = new Map<string, Found[]>();
  for (const file of files)
    byStudent.set(foldId(file.student), [...(byStudent.get(foldId(file.student)) ?? []), file]);
  return [...byStudent.values()].flatMap((same) => {
    if (same.length === 1) return same;
    const alike = new Set(same.map(({ student }) => student)).size === 1;
    const times = same.map(({ submitted }) => (submitted === null ? null : instantOf(submitted)) ?? NaN);
    const newest = Math.max(...times);
    if (alike && times.every(Number.isFinite) && times.filter((time) => time === newest).length === 1) {
      const counts = same[times.indexOf(newest)]!;
      return [{ ...counts, older: same.filter((one) => one !== counts).map(({ file }) => file) }];
    }
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
    if (isLeftover(entry.name) || notSubmissions.test(entry.name)) {
      ignored.push(entry.name);
      continue;
    }
    try {
      found.push(...submissionsOf(disk, folder, entry, roster, refused));
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      refused.push({
        student: fileStem(entry.name),
        file: showPath(join(folder, entry.name)),
        finding: error.finding,
      });
    }
  }
  const incoming = settle(found, refused).sort(byStudent);
  const known = new Set(incoming.map(({ student }) => student));
  const lost = refused.map((one) => {
    const student = known.has(one.student) ? one.file : one.student;
    known.add(student);
    return { ...one, student };
  });
  return { incoming, refused: lost.sort(byStudent), ignored };
}
