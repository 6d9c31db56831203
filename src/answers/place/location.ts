import { none, type None } from '../../engine/none.js';
import type { Places } from '../../engine/places.js';
import { sameShape } from '../../engine/tensor.js';
import { readPlaces, type WrittenPlaces } from '../../notation/places.js';
import { Unreadable } from '../../notation/unreadable.js';
import type { AnswerType } from '../answer-type.js';
import { locationExamples } from './location-examples.js';
import { placeSlips } from './place-slips.js';
import { varietyOfIndices } from '../precision.js';
import { blank, isBlank, isNone, read, saysNone, unreadable } from '../reading.js';

type Index = readonly number[];

/** Places that a worked solution lists before it only counts the others. */
const mostShown = 12;

const isPlaces = (value: unknown): value is Places =>
  typeof value === 'object' && value !== null && 'places' in value;

const shift = (index: Index, by: number): Index => index.map((position) => position + by);
const holds = ({ places }: Places, index: Index): boolean => places.some((place) => sameShape(place, index));

/** The answer's places counted from 0. */
const counted = ({ places }: WrittenPlaces, { origin }: Places): Index[] =>
  places.map((index) => shift(index, -origin));

const tuple = (index: Index): string => `(${index.join(', ')})`;

/** What is wrong where that has a name: another origin, rows for columns, one of several astray. */
function remarkOn(found: readonly Index[], written: WrittenPlaces, key: Places): string | undefined {
  const rank = key.places[0]!.length;
  const odd = written.places.find((index) => index.length !== rank);
  if (odd) {
    const indices = rank === 1 ? '1 index' : `${rank} indices`;
    return `You gave ${odd.length === 1 ? '1 number' : `${odd.length} numbers`}; a place here has ${indices}.`;
  }
  const all = (change: (index: Index) => Index): boolean => found.every((index) => holds(key, change(index)));
  const counting = (from: number): string =>
    `You seem to have counted from ${from}; here indices start at ${key.origin}.`;
  if (key.origin === 0 && all((index) => shift(index, -1))) return counting(1);
  if (key.origin === 1 && all((index) => shift(index, 1))) return counting(0);
  if (rank === 2 && all((index) => index.toReversed()))
    return 'You exchanged row and column; the row comes first.';
  const astray = found.findIndex((index) => !holds(key, index));
  return found.length > 1 && found.some((index) => holds(key, index))
    ? `${tuple(written.places[astray]!)} is not such a place.`
    : undefined;
}

const listed = ({ places, origin }: Places): string[] => places.map((index) => tuple(shift(index, origin)));

function typeset(key: Places): string {
  const all = listed(key);
  const shown = all.slice(0, mostShown).join(',\\, ');
  return all.length > mostShown ? `${shown},\\, \\ldots\\ (${all.length})` : shown;
}

/** A place in a tensor, by its indices; any place that holds the property is right, and so are several. */
export const location: AnswerType<WrittenPlaces | None, Places | None> = {
  name: 'location',
  expects: 'a place such as (2, 0) or "row 2, column 0"',
  read(text, { like }) {
    if (isBlank(text)) return blank;
    if (saysNone(text)) return read(none);
    const reading = readPlaces(text, isPlaces(like) ? like.places[0]?.length : undefined);
    return reading instanceof Unreadable ? unreadable(reading.why) : read(reading, reading.notes);
  },
  compare(answer, key) {
    if (isNone(answer) || isNone(key))
      return { entries: [answer === key ? 'correct' : 'wrong'], distance: null };
    const found = counted(answer, key);
    if (found.every((index) => holds(key, index))) return { entries: ['correct'], distance: null };
    const remark = remarkOn(found, answer, key);
    return { entries: ['wrong'], distance: null, ...(remark !== undefined && { remark }) };
  },
  agrees: (answer, value) =>
    isNone(answer) || isNone(value)
      ? answer === value
      : counted(answer, value).every((index) => holds(value, index)),
  write: (value) => (isNone(value) ? none : listed(value).join(', ')),
  typeset: (value) => (isNone(value) ? '\\text{none}' : typeset(value)),
  json: (value) => (isNone(value) ? none : value.places.map((index) => shift(index, value.origin))),
  echo: (answer) =>
    isNone(answer)
      ? { json: none, latex: '\\text{none}' }
      : {
          json: answer.places,
          latex: typeset({ places: answer.places, origin: 0 }),
          words: answer.places.length === 1 ? 'a place' : `${answer.places.length} places`,
        },
  fill(answer, computed) {
    const ours = computed();
    if (isNone(answer) || isNone(ours)) return ours;
    return { places: counted(answer, ours), origin: ours.origin };
  },
  plausible(answer, like) {
    if (isNone(answer) || isNone(like))
      return answer === like ? true : 'it says something else about there being such a place';
    const rank = like.places[0]!.length;
    if (answer.places.some((index) => index.length !== rank)) return `a place here has ${rank} indices`;
    return counted(answer, like)
      .flat()
      .every((index) => index >= 0)
      ? true
      : 'an index is below the first';
  },
  alternatives: (key) => (isNone(key) ? 1 : key.places.length),
  slips: placeSlips,
  variety: (answer) => (isNone(answer) ? 1 : varietyOfIndices(answer.places[0] ?? [])),
  examples: locationExamples,
};
