import { join } from 'node:path';
import type { OpenAssignment } from '../files/assignment-folder.js';
import type { Disk } from '../files/disk/disk.js';
import { formatFinding } from '../files/finding.js';
import { reportNames } from '../files/disk/safe-name.js';
import type { UnmarkedStudent } from '../report/student-result.js';
import type { Manifest } from '../files/variant/manifest.js';
import { classVariants } from './class-variants.js';
import {
  openAssignmentReports,
  openDesk,
  unmarkedOutcome,
  type Outcome,
  type Reports,
  type Task,
} from './desk.js';
import { gradeHeadings, toCsv } from './gradebook.js';
import { ingest } from './ingest.js';
import { canPool, openPool } from './pool.js';
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
  /** Who got which numbers. */
  readonly manifest?: Manifest;
  readonly now: Date;
  readonly disk: Disk;
  /** Cores to mark on; 1 marks in this process, and so does a command that runs unbuilt. */
  readonly jobs?: number;
}

/** Someone of the class: with a submission to mark, or with the reason why there is none. */
type Entry = Task | UnmarkedStudent;

const byStudent = (a: Entry, b: Entry): number =>
  a.student < b.student ? -1 : a.student > b.student ? 1 : 0;

/** Everyone who is on the roster or handed something in, sorted by id. */
function everyone({ disk, submissions, roster }: GradeOptions): Entry[] {
  const { incoming, refused } = ingest(disk, submissions, roster);
  const present = new Set([...incoming, ...refused].map(({ student }) => student));
  const missing = [...(roster?.keys() ?? [])].filter((student) => !present.has(student));
  const reportOf = reportNames([...present, ...missing]);
  return [
    ...incoming.map(({ student, file, source, older = [] }): Task => {
      const enrolled = roster?.get(student);
      const report = `students/${reportOf(student)}`;
      return {
        student,
        name: enrolled?.name ?? null,
        enrolled: roster === null || enrolled !== undefined,
        file,
        older,
        source,
        report,
      };
    }),
    ...refused.map(({ student, file, finding }) => ({
      student,
      file,
      state: 'unreadable' as const,
      why: formatFinding(finding),
    })),
    ...missing.map((student) => ({ student, file: null, state: 'missing' as const, why: null })),
  ].sort(byStudent);
}

const isTask = (entry: Entry): entry is Task => 'source' in entry;

/** Students marked at a time: enough that handing them over costs little, few enough to keep memory flat. */
const sliceLength = 20;

type MarkTasks = (tasks: readonly Task[]) => Promise<readonly Outcome[]>;

/** Slices of outcomes in the order of the entries; at most `ahead` are under way beyond the one that is awaited. */
async function* markInOrder(
  entries: readonly Entry[],
  markTasks: MarkTasks,
  ahead: number,
  problems: readonly string[],
): AsyncGenerator<readonly Outcome[]> {
  const underWay: Promise<readonly Outcome[]>[] = [];
  const markSlice = async (slice: readonly Entry[]): Promise<Outcome[]> => {
    const marked = (await markTasks(slice.filter(isTask)))[Symbol.iterator]();
    return slice.map((entry) => (isTask(entry) ? marked.next().value! : unmarkedOutcome(entry, problems)));
  };
  for (let start = 0; start < entries.length; start += sliceLength) {
    const slice = markSlice(entries.slice(start, start + sliceLength));
    // Its failure is met where it is awaited, in its turn.
    slice.catch(() => undefined);
    underWay.push(slice);
    if (underWay.length > ahead) yield await underWay.shift()!;
  }
  for (const slice of underWay) yield await slice;
}

interface Marking {
  readonly markTasks: MarkTasks;
  readonly ahead: number;
  readonly close: () => Promise<void>;
}

/** Marks in this process, or on several cores where that was asked for. */
function openMarking(options: GradeOptions, reports: Reports): Marking {
  const { assignment, out, formats, review, manifest, now, jobs = 1 } = options;
  if (jobs === 1 || !canPool()) {
    const variants = manifest && classVariants(assignment, manifest);
    const desk = openDesk({ ...options, reports, ...(variants && { variants }) });
    return { markTasks: async (tasks) => tasks.map(desk), ahead: 0, close: async () => undefined };
  }
  const { folder, rubricFile } = assignment;
  const pool = openPool(
    {
      folder,
      ...(rubricFile !== undefined && { rubricFile }),
      ...(review && { review: review.table }),
      ...(manifest && { manifest }),
      out,
      formats: [...formats],
      now,
    },
    jobs,
  );
  return { markTasks: pool.mark, ahead: 2 * jobs, close: pool.close };
}

/** Marks a class, one student at a time, and writes results, grades and reports below `out`. */
export async function gradeClass(options: GradeOptions): Promise<ClassStatistics> {
  const { assignment, disk, out, roster, review, now } = options;
  const { problems } = assignment;
  const ids = problems.map(({ id }) => id);
  const entries = everyone(options);
  const reports = await openAssignmentReports(assignment, now, disk);
  disk.makeFolder(join(out, 'students'));
  const results = disk.openLines(join(out, 'results.jsonl'));
  const grades = disk.openLines(join(out, 'grades.csv'));
  const statistics = classStatistics();
  const waiting = reviewSheet(review?.rows);
  const marking = openMarking(options, reports);
  try {
    grades.add(toCsv([gradeHeadings(ids)]));
    for await (const slice of markInOrder(entries, marking.markTasks, marking.ahead, ids)) {
      results.add(slice.map(({ written }) => written).join(''));
      grades.add(toCsv(slice.map((outcome) => outcome.grades)));
      for (const { line, waiting: rows, used } of slice) {
        waiting.add(rows);
        review?.use(used);
        statistics.add(line, roster?.get(line.student)?.name ?? undefined);
      }
    }
    results.finish();
    grades.finish();
  } catch (error) {
    results.abandon();
    grades.abandon();
    throw error;
  } finally {
    await marking.close();
  }
  const finished = statistics.finish();
  disk.write(join(out, 'class.html'), reports(problems).classHtml(finished));
  disk.write(join(out, 'review.csv'), `\ufeff${toCsv(waiting.rows())}`);
  return finished;
}
