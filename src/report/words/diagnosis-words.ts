import { compare } from '../../notation/rational.js';
import type { Mark } from '../../marking/mark.js';
import { mistakesIn, type Mistake, type Mistakes } from '../../marking/diagnosis/mistakes.js';
import { formatPoints, zero } from '../../problem/points.js';
import { counted } from './phrase.js';

/** Ties and mistakes that are told one by one; of more, only the number is told. */
const mostTold = 3;

const numberWords = ['', 'One', 'Two', 'Three', 'Four', 'Five', 'Six'];

const sizeOf = ({ shown, followers }: Mistake): number => shown.length + followers.length;

/** "6 of your 7 lost marks", "all 7 of your lost marks". */
function share({ lost, explained }: Mistakes): string {
  const [part, all] = [formatPoints(explained), formatPoints(lost)];
  if (compare(explained, lost) < 0) return `${part} of your ${all} lost marks`;
  return all === '1' ? 'the mark you lost' : `all ${all} of your lost marks`;
}

/** Hints that fit equally well: "either … or …". */
export function eitherOf(hints: readonly string[]): string {
  if (hints.length < 2) return hints.join('');
  const told = hints.slice(0, mostTold);
  const more = hints.length - told.length;
  const rest = more > 0 ? ` Or one of ${more} more that give the same.` : '';
  return `Either: ${told.join(' Or: ')}${rest}`;
}

const follow = ({ followers: { length } }: Mistake): string =>
  length === 0
    ? ''
    : ` ${counted(length, 'later answer follows', 'later answers follow')} from it, and ${length === 1 ? 'was' : 'were'} marked with your own numbers.`;

/** What is said of a submission as a whole: the fewest mistakes that explain what was lost. Markdown. */
export function diagnosisWords(marks: readonly Mark[]): string[] {
  if (!marks.some(({ verdict }) => verdict === 'slip')) return [];
  const found = mistakesIn(marks);
  const mistakes = found.mistakes.filter(({ lost }) => compare(lost, zero) > 0);
  const [first] = mistakes;
  if (!first || (mistakes.length === 1 && sizeOf(first) < 2)) return [];
  const sure = mistakes.every(({ certain }) => certain);
  if (mistakes.length === 1) {
    const explains = sure ? 'explains' : 'may explain';
    return [`One mistake ${explains} ${share(found)}: ${eitherOf(first.hints)}${follow(first)}`];
  }
  const told = mistakes.slice(0, mostTold);
  const more = mistakes.length - told.length;
  const lines = told.map(
    (one) => `- ${eitherOf(one.hints)}${follow(one)} (${counted(Number(formatPoints(one.lost)), 'mark')})`,
  );
  if (more > 0)
    lines.push(
      `- ${counted(more, 'more mistake')}, told below where ${more === 1 ? 'it shows' : 'they show'}.`,
    );
  return [
    `${numberWords[mistakes.length] ?? mistakes.length} mistakes ${sure ? 'explain' : 'may explain'} ${share(found)}:`,
    ...lines,
  ];
}
