import { join } from 'node:path';
import type { Disk } from '../files/disk.js';
import { FileError, formatFinding, type Finding } from '../files/finding.js';
import { safeNames } from '../files/safe-name.js';
import { splitInlineMap } from '../files/inline-map.js';
import type { OpenAssignment } from '../files/assignment-folder.js';
import { marker, type ReviewLookup } from '../marking/mark-submission.js';
import { createReporter, type Reporter } from '../report/reporter.js';
import { resultLine } from '../report/result-line.js';
import type { StudentResult } from '../report/student-result.js';
import { gradeHeadings, gradeRow, toCsv } from './gradebook.js';
import { ingest, type Incoming } from './ingest.js';
import { reviewSheet } from './review-sheet.js';
import type { Roster } from './roster.js';
import { classStatistics, type ClassStatistics } from './statistics.js';

export interface GradeOptions {
  readonly assignment: OpenAssignment;
  readonly submissions: string;
  readonly out: string;
  readonly roster: Roster | null;
  readonly formats: ReadonlySet<'html' | 'md'>;
  readonly review?: ReviewLookup;
  readonly now: Date;
  readonly disk: Disk;
}

/** What a line of results.jsonl says of a student without marks. */
interface Unmarked {
  readonly student: string;
  readonly file: string | null;
  readonly state: 'missing' | 'unreadable' | 'failed';
  readonly finding: Finding | null;
}

type Entry = { readonly student: string; readonly incoming?: Incoming; readonly unmarked?: Unmarked };

const byStudent = (a: Entry, b: Entry): number =>
  a.student < b.student ? -1 : a.student > b.student ? 1 : 0;

/** Everyone who is on the roster or handed something in, sorted by id. */
function everyone({ disk, submissions, roster }: GradeOptions): Entry[] {
  const intake = ingest(disk, submissions, roster);
  const present = new Set([...intake.incoming, ...intake.refused].map(({ student }) => student));
  const missing = [...(roster?.keys() ?? [])].filter((student) => !present.has(student));
  return [
    ...intake.incoming.map((incoming) => ({ student: incoming.student, incoming })),
    ...intake.refused.map(({ student, file, finding }) => ({
      student,
      unmarked: { student, file, state: 'unreadable' as const, finding },
    })),
    ...missing.map((student) => ({
      student,
      unmarked: { student, file: null, state: 'missing' as const, finding: null },
    })),
  ].sort(byStudent);
}

/** Marks a class, one student at a time, and writes results, grades and reports below `out`. */
export async function gradeClass(options: GradeOptions): Promise<ClassStatistics> {
  const { assignment, disk, out, roster, formats, review, now } = options;
  const entries = everyone(options);
  disk.makeFolder(join(out, 'students'));
  const names = safeNames(entries.map(({ student }) => student));
  const reporter = await createReporter({ ...assignment, now });
  const mark = marker(assignment.problems, {
    rubric: assignment.rubric,
    splitMap: splitInlineMap,
    ...(assignment.due !== undefined && { due: assignment.due }),
    ...(review && { review }),
  });
  const problems = assignment.problems.map(({ id }) => id);
  const results = disk.openLines(join(out, 'results.jsonl'));
  const grades = disk.openLines(join(out, 'grades.csv'));
  const waiting = reviewSheet();
  const statistics = classStatistics(assignment.problems);
  grades.add(toCsv([gradeHeadings(problems)]));

  const markOne = ({ student, incoming }: Entry): StudentResult | Unmarked => {
    try {
      const file = incoming!.read();
      const marked = mark({ student, answers: file.answers, lost: file.lost, submitted: file.submitted });
      const waits = marked.marks.some(({ verdict }) => verdict === 'unreadable' || verdict === 'review');
      const name = roster?.get(student)?.name;
      return {
        student,
        ...(name && { name }),
        file: incoming!.file,
        report: `students/${names.get(student)!}.html`,
        state: waits || marked.unclaimed.length > 0 ? 'needs-review' : 'graded',
        marked,
        notes: file.findings.map(formatFinding),
      };
    } catch (error) {
      if (error instanceof FileError)
        return { student, file: incoming!.file, state: 'unreadable', finding: error.finding };
      return { student, file: incoming!.file, state: 'failed', finding: null };
    }
  };

  for (const entry of entries) {
    const result = entry.unmarked ?? markOne(entry);
    if ('marked' in result) {
      writeReports(reporter, result, join(out, 'students', names.get(entry.student)!), formats, disk);
      waiting.add(result.student, result.marked.marks);
    }
    const line = resultLine(result);
    statistics.add(result);
    results.add(`${JSON.stringify(line)}\n`);
    grades.add(toCsv([gradeRow(result.student, result, problems)]));
  }
  const finished = statistics.finish();
  disk.write(join(out, 'class.html'), reporter.classHtml(finished));
  disk.write(join(out, 'review.csv'), `\ufeff${toCsv(waiting.rows())}`);
  grades.finish();
  results.finish();
  return finished;
}

function writeReports(
  reporter: Reporter,
  result: StudentResult,
  path: string,
  formats: GradeOptions['formats'],
  disk: Disk,
): void {
  if (formats.has('html')) disk.write(`${path}.html`, reporter.studentHtml(result));
  if (formats.has('md')) disk.write(`${path}.md`, reporter.studentMarkdown(result));
}
