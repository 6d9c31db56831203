import { none } from '../engine/none.js';
import type { Comparison, Reading } from '../answers/answer-type.js';
import type { AnswerItem } from '../problem/item.js';
import { targetValue } from '../problem/target.js';
import type { OpenProblem } from '../problem/open-problem.js';

/** A text read and compared with the key; the same for every student who writes it. */
export interface ReadAnswer {
  readonly reading: Reading;
  /** Against the accepted answer it comes nearest to; null where nothing was read. */
  readonly comparison: Comparison | null;
  /** Whether later steps can use it. */
  readonly plausible: boolean;
}

const rightness = ({ entries }: Comparison): number =>
  entries.reduce((sum, entry) => sum + (entry === 'correct' ? 1 : entry === 'rounded' ? 0.9 : 0), 0) /
  entries.length;

/** The best comparison of an answer with several accepted values. */
export const nearest = (comparisons: readonly Comparison[]): Comparison =>
  comparisons.reduce((best, other) => (rightness(other) > rightness(best) ? other : best));

export const compareWith = (item: AnswerItem, answer: unknown, values: readonly unknown[]): Comparison =>
  nearest(values.map((value) => item.type.compare(answer, value, comparisonRule(item))));

export const comparisonRule = ({ rules: { tolerance, precision } }: AnswerItem) => ({
  ...tolerance,
  ...(precision && { atLeast: precision.atLeast }),
});

export const keyValues = (item: AnswerItem, { key }: OpenProblem): unknown[] =>
  item.targets.map((target) => targetValue(key.value(target.step), target));

/** Texts remembered for each item; a class repeats itself, and more than this many distinct texts are not kept. */
const remembered = 2_000;

/** Reads and compares answers to one item, each distinct text once. */
export function answerReader(item: AnswerItem, problem: OpenProblem): (text: string) => ReadAnswer {
  const known = new Map<string, ReadAnswer>();
  const keys = keyValues(item, problem);
  const read = (text: string): ReadAnswer => {
    const first = item.type.read(text, item.read);
    const reading = first.state === 'blank' && item.blankIsNone ? item.type.read(none, item.read) : first;
    return {
      reading,
      comparison: reading.state === 'read' ? compareWith(item, reading.answer, keys) : null,
      plausible: reading.state === 'read' && item.type.plausible(reading.answer, item.read.like) === true,
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
