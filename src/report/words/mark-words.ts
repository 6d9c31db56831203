import { none } from '../../engine/none.js';
import { compare } from '../../notation/rational.js';
import { zero } from '../../problem/points.js';
import type { Mark, Verdict } from '../../marking/mark.js';
import { entryWords } from './entry-words.js';
import type { Wording } from './wording.js';
import { counted, listed, type Phrase } from './phrase.js';

/** A reason given by others, as the middle of our sentence. */
const clause = (why: string | null): string => (why ?? 'it has another form').trim().replace(/\.$/, '');

/** The remark of a comparison, less what an explanation says in the same words. */
function remarks({ comparison, explanations }: Mark): Phrase[] {
  const left = explanations
    .reduce((text, { hint }) => text.replace(hint, ''), comparison?.remark ?? '')
    .trim();
  return left === '' ? [] : [[{ prose: left }]];
}

/** How many entries are right, where an answer has several and not all are wrong. */
const entries = ({ item, comparison }: Mark): Phrase[] => {
  if (item.kind !== 'answer' || !comparison || comparison.entries.length < 2) return [];
  const some = comparison.entries.some((entry) => entry === 'correct' || entry === 'rounded');
  return some ? [[entryWords(comparison, item.read.like)]] : [];
};

/** Explanations that are told of a tie; of more, only the number is told. */
const mostTold = 3;

function explained({ explanations, certain }: Mark): Phrase[] {
  const [first, ...others] = explanations.slice(0, mostTold).map(({ hint }) => ({ prose: hint }));
  if (!first) return [];
  const more = explanations.length - mostTold;
  const told: Phrase[] =
    others.length === 0
      ? [[first]]
      : [['Either: ', first], ...others.map((other): Phrase => ['Or: ', other])];
  if (more > 0) told.push([`Or one of ${more} more that give the same.`]);
  return certain
    ? told
    : [
        [others.length === 0 ? 'This may be what happened: ' : 'This may be what happened. ', ...told[0]!],
        ...told.slice(1),
      ];
}

function slip(mark: Mark, words: Wording): Phrase[] {
  if (!words.hints) return [['Not right.'], ...entries(mark)];
  return [...explained(mark), ...remarks(mark)];
}

function wrong(mark: Mark, words: Wording): Phrase[] {
  if (words.hints && mark.comparison?.remark !== undefined) return remarks(mark);
  if (words.hints && mark.read?.json === none)
    return [['You wrote that there is nothing here; this question has an answer.']];
  const way = words.solution ? ' The worked solution below shows the way.' : '';
  return [[words.hints ? `Not right, and no slip that we know gives this value.${way}` : `Not right.${way}`]];
}

function partial(mark: Mark, words: Wording): Phrase[] {
  const said = [...(words.hints ? remarks(mark) : []), ...entries(mark)];
  return said.length > 0 ? said : [['Partly right.']];
}

/** Earlier answers that are named one by one. */
const mostPlaces = 3;

function follows({ fromOwn, score, item, charged }: Mark, words: Wording): Phrase[] {
  if (charged) {
    const places = listed(charged.map(words.place));
    const where = charged.length > 1 ? `answers to ${places}` : `answer to ${places}`;
    return [[`Right, given your own ${where}: the slip is there, and costs here, as working has no points.`]];
  }
  const places = (fromOwn?.carried ?? []).map(words.place);
  const own =
    places.length === 0
      ? 'earlier answers'
      : places.length > mostPlaces
        ? `answers from ${places[0]!} on`
        : `answer${places.length > 1 ? 's' : ''} to ${listed(places)}`;
  const whole = compare(score, item.points) === 0 ? ', and it is not counted twice' : '';
  return [[`Right, given your own ${own}: the slip is earlier${whole}.`]];
}

function rounded({ item }: Mark): Phrase[] {
  const digits = item.kind === 'answer' ? item.rules.precision?.atLeast : undefined;
  const asked =
    digits === undefined
      ? ''
      : `: ${counted(digits, 'significant digit')} ${digits === 1 ? 'is' : 'are'} asked for`;
  return [[`Right, with fewer digits than asked${asked}.`]];
}

const sayings: Readonly<Record<Verdict, (mark: Mark, words: Wording) => Phrase[]>> = {
  correct: () => [['Right.']],
  rounded,
  'follows-through': follows,
  slip,
  partial,
  wrong,
  blank: () => [['You left this empty.']],
  unreadable: ({ why }) => [[`We could not read this: ${clause(why)}. Nothing is lost: a person will look.`]],
  review: ({ why, written }) =>
    written === null && why !== null
      ? [[`${clause(why)}. Nothing is lost: a person will look.`]]
      : [['A person marks this.']],
};

/** The verdict in words, to the student: the reason, in one or a few sentences. */
export function verdictWords(mark: Mark, words: Wording): Phrase[] {
  const { verdict, pending, item } = mark;
  const waited = verdict === 'review' || verdict === 'unreadable';
  const optional = compare(item.points, zero) === 0;
  if (waited && !optional && compare(pending, zero) === 0) return [['A person has marked this.']];
  return sayings[verdict](mark, words);
}
