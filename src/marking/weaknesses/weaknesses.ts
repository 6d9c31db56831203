import { compare } from '../../notation/rational.js';
import { zero } from '../../problem/points.js';
import type { AnswerItem, Item } from '../../problem/item.js';
import type { OpenProblem } from '../../problem/open-problem.js';
import { isTensor } from '../../engine/tensor.js';
import { blindSpots, type BlindSpots } from './blind-spots.js';
import { giveCredit } from '../credit.js';
import { diagnoser } from '../diagnosis/diagnose.js';
import type { Mark } from '../mark.js';
import { keyValues } from '../diagnosis/read-answer.js';
import { weakPoints, idleSteps } from './weak-structure.js';
import { weakSlips } from './weak-slips.js';

/** Something that makes a problem mark badly, at an item or an example. */
export interface Weakness {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly hint: string;
}

const at = (text: string) => ({ text, line: 1, column: 1 });

/** Marks one text a given item, all else blank. */
function markAlone(diagnose: ReturnType<typeof diagnoser>, texts: ReadonlyMap<string, string>): Mark[] {
  const written = new Map([...texts].map(([item, text]) => [item, at(text)]));
  return diagnose({ written, lost: new Map(), notes: new Map() }).map(giveCredit);
}

const pathOf = (item: Item): (string | number)[] => ['parts', item.part];

const canBeZero = (item: AnswerItem, problem: OpenProblem): boolean =>
  ['number', 'vector', 'matrix', 'tensor'].includes(item.type.name) &&
  keyValues(item, problem).some((value) => (isTensor(value) ? value.data.includes(0) : value === 0));

/**
 * Checks a problem by marking it: its key, blanks, its examples, tolerances that cannot work, the slips its author names,
 * steps and points.
 */
export function weaknesses(problem: OpenProblem, spots: BlindSpots = blindSpots(problem)): Weakness[] {
  const diagnose = diagnoser(problem);
  const found: Weakness[] = [];
  const answers = problem.items.filter((item) => item.kind === 'answer');
  const key = new Map(answers.map((item) => [item.id, item.type.write(keyValues(item, problem)[0])]));
  for (const { item, verdict } of markAlone(diagnose, key))
    if (item.kind === 'answer' && verdict !== 'correct')
      found.push({
        path: pathOf(item),
        message: `the key of ${item.id}, written as "${key.get(item.id)}", is marked ${verdict}`,
        hint: 'Ask for fewer digits, or for another step.',
      });
  const empty = new Map(answers.map(({ id }) => [id, '']));
  for (const { item, score } of markAlone(diagnose, empty))
    if (compare(score, zero) > 0)
      found.push({
        path: pathOf(item),
        message: `a blank answer to ${item.id} earns points`,
        hint: 'Drop `blank: none`.',
      });
  for (const item of answers)
    if (item.rules.tolerance.absolute === 0 && canBeZero(item, problem))
      found.push({
        path: pathOf(item),
        message: `a key of ${item.id} is 0, where a relative tolerance accepts nothing but 0`,
        hint: 'Set tolerance: { absolute: 0.001 }.',
      });
  for (const item of answers)
    for (const value of keyValues(item, problem)) {
      const weak = item.type.weakness?.(value);
      if (weak)
        found.push({
          path: pathOf(item),
          message: `the key of ${item.id}: ${weak.message}`,
          hint: weak.hint,
        });
    }
  problem.examples.forEach(({ item, text, verdict }, position) => {
    const id = `${problem.id}.${item}`;
    const mark = markAlone(diagnose, new Map([[id, text]])).find((one) => one.item.id === id);
    const seen = mark?.verdict ?? 'of no item';
    if (seen !== verdict)
      found.push({
        path: ['examples', position],
        message: `"${text}" for ${item} is ${seen}, the example says ${verdict}`,
        hint: mark
          ? 'Correct the example, or the tolerance.'
          : `The items are ${problem.items.map((one) => one.id.slice(problem.id.length + 1)).join(', ')}.`,
      });
  });
  return [...found, ...weakSlips(problem, spots), ...weakPoints(problem), ...idleSteps(problem)];
}
