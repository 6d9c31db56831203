import { compare, toNumber, type Rational } from '../../notation/rational.js';
import { formatPoints, sumOf, zero } from '../../problem/points.js';
import type { Late } from '../../marking/late.js';
import type { Mark } from '../../marking/mark.js';
import { diagnosisWords } from '../words/diagnosis-words.js';
import type { Medium } from '../media/medium.js';
import { percent, pointsWords } from '../words/number-words.js';
import { counted } from '../words/phrase.js';
import type { ProblemPage, SolutionLine } from './problem-page.js';
import type { StudentResult } from '../student-result.js';
import { partWriter, type PartView } from './part-view.js';
import type { Wording } from '../words/wording.js';

export interface ProblemView<R> {
  readonly anchor: string;
  readonly title: string;
  readonly points: string;
  readonly text: R | null;
  readonly parts: readonly PartView<R>[];
  readonly solution: readonly SolutionLine<R>[];
}

/** All that a student's report says, as plain data. */
export interface StudentView<R> {
  readonly assignment: string;
  readonly student: string;
  readonly name: string | null;
  readonly file: string | null;
  readonly score: string;
  readonly max: string;
  /** Score as a whole percentage of the most there is. */
  readonly share: number;
  readonly pending: string | null;
  readonly late: string | null;
  /** Said of the submission as a whole; empty where there is nothing to say. */
  readonly diagnosis: readonly R[];
  readonly notes: readonly string[];
  readonly unclaimed: readonly { readonly name: string; readonly written: R }[];
  /** Whether there are enough problems for a list of them. */
  readonly overview: boolean;
  readonly problems: readonly ProblemView<R>[];
}

export interface Pages<R> {
  readonly assignment: string;
  readonly problems: readonly ProblemPage<R>[];
  readonly words: Wording;
  readonly medium: Medium<R>;
}

function duration(minutes: number): string {
  if (minutes < 120) return counted(minutes, 'minute');
  return minutes < 48 * 60
    ? counted(Math.floor(minutes / 60), 'hour')
    : counted(Math.floor(minutes / 1440), 'day');
}

const lateWords = ({ minutes, taken }: Late): string =>
  taken > 0
    ? `Handed in ${duration(minutes)} late: ${percent(taken)} of the score is taken.`
    : `Handed in ${duration(minutes)} late; nothing is taken for it.`;

const pendingWords = (pending: Rational): string | null => {
  if (compare(pending, zero) === 0) return null;
  const points = formatPoints(pending);
  return points === '1'
    ? '1 point waits for a person and may still be added.'
    : `${points} points wait for a person and may still be added.`;
};

/** Writes students' marks, problem by problem, in the words and the medium of the report. */
export function studentViews<R>(pages: Pages<R>): (result: StudentResult) => StudentView<R> {
  const writePart = partWriter(pages.words, pages.medium);
  return (result) => studentView(result, pages, writePart);
}

function studentView<R>(
  result: StudentResult,
  pages: Pages<R>,
  writePart: ReturnType<typeof partWriter<R>>,
): StudentView<R> {
  const { marked, notes } = result;
  const { medium, words } = pages;
  const diagnosis = result.diagnosis ?? (words.hints ? diagnosisWords(marked.marks) : []);
  const marks = new Map<string, Mark>(marked.marks.map((mark) => [mark.item.id, mark]));

  const problemView = ({ id, anchor, title, text, parts, solution }: ProblemPage<R>): ProblemView<R> => {
    const written = parts.map((part) =>
      writePart(
        id,
        part,
        marked,
        part.items.map(({ item }) => marks.get(item.id)!),
      ),
    );
    const points = pointsWords({
      score: sumOf(written.map(({ score }) => score)),
      pending: sumOf(written.map(({ pending }) => pending)),
      max: sumOf(written.map(({ max }) => max)),
    });
    return { anchor, title, points, text, parts: written.map(({ view }) => view), solution };
  };

  const max = toNumber(marked.max);
  return {
    assignment: pages.assignment,
    student: medium.text(result.student),
    name: result.name === undefined ? null : medium.text(result.name),
    file: result.file === null ? null : medium.text(result.file),
    score: formatPoints(marked.score),
    max: formatPoints(marked.max),
    share: max > 0 ? Math.round((100 * toNumber(marked.score)) / max) : 0,
    pending: pendingWords(marked.pending),
    late: marked.late && lateWords(marked.late),
    diagnosis: diagnosis.map(medium.prose),
    notes: notes.map(medium.text),
    unclaimed: marked.unclaimed.map(({ name, text }) => ({
      name: medium.text(name),
      written: medium.phrase([{ written: text }]),
    })),
    overview: pages.problems.length > 1,
    problems: pages.problems.map(problemView),
  };
}
