import { stepsBehind } from '../../engine/working.js';
import { evaluate } from '../../engine/evaluate.js';
import type { Step } from '../../engine/worksheet.js';
import { targetValue } from '../target.js';
import { attempt } from './attempt.js';
import { coincide } from './coincide.js';
import { waysEverywhere } from './everywhere.js';
import { isKey, type Asked, type Encounter, type Instance } from './instance.js';

/** Values of the slips of a step by themselves, on right inputs, each worked out once. */
function slipsAlone({ worksheet, key, items }: Instance): (step: Step, slip: string) => unknown {
  const order = new Map(
    stepsBehind(
      key,
      items.map(({ targets }) => targets[0].step),
    ).map((name, place) => [name, place]),
  );
  const known = new Map<string, unknown>();
  const run = (step: Step, slip: string): unknown => {
    const { needs, run } = step.slips[slip]!;
    const isBefore = ({ name }: { name: string }): boolean =>
      worksheet.givens.has(name) || (order.get(name) ?? Infinity) < order.get(step.name)!;
    // What reads a later step, which may rest on this one, needs an evaluation of its own.
    if (!Object.values(needs).every(isBefore))
      return evaluate(worksheet, { slips: [{ slip, at: step.name }] }).value(step.name);
    const inputs = Object.entries(needs).map(([word, { name }]) => [word, key.value(name)]);
    return (run as (inputs: unknown) => unknown)(Object.fromEntries(inputs));
  };
  return (step, slip) => {
    const name = `${step.name} ${slip}`;
    if (!known.has(name))
      known.set(
        name,
        attempt(() => run(step, slip)),
      );
    return known.get(name);
  };
}

/** The slips of each asked step against its key and against each other. */
function* ownWays(instance: Instance, asked: readonly Asked[]): Generator<Encounter> {
  const alone = slipsAlone(instance);
  for (const one of asked) {
    const { item } = one;
    const [target] = item.targets;
    const step = instance.worksheet.steps.get(target.step)!;
    const own: { slip: string; value: unknown }[] = [];
    for (const slip of Object.keys(step.slips)) {
      if (instance.forgiven.has(slip) || (item.slips !== null && !item.slips.includes(slip))) continue;
      const whole = alone(step, slip);
      const value = whole === undefined ? undefined : attempt(() => targetValue(whole, target));
      if (value === undefined) continue;
      yield { name: `${slip} gives the key of ${item.id}`, coincides: isKey(one, value) };
      own.push({ slip, value });
    }
    for (const [place, { slip, value }] of own.entries())
      for (const other of own.slice(place + 1))
        yield {
          name: `${slip} and ${other.slip} give the same for ${item.id}`,
          coincides: coincide(item, value, other.value),
        };
  }
}

/** Every wrong way of a problem, and whether it gives on this instance what the right way or another wrong one gives. */
export function* encounters(instance: Instance): Generator<Encounter> {
  const { key, items } = instance;
  const asked = items.map((item) => ({
    item,
    keys: item.targets.map((target) => targetValue(key.value(target.step), target)),
  }));
  yield* ownWays(instance, asked);
  yield* waysEverywhere(instance, asked);
}
