import type { SlipUse } from '../../engine/evaluate.js';
import type { AnswerItem } from '../../problem/item.js';
import type { OpenProblem } from '../../problem/open-problem.js';
import type { OwnWork } from './carry.js';
import type { WrongValue } from './explanations.js';
import type { Explanation } from '../mark.js';
import { isRight, overall } from '../overall.js';
import { ownValues } from './own-slips.js';
import { keyValues } from './read-answer.js';
import { roundedSlip } from './reading-slips.js';
import { tooFewDigits } from './too-few-digits.js';
import type { WrongValues } from './slip-values.js';

/** The simplest explanations of a wrong answer, and how far they can be trusted. */
export interface Explained {
  readonly explanations: readonly Explanation[];
  readonly odds: number;
  readonly needsCompany: boolean;
  /** Slips of reading or of the pen: made in this very answer. */
  readonly isOfPen: boolean;
}

const exactly = { relative: 1e-9, absolute: 0 };

/** A slip of the pen needs this much less chance than a slip of the family to be told at all. */
const mostPenOdds = 0.05;
/** Four digits, or a whole number above 1,000: what two slips at once need. */
const leastForTwo = 5000;

/** Below this chance of a coincidence, right answers that speak against an explanation do not rule it out. */
const leastDoubted = 0.01;

/** Two digits: what a second slip beside one that is told of needs. */
const leastBeside = 90;

/** A value as much nearer than a right one tells, though the digits fit both. */
const muchNearer = 5;

/** Entries beyond these tell no more. */
const mostEntries = 20;

/** About how many wrong values can be written as precisely as an answer. */
export function varietyOf({ type, read: { like } }: AnswerItem, answer: unknown): number {
  if (type.variety) return type.variety(answer, like);
  const { entries, isTelling = false } = type.compare(answer, like, exactly);
  return 2 ** (isTelling ? mostEntries : Math.min(entries.length, mostEntries));
}

/** Whether an answer tells a wrong value from the right ones, by its digits or as that very value. */
function tells(item: AnswerItem, answer: unknown, value: unknown, rights: readonly unknown[]): boolean {
  const alike = rights.filter((right) => item.type.agrees(answer, right));
  const isBare = varietyOf(item, answer) <= 1;
  if (alike.length === 0 && !isBare) return true;
  const found = item.type.compare(answer, value, exactly);
  if (isRight(overall(found))) return true;
  if (isBare && alike.length === 0) return false;
  const gap = found.distance ?? Infinity;
  return alike.every((right) => muchNearer * gap < (item.type.compare(answer, right, exactly).distance ?? 0));
}

/** Names of an explanation's slips as one word. */
export const namesOf = ({ slips }: Pick<Explanation, 'slips'>): string =>
  slips
    .map(({ slip }) => slip)
    .sort()
    .join(' ');

/** One explanation for each name: made everywhere before made at one step. */
function simplest(found: readonly WrongValue[]): Explanation[] {
  const byName = new Map<string, WrongValue>();
  for (const one of found) {
    const known = byName.get(namesOf(one));
    const isWider = one.slips.every(({ at }) => at === undefined);
    if (!known || (isWider && known.slips.some(({ at }) => at !== undefined))) byName.set(namesOf(one), one);
  }
  return [...byName.values()].map(({ slips, hints: say }) => {
    const hints = say();
    const hint = [...new Set(hints)].join(' And: ');
    return { slips, hint, ...(hints.length > 1 && { hints }) };
  });
}

/** Places that a wrong way makes right before any place does. */
const fewestPlaces = 4;

/** Whether explanations accept so many answers that a wrong one meets them by chance. */
const isMetByMany = ({ type }: AnswerItem, found: readonly WrongValue[]): boolean =>
  type.name === 'location' && found.every(({ value }) => (type.alternatives?.(value) ?? 1) >= fewestPlaces);

