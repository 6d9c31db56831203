import type { SlipUse } from '../../engine/evaluate.js';
import type { AnswerItem, Item } from '../../problem/item.js';
import type { OpenProblem } from '../../problem/open-problem.js';
import { explainBeside } from './explain.js';
import type { Diagnosis } from '../mark.js';
import { isRight } from '../overall.js';
import type { ReadAnswer } from './read-answer.js';
import type { WrongValues } from './slip-values.js';

const isOfFamily = ({ slip }: SlipUse, { worksheet: { misreadings, steps } }: OpenProblem): boolean =>
  Object.hasOwn(misreadings, slip) || [...steps.values()].some(({ slips }) => Object.hasOwn(slips, slip));

/** Slips told by other answers that one more is looked for beside. */
const mostTold = 4;

/** Tries, for wrong answers that nothing explains, one more slip beside those that other answers tell of. */
export function explainRest(
  diagnoses: readonly Diagnosis[],
  read: ReadonlyMap<Item, ReadAnswer>,
  problem: OpenProblem,
  tableOf: (item: AnswerItem) => WrongValues,
): readonly Diagnosis[] {
  const told = new Map<string, SlipUse>();
  for (const { verdict, explanations, doubt } of diagnoses)
    if (verdict === 'slip' && !doubt?.needsCompany)
      for (const { slips } of explanations)
        if (slips.length === 1 && isOfFamily(slips[0]!, problem)) told.set(slips[0]!.slip, slips[0]!);
  const uses = [...told.values()].slice(0, mostTold).map(({ slip }) => ({ slip }));
  if (uses.length === 0) return diagnoses;
  const isRightAt = (one: AnswerItem): boolean => isRight(read.get(one)?.alone.verdict ?? 'blank');
  return diagnoses.map((diagnosis) => {
    const { item, verdict } = diagnosis;
    const reading = item.kind === 'answer' ? read.get(item)?.reading : undefined;
    const isOpen = verdict === 'wrong' || verdict === 'partial';
    if (!isOpen || item.kind !== 'answer' || reading?.state !== 'read') return diagnosis;
    const found = explainBeside(item, reading.answer, problem, tableOf(item), uses, isRightAt);
    if (!found) return diagnosis;
    const { explanations, odds, needsCompany } = found;
    return {
      ...diagnosis,
      verdict: 'slip',
      explanations,
      doubt: { odds, needsCompany, otherwise: diagnosis },
    };
  });
}
