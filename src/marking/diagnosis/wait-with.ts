import { stepsBehind } from '../../engine/working.js';
import type { AnswerItem } from '../../problem/item.js';
import type { OpenProblem } from '../../problem/open-problem.js';
import { placeAmong } from '../../problem/place.js';
import type { Carried } from './carry.js';
import { openSteps } from './explanations.js';
import { isRight } from '../overall.js';
import type { ReadAnswer } from './read-answer.js';

/** Whether several answers are right, so that the key's own may not be the one that was meant. */
const isOneOfSeveral = ({ type, read: { like } }: AnswerItem): boolean =>
  (type.alternatives?.(like) ?? 1) > 1;

const isUnread = ({ alone: { verdict } }: ReadAnswer): boolean => verdict === 'unreadable';

/**
 * Why a wrong answer waits: it may be right by an own choice that nobody has read yet, or that tells too little to go on
 * with. Null where nothing of the kind leads to it.
 */
export function waitWith(
  item: AnswerItem,
  problem: OpenProblem,
  read: ReadonlyMap<unknown, ReadAnswer>,
): string | null {
  const [{ step }] = item.targets;
  const others = problem.items.filter(
    (other): other is AnswerItem =>
      other.kind === 'answer' && other !== item && other.targets[0].step !== step,
  );
  const isGiven = (other: AnswerItem): boolean => {
    const found = read.get(other);
    return found?.reading.state === 'read' && !isUnread(found) && found.plausible === true;
  };
  const given = new Set(
    others
      .filter((other) => other.targets[0].index === null && isGiven(other))
      .map(({ targets: [{ step }] }) => step),
  );
  const open = openSteps(problem, step, (name) => given.has(name));
  const behind = new Set(stepsBehind(problem.key, [step]));
  for (const other of others) {
    const name = other.targets[0].step;
    const found = read.get(other);
    if (!open.has(name) || !behind.has(name) || isGiven(other)) continue;
    const place = placeAmong(other, problem.parts);
    if (found && isUnread(found) && (other.type.isMadeUp || isOneOfSeveral(other)))
      return `it may follow from your answer to ${place}, which a person has yet to read`;
    if (other.type.isMadeUp) return `it is about your own answer to ${place}, which cannot be worked with`;
  }
  return null;
}

/** An answer as later steps can use it. */
export function carriedOf(
  item: AnswerItem,
  { reading, plausible, alone, exact, isAnother }: ReadAnswer,
): Carried[] {
  if (reading.state !== 'read' || plausible !== true) return [];
  const right = isRight(alone.verdict);
  return [{ item, answer: reading.answer, right, exact: exact(), isAnother: isAnother() }];
}

/** Says which earlier answers later ones could not be worked out from. */
export function refusal(place: string, { reading, plausible, alone }: ReadAnswer): string[] {
  if (alone.verdict === 'unreadable')
    return [`Your answer to ${place} has yet to be read by a person, so ours was used here.`];
  return reading.state === 'read' && plausible !== true
    ? [`Your answer to ${place} could not be carried into this one (${plausible}), so ours was used.`]
    : [];
}
