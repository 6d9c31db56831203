import type { AnswerItem } from '../item.js';
import type { OpenProblem } from '../open-problem.js';
import { targetValue } from '../target.js';
import { earlyReason, inspect } from './inspect.js';
import type { Encounter, Instance } from './instance.js';
import { VaryError, type Given, type Plan } from './plan.js';
import type { Random } from './random.js';
import type { Reason, Tally } from './tally.js';
import { isTrivial } from './trivial.js';
import { mostWork, type Work } from './work.js';
import { encounters } from './wrong-ways.js';

/** What looks for good draws of a problem. */
export interface Search {
  readonly problem: OpenProblem;
  readonly plan: Plan;
  readonly items: readonly AnswerItem[];
  readonly work: Work;
}

export interface Found {
  readonly given: Given;
  readonly instance: Instance;
}

const isInstance = (found: Instance | Reason): found is Instance => 'items' in found;

/** Wrong ways at every item, and items that anyone gets right. */
export function* weaknesses(instance: Instance, { plan: { rules } }: Search): Generator<Encounter> {
  for (const { id, targets, type } of instance.items) {
    const [target] = targets;
    if (rules.trivial?.includes(target.step)) continue;
    const coincides = isTrivial(type.name, targetValue(instance.key.value(target.step), target));
    yield { name: `${id} is trivial: 0, 1, the same throughout, the identity or symmetric`, coincides };
  }
  yield* encounters(instance);
}

/** A draw with an instance whose conditions hold; null where it was refused. */
export function tryOnce({ problem, plan, items, work }: Search, random: Random, tally: Tally): Found | null {
  tally.tried += 1;
  tally.spent += work.drawn;
  const given = plan.draw(random);
  const early = earlyReason(plan, given);
  if (early) {
    tally.add(early);
    return null;
  }
  tally.spent += work.opened;
  const found = inspect(problem, plan, given, items);
  if (isInstance(found)) return { given, instance: found };
  tally.add(found);
  return null;
}

export const canGoOn = (tally: Tally): boolean => tally.spent < mostWork;

/** Where the author can do something about a refusal: at the distribution of a given, not at its default. */
function remedyAt({ path }: Reason, { keys }: Plan): Reason['path'] {
  const [top, ...below] = path;
  if (top !== 'given') return path;
  const place = below.join('.');
  const isNear = (key: string): boolean =>
    key === place || place.startsWith(`${key}.`) || key.startsWith(`${place}.`);
  const key = below.length === 0 ? undefined : keys.find(isNear);
  return key === undefined ? ['vary'] : ['vary', key];
}

/** The error of a search that found nothing: what refused most draws, and how often. */
export function exhausted(tally: Tally, plan: Plan): VaryError {
  const refused = tally.list();
  const { reason, count } = refused[0]!;
  const message = `no good variant in ${tally.tried} draws; refused most often (${count} times): ${reason.message}`;
  const path = remedyAt(reason, plan);
  const hint =
    path[0] === 'vary'
      ? 'Draw other numbers, or more of them.'
      : 'Widen the distributions, or loosen this condition.';
  return new VaryError([{ path, message, hint }], refused);
}
