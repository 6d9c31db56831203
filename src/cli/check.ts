import { resolve } from 'node:path';
import { openAssignment, type OpenAssignment } from '../files/assignment-folder.js';
import { FileError, finding, formatFinding } from '../files/finding.js';
import { splitInlineMap } from '../files/submission/inline-map.js';
import { readDrawn } from '../files/variant/manifest.js';
import { openVariant } from '../files/variant/open-variant.js';
import type { OpenProblem } from '../problem/open-problem.js';
import type { SubmissionFile } from '../files/submission/submission-file.js';
import { readOneSubmission } from '../files/submission/submission-path.js';
import { marker } from '../marking/mark-submission.js';
import { feedbackAt } from '../report/feedback.js';
import { resultLine, type ItemRecord } from '../report/result-line.js';
import { checkText } from './check-text.js';
import { exit, type Io } from './io.js';

type Options = Readonly<Record<string, unknown>>;

/** An item's record without what gives the key away. */
function publicRecord(record: ItemRecord, hints: boolean): Partial<ItemRecord> {
  const hidden: readonly string[] = ['key', 'fromOwn', ...(hints ? [] : ['hint', 'because'])];
  return Object.fromEntries(Object.entries(record).filter(([name]) => !hidden.includes(name)));
}

/** The assignment's problems, on the numbers of the sheet where it carries some. */
function problemsFor(assignment: OpenAssignment, { variant, at }: SubmissionFile): readonly OpenProblem[] {
  if (variant === undefined) return assignment.problems;
  const drawn = readDrawn(variant);
  if (drawn) return openVariant(assignment, drawn, null, at);
  const hint = 'Copy the line anew from the sheet you were given.';
  throw new FileError(
    finding(at, 'the numbers of your handout', 'a line that was changed', { path: 'variant', hint }),
  );
}

const sameForAll =
  'Compared on the numbers of the problem file. If your handout has numbers of its own, keep the line `variant:` of your answer sheet.\n';

/** Marks the answers once and says what is right and why the rest is not; the key stays hidden. */
function checkOnce(io: Io, assignment: OpenAssignment, path: string, options: Options): number {
  const file = readOneSubmission(io.disk, path, io.cwd);
  const { rubric, due } = assignment;
  const problems = problemsFor(assignment, file);
  const hints = options['hint'] !== '1' && feedbackAt(rubric.feedback, due ?? null, io.now()).hints;
  const student = file.student ?? 'you';
  const marked = marker(problems, { rubric, splitMap: splitInlineMap })({ ...file, student });
  for (const note of file.findings) io.err(`${formatFinding(note)}\n`);
  const { wrong, text } = checkText(problems, marked, hints);
  const mayVary = wrong > 0 && file.variant === undefined && problems.some(({ source }) => source.vary);
  if (options['json']) {
    const line = resultLine({
      student,
      file: file.at.file,
      report: null,
      state: 'graded',
      marked,
      notes: [],
    });
    const items = line.items.map((item) => publicRecord(item, hints));
    io.out(`${JSON.stringify({ ...line, items }, null, 2)}\n`);
  } else io.out(mayVary ? `${text}${sameForAll}` : text);
  return wrong > 0 ? exit.no : exit.done;
}

/** Checks a student's own answers, once or whenever their file changes. */
export async function run(io: Io, [folder, answers]: readonly string[], options: Options): Promise<number> {
  const assignment = await openAssignment(io.disk, resolve(io.cwd, folder!));
  const path = resolve(io.cwd, answers!);
  let code = options['watch'] ? watched(io, () => checkOnce(io, assignment, path, options)) : undefined;
  if (code === undefined) return checkOnce(io, assignment, path, options);
  while (await io.changed(path)) {
    io.out(`\n${'─'.repeat(Math.min(io.columns, 60))}\n`);
    code = watched(io, () => checkOnce(io, assignment, path, options));
  }
  return code;
}

/** A file that is half written or broken for now is told of, and watched on. */
function watched(io: Io, check: () => number): number {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    io.err(`${error.message}\n`);
    return exit.no;
  }
}
