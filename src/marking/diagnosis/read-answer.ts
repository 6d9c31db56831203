import { none } from '../../engine/none.js';
import type { Comparison, ComparisonRule, EntryVerdict, Reading } from '../../answers/answer-type.js';
import { formOf } from '../../notation/formula/forms.js';
import type { AnswerItem, Item } from '../../problem/item.js';
import { targetValue } from '../../problem/target.js';
import type { OpenProblem } from '../../problem/open-problem.js';
import { fingerprint } from './explanations.js';
import type { Diagnosis, Verdict } from '../mark.js';
import { isRight, overall } from '../overall.js';

/** A text read and compared with the key: the same for every student who writes it. */
export interface ReadAnswer {
  readonly text: string;
  readonly reading: Reading;
  /** Whether later steps can use it; a text says why not. */
  readonly plausible: true | string;
  /** What can be said of it without the student's other answers. */
  readonly alone: Diagnosis;
  /** Whether it is the key's value to the last digit; worked out when first asked for. */
  readonly exact: () => boolean;
  /** Whether it is right, but neither the key nor the key rounded. */
  readonly isAnother: () => boolean;
}

const worth: Readonly<Partial<Record<EntryVerdict, number>>> = { correct: 1, rounded: 0.9 };

/** Share of the entries that are right, by weight, rounded ones a little less. */
export function rightness({ entries, weights }: Comparison): number {
  let right = 0;
  let all = 0;
  entries.forEach((entry, at) => {
    const weight = weights?.[at] ?? 1;
    all += weight;
    right += weight * (worth[entry] ?? 0);
  });
  return right / all;
}

/** The best comparison of an answer with several accepted values. */
export const nearest = (comparisons: readonly Comparison[]): Comparison =>
  comparisons.reduce((best, other) => (rightness(other) > rightness(best) ? other : best));

export const compareWith = (item: AnswerItem, answer: unknown, values: readonly unknown[]): Comparison =>
  nearest(values.map((value) => item.type.compare(answer, value, comparisonRule(item))));

export const comparisonRule = ({ rules: { tolerance, precision, form } }: AnswerItem): ComparisonRule => ({
  ...tolerance,
  ...(precision && { atLeast: precision.atLeast }),
  ...(form && { form: formOf(form) }),
});

export const keyValues = (item: AnswerItem, { key }: OpenProblem): unknown[] =>
  item.targets.map((target) => targetValue(key.value(target.step), target));

/** A diagnosis that says no more than its verdict. */
export const plainDiagnosis = (
  item: Item,
  verdict: Verdict,
  written: string | null,
  why: string | null = null,
): Diagnosis => ({
  item,
  verdict,
  written,
  why,
  notes: [],
  read: null,
  comparison: null,
  fromOwn: null,
  explanations: [],
  certain: false,
});

/** How far roundings may move a right answer; what is farther off is another right answer. */
const roundings = { relative: 0.05, absolute: 0 };

function diagnoseAlone(
  item: AnswerItem,
  text: string,
  reading: Reading,
  keys: readonly unknown[],
): Diagnosis {
  if (reading.state !== 'read')
    return plainDiagnosis(item, reading.state, text, 'why' in reading ? reading.why : null);
  const comparison = compareWith(item, reading.answer, keys);
  const verdict = overall(comparison);
  const why =
    verdict === 'unreadable'
      ? 'its entries could not be read'
      : verdict === 'review'
        ? 'whether it means the same as the key could not be decided by trying values'
        : null;
  return {
    ...plainDiagnosis(item, verdict, text, why),
    notes: reading.notes,
    read: item.type.echo(reading.answer),
    comparison,
  };
}

/** Texts remembered for each item; a class repeats itself, and more than this many distinct texts are not kept. */
const remembered = 2_000;

/** Reads and compares answers to one item, each distinct text once. */
export function answerReader(item: AnswerItem, problem: OpenProblem): (text: string) => ReadAnswer {
  const known = new Map<string, ReadAnswer>();
  const keys = keyValues(item, problem);
  const read = (text: string): ReadAnswer => {
    const first = item.type.read(text, item.read);
    const reading = first.state === 'blank' && item.blankIsNone ? item.type.read(none, item.read) : first;
    let exact: boolean | undefined;
    const isExact = (): boolean =>
      reading.state === 'read' &&
      fingerprint(
        item,
        item.type.fill(reading.answer, () => keys[0]),
      ) === fingerprint(item, keys[0]);
    const alone = diagnoseAlone(item, text, reading, keys);
    const isOther = (): boolean =>
      reading.state === 'read' &&
      isRight(alone.verdict) &&
      !isExact() &&
      (item.type.halfDigits === undefined ||
        !isRight(overall(item.type.compare(reading.answer, keys[0], roundings))));
    let another: boolean | undefined;
    return {
      text,
      reading,
      plausible:
        reading.state === 'read'
          ? item.type.plausible(reading.answer, item.read.like)
          : 'it could not be read',
      alone,
      exact: () => (exact ??= isExact()),
      isAnother: () => (another ??= isOther()),
    };
  };
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const now = read(text);
    if (known.size >= remembered) known.clear();
    known.set(text, now);
    return now;
  };
}
