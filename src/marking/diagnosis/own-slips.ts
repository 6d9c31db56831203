import type { SlipUse } from '../../engine/evaluate.js';
import type { AnswerItem } from '../../problem/item.js';
import type { OpenProblem } from '../../problem/open-problem.js';
import { targetValue } from '../../problem/target.js';
import type { OwnWork } from './carry.js';
import {
  attempt,
  fingerprint,
  hintOf,
  isLookedFor,
  openSteps,
  slipUsesAmong,
  type WrongValue,
} from './explanations.js';
import { isRight as isRightVerdict, overall } from '../overall.js';
import { readingValues } from './reading-slips.js';
import { pairsOf } from './slip-values.js';

/** Pairs of slips that are evaluated on one student's numbers for one answer at most. */
const mostPairs = 120;

/** How far carried roundings may move a value. */
const near = { relative: 0.05, absolute: 0 };

/** Wrong values of an item on the student's own inputs, list by list as they are asked for. */
export function ownValues(item: AnswerItem, answer: unknown, problem: OpenProblem, own: OwnWork) {
  const [target] = item.targets;
  const open = openSteps(problem, target.step, (name) => own.known.has(name));
  const uses = slipUsesAmong(problem, open).filter((use) => isLookedFor(item, use));
  const right = attempt(() => targetValue(own.plain().expected(target.step), target));
  const isRight = (value: unknown): boolean =>
    right !== null && fingerprint(item, value) === fingerprint(item, right);
  const isNear = (value: unknown): boolean => isRightVerdict(overall(item.type.compare(answer, value, near)));
  const values = (sets: readonly (readonly SlipUse[])[]): WrongValue[] =>
    sets.flatMap((slips): WrongValue[] => {
      const evaluation = own.with(slips);
      const value = attempt(() => targetValue(evaluation.expected(target.step), target));
      if (value === null || evaluation.fellBack.size > 0 || isRight(value)) return [];
      const hints = (): string[] =>
        slips.map((use) => hintOf(problem.worksheet, evaluation, use, target.step));
      return [{ slips, value, hints }];
    });
  const isAstray = own.carried.some((one) => !one.right || one.isAnother);
  /** Right answers, merely rounded, move a wrong value little: only what comes near is worked out again. */
  const again = (
    sets: () => readonly (readonly SlipUse[])[],
    tabulated: readonly WrongValue[],
  ): WrongValue[] =>
    values(isAstray ? sets() : tabulated.filter(({ value }) => isNear(value)).map(({ slips }) => slips));
  return {
    right,
    single: (tabulated: readonly WrongValue[]) => again(() => uses.map((use) => [use]), tabulated),
    reading: () => (right === null ? [] : readingValues(item, right)),
    double: (tabulated: readonly WrongValue[]) =>
      again(() => [...pairsOf(uses)].slice(0, mostPairs), tabulated),
  };
}
