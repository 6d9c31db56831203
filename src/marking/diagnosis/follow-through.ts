import { isTensor } from '../../engine/tensor.js';
import { none } from '../../engine/none.js';
import type { Comparison } from '../../answers/answer-type.js';
import type { AnswerItem } from '../../problem/item.js';
import type { OpenProblem } from '../../problem/open-problem.js';
import { targetValue } from '../../problem/target.js';
import { ownWork, type OwnWork } from './carry.js';
import { attempt } from './explanations.js';
import { nearestOpen } from './leeway.js';
import type { Diagnosis } from '../mark.js';
import { isRight, overall } from '../overall.js';
import { compareWith, keyValues, rightness } from './read-answer.js';

/** An answer in the light of the student's own earlier ones. */
export interface Followed {
  readonly diagnosis: Diagnosis;
  /** Why the earlier answers cannot tell: a person has to look, unless a slip is found. */
  readonly stuck: string | null;
}

const isConstant = (value: unknown): boolean =>
  isTensor(value) && value.data.every((entry) => entry === value.data[0]);
const isNothing = (value: unknown): boolean =>
  value === 0 || value === none || (isTensor(value) && value.data.every((entry) => entry === 0));

/** Whether earlier answers have made nothing, or one and the same number, of a value that is more. */
const isTrivial = (own: unknown, key: unknown): boolean =>
  (isNothing(own) && !isNothing(key)) ||
  (isConstant(own) && !isConstant(key) && isTensor(own) && own.data.length > 1);

/**
 * Compares an answer with what the student's own choices give where a question admits several: right by those, it is
 * right whatever else went wrong. Null where it is not, or where all earlier answers are the key's.
 */
function rightByChoice(
  problem: OpenProblem,
  item: AnswerItem,
  answer: unknown,
  { carried }: OwnWork,
): Comparison | null {
  const right = carried.filter((one) => one.right);
  if (right.length === carried.length || !right.some(({ isAnother }) => isAnother)) return null;
  const chosen = ownWork(problem, right).plain();
  const values = item.targets.flatMap((target) => {
    const value = attempt(() => targetValue(chosen.expected(target.step), target));
    return value === null || chosen.fellBack.size > 0 ? [] : [value];
  });
  if (values.length === 0) return null;
  const comparison = compareWith(item, answer, values);
  return isRight(overall(comparison)) ? comparison : null;
}

/** Compares a wrong answer with what the student's own earlier answers give. */
export function followThrough(
  problem: OpenProblem,
  item: AnswerItem,
  answer: unknown,
  base: Diagnosis,
  own: OwnWork,
): Followed {
  const chosen = rightByChoice(problem, item, answer, own);
  if (chosen) return { diagnosis: { ...base, verdict: overall(chosen), comparison: chosen }, stuck: null };
  const evaluation = own.plain();
  const steps = item.targets.map(({ step }) => step);
  const sources = new Set(steps.flatMap((step) => evaluation.carriedInto(step)));
  const behind = own.carried.filter((one) => one.item !== item && sources.has(one.item.targets[0].step));
  const [fallen] = steps.flatMap((step) => evaluation.fellBack.get(step) ?? []);
  if (fallen !== undefined) {
    const note = `Your earlier answers could not be carried into this one (${fallen}), so it was compared with the key.`;
    return {
      diagnosis: { ...base, notes: [...base.notes, note] },
      stuck: `your earlier answers do not fit together here (${fallen})`,
    };
  }
  if (behind.length === 0) return { diagnosis: base, stuck: null };
  const keys = keyValues(item, problem);
  const values = item.targets.map(
    (target, at) => attempt(() => targetValue(evaluation.expected(target.step), target)) ?? keys[at],
  );
  const written = item.type.fill(answer, () => values[0]);
  const open = item.targets.map((target, at) =>
    nearestOpen(target, values[at], written, behind, own, problem),
  );
  const comparison = compareWith(item, answer, open);
  const verdict = overall(comparison);
  const astray = behind.filter(({ right }) => !right).map((one) => one.item.id);
  if (astray.length === 0)
    return { diagnosis: isRight(verdict) ? { ...base, verdict, comparison } : base, stuck: null };
  const againstKey = base.comparison!;
  const fromOwn = { value: values[0], carried: astray };
  if (isTrivial(values[0], keys[0])) {
    if (!isRight(verdict)) return { diagnosis: { ...base, fromOwn }, stuck: null };
    const stuck = 'your earlier answers leave nothing to work out here';
    return { diagnosis: { ...base, fromOwn, notes: [...base.notes, `A person looks: ${stuck}.`] }, stuck };
  }
  const followed = { ...base, comparison, againstKey, fromOwn };
  if (isRight(verdict)) return { diagnosis: { ...followed, verdict: 'follows-through' }, stuck: null };
  const isNearer = verdict !== 'review' && rightness(comparison) > rightness(againstKey);
  return { diagnosis: isNearer ? { ...followed, verdict } : { ...base, fromOwn }, stuck: null };
}
