import { loadParser } from '../../notation/expression/author-parser.js';
import type { AnswerItem } from '../item.js';
import { openInstance, type OpenProblem } from '../open-problem.js';
import { targetValue } from '../target.js';
import { difficultyOf, type Difficulty } from './difficulty.js';
import { valueAt, parsePath } from './given-path.js';
import { earlyReason, inspect } from './inspect.js';
import { planOf, VaryError, type Given, type Plan } from './plan.js';
import { randomFrom, type Random, type RandomState } from './random.js';
import { Tally, type Reason, type Refusal } from './tally.js';
import { isTrivial } from './trivial.js';
import { encounters, type Encounter, type Instance } from './wrong-ways.js';

/** A problem on numbers of its own. */
export interface Variant {
  readonly problem: OpenProblem;
  /** The drawn givens by path: all that a file must keep to have the same variant again. */
  readonly drawn: Readonly<Record<string, unknown>>;
  readonly difficulty: Difficulty;
  /** Draws it took, this one included. */
  readonly tries: number;
  /** Why the others were refused, the commonest reason first. */
  readonly refused: readonly Refusal[];
}

export interface VariantDrawer {
  /** Throws a VaryError where no draw is good within the bound. */
  readonly draw: (state: RandomState, seed: string) => Variant;
  /** Wrong ways that no draw of this problem tells from the right one or from each other. */
  readonly untold: readonly string[];
}

/** What draws cost by how far they come; a search ends when this is spent, after a second or so. */
const budget = 4_000;
const cost = { drawn: 1, opened: 8, compared: 40 } as const;
/** Draws that tell which wrong ways can be told from the right one at all. */
const probes = 24;
const probeState: RandomState = [0x7469636b, 0x6d61726b, 0x70726f62, 0x65730001];

const isInstance = (found: Instance | Reason): found is Instance => 'items' in found;

/** Wrong ways at every item, and items that anyone gets right. */
function* weaknesses(instance: Instance, { rules }: Plan): Generator<Encounter> {
  for (const { id, targets, type } of instance.items) {
    const [target] = targets;
    if (rules.trivial?.includes(target.step)) continue;
    const coincides = isTrivial(type.name, targetValue(instance.key.value(target.step), target));
    yield { name: `${id} is trivial: 0, 1, the same throughout, the identity or symmetric`, coincides };
  }
  yield* encounters(instance);
}

interface Search {
  readonly problem: OpenProblem;
  readonly plan: Plan;
  readonly items: readonly AnswerItem[];
}

/** A draw with an instance whose conditions hold; null where it was refused. */
function tryOnce(
  { problem, plan, items }: Search,
  random: Random,
  tally: Tally,
): { given: Given; instance: Instance } | null {
  tally.tried += 1;
  const given = plan.draw(random);
  const early = earlyReason(plan, given);
  if (early) {
    tally.add(early);
    return null;
  }
  tally.spent += cost.opened;
  const found = inspect(problem, plan, given, items);
  if (isInstance(found)) return { given, instance: found };
  tally.add(found);
  return null;
}

function exhausted(tally: Tally): VaryError {
  const refused = tally.list();
  const { reason, count } = refused[0]!;
  const message = `no good variant in ${tally.tried} draws; refused most often (${count} times): ${reason.message}`;
  return new VaryError(
    [{ path: reason.path, message, hint: 'Widen the distributions, or loosen this condition.' }],
    refused,
  );
}

/** Wrong ways that coincide on every probe, as they must on every draw: no redraw helps against them. */
function untoldWays(search: Search): ReadonlySet<string> {
  const random = randomFrom(probeState);
  const tally = new Tally();
  const met = new Map<string, boolean>();
  const note = (instance: Instance): void => {
    for (const { name, coincides } of weaknesses(instance, search.plan))
      met.set(name, (met.get(name) ?? true) && coincides);
  };
  let found = 0;
  while (found < probes && tally.spent + tally.tried < budget) {
    const made = tryOnce(search, random, tally);
    if (!made) continue;
    found += 1;
    note(made.instance);
  }
  if (found === 0) throw exhausted(tally);
  return new Set([...met].flatMap(([name, always]) => (always ? [name] : [])));
}

const within = (value: number, band: { from: number; to: number } | undefined): boolean =>
  band === undefined || (value >= band.from && value <= band.to);

/** Reads how a problem varies; throws a VaryError for what can be seen to be wrong before a variant is asked for. */
export async function variantDrawer(problem: OpenProblem): Promise<VariantDrawer> {
  await loadParser();
  const plan = planOf(problem);
  const items = problem.items.filter((item) => item.kind === 'answer');
  const search: Search = { problem, plan, items };
  const own = difficultyOf({ key: problem.key, items });
  const usual = (value: number) => ({ from: value / 2, to: value * 2 });
  const bands = {
    operations: plan.rules.operations ?? usual(own.operations),
    digits: plan.rules.digits ?? usual(own.digits),
  };
  const untold = plan.keys.length > 0 ? untoldWays(search) : new Set<string>();

  const settle = (given: Given, instance: Instance, seed: string, tally: Tally): Variant | null => {
    const difficulty = difficultyOf(instance);
    for (const measure of ['operations', 'digits'] as const)
      if (!within(difficulty[measure], bands[measure])) {
        const { from, to } = bands[measure];
        tally.add({
          path: ['variants', measure],
          message: `the working has not between ${from} and ${to} ${measure}`,
        });
        return null;
      }
    tally.spent += cost.compared;
    for (const { name, coincides } of weaknesses(instance, plan))
      if (coincides && !untold.has(name)) {
        tally.add({ path: ['vary'], message: name });
        return null;
      }
    const opened = openInstance(problem, given, seed);
    if ('errors' in opened) {
      const [{ path, message }] = opened.errors as [Reason];
      tally.add({ path, message });
      return null;
    }
    const drawn = Object.fromEntries(plan.keys.map((key) => [key, valueAt(given, parsePath(key))]));
    return { problem: opened, drawn, difficulty, tries: tally.tried, refused: tally.list() };
  };

  return {
    untold: [...untold],
    draw: (state, seed) => {
      if (plan.keys.length === 0) return { problem, drawn: {}, difficulty: own, tries: 1, refused: [] };
      const random = randomFrom(state);
      const tally = new Tally();
      while (tally.spent + tally.tried < budget) {
        const made = tryOnce(search, random, tally);
        const variant = made && settle(made.given, made.instance, seed, tally);
        if (variant) return variant;
      }
      throw exhausted(tally);
    },
  };
}
