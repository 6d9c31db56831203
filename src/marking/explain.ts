import type { AnswerItem } from '../problem/item.js';
import type { OpenProblem } from '../problem/open-problem.js';
import type { OwnWork } from './carry.js';
import type { WrongValue } from './explanations.js';
import type { Explanation } from './mark.js';
import { isRight, overall } from './overall.js';
import { ownValues } from './own-slips.js';
import { keyValues } from './read-answer.js';
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
  if (alike.length === 0) return true;
  const found = item.type.compare(answer, value, exactly);
  if (isRight(overall(found))) return true;
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
): Explained | null {
  const variety = varietyOf(item, answer);
  const rights = keyValues(item, problem);
  const own = work && ownValues(item, answer, problem, work);
  const count = counter();
  const ownCount = counter();
  const matching = (values: readonly WrongValue[], right: readonly unknown[]): WrongValue[] =>
    values.filter(({ value }) => item.type.agrees(answer, value) && tells(item, answer, value, right));
  const level = (values: readonly WrongValue[], ownOnes: readonly WrongValue[] = []) => {
    const found = [
      ...matching(values, rights),
      ...(ownOnes.length > 0 ? matching(ownOnes, own!.right === null ? [] : [own!.right]) : []),
    ];
    const odds = Math.min(1, Math.max(count(values), ownCount(ownOnes)) / variety);
    return { found, odds };
  };
  const single = level(table.single, own?.single(table.single));
  if (single.found.length > 0)
    return { explanations: simplest(single.found), odds: single.odds, needsCompany: false, isOfPen: false };
  const reading = level(table.reading, own?.reading());
  if (reading.found.length > 0)
    return {
      explanations: simplest(reading.found),
      odds: reading.odds,
      needsCompany: reading.odds > mostPenOdds,
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
