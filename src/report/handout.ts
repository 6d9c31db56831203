import { formatPoints, sumOf } from '../problem/points.js';
import type { OpenProblem } from '../problem/open-problem.js';
import { solution } from '../problem/solution.js';
import { dueWords } from './words/due-words.js';
import { htmlMedium } from './media/html-medium.js';
import { latexMedium } from './media/latex-medium.js';
import { markdownMedium } from './media/markdown-medium.js';
import type { Medium } from './media/medium.js';
import { problemPage, type ProblemPage } from './views/problem-page.js';
import { proseWriter } from './media/prose.js';
import { compileTemplates, type ReportTemplates } from './templates.js';
import { loadTypesetter } from './media/typeset.js';

export interface HandoutOptions {
  readonly title: string;
  readonly due?: string | undefined;
  readonly templates: ReportTemplates;
}

/** Whose handout it is, on which numbers. */
export interface HandoutOwner {
  readonly student: string;
  readonly name: string | null;
  readonly problems: readonly OpenProblem[];
}

export type HandoutFormat = 'html' | 'md' | 'tex';

/** Writes the questions of an assignment on a student's own numbers, and the key that only staff may see. */
export interface HandoutWriter {
  readonly handout: (owner: HandoutOwner, format: HandoutFormat) => string;
  /** HTML: the questions, the answers and the worked solution. */
  readonly key: (owner: HandoutOwner) => string;
}

const pointsOf = (points: Parameters<typeof formatPoints>[0]): string => {
  const written = formatPoints(points);
  return written === '0' ? 'optional' : `${written} ${written === '1' ? 'point' : 'points'}`;
};

function problemView<R>(
  problem: OpenProblem,
  page: ProblemPage<R>,
  { text, phrase }: Medium<R>,
  isKey: boolean,
) {
  const answers = isKey ? [...solution(problem).items] : [];
  return {
    title: page.title,
    text: page.text,
    points: pointsOf(sumOf(problem.parts.map(({ points }) => points))),
    parts: page.parts.map((part, position) => ({
      heading: part.heading,
      points: pointsOf(problem.parts[position]!.points),
      ask: part.ask,
      items: part.table
        ? []
        : part.items
            .filter(({ heading, ask }) => heading !== '' || ask !== null)
            .map(({ item, heading, ask }) => ({ heading, ask, points: pointsOf(item.points) })),
      table: part.table && {
        columns: part.table.columns.map(({ label }) => text(label)),
        rows: part.table.rows.map(({ label }) => ({
          label: text(label),
          cells: part.table!.columns.map(() => ''),
        })),
        align: `|l|${'c|'.repeat(part.table.columns.length)}`,
      },
    })),
    answers: answers.map(([item, one]) => ({
      item: text(item.slice(problem.id.length + 1)),
      value: phrase([{ written: one.text }]),
    })),
    solution: page.solution,
  };
}

function view<R>(
  { title, due }: HandoutOptions,
  owner: HandoutOwner,
  medium: Medium<R>,
  isKey: boolean,
): object {
  return {
    assignment: medium.text(title),
    student: medium.text(owner.student),
    name: owner.name === null ? null : medium.text(owner.name),
    due: due === undefined ? null : medium.text(dueWords(due)),
    isKey,
    problems: owner.problems.map((problem, position) =>
      problemView(problem, problemPage(problem, position, medium, isKey), medium, isKey),
    ),
  };
}

/** Prepares what is the same in every handout. */
export async function createHandouts(options: HandoutOptions): Promise<HandoutWriter> {
  const typesetter = await loadTypesetter();
  const html = htmlMedium(typesetter, proseWriter(typesetter));
  const template = compileTemplates(options.templates);
  const writers: Readonly<Record<HandoutFormat, (owner: HandoutOwner) => string>> = {
    html: (owner) => template('handout.html')(view(options, owner, html, false)),
    md: (owner) => template('handout.md')(view(options, owner, markdownMedium, false)),
    tex: (owner) => template('handout.tex')(view(options, owner, latexMedium, false)),
  };
  return {
    handout: (owner, format) => writers[format](owner),
    key: (owner) => template('handout.html')(view(options, owner, html, true)),
  };
}
