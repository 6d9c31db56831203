import { DomainError } from '../../engine/domain-error.js';
import { CycleError, type Evaluation, type SlipUse } from '../../engine/evaluate.js';
import type { Worksheet } from '../../engine/worksheet.js';
import { writeInputs } from '../../engine/working.js';
import { answerType } from '../../answers/index.js';
import type { AnswerItem } from '../../problem/item.js';
import type { OpenProblem } from '../../problem/open-problem.js';
import type { Explanation } from '../mark.js';

/** A value that a wrong way gives for an item, and the words for each slip when they are needed. */
export interface WrongValue {
  readonly slips: Explanation['slips'];
  readonly value: unknown;
  /** The value as text where it is tabulated: equal values are the same. */
  readonly print?: string;
  readonly hints: () => readonly string[];
}

const typeset = (type: string, value: unknown): string => answerType(type).typeset(value);

const placesOf = ({ misreadings, steps }: Worksheet, among: Iterable<string>): Map<string, string[]> => {
  const places = new Map<string, string[]>(Object.keys(misreadings).map((slip) => [slip, []]));
  for (const name of among)
    for (const slip of Object.keys(steps.get(name)!.slips))
      places.set(slip, [...(places.get(slip) ?? []), name]);
  return places;
};

/** Every single slip of a worksheet: each made everywhere, then at each of its steps. */
export function slipUses({ worksheet }: OpenProblem): SlipUse[] {
  const places = placesOf(worksheet, worksheet.steps.keys());
  return [
    ...[...places.keys()].map((slip) => ({ slip })),
    ...[...places].flatMap(([slip, steps]) => (steps.length > 1 ? steps.map((at) => ({ slip, at })) : [])),
  ];
}

/** The slips that can be made among some steps, and all misreadings; where there is one place for it, at that place. */
export function slipUsesAmong({ worksheet }: OpenProblem, among: Iterable<string>): SlipUse[] {
  return [...placesOf(worksheet, among)].flatMap(([slip, steps]): SlipUse[] => {
    if (steps.length === 0) return [{ slip }];
    const single = steps.map((at) => ({ slip, at }));
    return steps.length === 1 ? single : [{ slip }, ...single];
  });
}

/** The steps between an item and what is known: its own step, and those behind it that nothing else gives. */
export function openSteps(
  { worksheet: { steps } }: OpenProblem,
  step: string,
  isKnown: (name: string) => boolean,
): ReadonlySet<string> {
  const open = new Set([step]);
  for (const name of open)
    for (const need of Object.values(steps.get(name)!.needs))
      if (steps.has(need.name) && !isKnown(need.name)) open.add(need.name);
  return open;
}

/** Whether a slip is made at one of some steps; a misreading is made everywhere. */
export const isMadeAmong = (
  { slip, at }: SlipUse,
  among: ReadonlySet<string>,
  { worksheet: { steps, misreadings } }: OpenProblem,
): boolean => {
  if (at !== undefined) return among.has(at);
  if (Object.hasOwn(misreadings, slip)) return true;
  return [...among].some((name) => Object.hasOwn(steps.get(name)!.slips, slip));
};

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

/** A value as text, so that equal values are the same. */
export const fingerprint = (item: AnswerItem, value: unknown): string =>
  JSON.stringify(item.type.json(value));

/** Whether the author lets an item be explained by a slip. */
export const isLookedFor = ({ slips }: AnswerItem, { slip }: SlipUse): boolean =>
  slips === null || slips.includes(slip);
