import type { AnswerItem } from '../../problem/item.js';
import type { OpenProblem } from '../../problem/open-problem.js';
import { slipUses } from '../diagnosis/explanations.js';
import { isRight, overall } from '../overall.js';
import { compareWith, keyValues } from '../diagnosis/read-answer.js';
import { slipTabulator } from '../diagnosis/slip-values.js';

/** What the answers to a problem, on its numbers, cannot tell of its slips. */
export interface BlindSpots {
  /** Slips that change no answer. */
  readonly hidden: readonly string[];
  /** Slips that change answers by less than the tolerance only: who makes one of them is marked right. */
  readonly swallowed: readonly string[];
  /** Slips, made everywhere, that give the same wrong values throughout. */
  readonly alike: readonly (readonly string[])[];
}

/** Whether a wrong value, written out, is accepted for the key though it is another. */
function isAccepted(item: AnswerItem, value: unknown, problem: OpenProblem): boolean {
  const reading = item.type.read(item.type.write(value), item.read);
  const keys = keyValues(item, problem);
  return reading.state === 'read' && isRight(overall(compareWith(item, reading.answer, keys)));
}

export function blindSpots(problem: OpenProblem): BlindSpots {
  const tabulate = slipTabulator(problem);
  const changes = new Map<string, boolean[]>();
  const everywhere = new Map<string, string[]>();
  for (const item of problem.items) {
    if (item.kind !== 'answer') continue;
    for (const { slips, value, print } of tabulate(item).single) {
      const [{ slip, at }] = slips as [(typeof slips)[number]];
      changes.set(slip, [...(changes.get(slip) ?? []), isAccepted(item, value, problem)]);
      if (at === undefined) everywhere.set(slip, [...(everywhere.get(slip) ?? []), `${item.id} ${print}`]);
    }
  }
  const names = [...new Set(slipUses(problem).map(({ slip }) => slip))];
  const groups = new Map<string, string[]>();
  for (const [slip, values] of everywhere)
    groups.set(values.join('\n'), [...(groups.get(values.join('\n')) ?? []), slip]);
  return {
    hidden: names.filter((slip) => !changes.has(slip)),
    swallowed: [...changes].flatMap(([slip, accepted]) => (accepted.every((one) => one) ? [slip] : [])),
    alike: [...groups.values()].filter(({ length }) => length > 1),
  };
}
