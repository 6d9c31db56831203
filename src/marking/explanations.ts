import { DomainError } from '../engine/domain-error.js';
import { CycleError, evaluate, type Evaluation, type SlipUse, type Worksheet } from '../engine/worksheet.js';
import { stepsBehind, writeInputs } from '../engine/working.js';
import { answerType } from '../answers/index.js';
import type { AnswerItem } from '../problem/item.js';
import { targetValue } from '../problem/target.js';
import type { OpenProblem } from '../problem/open-problem.js';
import type { Explanation } from './mark.js';

/** A value that a wrong way gives for an item. */
export interface WrongValue extends Explanation {
  readonly value: unknown;
}

const typeset = (type: string, value: unknown): string => answerType(type).typeset(value);

/** Every single slip of a worksheet: each made everywhere, then at each of its steps. */
export function slipUses({ worksheet }: OpenProblem): SlipUse[] {
  const places = new Map<string, string[]>(Object.keys(worksheet.misreadings).map((slip) => [slip, []]));
  for (const step of worksheet.steps.values())
    for (const slip of Object.keys(step.slips)) places.set(slip, [...(places.get(slip) ?? []), step.name]);
  return [
    ...[...places.keys()].map((slip) => ({ slip })),
    ...[...places].flatMap(([slip, steps]) => (steps.length > 1 ? steps.map((at) => ({ slip, at })) : [])),
  ];
}

/** The hint of a slip, at the step where it is made. */
export function hintOf(
  { misreadings }: Worksheet,
  evaluation: Evaluation,
  { slip, at }: SlipUse,
  asked: string,
): string {
  if (Object.hasOwn(misreadings, slip)) return misreadings[slip]!.hint;
  const { steps } = evaluation.worksheet;
  const own = steps.get(at ?? asked);
  const made =
    own && Object.hasOwn(own.slips, slip)
      ? own
      : [...steps.values()].find(({ slips }) => Object.hasOwn(slips, slip))!;
  const { hint, ...way } = made.slips[slip]!;
  return typeof hint === 'string'
    ? hint
    : (hint as (written: unknown) => string)(writeInputs(evaluation, { ...way, hint }, typeset));
}

/** Runs an evaluation under slips; null where they cannot be made on these values. */
export function attempt<T>(run: () => T): T | null {
  try {
    return run();
  } catch (error) {
    if (error instanceof DomainError || error instanceof CycleError) return null;
    throw error;
  }
}

const same = (item: AnswerItem, a: unknown, b: unknown): boolean =>
  JSON.stringify(item.type.json(a)) === JSON.stringify(item.type.json(b));

/** Whether a slip can touch a step at all: it is made at, or somewhere among, the steps behind it. */
const reaches = ({ slip, at }: SlipUse, behind: ReadonlySet<string>, { worksheet }: OpenProblem): boolean => {
  if (at !== undefined) return behind.has(at);
  if (Object.hasOwn(worksheet.misreadings, slip)) return true;
  return [...behind].some((name) => Object.hasOwn(worksheet.steps.get(name)!.slips, slip));
};

/**
 * Tabulates the wrong values that single slips give for an item on this instance, those made everywhere before
 * those at one step. A slip that gives the key, or at one step what it gives everywhere, is left out.
 */
export function slipTabulator(problem: OpenProblem): (item: AnswerItem) => WrongValue[] {
  const uses = slipUses(problem);
  const evaluations = new Map<SlipUse, Evaluation | null>();
  const evaluationOf = (use: SlipUse): Evaluation | null => {
    const known = evaluations.get(use);
    if (known !== undefined) return known;
    const made = attempt(() => evaluate(problem.worksheet, { slips: [use] }));
    evaluations.set(use, made);
    return made;
  };
  return (item) => {
    const [target] = item.targets;
    const behind = new Set(stepsBehind(problem.key, [target.step]));
    const keys = item.targets.map((one) => targetValue(problem.key.value(one.step), one));
    const found: WrongValue[] = [];
    for (const use of uses) {
      if ((item.slips && !item.slips.includes(use.slip)) || !reaches(use, behind, problem)) continue;
      const evaluation = evaluationOf(use);
      const value = evaluation && attempt(() => targetValue(evaluation.value(target.step), target));
      if (value === null || keys.some((key) => same(item, value, key))) continue;
      if (found.some((other) => other.slips[0]!.slip === use.slip && same(item, other.value, value)))
        continue;
      found.push({ slips: [use], value, hint: hintOf(problem.worksheet, evaluation!, use, target.step) });
    }
    return found;
  };
}
