import { none, type None } from '../engine/none.js';
import { sameShape, type Shape } from '../engine/tensor.js';
import { readDimensions } from '../notation/dimensions.js';
import { Unreadable } from '../notation/unreadable.js';
import type { AnswerType } from './answer-type.js';
import { fitsNone } from './carrying.js';
import { blank, isBlank, isNone, read, saysNone, unreadable } from './reading.js';
import { shapeExamples } from './shape-examples.js';
import { shapeRemark, sizesOf } from './shape-remarks.js';
import { shapeSlips } from './shape-slips.js';

export interface WrittenShape {
  readonly sizes: Shape;
  /** 16 and 16×1 are the same here. */
  readonly ignoresTrailingOnes: boolean;
}

/** Larger sizes are taken for slips of the pen, not carried into later steps. */
const largestCarried = 1e6;

function withoutTrailingOnes(shape: Shape): Shape {
  let end = shape.length;
  while (end > 1 && shape[end - 1] === 1) end--;
  return shape.slice(0, end);
}

const isRight = ({ sizes, ignoresTrailingOnes }: WrittenShape, key: Shape): boolean =>
  sameShape(sizes, key) ||
  (ignoresTrailingOnes && sameShape(withoutTrailingOnes(sizes), withoutTrailingOnes(key)));

/** A shape as it may be written by who leaves trailing ones out, where this answer has fewer sizes. */
const asWritten = ({ sizes, ignoresTrailingOnes }: WrittenShape, key: Shape): Shape =>
  ignoresTrailingOnes && sizes.length < key.length ? withoutTrailingOnes(key) : key;

const typeset = (sizes: Shape): string =>
  sizes.length === 0 ? '()' : sizes.length === 1 ? `(${sizes[0]!},)` : sizes.join(' \\times ');

/** The sizes of a tensor's axes, outermost first; exact. */
export const shape: AnswerType<WrittenShape | None, Shape | None> = {
  name: 'shape',
  expects: 'sizes such as 16x28x28 or (16, 28, 28)',
  read(text, { like, trailingOnes }) {
    if (isBlank(text)) return blank;
    if (saysNone(text)) return read(none);
    const key = Array.isArray(like) ? (like as Shape) : undefined;
    const axes = trailingOnes === 'ignore' && key ? withoutTrailingOnes(key) : key;
    const reading = readDimensions(text, key?.length, axes?.length === 1);
    if (reading instanceof Unreadable) return unreadable(reading.why);
    return read({ sizes: reading.sizes, ignoresTrailingOnes: trailingOnes === 'ignore' }, reading.notes);
  },
  compare(answer, key) {
    if (isNone(answer) || isNone(key)) {
      if (answer === key) return { entries: ['correct'], distance: null };
      const remark = isNone(answer) ? { remark: 'There is one here: it has sizes.' } : {};
      return { entries: ['wrong'], distance: null, ...remark };
    }
    if (isRight(answer, key)) return { entries: ['correct'], distance: null };
    const wanted = asWritten(answer, key);
    const remark = shapeRemark(answer.sizes, wanted);
    return { entries: ['wrong'], distance: null, ...(remark !== undefined && { remark }) };
  },
  agrees: (answer, value) => (isNone(answer) || isNone(value) ? answer === value : isRight(answer, value)),
  write: (value) => (isNone(value) ? none : value.length === 0 ? '()' : value.join('x')),
  typeset: (value) => (isNone(value) ? '\\text{none}' : typeset(value)),
  json: (value) => value,
  echo: (answer) =>
    isNone(answer)
      ? { json: none, latex: '\\text{none}' }
      : {
          json: answer.sizes,
          latex: typeset(answer.sizes),
          words: `a shape of ${sizesOf(answer.sizes.length)}`,
        },
  fill(answer, computed) {
    if (isNone(answer)) return none;
    if (!answer.ignoresTrailingOnes) return answer.sizes;
    const ours = computed();
    if (isNone(ours)) return answer.sizes;
    if (isRight(answer, ours)) return ours;
    return answer.sizes.length === asWritten(answer, ours).length
      ? [...answer.sizes, ...ours.slice(answer.sizes.length)]
      : answer.sizes;
  },
  plausible(answer, like) {
    const fits = fitsNone(answer, like);
    if (fits !== true || isNone(answer) || isNone(like)) return fits;
    const { length } = asWritten(answer, like);
    if (answer.sizes.length !== length && !isRight(answer, like))
      return `it has ${sizesOf(answer.sizes.length)} where ${length} ${length === 1 ? 'is' : 'are'} needed`;
    if (!answer.sizes.every((size) => Number.isInteger(size) && size > 0))
      return 'a size is a positive whole number';
    return answer.sizes.every((size) => size <= largestCarried)
      ? true
      : 'a size is too large to compute with';
  },
  slips: shapeSlips,
  variety(answer, key) {
    if (isNone(answer)) return 1;
    const isComparable = !isNone(key) && answer.sizes.length === key.length;
    return answer.sizes
      .filter((size, axis) => !isComparable || size !== key[axis])
      .reduce((all, size) => all * 9 * 10 ** (String(size).length - 1), 1);
  },
  examples: shapeExamples,
};
