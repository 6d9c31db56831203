import { none } from '../../engine/none.js';
import { compare } from '../../notation/rational.js';
import type { AnswerItem, Item } from '../../problem/item.js';
import type { OpenProblem } from '../../problem/open-problem.js';
import { placeAmong } from '../../problem/place.js';
import { zero } from '../../problem/points.js';
import { targetValue } from '../../problem/target.js';
import { fingerprint, isLookedFor, type WrongValue } from './explanations.js';

/** The name of giving what another question asks. */
export const neighbourSlip = 'gave-a-neighbouring-answer';

/** The name of rounding a right value to fewer digits than its tolerance allows. */
export const digitsSlip = 'kept-too-few-digits';

/** The name of giving a count in its first digits only. */
export const roundedSlip = 'rounded-the-count';

/** What slips of reading and of the pen make of a right value. */
export const readingValues = (item: AnswerItem, value: unknown): WrongValue[] =>
  (item.type.slips ?? [])
    .filter(({ name }) => isLookedFor(item, { slip: name }))
    .flatMap(({ name, hint, gives }) =>
      gives(value).map((wrong) => ({ slips: [{ slip: name }], value: wrong, hints: () => [hint] })),
    );

/** The next questions before and after one that are worth points: optional ones may stand between. */
const scoredBeside = (among: readonly Item[], at: number): number[] => {
  const isScored = (other: Item): boolean => compare(other.points, zero) > 0;
  return [
    among.findLastIndex((other, place) => place < at && isScored(other)),
    among.findIndex((other, place) => place > at && isScored(other)),
  ];
};

/** Nothing is the answer to many questions, and tells of none. */
const isNothing = (value: unknown): boolean => value === 0 || value === none;

/** Items beside an item: the cells around it in a table, else the questions before and after it. */
function neighbours(item: AnswerItem, { parts, items }: OpenProblem): AnswerItem[] {
  const part = parts.find(({ id }) => id === item.part)!;
  const [among, width] = part.table ? [part.items, part.table.columns.length] : [items, 1];
  const at = among.indexOf(item);
  const row = Math.floor(at / width);
  const sides = [at - 1, at + 1].filter((place) => width === 1 || Math.floor(place / width) === row);
  const beside = width === 1 ? scoredBeside(among, at) : [at - width, at + width];
  return [...new Set([...beside, ...sides])]
    .map((place) => among[place])
    .filter((other) => other?.kind === 'answer' && other.type === item.type) as AnswerItem[];
}

/** The right values of the items beside an item. */
export const neighbourValues = (item: AnswerItem, problem: OpenProblem): WrongValue[] => {
  if (!isLookedFor(item, { slip: neighbourSlip })) return [];
  const seen = new Set<string>();
  return neighbours(item, problem).flatMap((other): WrongValue[] => {
    const [target] = other.targets;
    const value = targetValue(problem.key.value(target.step), target);
    const print = fingerprint(item, value);
    if (isNothing(value) || seen.has(print)) return [];
    seen.add(print);
    return [
      {
        slips: [{ slip: neighbourSlip }],
        value,
        hints: () => [`This is the answer to ${placeAmong(other, problem.parts)}.`],
      },
    ];
  });
};
