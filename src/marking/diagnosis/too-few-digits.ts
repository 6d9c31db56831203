import type { AnswerItem } from '../../problem/item.js';
import { isLookedFor } from './explanations.js';
import type { Explanation } from '../mark.js';
import { isRight, overall } from '../overall.js';
import { compareWith } from './read-answer.js';
import { digitsSlip } from './reading-slips.js';

/** Digits so few that they say little of the value. */
const coarsely = { relative: 0.06, absolute: 0 };
/** Several numbers say more: one digit each is enough. */
const byOneDigit = { relative: 0.5, absolute: 0 };

/** A right value that its few digits alone put beyond the tolerance. */
export function tooFewDigits(
  item: AnswerItem,
  answer: unknown,
  rights: readonly unknown[],
): Explanation | null {
  const { type } = item;
  const slips = [{ slip: digitsSlip }];
  const isShort = rights.some((right) => {
    if (!type.agrees(answer, right)) return false;
    const found = type.compare(answer, right, coarsely);
    const isNear =
      isRight(overall(found)) ||
      (found.entries.length > 1 && isRight(overall(type.compare(answer, right, byOneDigit))));
    return isNear && !isRight(overall(compareWith(item, answer, [right])));
  });
  return isShort && isLookedFor(item, slips[0]!)
    ? { slips, hint: 'The value is right, but has too few digits: round later, and give more of them.' }
    : null;
}
