import { showText } from '../files/show.js';
import type { UnclaimedAnswer } from '../marking/claim/claim.js';
import type { Mark, MarkedSubmission } from '../marking/mark.js';
import type { OpenProblem } from '../problem/open-problem.js';
import { diagnosisWords } from '../report/words/diagnosis-words.js';
import { itemViews } from '../report/views/item-view.js';
import { terminalMedium } from '../report/media/terminal-medium.js';
import { wordingFor, type Wording } from '../report/words/wording.js';

/** An item in a few lines: its sign, what was found, how it was read. */
function itemLines(mark: Mark, words: Wording): string[] {
  const page = { heading: words.place(mark.item.id), ask: null, criteria: [] };
  const view = itemViews(words, terminalMedium)(mark, page);
  const shown = view.evidence.filter(({ label }) => label !== 'Compared' && label !== 'You wrote');
  return [
    `  ${view.sign.symbol} ${view.heading}: ${view.says.length > 0 ? view.says.join(' ') : view.sign.word}`,
    ...shown.map(({ label, value }) => `      ${label}: ${value.split('\n').join('\n        ')}`),
  ];
}

/** What became of an answer whose name fits no item, or several. */
function unclaimedWords({ name, problem }: UnclaimedAnswer, problems: readonly OpenProblem[]): string {
  const shown = showText(name);
  if (problem === null) return `${shown} is no question of this assignment; check its name.`;
  const parts = problems.find(({ id }) => id === problem)!.parts.map(({ id }) => id);
  return name.includes('.')
    ? `${shown} fits no part of ${problem}, or several; its parts are ${parts.join(', ')}.`
    : `The answers under ${shown} could not be told apart: write each part on a line of its own, such as "${parts[0]}: …", and check brackets and quotes.`;
}

const isRight = ({ verdict }: Mark): boolean => ['correct', 'rounded', 'follows-through'].includes(verdict);

/** What `check` says of a submission: every answer's verdict and how it was read, never the key. */
export function checkText(
  problems: readonly OpenProblem[],
  marked: MarkedSubmission,
  hints: boolean,
): { readonly wrong: number; readonly text: string } {
  const words = wordingFor(problems, { hints, expected: false, solution: false });
  const open = marked.marks.filter(
    ({ item, verdict }) => item.kind === 'answer' && !['blank', 'unreadable', 'review'].includes(verdict),
  );
  const wrong = open.filter((mark) => !isRight(mark)).length;
  const heads = hints ? diagnosisWords(marked.marks).map((line) => `${terminalMedium.prose(line)}\n\n`) : [];
  const pages = problems.map(({ id, title }) => {
    const own = marked.marks.filter(({ item }) => item.id.startsWith(`${id}.`));
    return `${title}\n${own.map((mark) => `${itemLines(mark, words).join('\n')}\n`).join('')}\n`;
  });
  const unclaimed = marked.unclaimed.map((answer) => `${unclaimedWords(answer, problems)}\n`);
  const sum = `${open.length - wrong} of ${open.length} answers are right${wrong > 0 ? `, ${wrong} not yet` : ''}.\n`;
  return { wrong, text: [...heads, ...pages, ...unclaimed, sum].join('') };
}
