import { basename, dirname, join, resolve } from 'node:path';
import { assignmentDrawer } from '../files/variant/draw-assignment.js';
import { openProblems, type PlacedProblem } from '../files/assignment-folder.js';
import { solution } from '../problem/solution.js';
import { answerType } from '../answers/index.js';
import { working } from '../engine/working.js';
import type { OpenProblem } from '../problem/open-problem.js';
import { latexToText } from '../report/media/prose-text.js';
import { exit, type Io } from './io.js';

const typeset = (type: string, value: unknown): string => answerType(type).typeset(value);

function written(problem: OpenProblem): string {
  const asked = problem.items.flatMap((item) =>
    item.kind === 'answer' ? item.targets.map(({ step }) => step) : [],
  );
  const lines = working(problem.key, asked, typeset).map(
    ({ symbol, formula, result }) =>
      `  ${latexToText(symbol)} = ${latexToText(formula)} = ${latexToText(result)}`,
  );
  const { items } = solution(problem);
  const answers = [...items].map(
    ([id, { text }]) => `  ${id.slice(problem.id.length + 1).padEnd(16)} ${text}`,
  );
  return [problem.title, '', 'Working', ...lines, '', 'Answers', ...answers, ''].join('\n');
}

/** The problems on the numbers that a seed draws for nobody in particular. */
async function drawnProblems(
  placed: readonly PlacedProblem[],
  seed: string,
  path: string,
  { disk }: Io,
): Promise<OpenProblem[]> {
  const folder = disk.exists(join(path, 'assignment.yaml')) ? path : dirname(path);
  const draw = await assignmentDrawer(placed, { seed, assignment: basename(folder) });
  return [...draw('').values()].map(({ problem }) => problem);
}

/** Prints worked solutions, or as JSON every step and item. */
export async function run(
  io: Io,
  [path]: readonly string[],
  options: Readonly<Record<string, unknown>>,
): Promise<number> {
  const opened = await openProblems(io.disk, resolve(io.cwd, path!));
  const solved =
    typeof options['seed'] === 'string'
      ? await drawnProblems(opened, options['seed'], resolve(io.cwd, path!), io)
      : opened.map(({ problem }) => problem);
  if (options['json']) {
    const documents = solved.map((problem) => solution(problem).json);
    io.out(`${JSON.stringify(documents.length === 1 ? documents[0] : { problems: documents }, null, 2)}\n`);
  } else io.out(solved.map(written).join('\n'));
  return exit.done;
}
