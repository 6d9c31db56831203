import { showText } from '../files/show.js';
import type { Mark, MarkedSubmission } from '../marking/mark.js';
import type { OpenProblem } from '../problem/open-problem.js';
import { diagnosisWords } from '../report/diagnosis-words.js';
import { itemViews } from '../report/item-view.js';
import { terminalMedium } from '../report/terminal-medium.js';
import { wordingFor, type Wording } from '../report/wording.js';

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
  const unclaimed = marked.unclaimed.map(
    ({ name }) => `${showText(name)} is no question of this assignment; check its name.\n`,
  );
  const sum = `${open.length - wrong} of ${open.length} answers are right${wrong > 0 ? `, ${wrong} not yet` : ''}.\n`;
  return { wrong, text: [...heads, ...pages, ...unclaimed, sum].join('') };
}
