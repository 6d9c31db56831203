import { evaluate, type Evaluation, type SlipUse } from '../../engine/evaluate.js';
import { stepsBehind } from '../../engine/working.js';
import type { AnswerItem } from '../../problem/item.js';
import type { OpenProblem } from '../../problem/open-problem.js';
import { targetValue } from '../../problem/target.js';
import {
  attempt,
  fingerprint,
  hintOf,
  isLookedFor,
  isMadeAmong,
  openSteps,
  slipUses,
  slipUsesAmong,
  type WrongValue,
} from './explanations.js';
import { contradictions, spoiler, type Contradictions } from './contradictions.js';
import { neighbourValues, readingValues } from './reading-slips.js';

/** The wrong values of an item on this instance; each list is worked out when first asked for. */
export interface WrongValues extends Contradictions {
  /** One slip of the family, those made everywhere before those made at one step. */
  readonly single: readonly WrongValue[];
  /** One slip of reading or of the pen. */
  readonly reading: readonly WrongValue[];
  /** Two slips of the family. */
  readonly double: readonly WrongValue[];
  /** A slip that other answers tell of, with one more made near the item; worked out when first asked for. */
  readonly beside: (told: SlipUse) => readonly WrongValue[];
}

/** Pairs of slips that are evaluated for an item at most. */
const mostPairs = 120;

/** Pairs with a slip that other answers tell of. */
const mostBeside = 80;

const once = <T>(work: () => T): (() => T) => {
  let done: { readonly value: T } | undefined;
  return () => (done ??= { value: work() }).value;
};

/** Pairs of slips of different names, both near an item first, then one of them, then none. */
export function* pairsOf(near: readonly SlipUse[], far: readonly SlipUse[] = []): Generator<SlipUse[]> {
  for (const [some, others] of [
    [near, near],
    [near, far],
    [far, far],
  ] as const)
    for (const [at, one] of some.entries())
      for (const other of some === others ? others.slice(at + 1) : others)
        if (one.slip !== other.slip) yield [other, one];
}

/** Where two slips can be made at one step, the one named first is made there: both orders are tried. */
function* bothOrders(
  pairs: Iterable<SlipUse[]>,
  { worksheet: { steps } }: OpenProblem,
): Generator<SlipUse[]> {
  const all = [...steps.values()];
  const meet = new Map<string, boolean>();
  for (const pair of pairs) {
    yield pair;
    const [one, other] = pair as [SlipUse, SlipUse];
    const names = `${one.slip} ${other.slip}`;
    const doMeet =
      meet.get(names) ??
      all.some(({ slips }) => Object.hasOwn(slips, one.slip) && Object.hasOwn(slips, other.slip));
    meet.set(names, doMeet);
    if (doMeet) yield [other, one];
  }
}

/** Tabulates the wrong values that slips give for the items of a problem; what gives the key is left out. */
export function slipTabulator(problem: OpenProblem): (item: AnswerItem) => WrongValues {
  const { worksheet, key } = problem;
  const uses = slipUses(problem);
  const asked = new Set(
    problem.items.flatMap((item) =>
      item.kind === 'answer' && item.targets[0].index === null ? [item.targets[0].step] : [],
    ),
  );
  const evaluations = new Map<string, Evaluation | null>();
  const evaluationOf = (slips: readonly SlipUse[]): Evaluation | null => {
    const name = JSON.stringify(slips);
    const known = evaluations.get(name);
    if (known !== undefined) return known;
    const made = attempt(() => evaluate(worksheet, { slips }));
    evaluations.set(name, made);
    return made;
  };

  const valueUnder = (slips: readonly SlipUse[], { targets: [target] }: AnswerItem): unknown => {
    const evaluation = evaluationOf(slips);
    return evaluation && attempt(() => targetValue(evaluation.value(target.step), target));
  };

  const spoils = spoiler(problem, valueUnder);
  const tabulate = (item: AnswerItem): WrongValues => {
    const [target] = item.targets;
    const keys = new Set(item.targets.map((one) => fingerprint(item, targetValue(key.value(one.step), one))));
    const behind = new Set(stepsBehind(key, [target.step]));
    const reaching = uses.filter((use) => isLookedFor(item, use) && isMadeAmong(use, behind, problem));

    const valuesOf = (sets: Iterable<readonly SlipUse[]>, most = Infinity): WrongValue[] => {
      const seen = new Set<string>();
      const found: WrongValue[] = [];
      let tried = 0;
      for (const slips of sets) {
        if ((tried += 1) > most) break;
        const value = valueUnder(slips, item);
        if (value === null) continue;
        const print = fingerprint(item, value);
        const named = JSON.stringify([slips.map(({ slip }) => slip), print]);
        if (keys.has(print) || seen.has(named)) continue;
        seen.add(named);
        const hints = once(() =>
          slips.map((use) => hintOf(worksheet, evaluationOf(slips)!, use, target.step)),
        );
        found.push({ slips, value, print, hints });
      }
      return found;
    };

    const single = once(() => valuesOf(reaching.map((use) => [use])));
    const near = once(() => {
      const open = openSteps(problem, target.step, (name) => asked.has(name));
      return slipUsesAmong(problem, open).filter((use) => isLookedFor(item, use));
    });
    const double = once(() => {
      const far = reaching.filter(({ at }) => at === undefined);
      return anew(valuesOf(bothOrders(pairsOf(near(), far), problem), mostPairs));
    });
    const singles = once(() => new Set(single().map(({ print }) => print)));
    /** Values that no slip gives by itself. */
    const anew = (values: readonly WrongValue[]): readonly WrongValue[] =>
      values.filter(({ print }) => !singles().has(print));
    const pairs = new Map<string, readonly WrongValue[]>();
    const beside = (told: SlipUse): readonly WrongValue[] => {
      const name = JSON.stringify(told);
      const known = pairs.get(name);
      if (known) return known;
      // Two misreadings at once would be a worksheet of their own, for each pair.
      const isGiven = ({ slip }: SlipUse): boolean => Object.hasOwn(worksheet.misreadings, slip);
      const others = near().filter(
        (use) =>
          use.slip !== told.slip &&
          (use.at === undefined || use.at === target.step) &&
          !(isGiven(told) && isGiven(use)),
      );
      const made = isMadeAmong(told, behind, problem)
        ? anew(valuesOf(bothOrders(pairsOf([told], others), problem), mostBeside))
        : [];
      pairs.set(name, made);
      return made;
    };
    const reading = once(() => [
      ...readingValues(item, item.read.like),
      ...neighbourValues(item, problem).filter(({ value }) => !keys.has(fingerprint(item, value))),
    ]);
    return {
      beside,
      ...contradictions(item, problem, valueUnder, spoils),
      get single() {
        return single();
      },
      get reading() {
        return reading();
      },
      get double() {
        return double();
      },
    };
  };

  const tables = new Map<AnswerItem, WrongValues>();
  return (item) => {
    const known = tables.get(item) ?? tabulate(item);
    tables.set(item, known);
    return known;
  };
}
