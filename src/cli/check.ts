import { resolve } from 'node:path';
import { openAssignment } from '../files/assignment-folder.js';
import { formatFinding } from '../files/finding.js';
import { splitInlineMap } from '../files/inline-map.js';
import { showText } from '../files/show.js';
import { readOneSubmission } from '../files/submission-path.js';
import { marker } from '../marking/mark-submission.js';
import type { Mark } from '../marking/mark.js';
import { feedbackAt } from '../report/feedback.js';
import { itemViews } from '../report/item-view.js';
import { resultLine, type ItemRecord } from '../report/result-line.js';
import { terminalMedium } from '../report/terminal-medium.js';
import { wordingFor, type Wording } from '../report/wording.js';
import { exit, type Io } from './io.js';

/** An item in a few lines: its sign, what was found, how it was read. */
function itemLines(mark: Mark, words: Wording): string[] {
  const page = { heading: words.place(mark.item.id), ask: null, criteria: [] };
  const view = itemViews(words, terminalMedium)(mark, page);
  const shown = view.evidence.filter(({ label }) => label !== 'Compared' && label !== 'You wrote');
  return [
    `  ${view.sign.symbol} ${view.heading}: ${view.says.join(' ')}`,
    ...shown.map(({ label, value }) => `      ${label}: ${value.split('\n').join('\n        ')}`),
  ];
}

/** An item's record without what gives the key away. */
function publicRecord(record: ItemRecord, hints: boolean): Partial<ItemRecord> {
  const hidden: readonly string[] = ['key', 'fromOwn', ...(hints ? [] : ['hint', 'because'])];
  return Object.fromEntries(Object.entries(record).filter(([name]) => !hidden.includes(name)));
}

const isRight = ({ verdict }: Mark): boolean => ['correct', 'rounded', 'follows-through'].includes(verdict);

/** Marks a student's own answers and says what is right and why the rest is not; the key stays hidden. */
export async function run(
  io: Io,
  [folder, answers]: readonly string[],
  options: Readonly<Record<string, unknown>>,
): Promise<number> {
  const assignment = await openAssignment(io.disk, resolve(io.cwd, folder!));
  const file = readOneSubmission(io.disk, resolve(io.cwd, answers!), io.cwd);
  const { problems, rubric, due } = assignment;
  const { hints } = feedbackAt(rubric.feedback, due ?? null, io.now());
  const words = wordingFor(problems, { hints, expected: false, solution: false });
  const student = file.student ?? 'you';
  const marked = marker(problems, { rubric, splitMap: splitInlineMap })({ ...file, student });
  for (const note of file.findings) io.err(`${formatFinding(note)}\n`);
  const open = marked.marks.filter(
    ({ item, verdict }) => item.kind === 'answer' && !['blank', 'unreadable', 'review'].includes(verdict),
  );
  const wrong = open.filter((mark) => !isRight(mark));
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
    return wrong.length > 0 ? exit.no : exit.done;
  }
  for (const problem of problems) {
    io.out(`${problem.title}\n`);
    for (const mark of marked.marks)
      if (mark.item.id.startsWith(`${problem.id}.`)) io.out(`${itemLines(mark, words).join('\n')}\n`);
    io.out('\n');
  }
  const { unclaimed } = marked;
  for (const { name } of unclaimed)
    io.out(`${showText(name)} is no question of this assignment; check its name.\n`);
  io.out(
    `${open.length - wrong.length} of ${open.length} answers are right${wrong.length > 0 ? `, ${wrong.length} not yet` : ''}.\n`,
  );
  return wrong.length > 0 ? exit.no : exit.done;
}
