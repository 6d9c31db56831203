import type { OpenProblem } from '../problem/open-problem.js';
import { linkTo } from './link.js';
import type { ClassStatistics } from './class-statistics.js';
import type { Html } from './html.js';
import type { Medium } from './medium.js';
import { counted } from './phrase.js';
import { wordingFor } from './wording.js';

export interface WaitingAnswerView {
  readonly text: string;
  readonly students: readonly { readonly student: string; readonly href: string | null }[];
}

/** An item with the answers that wait for a person; none is ever left out. */
export interface WaitingItem {
  readonly place: string;
  readonly count: string;
  /** Whether there are so few answers that they stand open. */
  readonly isShort: boolean;
  readonly answers: readonly WaitingAnswerView[];
}

export function waitingView(
  { waiting, students }: ClassStatistics,
  problems: readonly OpenProblem[],
  { text }: Medium<Html>,
): WaitingItem[] {
  const { place } = wordingFor(problems, { hints: true, expected: true, solution: false });
  const titles = new Map(problems.flatMap(({ title, items }) => items.map(({ id }) => [id, title])));
  const reports = new Map(students.map(({ student, report }) => [student, report]));
  const byItem = new Map<string, WaitingAnswerView[]>();
  for (const answer of waiting) {
    const answers = byItem.get(answer.item) ?? [];
    byItem.set(answer.item, answers);
    answers.push({
      text: text(answer.text),
      students: answer.students.map((student) => {
        const report = reports.get(student) ?? null;
        return { student: text(student), href: report === null ? null : linkTo(report) };
      }),
    });
  }
  const placeOf = (item: string): string =>
    item === ''
      ? 'Answers under names that no question has'
      : text(`${titles.get(item) ?? ''}: ${place(item)}`);
  return [...byItem].map(([item, answers]) => ({
    place: placeOf(item),
    count: counted(
      answers.reduce((sum, answer) => sum + answer.students.length, 0),
      'answer',
    ),
    isShort: answers.length <= 10,
    answers,
  }));
}
