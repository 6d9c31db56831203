import type { AnswerItem } from '../problem/item.js';
import type { OpenProblem } from '../problem/open-problem.js';
import { placeAmong } from '../problem/place.js';
import { targetValue } from '../problem/target.js';
import { fingerprint, isLookedFor, type WrongValue } from './explanations.js';

/** The name of giving what another question asks. */
export const neighbourSlip = 'gave-a-neighbouring-answer';

/** The name of rounding a right value to fewer digits than its tolerance allows. */
export const digitsSlip = 'kept-too-few-digits';

/** What slips of reading and of the pen make of a right value. */
export const readingValues = (item: AnswerItem, value: unknown): WrongValue[] =>
  (item.type.slips ?? [])
    .filter(({ name }) => isLookedFor(item, { slip: name }))
    .flatMap(({ name, hint, gives }) =>
      gives(value).map((wrong) => ({ slips: [{ slip: name }], value: wrong, hints: () => [hint] })),
    );

/** Items beside an item: the cells around it in a table, else the questions before and after it. */
function neighbours(item: AnswerItem, { parts, items }: OpenProblem): AnswerItem[] {
  const part = parts.find(({ id }) => id === item.part)!;
  const [among, width] = part.table ? [part.items, part.table.columns.length] : [items, 1];
  const at = among.indexOf(item);
  const row = Math.floor(at / width);
  const sides = [at - 1, at + 1].filter((place) => width === 1 || Math.floor(place / width) === row);
  const rows = width === 1 ? [] : [at - width, at + width];
  return [...rows, ...sides]
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
    if (seen.has(print)) return [];
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
