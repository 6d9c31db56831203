import { stepsBehind } from '../../engine/working.js';
import type { SlipUse } from '../../engine/evaluate.js';
import type { AnswerItem } from '../../problem/item.js';
import type { OpenProblem } from '../../problem/open-problem.js';
import { isMadeAmong, slipUses } from './explanations.js';
import type { Explanation } from '../mark.js';
import { isRight, overall } from '../overall.js';
import { comparisonRule } from './read-answer.js';

/** The value that slips give for an item; null where they cannot be made. */
export type ValueUnder = (slips: readonly SlipUse[], item: AnswerItem) => unknown;

/** Whether right answers of the same student speak against an explanation. */
export type SpeaksAgainst = (
  { slips }: Pick<Explanation, 'slips'>,
  isRightAt: (item: AnswerItem) => boolean,
) => boolean;

export interface Contradictions {
  /** The very steps at which a slip could have been made are answered right: it was not made. */
  readonly isRefuted: SpeaksAgainst;
  /** Wherever a single slip was made, an answer that is right would be wrong, too. */
  readonly isContradicted: SpeaksAgainst;
}

/** A wrong value this near the key may be taken for it once it is rounded. */
const margin = 3;

const isTold = (item: AnswerItem, value: unknown): boolean => {
  const { relative, absolute } = comparisonRule(item);
  const rule = { relative: margin * relative, absolute: margin * absolute };
  const reading = item.type.read(item.type.write(value), item.read);
  return (
    reading.state === 'read' && !isRight(overall(item.type.compare(reading.answer, item.read.like, rule)))
  );
};

/** Whether a slip would make an answer wrong; worked out once for all items of a problem. */
export type Spoils = (use: SlipUse, other: AnswerItem) => boolean;

export function spoiler(problem: OpenProblem, valueUnder: ValueUnder): Spoils {
  const known = new Map<string, boolean>();
  const behind = new Map<string, ReadonlySet<string>>();
  const before = (step: string): ReadonlySet<string> => {
    const steps = behind.get(step) ?? new Set(stepsBehind(problem.key, [step]));
    behind.set(step, steps);
    return steps;
  };
  return (use, other) => {
    if (!isMadeAmong(use, before(other.targets[0].step), problem)) return false;
    const name = `${use.slip} ${use.at ?? ''} ${other.id}`;
    const earlier = known.get(name);
    if (earlier !== undefined) return earlier;
    const value = valueUnder([use], other);
    const made = value !== null && isTold(other, value);
    known.set(name, made);
    return made;
  };
}

/** Finds, for the explanations of one item, the other answers that would be wrong with it. */
export function contradictions(
  item: AnswerItem,
  problem: OpenProblem,
  valueUnder: ValueUnder,
  spoils: Spoils,
): Contradictions {
  const [{ step }] = item.targets;
  const others = problem.items.filter(
    (other): other is AnswerItem =>
      other.kind === 'answer' && other.targets.length === 1 && other.targets[0].step !== step,
  );
  const print = (use: SlipUse): string => {
    const value = valueUnder([use], item);
    return value === null ? '' : JSON.stringify(item.type.json(value));
  };
  const places = new Map<string, readonly SlipUse[]>();
  /** The places at which a slip would show just so in this item. */
  const placesOf = (use: SlipUse): readonly SlipUse[] => {
    const name = `${use.slip} ${use.at ?? ''}`;
    const known = places.get(name);
    if (known) return known;
    const wanted = print(use);
    const found = slipUses(problem).filter((one) => one.slip === use.slip && print(one) === wanted);
    places.set(name, found);
    return found;
  };
  const witnesses = new Map<string, AnswerItem[][]>();
  /** For each step before this item where a slip can be made, the answers that show whether it was made there. */
  const witnessesOf = ({ slip }: SlipUse): AnswerItem[][] =>
    stepsBehind(problem.key, [step])
      .filter((place) => Object.hasOwn(problem.worksheet.steps.get(place)!.slips, slip))
      .map((place) =>
        others.filter(
          (other) =>
            other.targets[0].step === place &&
            other.targets[0].index === null &&
            spoils({ slip, at: place }, other),
        ),
      );
  return {
    isRefuted: ({ slips }, isRightAt) =>
      slips.some((use) => {
        const known = witnesses.get(use.slip) ?? witnessesOf(use);
        witnesses.set(use.slip, known);
        return known.length > 0 && known.every((answers) => answers.some(isRightAt));
      }),
    isContradicted: ({ slips }, isRightAt) => {
      const [use, ...more] = slips;
      if (!use || more.length > 0) return false;
      const found = placesOf(use);
      return (
        found.length > 0 &&
        found.every((one) => others.some((other) => spoils(one, other) && isRightAt(other)))
      );
    },
  };
}
