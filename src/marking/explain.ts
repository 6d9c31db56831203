import type { Comparison } from '../answers/answer-type.js';
import type { Evaluation } from '../engine/worksheet.js';
import type { AnswerItem } from '../problem/item.js';
import type { OpenProblem } from '../problem/open-problem.js';
import { targetValue } from '../problem/target.js';
import { attempt, hintOf, slipTabulator, type WrongValue } from './explanations.js';
import type { Explanation } from './mark.js';
import { isRight, overall } from './overall.js';
import { keyValues } from './read-answer.js';

/** The slips of the item's own step, run on the student's own inputs. */
export function ownSlips(item: AnswerItem, answer: unknown, own: Evaluation): Explanation[] {
  const [target] = item.targets;
  const step = own.worksheet.steps.get(target.step)!;
  const right = attempt(() => targetValue(own.expected(target.step), target));
  if (right !== null && item.type.agrees(answer, right)) return [];
  return Object.entries(step.slips).flatMap(([slip, { needs, run }]) => {
    if (item.slips && !item.slips.includes(slip)) return [];
    const value = attempt(() => {
      const inputs = Object.entries(needs).map(([word, { name }]) => [word, own.value(name)]);
      return targetValue((run as (inputs: unknown) => unknown)(Object.fromEntries(inputs)), target);
    });
    if (value === null || !item.type.agrees(answer, value)) return [];
    const use = { slip, at: step.name };
    return [{ slips: [use], hint: hintOf(own.worksheet, own, use, step.name) }];
  });
}

const exactly = { relative: 1e-9, absolute: 0 };

/**
 * Looks up the single slips that give exactly an answer, those made everywhere before those made at one step; the
 * wrong values of an item are tabulated once, when first needed.
 */
export function slipTable(
  problem: OpenProblem,
): (item: AnswerItem, answer: unknown) => readonly Explanation[] {
  const tabulate = slipTabulator(problem);
  const tables = new Map<AnswerItem, WrongValue[]>();
  /** Digits too few to tell an answer from the key tell it from no slip, unless it is the slip's exact value. */
  const tells = (item: AnswerItem, answer: unknown, value: unknown): boolean =>
    !keyValues(item, problem).some((key) => item.type.agrees(answer, key)) ||
    isRight(overall(item.type.compare(answer, value, exactly)));
  return (item, answer) => {
    const values = tables.get(item) ?? tabulate(item);
    tables.set(item, values);
    const found = values.filter(({ value }) => item.type.agrees(answer, value) && tells(item, answer, value));
    const everywhere = found.filter(({ slips }) => slips[0]!.at === undefined);
    return everywhere.length > 0 ? everywhere : found;
  };
}

const digitsOf = (text: string): number =>
  text
    .replace(/[eE][+-]?\d+/, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '').length;

/** Whether a wrong value is unlikely to meet an explanation by chance: four digits, or several entries. */
export const isDistinctive = (text: string, { entries }: Comparison): boolean =>
  entries.length > 2 || digitsOf(text) >= 4;
