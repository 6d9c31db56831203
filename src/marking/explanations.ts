import { DomainError } from '../engine/domain-error.js';
import { CycleError, evaluate, type Evaluation, type SlipUse, type Worksheet } from '../engine/worksheet.js';
import { writeInputs } from '../engine/working.js';
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

/**
 * The wrong values that single slips give for an item on this instance, made everywhere before at one step.
 * A slip that gives the key, or at one step what it gives everywhere, is left out.
 */
export function tabulate(problem: OpenProblem, items: readonly AnswerItem[]): Map<string, WrongValue[]> {
  const table = new Map<string, WrongValue[]>(items.map((item) => [item.id, []]));
  for (const use of slipUses(problem)) {
    const evaluation = attempt(() => evaluate(problem.worksheet, { slips: [use] }));
    if (!evaluation) continue;
    for (const item of items) {
      if (item.slips && !item.slips.includes(use.slip)) continue;
      const [target] = item.targets;
      const value = attempt(() => targetValue(evaluation.value(target.step), target));
      const known = table.get(item.id)!;
      if (
        value === null ||
        item.targets.some((one) => same(item, value, targetValue(problem.key.value(one.step), one)))
      )
        continue;
      if (known.some((other) => other.slips[0]!.slip === use.slip && same(item, other.value, value)))
        continue;
      known.push({ slips: [use], value, hint: hintOf(problem.worksheet, evaluation, use, target.step) });
    }
  }
  return table;
}
