import type { Json } from '../../answers/answer-type.js';
import type { Mark, Verdict } from '../../marking/mark.js';
import type { AnswerItem } from '../../problem/item.js';
import { ruleWords } from './number-words.js';
import type { Phrase, Piece } from './phrase.js';
import type { Wording } from './wording.js';

/** One line of what a verdict rests on: "You wrote", "Expected". */
export interface Evidence {
  readonly label: string;
  readonly phrase: Phrase;
}

const unit = ({ read }: AnswerItem): string => (read.as === 'percent' ? ' %' : '');

/** A value for a page and for plain text, and its unit; the letters of a formula have readable names in maths only. */
const valueOf = (item: AnswerItem, value: unknown): Piece[] => [
  item.type.keyFrom
    ? { maths: item.type.typeset(value) }
    : { value: { latex: item.type.typeset(value), text: item.type.write(value) } },
  ...(unit(item) === '' ? [] : [unit(item)]),
];

const isPlain = (json: Json, written: string): boolean => String(json) === written.trim();

function reading({ read, written }: Mark, item: AnswerItem): Evidence[] {
  const isFormula = item.type.keyFrom !== undefined;
  if (!read || (!isFormula && read.words === undefined && isPlain(read.json, written ?? ''))) return [];
  const words = read.words === undefined ? [] : [`${read.latex === '' ? '' : ', '}${read.words}`];
  return [
    {
      label: 'Read as',
      phrase: [{ maths: read.latex }, ...(unit(item) === '' ? [] : [unit(item)]), ...words],
    },
  ];
}

const right: ReadonlySet<Verdict> = new Set(['correct', 'follows-through']);

function values({ verdict, fromOwn }: Mark, item: AnswerItem, words: Wording): Evidence[] {
  if (!words.expected || verdict === 'correct') return [];
  const own: Evidence[] =
    fromOwn && !right.has(verdict)
      ? [{ label: 'Your own earlier answers give', phrase: valueOf(item, fromOwn.value) }]
      : [];
  const accepted = words
    .keys(item)
    .flatMap((key, index) => [...(index > 0 ? [' or '] : []), ...valueOf(item, key)]);
  return [
    ...own,
    { label: verdict === 'follows-through' ? 'With everything right' : 'Expected', phrase: accepted },
  ];
}

/** What a verdict rests on: the text as written, how it was read, what was expected and by which bound. */
export function evidence(mark: Mark, words: Wording): Evidence[] {
  const { item, written, notes, comment } = mark;
  const wrote: Evidence[] =
    written === null || written.trim() === '' ? [] : [{ label: 'You wrote', phrase: [{ written }] }];
  const judged: Evidence[] =
    item.kind === 'answer'
      ? [
          ...reading(mark, item),
          ...values(mark, item, words),
          ...(mark.comparison ? [{ label: 'Compared', phrase: [ruleWords(item)] }] : []),
        ]
      : [];
  const remarks = notes.map((note): Evidence => ({ label: 'Note', phrase: [note] }));
  const person: Evidence[] = comment === null ? [] : [{ label: 'A person writes', phrase: [comment] }];
  return [...wrote, ...judged, ...remarks, ...person];
}
