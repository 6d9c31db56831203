import { join } from 'node:path';
import type { OpenAssignment } from '../files/assignment-folder.js';
import type { Disk } from '../files/disk.js';
import { FileError, formatFinding } from '../files/finding.js';
import { splitInlineMap } from '../files/inline-map.js';
import { readTemplates } from '../files/report-templates.js';
import { reportNames } from '../files/safe-name.js';
import type { SubmissionFile } from '../files/submission-file.js';
import { instantOf } from '../marking/late.js';
import { marker } from '../marking/mark-submission.js';
import type { MarkedSubmission } from '../marking/mark.js';
import { createReporter, type Reporter } from '../report/reporter.js';
import { resultLine, writeResultLine, type ResultLine } from '../report/result-line.js';
import type { StudentResult, UnmarkedStudent } from '../report/student-result.js';
import { gradeHeadings, gradeRow, toCsv } from './gradebook.js';
import { ingest, type Incoming } from './ingest.js';
import { reviewSheet, type Review } from './review-sheet.js';
import type { Roster } from './roster.js';
import { classStatistics, type ClassStatistics } from './statistics.js';

export interface GradeOptions {
  readonly assignment: OpenAssignment;
  readonly submissions: string;
  readonly out: string;
  readonly roster: Roster | null;
  readonly formats: ReadonlySet<'html' | 'md'>;
  readonly review?: Review;
  readonly now: Date;
  readonly disk: Disk;
  /** Told after each student. */
  readonly progress?: (done: number, of: number) => void;
}

/** Someone of the class: with a submission to mark, or with the reason why there is none. */
type Entry = { readonly student: string } & (
  { readonly incoming: Incoming } | { readonly unmarked: UnmarkedStudent }
);

const byStudent = (a: Entry, b: Entry): number =>
  a.student < b.student ? -1 : a.student > b.student ? 1 : 0;

/** Everyone who is on the roster or handed something in, sorted by id. */
function everyone({ disk, submissions, roster }: GradeOptions): Entry[] {
  const { incoming, refused } = ingest(disk, submissions, roster);
  const present = new Set([...incoming, ...refused].map(({ student }) => student));
  const missing = [...(roster?.keys() ?? [])].filter((student) => !present.has(student));
  const unmarked: UnmarkedStudent[] = [
    ...refused.map(({ student, file, finding }) => ({
      student,
      file,
      state: 'unreadable' as const,
      why: formatFinding(finding),
    })),
    ...missing.map((student) => ({ student, file: null, state: 'missing' as const, why: null })),
  ];
  return [
    ...incoming.map((one) => ({ student: one.student, incoming: one })),
    ...unmarked.map((one) => ({ student: one.student, unmarked: one })),
  ].sort(byStudent);
}

const waits = ({ marks, unclaimed }: MarkedSubmission): boolean =>
  unclaimed.length > 0 || marks.some(({ pending }) => pending.numerator > 0n);

/** What a fault of ours leaves of a student: no score, and a word to look for. */
const failed = (student: string, file: string, error: unknown): UnmarkedStudent => ({
  student,
  file,
  state: 'failed',
  why: `a fault of tickmark: ${error instanceof Error ? error.message : String(error)}`,
});

/** A result with its line and its reports, all worked out before anything of it is written. */
interface Outcome {
  readonly result: StudentResult | UnmarkedStudent;
  readonly line: ResultLine;
  readonly reports: readonly { readonly ending: string; readonly text: string }[];
}

const withoutReport = (result: UnmarkedStudent): Outcome => ({
  result,
  line: resultLine(result),
  reports: [],
});

/** Remarks on a submission as a whole. */
function notesOn(
  student: string,
  { findings, submitted }: SubmissionFile,
  { roster, assignment }: GradeOptions,
): string[] {
  const isAbsent = roster !== null && !roster.has(student);
  const isUnknownTime = assignment.due !== undefined && submitted !== null && instantOf(submitted) === null;
  return [
    ...(isAbsent ? ['This id is not on the roster.'] : []),
    ...(isUnknownTime
      ? [
          `"${submitted.slice(0, 60)}" is no instant with its zone, so it is not known whether this came in time.`,
        ]
      : []),
    ...findings.map(formatFinding),
  ];
}

function markEntry(
  entry: Entry,
  report: string,
  mark: ReturnType<typeof marker>,
  reporter: Reporter,
  options: GradeOptions,
): Outcome {
  if ('unmarked' in entry) return withoutReport(entry.unmarked);
  const { student, incoming } = entry;
  const { file } = incoming;
  const { formats, roster } = options;
  try {
    const submission = incoming.read();
    const marked = mark({ ...submission, student });
    const name = roster?.get(student)?.name;
    const result: StudentResult = {
      student,
      ...(name && { name }),
      file,
      report: `${report}.${formats.has('html') ? 'html' : 'md'}`,
      state: waits(marked) ? 'needs-review' : 'graded',
      marked,
      notes: notesOn(student, submission, options),
    };
    const reports = [
      ...(formats.has('html') ? [{ ending: 'html', text: reporter.studentHtml(result) }] : []),
      ...(formats.has('md') ? [{ ending: 'md', text: reporter.studentMarkdown(result) }] : []),
    ];
    return { result, line: resultLine(result), reports };
  } catch (error) {
    return withoutReport(
      error instanceof FileError
        ? { student, file, state: 'unreadable', why: error.message }
        : failed(student, file, error),
    );
  }
}

/** Marks a class, one student at a time, and writes results, grades and reports below `out`. */
export async function gradeClass(options: GradeOptions): Promise<ClassStatistics> {
  const { assignment, disk, out, roster, review, now } = options;
  const { problems, rubric, title, due } = assignment;
  const reporter = await createReporter({
    title,
    due,
    problems,
    rubric,
    now,
    templates: readTemplates(disk),
  });
  const mark = marker(problems, {
    rubric,
    splitMap: splitInlineMap,
    ...(due !== undefined && { due }),
    ...(review && { review: review.lookup }),
  });
  const entries = everyone(options);
  const nameOf = reportNames(entries.map(({ student }) => student));
  disk.makeFolder(join(out, 'students'));
  const ids = problems.map(({ id }) => id);
  const results = disk.openLines(join(out, 'results.jsonl'));
  const grades = disk.openLines(join(out, 'grades.csv'));
  const statistics = classStatistics();
  const waiting = reviewSheet(review?.rows);
  try {
    grades.add(toCsv([gradeHeadings(ids)]));
    for (const [position, entry] of entries.entries()) {
      const file = `students/${nameOf(entry.student)}`;
      const { result, line, reports } = markEntry(entry, file, mark, reporter, options);
      for (const { ending, text } of reports) disk.write(join(out, `${file}.${ending}`), text);
      if ('marked' in result) waiting.add(result.student, result.marked);
      results.add(writeResultLine(line));
      grades.add(toCsv([gradeRow(result, ids)]));
      statistics.add(line, roster?.get(entry.student)?.name ?? undefined);
      options.progress?.(position + 1, entries.length);
    }
    results.finish();
    grades.finish();
  } catch (error) {
    results.abandon();
    grades.abandon();
    throw error;
  }
  const finished = statistics.finish();
  disk.write(join(out, 'class.html'), reporter.classHtml(finished));
  disk.write(join(out, 'review.csv'), `\ufeff${toCsv(waiting.rows())}`);
  return finished;
}
