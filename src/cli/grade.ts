import { isAbsolute, relative, resolve } from 'node:path';
import { gradeClass } from '../class/run.js';
import { readReview } from '../class/review-sheet.js';
import { readRoster } from '../class/roster.js';
import { openAssignment } from '../files/assignment-folder.js';
import { limits } from '../files/limits.js';
import { readManifest } from '../files/variant/manifest.js';
import { FileError } from '../files/finding.js';
import { readCsv, type CsvTable } from '../files/read-csv.js';
import { showPath } from '../files/show.js';
import { exit, UsageError, type Io } from './io.js';
import { summary } from './summary.js';

function formatsOf(list: unknown): Set<'html' | 'md'> {
  const formats = String(list)
    .split(',')
    .map((format) => format.trim());
  const odd = formats.find((format) => format !== 'html' && format !== 'md');
  if (odd !== undefined) throw new UsageError(`--format: expected html, md or html,md, found "${odd}".`);
  return new Set(formats as ('html' | 'md')[]);
}

function jobsFor(asked: unknown): number {
  if (!/^[1-9]\d{0,2}$/.test(String(asked)))
    throw new UsageError(`--jobs: expected a whole number from 1 to 999, found "${asked}".`);
  return Number(asked);
}

const listProblems = (file: string, problems: readonly { line: number; message: string }[]): void => {
  if (problems.length > 0)
    throw new UsageError(problems.map(({ line, message }) => `${file}:${line}: ${message}`).join('\n'));
};

/** What is written among the submissions would be taken for submissions the next time. */
function refuseAmong(submissions: string, out: string): void {
  const below = relative(submissions, out);
  if (!below.startsWith('..') && !isAbsolute(below))
    throw new UsageError('--out: expected a folder outside the submissions, found one among them.');
}

/** A table with no row out of shape: a comma too many would move a cell under another heading. */
function readTable(io: Io, path: string): CsvTable {
  const table = readCsv(showPath(path, io.cwd), io.disk.readText(path, limits.csvBytes));
  const [error, ...more] = table.findings.filter(({ level }) => level === 'error');
  if (error) throw new FileError(error, ...more);
  return table;
}

/** Marks a class and writes the reports. */
export async function run(
  io: Io,
  [folder, submissions]: readonly string[],
  options: Readonly<Record<string, unknown>>,
): Promise<number> {
  const at = (path: unknown): string => resolve(io.cwd, String(path));
  const formats = formatsOf(options['format']);
  refuseAmong(at(submissions), at(options['out']));
  const assignment = await openAssignment(
    io.disk,
    at(folder),
    options['rubric'] === undefined ? undefined : at(options['rubric']),
  );
  const roster = options['roster'] === undefined ? null : readRoster(readTable(io, at(options['roster'])));
  if (roster) listProblems(showPath(at(options['roster']), io.cwd), roster.problems);
  const review = options['review'] === undefined ? null : readReview(readTable(io, at(options['review'])));
  if (review) listProblems(showPath(at(options['review']), io.cwd), review.problems);
  const manifest =
    options['variants'] === undefined ? null : readManifest(io.disk, at(options['variants']), assignment.id);
  const statistics = await gradeClass({
    assignment,
    submissions: at(submissions),
    out: at(options['out']),
    roster: roster?.roster ?? null,
    formats,
    ...(review && { review }),
    ...(manifest && { manifest }),
    jobs: jobsFor(options['jobs']),
    now: io.now(),
    disk: io.disk,
  });
  for (const line of review?.unused() ?? [])
    io.err(
      `${showPath(at(options['review']), io.cwd)}:${line}: no answer waits for this decision; its item and text must stay as they were.\n`,
    );
  io.out(options['json'] ? `${JSON.stringify(statistics)}\n` : summary(statistics, String(options['out'])));
  return options['strict'] && statistics.waiting.length > 0 ? exit.waiting : exit.done;
}
