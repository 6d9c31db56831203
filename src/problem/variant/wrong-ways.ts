import { DomainError } from '../../engine/domain-error.js';
import { CycleError, evaluate, type Evaluation, type Step, type Worksheet } from '../../engine/worksheet.js';
import { stepsBehind } from '../../engine/working.js';
import type { AnswerItem } from '../item.js';
import { targetValue } from '../target.js';
import { coincide } from './coincide.js';

/** A problem's items on one set of numbers. */
export interface Instance {
  readonly worksheet: Worksheet;
  readonly key: Evaluation;
  readonly items: readonly AnswerItem[];
  /** Slips that may come out right. */
  readonly forgiven: ReadonlySet<string>;
}

/** A wrong way, and whether it gives what another way gives; the name is the same on every instance. */
export interface Encounter {
  readonly name: string;
  readonly coincides: boolean;
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof DomainError || error instanceof CycleError) return undefined;
    throw error;
  }
}

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

interface Asked {
  readonly item: AnswerItem;
  readonly keys: readonly unknown[];
}

const isKey = ({ item, keys }: Asked, value: unknown): boolean =>
  keys.some((key) => coincide(item, value, key));

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

/** Slips made everywhere, and misreadings of the givens: each has to show in one answer at least. */
function* waysEverywhere({ worksheet, forgiven }: Instance, asked: readonly Asked[]): Generator<Encounter> {
  const behind = slipsBehind(worksheet);
  const misreadings = new Set(Object.keys(worksheet.misreadings));
  const slips = new Set([...misreadings, ...asked.flatMap(({ item }) => [...behind(item.targets[0].step)])]);
  for (const slip of slips) {
    if (forgiven.has(slip)) continue;
    const evaluation = attempt(() => evaluate(worksheet, { slips: [{ slip }] }));
    if (!evaluation) continue;
    const shows = asked.some((one) => {
      const { item } = one;
      const [target] = item.targets;
      if (item.slips !== null && !item.slips.includes(slip)) return false;
      if (!misreadings.has(slip) && !behind(target.step).has(slip)) return false;
      const value = attempt(() => targetValue(evaluation.value(target.step), target));
      return value !== undefined && !isKey(one, value);
    });
    yield { name: `${slip}, made everywhere, gives the whole key`, coincides: !shows };
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
