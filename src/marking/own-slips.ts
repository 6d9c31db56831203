import type { SlipUse } from '../engine/worksheet.js';
import type { AnswerItem } from '../problem/item.js';
import type { OpenProblem } from '../problem/open-problem.js';
import { targetValue } from '../problem/target.js';
import type { OwnWork } from './carry.js';
import { attempt, hintOf, isLookedFor, openSteps, slipUsesAmong, type WrongValue } from './explanations.js';
import { readingValues } from './reading-slips.js';
import { pairsOf } from './slip-values.js';

/** Pairs of slips that are evaluated on one student's numbers for one answer at most. */
const mostPairs = 120;

/** Wrong values of an item on the student's own inputs, list by list as they are asked for. */
export function ownValues(item: AnswerItem, problem: OpenProblem, own: OwnWork) {
  const [target] = item.targets;
  const open = openSteps(problem, target.step, (name) => own.known.has(name));
  const uses = slipUsesAmong(problem, open).filter((use) => isLookedFor(item, use));
  const values = (sets: readonly (readonly SlipUse[])[]): WrongValue[] =>
    sets.flatMap((slips): WrongValue[] => {
      const evaluation = own.with(slips);
      const value = attempt(() => targetValue(evaluation.expected(target.step), target));
      if (value === null || evaluation.fellBack.size > 0) return [];
      const hints = (): string[] =>
        slips.map((use) => hintOf(problem.worksheet, evaluation, use, target.step));
      return [{ slips, value, hints }];
    });
  const right = attempt(() => targetValue(own.plain().expected(target.step), target));
  return {
    right,
    single: () => values(uses.map((use) => [use])),
    reading: () => (right === null ? [] : readingValues(item, right)),
    double: () => values([...pairsOf(uses)].slice(0, mostPairs)),
  };
}
