import { sameShape, type Tensor } from '../engine/tensor.js';
import { Unreadable } from '../notation/unreadable.js';
import type { Comparison, ComparisonRule, EntryVerdict } from './answer-type.js';
import { agreesWith, distanceOf, judge } from './closeness.js';
import { describeShape } from './described-shape.js';
import { rearrangements } from './rearrangements.js';
import { isFilled, type WrittenEntry, type WrittenTensor } from './written-tensor.js';

const entryVerdict = (entry: WrittenEntry, key: number, rule: ComparisonRule): EntryVerdict =>
  entry === null ? 'blank' : entry instanceof Unreadable ? 'unreadable' : judge(entry, key, rule);

/** Whether every entry is written and right. */
const isRight = ({ shape, entries }: WrittenTensor, key: Tensor, rule: ComparisonRule): boolean =>
  sameShape(shape, key.shape) &&
  entries.every((entry, index) => {
    const verdict = entryVerdict(entry, key.data[index]!, rule);
    return verdict === 'correct' || verdict === 'rounded';
  });

/** The name of the way in which the right numbers stand in the wrong places. */
function nameRearrangement(answer: WrittenTensor, key: Tensor, rule: ComparisonRule): string | undefined {
  if (answer.entries.length !== key.data.length) return undefined;
  return rearrangements.find(({ of }) => {
    const moved = of(key);
    return moved !== undefined && isRight(answer, moved, rule);
  })?.remark;
}

/** Entry by entry; in another shape nothing is right, and both shapes are named. */
export function compareTensors(answer: WrittenTensor, key: Tensor, rule: ComparisonRule): Comparison {
  if (!sameShape(answer.shape, key.shape)) {
    const shapes = `You wrote ${describeShape(answer.shape)} where ${describeShape(key.shape)} is asked.`;
    const moved = nameRearrangement(answer, key, rule);
    return {
      entries: Array.from(key.data, () => 'wrong' as const),
      distance: null,
      remark: moved === undefined ? shapes : `${moved} ${shapes}`,
    };
  }
  const verdicts: EntryVerdict[] = [];
  let distance: number | null = null;
  for (const [index, entry] of answer.entries.entries()) {
    verdicts.push(entryVerdict(entry, key.data[index]!, rule));
    const gap = isFilled(entry) ? distanceOf(entry, key.data[index]!) : null;
    if (gap !== null) distance = Math.max(distance ?? 0, gap);
  }
  const remark = verdicts.includes('wrong') ? nameRearrangement(answer, key, rule) : undefined;
  return { entries: verdicts, distance, ...(remark !== undefined && { remark }) };
}

/** Whether every entry that is filled in agrees with the value. */
export const agreesWithTensor = ({ shape, entries }: WrittenTensor, value: Tensor): boolean =>
  sameShape(shape, value.shape) &&
  entries.every((entry, index) => !isFilled(entry) || agreesWith(entry, value.data[index]!));
