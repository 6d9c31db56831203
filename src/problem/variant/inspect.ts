import { DomainError, GivenError } from '../../engine/domain-error.js';
import { isTensor } from '../../engine/tensor.js';
import { stepsBehind } from '../../engine/working.js';
import { evaluate } from '../../engine/evaluate.js';
import type { AnswerItem } from '../item.js';
import type { OpenProblem } from '../open-problem.js';
import { targetValue } from '../target.js';
import { holds, reader } from './condition.js';
import { statedValue, type Condition, type Given, type Plan } from './plan.js';
import type { Reason } from './tally.js';
import { entriesOf, toValue, type Value } from './value.js';
import type { Instance } from './instance.js';

type Read = (name: string) => Value;

const refuse = (path: Reason['path'], message: string): Reason => ({ path, message });

function unmet(conditions: readonly Condition[], read: Read): Reason | null {
  for (const condition of conditions) {
    const path = ['variants', 'require', condition.place];
    try {
      if (!holds(condition, read)) return refuse(path, `"${condition.source}" does not hold`);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return refuse(path, `"${condition.source}" cannot be worked out: ${error.message}`);
    }
  }
  return null;
}

const isWholeAt = (value: number, decimals: number): boolean => {
  const scaled = value * 10 ** decimals;
  return Math.abs(scaled - Math.round(scaled)) <= 1e-9 * Math.max(1, Math.abs(scaled));
};

const finite = (value: Value): boolean => entriesOf(value).every(Number.isFinite);

/** Numbers of the working that are too large, or of the answers that have too many decimals. */
function outOfSize({ rules }: Plan, { key, items }: Instance): Reason | null {
  const { largest, decimals } = rules;
  const steps = stepsBehind(
    key,
    items.map(({ targets }) => targets[0].step),
  );
  for (const name of steps) {
    const value = toValue(key.value(name));
    if (value === undefined) continue;
    if (!finite(value)) return refuse(['given'], `${name} is not finite`);
    if (largest !== undefined && entriesOf(value).some((entry) => Math.abs(entry) > largest))
      return refuse(['variants', 'largest'], `${name} has a number larger than ${largest}`);
  }
  if (decimals === undefined) return null;
  for (const { id, targets } of items) {
    const value = targetValue(key.value(targets[0].step), targets[0]);
    if (
      (typeof value === 'number' || isTensor(value)) &&
      !entriesOf(value).every((entry) => isWholeAt(entry, decimals))
    )
      return refuse(['variants', 'decimals'], `${id} has more than ${decimals} decimals`);
  }
  return null;
}

/** The first condition on givens alone that a draw does not meet. */
export const earlyReason = ({ early }: Plan, given: Given): Reason | null =>
  unmet(
    early,
    reader((name) => statedValue(given, name)),
  );

/** Drawn givens as an instance whose key is finite and of the asked size and whose conditions hold, or why they are refused. */
export function inspect(
  problem: OpenProblem,
  plan: Plan,
  given: Given,
  items: readonly AnswerItem[],
): Instance | Reason {
  const parsed = problem.family.given.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = issue!.path.map((part) => (typeof part === 'number' ? part : String(part)));
    return refuse(['given', ...path], `${path.join('.')}: ${issue!.message}`);
  }
  try {
    const worksheet = problem.family.worksheet(parsed.data);
    const key = evaluate(worksheet);
    const lost = items.flatMap(({ targets }) => targets.filter(({ step }) => !worksheet.steps.has(step)));
    if (lost[0]) return refuse(['given'], `there is no step ${lost[0].step}`);
    for (const { targets } of items)
      for (const target of targets) targetValue(key.value(target.step), target);
    const instance = { given: parsed.data, worksheet, key, items, forgiven: new Set(plan.rules.forgiven) };
    const read = reader((name) =>
      worksheet.steps.has(name) || worksheet.givens.has(name)
        ? toValue(key.value(name))
        : statedValue(given, name),
    );
    return unmet(plan.late, read) ?? outOfSize(plan, instance) ?? instance;
  } catch (error) {
    if (error instanceof GivenError) return refuse(['given', ...error.path], error.message);
    if (error instanceof DomainError) return refuse(['given'], error.message);
    throw error;
  }
}
