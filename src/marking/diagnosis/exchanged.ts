import type { AnswerItem, Item } from '../../problem/item.js';
import type { OpenProblem } from '../../problem/open-problem.js';
import { placeAmong } from '../../problem/place.js';
import { varietyOf } from './explain.js';
import { isLookedFor } from './explanations.js';
import type { Diagnosis } from '../mark.js';
import { isRight, overall } from '../overall.js';
import { compareWith, keyValues, type ReadAnswer } from './read-answer.js';
import { neighbourSlip } from './reading-slips.js';

/** Wrong answers that are looked at in pairs. */
const mostWrong = 60;

interface Wrong {
  readonly item: AnswerItem;
  readonly answer: unknown;
  readonly rights: readonly unknown[];
}

const gives = ({ item, answer }: Wrong, { rights }: Wrong): boolean =>
  isRight(overall(compareWith(item, answer, rights)));

const slipsOf = ({ verdict, explanations }: Diagnosis): readonly string[] =>
  verdict === 'slip'
    ? explanations
        .flatMap(({ slips }) => slips.map(({ slip }) => slip))
        .filter((slip) => slip !== neighbourSlip)
    : [];

/** How many of the answers each slip is told of. */
function timesTold(diagnoses: readonly Diagnosis[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const diagnosis of diagnoses)
    for (const slip of new Set(slipsOf(diagnosis))) times.set(slip, (times.get(slip) ?? 0) + 1);
  return times;
}

/**
 * Tells two wrong answers of which each is the right one to the other's question. A slip that other answers tell of,
 * too, is the simpler explanation: exchanging two answers explains no third.
 */
export function tellExchanged(
  diagnoses: readonly Diagnosis[],
  read: ReadonlyMap<Item, ReadAnswer>,
  problem: OpenProblem,
): readonly Diagnosis[] {
  const times = timesTold(diagnoses);
  const isToldElsewhere = (diagnosis: Diagnosis): boolean =>
    slipsOf(diagnosis).some((slip) => times.get(slip)! > 1);
  const wrong = diagnoses.flatMap((diagnosis): Wrong[] => {
    const { item } = diagnosis;
    const found = read.get(item);
    if (item.kind !== 'answer' || found?.reading.state !== 'read' || isRight(found.alone.verdict)) return [];
    if (!isLookedFor(item, { slip: neighbourSlip }) || isToldElsewhere(diagnosis)) return [];
    return [{ item, answer: found.reading.answer, rights: keyValues(item, problem) }];
  });
  const pairs = new Map<Item, Wrong>();
  wrong.slice(0, mostWrong).forEach((one, at) => {
    const isOther = (other: Wrong): boolean =>
      other.item.type === one.item.type && !pairs.has(other.item) && gives(one, other) && gives(other, one);
    const other = pairs.has(one.item) ? undefined : wrong.slice(at + 1, mostWrong).find(isOther);
    if (other) pairs.set(one.item, other).set(other.item, one);
  });
  if (pairs.size === 0) return diagnoses;
  const varieties = new Map(wrong.map(({ item, answer }) => [item, varietyOf(item, answer)]));
  return diagnoses.map((diagnosis) => {
    const { item } = diagnosis;
    const other = pairs.get(item)?.item;
    if (!other) return diagnosis;
    const hint = `You exchanged this answer with the one to ${placeAmong(other, problem.parts)}.`;
    const odds = wrong.length / (varieties.get(item as AnswerItem)! * varieties.get(other)!);
    return {
      ...diagnosis,
      verdict: 'slip',
      explanations: [{ slips: [{ slip: neighbourSlip }], hint }],
      doubt: { odds, needsCompany: false, otherwise: diagnosis },
    };
  });
}
