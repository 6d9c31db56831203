import type { OpenProblem } from '../../problem/open-problem.js';
import type { ClassStatistics } from './class-statistics.js';
import type { Html } from '../media/html.js';
import type { Medium } from '../media/medium.js';
import { counted } from '../words/phrase.js';
import { studentLinks, type StudentLink } from './student-links.js';
import { wordingFor } from '../words/wording.js';

export interface WaitingAnswerView {
  readonly text: string;
  readonly students: readonly StudentLink[];
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
  statistics: ClassStatistics,
  problems: readonly OpenProblem[],
  medium: Medium<Html>,
): WaitingItem[] {
  const { place } = wordingFor(problems, { hints: true, expected: true, solution: false });
  const titles = new Map(problems.flatMap(({ title, items }) => items.map(({ id }) => [id, title])));
  const { text } = medium;
  const linked = studentLinks(statistics, medium);
  const byItem = new Map<string, WaitingAnswerView[]>();
  for (const answer of statistics.waiting) {
    const answers = byItem.get(answer.item) ?? [];
    byItem.set(answer.item, answers);
    answers.push({ text: text(answer.text), students: linked(answer.students) });
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