/** Values tried so far; equal ones of the table count once. */
function counter(): (values: readonly WrongValue[]) => number {
  const seen = new Set<unknown>();
  return (values) => {
    for (const one of values) seen.add(one.print ?? one);
    return seen.size;
  };
}

/**
 * Looks for the simplest wrong ways that give exactly an answer: one slip of the family, on the key's numbers or on the
 * student's own; one slip of the pen; two slips of the family. Null where there is none.
 */
export function explain(
  item: AnswerItem,
  answer: unknown,
  problem: OpenProblem,
  table: WrongValues,
  work: OwnWork | null,
  isRightAt: (item: AnswerItem) => boolean = () => false,
): Explained | null {
  const variety = varietyOf(item, answer);
  const rights = keyValues(item, problem);
  // Without digits to be short of, what agrees with the key was asked for in another form.
  if (!item.type.halfDigits && rights.some((right) => item.type.agrees(answer, right))) return null;
  const own = work && ownValues(item, answer, problem, work);
  const count = counter();
  const ownCount = counter();
  // Zeros that follow from zeros are no work of their own: the slip that gives them may be told all the same.
  const allRights = own && own.right !== null && own.right !== 0 ? [...rights, own.right] : rights;
  const matching = (values: readonly WrongValue[]): WrongValue[] =>
    values.filter(({ value }) => item.type.agrees(answer, value) && tells(item, answer, value, allRights));
  const level = (values: readonly WrongValue[], ownOnes: readonly WrongValue[] = []) => {
    const found = matching([...values, ...ownOnes]).filter((one) => !table.isRefuted(one, isRightAt));
    const odds = Math.min(1, Math.max(count(values), ownCount(ownOnes)) / variety);
    const isSure = odds < leastDoubted;
    if (isSure && new Set(found.map(namesOf)).size < 2) return { found, odds };
    const standing = found.filter((one) => !table.isContradicted(one, isRightAt));
    return { found: standing.length > 0 || !isSure ? standing : found, odds };
  };
  const single = level(table.single, own?.single(table.single));
  if (single.found.length > 0)
    return {
      explanations: simplest(single.found),
      odds: single.odds,
      needsCompany: isMetByMany(item, single.found),
      isOfPen: false,
    };
  const short = tooFewDigits(item, answer, allRights);
  if (short) return { explanations: [short], odds: 0, needsCompany: false, isOfPen: true };
  const reading = level(table.reading, own?.reading());
  // Of as many digits as were written, one value alone is the key's, rounded.
  const isRounded = reading.found.some(({ slips: [use] }) => use!.slip === roundedSlip);
  const odds = isRounded ? 1 / variety : reading.odds;
  if (reading.found.length > 0)
    return {
      explanations: simplest(reading.found),
      odds,
      needsCompany: odds > mostPenOdds,
      isOfPen: true,
    };
  const double = level(table.double, own?.double(table.double));
  return double.found.length > 0
    ? {
        explanations: simplest(double.found),
        odds: double.odds,
        needsCompany: variety < leastForTwo,
        isOfPen: false,
      }
    : null;
}

/** Looks for a slip that was made beside one that the student's other answers tell of. */
export function explainBeside(
  item: AnswerItem,
  answer: unknown,
  problem: OpenProblem,
  { beside, isRefuted, isContradicted }: WrongValues,
  told: readonly SlipUse[],
  isRightAt: (item: AnswerItem) => boolean,
): Explained | null {
  const variety = varietyOf(item, answer);
  if (variety < leastBeside) return null;
  const rights = keyValues(item, problem);
  const values = told.flatMap((use) => beside(use));
  const odds = Math.min(1, counter()(values) / variety);
  const found = values.filter(
    (one) =>
      item.type.agrees(answer, one.value) &&
      tells(item, answer, one.value, rights) &&
      !isRefuted(one, isRightAt) &&
      !isContradicted(one, isRightAt),
  );
  return found.length > 0
    ? { explanations: simplest(found), odds, needsCompany: false, isOfPen: false }
    : null;
}
