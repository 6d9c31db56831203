import { join } from 'node:path';
import type { OpenAssignment } from '../files/assignment-folder.js';
import type { Disk } from '../files/disk/disk.js';
import { FileError } from '../files/finding.js';
import { splitInlineMap } from '../files/submission/inline-map.js';
import { readTemplates } from '../files/disk/report-templates.js';
import { marker } from '../marking/mark-submission.js';
import type { MarkedSubmission } from '../marking/mark.js';
import { openReports, type Reporter } from '../report/reporter.js';
import type { OpenProblem } from '../problem/open-problem.js';
import { resultLine, writeResultLine, type ResultLine } from '../report/result-line.js';
import type { StudentResult, UnmarkedStudent } from '../report/student-result.js';
import type { ClassVariants } from './class-variants.js';
import { foreignFits, holdForeign } from './foreign-variant.js';
import { gradeRow } from './gradebook.js';
import { readSource, type Source } from './ingest.js';
import { notesOn, sheetNotes } from './submission-notes.js';
import { waitingRows, type Review, type WaitingRow } from './review-sheet.js';

/** One student to mark, as plain data. */
export interface Task {
  readonly student: string;
  readonly name: string | null;
  /** Whether a roster, where there is one, has the id. */
  readonly enrolled: boolean;
  readonly file: string;
  /** Earlier submissions of the same student, left aside. */
  readonly older: readonly string[];
  readonly source: Source;
  /** The report's path below the output folder, without ending. */
  readonly report: string;
}

/** What is left to do for a marked student, as plain data: the reports are written. */
export interface Outcome {
  readonly line: ResultLine;
  /** The line of results.jsonl. */
  readonly written: string;
  /** The row of grades.csv. */
  readonly grades: readonly string[];
  readonly waiting: readonly WaitingRow[];
  /** Lines of the review sheet whose decisions were used so far. */
  readonly used: readonly number[];
}

export interface DeskOptions {
  readonly assignment: OpenAssignment;
  readonly out: string;
  readonly formats: ReadonlySet<'html' | 'md'>;
  readonly review?: Review;
  readonly disk: Disk;
  readonly reports: Reports;
  /** Who got which numbers; without it everyone has the assignment's own. */
  readonly variants?: ClassVariants;
}

/** The reporter of problems on their numbers. */
export type Reports = (problems: readonly OpenProblem[]) => Reporter;

const waits = ({ marks, unclaimed }: MarkedSubmission): boolean =>
  unclaimed.length > 0 || marks.some(({ pending }) => pending.numerator > 0n);

/** What a fault of ours leaves of a student: no score, and a word to look for. */
const failed = (student: string, file: string, error: unknown): UnmarkedStudent => ({
  student,
  file,
  state: 'failed',
  why: `a fault of tickmark: ${error instanceof Error ? error.message : String(error)}`,
});

interface MarkedTask {
  readonly result: StudentResult;
  readonly reporter: Reporter;
}

/** A student without marks, as an outcome. */
export const unmarkedOutcome = (result: UnmarkedStudent, problems: readonly string[]): Outcome => {
  const line = resultLine(result);
  return {
    line,
    written: writeResultLine(line),
    grades: gradeRow(result, problems),
    waiting: [],
    used: [],
  };
};

/** The reports of an assignment, with the templates of the package. */
export const openAssignmentReports = (
  { title, due, rubric }: OpenAssignment,
  now: Date,
  disk: Disk,
): Promise<Reports> => openReports({ title, due, rubric, now, templates: readTemplates(disk) });

/** What marks and reports on one set of numbers. */
interface Bench {
  readonly mark: ReturnType<typeof marker>;
  readonly reporter: Reporter;
}

/** Where students are marked one by one: what a class shares is worked out once, reports are written as they come. */
export function openDesk({
  assignment,
  out,
  formats,
  review,
  disk,
  reports,
  variants,
}: DeskOptions): (task: Task) => Outcome {
  const { problems, rubric, due } = assignment;
  const benchOf = (own: readonly OpenProblem[]): Bench => ({
    mark: marker(own, {
      rubric,
      splitMap: splitInlineMap,
      ...(due !== undefined && { due }),
      ...(review && { review: review.lookup }),
    }),
    reporter: reports(own),
  });
  const shared = variants ? null : benchOf(problems);
  const ids = problems.map(({ id }) => id);
  const ending = formats.has('html') ? 'html' : 'md';

  const markTask = (task: Task): MarkedTask | UnmarkedStudent => {
    const { student, name, file, source, report } = task;
    try {
      const submission = readSource(disk, source);
      const bench = shared ?? benchOf(variants!.problemsOf(student, submission.at));
      const odd = sheetNotes(submission, student, variants);
      const first = bench.mark({ ...submission, student });
      const marked = variants ? holdForeign(first, foreignFits(student, first, variants), rubric) : first;
      const result: StudentResult = {
        student,
        ...(name !== null && { name }),
        file,
        report: `${report}.${ending}`,
        state: waits(marked) ? 'needs-review' : 'graded',
        marked,
        notes: [...odd, ...notesOn(submission, task, due)],
      };
      return { result, reporter: bench.reporter };
    } catch (error) {
      return error instanceof FileError
        ? { student, file, state: 'unreadable', why: error.message }
        : failed(student, file, error);
    }
  };

  /** Everything of a result is worked out before anything of it is written. */
  const settle = ({ result, reporter }: MarkedTask, report: string): Outcome => {
    const html = formats.has('html') ? reporter.studentHtml(result) : null;
    const markdown = formats.has('md') ? reporter.studentMarkdown(result) : null;
    const line = resultLine(result);
    const outcome = {
      line,
      written: writeResultLine(line),
      grades: gradeRow(result, ids),
      waiting: waitingRows(result.student, result.marked),
      used: review?.used() ?? [],
    };
    if (html !== null) disk.write(join(out, `${report}.html`), html);
    if (markdown !== null) disk.write(join(out, `${report}.md`), markdown);
    return outcome;
  };

  return (task) => {
    const result = markTask(task);
    if (!('reporter' in result)) return unmarkedOutcome(result, ids);
    try {
      return settle(result, task.report);
    } catch (error) {
      // A disk that cannot be written ends the run; a fault in one report is that student's alone.
      if (error instanceof FileError) throw error;
      return unmarkedOutcome(failed(task.student, task.file, error), ids);
    }
  };
}
