import { isTensor } from '../../src/engine/tensor.js';
import { evaluate, type Evaluation, type SlipUse } from '../../src/engine/evaluate.js';
import { attempt } from '../../src/marking/diagnosis/explanations.js';
import { isRight, overall } from '../../src/marking/overall.js';
import { compareWith, keyValues } from '../../src/marking/diagnosis/read-answer.js';
import type { AnswerItem } from '../../src/problem/item.js';
import type { OpenProblem } from '../../src/problem/open-problem.js';
import { targetValue, withTargetValue } from '../../src/problem/target.js';
import type { Random } from './random.js';

/** What a simulated student writes, by item. */
export type Texts = ReadonlyMap<string, string>;

/** How a simulated student works: digits written, and whether the written or the unrounded numbers are carried on. */
export interface Habit {
  readonly digits: number;
  readonly carriesRounded: boolean;
}

export const drawHabit = (random: Random): Habit => ({
  digits: random.chance(0.5) ? 3 : 4,
  carriesRounded: random.chance(0.5),
});

export const answersOf = ({ items }: OpenProblem): AnswerItem[] =>
  items.filter((item) => item.kind === 'answer');

const roundNumber = (value: number, digits: number): number =>
  Number.isInteger(value) || !Number.isFinite(value) ? value : Number(value.toPrecision(digits));

/** Whole numbers are written in full, others to a number of significant digits. */
export const rounded = (value: unknown, digits: number): unknown => {
  if (typeof value === 'number') return roundNumber(value, digits);
  return isTensor(value) ? { ...value, data: value.data.map((entry) => roundNumber(entry, digits)) } : value;
};

type Carry = (computed: () => unknown) => unknown;

/** Each step's value as later steps read it: rounded where the student wrote it down and goes on with that. */
function carryRounded(problem: OpenProblem, digits: number): ReadonlyMap<string, Carry> {
  const carry = new Map<string, Carry>();
  for (const {
    targets: [target],
  } of answersOf(problem)) {
    const before = carry.get(target.step);
    carry.set(target.step, (computed) => {
      const value = before ? before(computed) : computed();
      return withTargetValue(value, target, rounded(targetValue(value, target), digits));
    });
  }
  return carry;
}

/** A student's own evaluation; null where these slips cannot be made together. */
function compute(
  problem: OpenProblem,
  slips: readonly SlipUse[],
  { digits, carriesRounded }: Habit,
): Evaluation | null {
  const carry = carriesRounded ? carryRounded(problem, digits) : undefined;
  return attempt(() => evaluate(problem.worksheet, { slips, ...(carry && { carry }) }));
}

const valueAt = (evaluation: Evaluation | null, { targets: [target] }: AnswerItem): unknown =>
  evaluation && attempt(() => targetValue(evaluation.value(target.step), target));

/** What a student with these slips and this habit writes; an item that cannot be worked out so is left empty. */
export function work(problem: OpenProblem, slips: readonly SlipUse[], habit: Habit): Texts {
  const evaluation = compute(problem, slips, habit);
  return new Map(
    answersOf(problem).flatMap((item): [string, string][] => {
      const value = valueAt(evaluation, item);
      return value === null ? [] : [[item.id, item.type.write(rounded(value, habit.digits))]];
    }),
  );
}

const isWrongBy = (item: AnswerItem, text: string | undefined, values: readonly unknown[]): boolean => {
  const reading = item.type.read(text ?? '', item.read);
  return reading.state === 'read' && !isRight(overall(compareWith(item, reading.answer, values)));
};

/** Items that are wrong by what the student's own other answers give, step by step: a slip was made right there. */
export function slippedItems(problem: OpenProblem, slips: readonly SlipUse[], habit: Habit): AnswerItem[] {
  const made = compute(problem, slips, habit);
  const texts = work(problem, slips, habit);
  const carry = new Map(
    answersOf(problem).map(({ targets: [{ step }] }): [string, Carry] => [step, () => made!.value(step)]),
  );
  const own = evaluate(problem.worksheet, { carry });
  return answersOf(problem).filter((item) => {
    const [target] = item.targets;
    const value = attempt(() => targetValue(own.expected(target.step), target));
    return value !== null && isWrongBy(item, texts.get(item.id), [value]);
  });
}

/** Items whose text is right neither by the key nor as what the same habit gives without slips. */
export function wrongItems(problem: OpenProblem, texts: Texts, habit: Habit): AnswerItem[] {
  const honest = compute(problem, [], habit);
  return answersOf(problem).filter((item) =>
    isWrongBy(item, texts.get(item.id), [...keyValues(item, problem), valueAt(honest, item)]),
  );
}

/** Whether what is written differs, by more than the tolerance, from what these slips alone would give. */
export function showsMoreThan(
  problem: OpenProblem,
  texts: Texts,
  slips: readonly SlipUse[],
  habit: Habit,
): boolean {
  const evaluation = compute(problem, slips, habit);
  return answersOf(problem).some((item) => {
    const value = valueAt(evaluation, item);
    return value !== null && isWrongBy(item, texts.get(item.id), [value]);
  });
}
