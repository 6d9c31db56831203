import { evaluate } from '../../engine/evaluate.js';
import type { Worksheet } from '../../engine/worksheet.js';
import { targetValue } from '../target.js';
import { attempt } from './attempt.js';
import { coincide } from './coincide.js';
import { isKey, type Asked, type Encounter, type Instance } from './instance.js';

/** Names of the slips at a step and at all steps behind it. */
function slipsBehind({ steps }: Worksheet): (name: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  const visit = (name: string): ReadonlySet<string> => {
    const before = known.get(name);
    if (before) return before;
    const found = new Set<string>();
    known.set(name, found);
    const step = steps.get(name);
    if (!step) return found;
    for (const slip of Object.keys(step.slips)) found.add(slip);
    for (const need of Object.values(step.needs)) for (const slip of visit(need.name)) found.add(slip);
    return found;
  };
  return visit;
}

/** What a slip made everywhere makes of the answers, each worked out when asked for. */
interface MadeEverywhere {
  readonly slip: string;
  /** Places of the answers it can change. */
  readonly reach: ReadonlySet<number>;
  /** Undefined where the slip leaves nothing to answer. */
  readonly valueOf: (place: number) => unknown;
  readonly isKeyOf: (place: number) => boolean;
  /** The first answer that is not the key; undefined where all are. */
  readonly shows: number | undefined;
}

const remembered = <T>(work: (place: number) => T): ((place: number) => T) => {
  const known = new Map<number, T>();
  return (place) => {
    if (!known.has(place)) known.set(place, work(place));
    return known.get(place)!;
  };
};

function makeEverywhere(
  { worksheet }: Instance,
  asked: readonly Asked[],
  slip: string,
  reach: ReadonlySet<number>,
): MadeEverywhere | undefined {
  const evaluation = attempt(() => evaluate(worksheet, { slips: [{ slip }] }));
  if (!evaluation) return undefined;
  const valueOf = remembered((place) => {
    const { item, keys } = asked[place]!;
    const [target] = item.targets;
    return reach.has(place) ? attempt(() => targetValue(evaluation.value(target.step), target)) : keys[0];
  });
  const isKeyOf = remembered((place) => isKey(asked[place]!, valueOf(place)));
  const shows = [...reach].find((place) => valueOf(place) !== undefined && !isKeyOf(place));
  return { slip, reach, valueOf, isKeyOf, shows };
}

/** Whether two slips that show give the same answers, as far as both give any; looked for where one of them shows first. */
function giveTheSame(one: MadeEverywhere, other: MadeEverywhere, asked: readonly Asked[]): boolean {
  const isSame = (place: number): boolean => {
    const [a, b] = [one.valueOf(place), other.valueOf(place)];
    return a === undefined || b === undefined || coincide(asked[place]!.item, a, b);
  };
  return isSame(one.shows!) && isSame(other.shows!) && [...one.reach, ...other.reach].every(isSame);
}

/** Slips and misreadings that can be made everywhere, with the answers that each can change. */
function reaches({ worksheet, forgiven }: Instance, asked: readonly Asked[]): Map<string, Set<number>> {
  const behind = slipsBehind(worksheet);
  const misreadings = Object.keys(worksheet.misreadings);
  const found = new Map<string, Set<number>>();
  for (const [place, { item }] of asked.entries())
    for (const slip of new Set([...misreadings, ...behind(item.targets[0].step)])) {
      if (forgiven.has(slip) || (item.slips !== null && !item.slips.includes(slip))) continue;
      const reach = found.get(slip) ?? new Set();
      found.set(slip, reach.add(place));
    }
  return found;
}

/**
 * Slips made wherever they can be made: each shows at every question whose own step has it, and in one answer at least;
 * two of them give different answers.
 */
export function* waysEverywhere(instance: Instance, asked: readonly Asked[]): Generator<Encounter> {
  const shown: MadeEverywhere[] = [];
  for (const [slip, reach] of reaches(instance, asked)) {
    const made = makeEverywhere(instance, asked, slip, reach);
    if (!made) continue;
    yield { name: `${slip}, made everywhere, gives the whole key`, coincides: made.shows === undefined };
    for (const place of reach) {
      const { id, targets } = asked[place]!.item;
      if (!Object.hasOwn(instance.worksheet.steps.get(targets[0].step)!.slips, slip)) continue;
      if (made.valueOf(place) === undefined) continue;
      yield { name: `${slip}, made everywhere, gives the key of ${id}`, coincides: made.isKeyOf(place) };
    }
    if (made.shows === undefined) continue;
    for (const other of shown)
      yield {
        name: `${other.slip} and ${slip}, made everywhere, give the same answers`,
        coincides: giveTheSame(other, made, asked),
      };
    shown.push(made);
  }
}
