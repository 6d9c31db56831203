import { none, type None } from '../engine/none.js';
import { sameShape, sizeOf, type Shape } from '../engine/tensor.js';
import { readDimensions } from '../notation/dimensions.js';
import { Unreadable } from '../notation/unreadable.js';
import type { AnswerType } from './answer-type.js';
import { fitsNone } from './carrying.js';
import { blank, isBlank, isNone, read, saysNone, unreadable } from './reading.js';
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

const sorted = (shape: Shape): Shape => [...shape].sort((a, b) => a - b);
const withoutOnes = (shape: Shape): Shape => shape.filter((size) => size !== 1);
const sizesOf = (count: number): string => (count === 1 ? '1 size' : `${count} sizes`);

/** Ways of being wrong that have a name, the most telling first. */
const remarks: readonly (readonly [
  (sizes: Shape, key: Shape) => boolean,
  (sizes: Shape, key: Shape) => string,
])[] = [
  [
    (sizes, key) => key.length > 2 && sameShape(sizes, [...key.slice(1), key[0]!]),
    () => 'These are the right sizes with the channels last; here the first axis comes first.',
  ],
  [
    (sizes, key) => key.length > 2 && sameShape(sizes, [key.at(-1)!, ...key.slice(0, -1)]),
    () => 'These are the right sizes with the last axis first.',
  ],
  [
    (sizes, key) => sameShape(sorted(sizes), sorted(key)),
    () => 'These are the right sizes in another order.',
  ],
  [
    (sizes, key) => sameShape(withoutOnes(sizes), withoutOnes(key)),
    () => 'The sizes differ from what is asked only by axes of size 1.',
  ],
  [
    (sizes, key) => sizes.length !== key.length && sizeOf(sizes) === sizeOf(key),
    () => 'The number of entries is right, laid out along other axes.',
  ],
  [
    (sizes, key) => sizes.length !== key.length,
    (sizes, key) => `You gave ${sizesOf(sizes.length)}; this shape has ${key.length}.`,
  ],
];

const typeset = (sizes: Shape): string =>
  sizes.length === 0 ? '()' : sizes.length === 1 ? `(${sizes[0]!},)` : sizes.join(' \\times ');

/** The sizes of a tensor's axes, outermost first; exact. */
export const shape: AnswerType<WrittenShape | None, Shape | None> = {
  name: 'shape',
  expects: 'sizes such as 16x28x28 or (16, 28, 28)',
  read(text, { like, trailingOnes }) {
    if (isBlank(text)) return blank;
    if (saysNone(text)) return read(none);
    const reading = readDimensions(text, Array.isArray(like) ? like.length : undefined);
    if (reading instanceof Unreadable) return unreadable(reading.why);
    return read({ sizes: reading.sizes, ignoresTrailingOnes: trailingOnes === 'ignore' }, reading.notes);
  },
  compare(answer, key) {
    if (isNone(answer) || isNone(key))
      return { entries: [answer === key ? 'correct' : 'wrong'], distance: null };
    if (isRight(answer, key)) return { entries: ['correct'], distance: null };
    const remark = remarks.find(([fits]) => fits(answer.sizes, key))?.[1](answer.sizes, key);
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
    return !isNone(ours) && isRight(answer, ours) ? ours : answer.sizes;
  },
  plausible(answer, like) {
    const fits = fitsNone(answer, like);
    if (fits !== true || isNone(answer) || isNone(like)) return fits;
    if (answer.sizes.length !== like.length && !isRight(answer, like))
      return `it has ${sizesOf(answer.sizes.length)} where ${like.length} are needed`;
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
  examples: [
    {
      key: [16, 28, 28],
      accepts: [
        '16x28x28',
        '16 × 28 × 28',
        '16*28*28',
        '(16, 28, 28)',
        '[16,28,28]',
        '16, 28, 28',
        '16 by 28 by 28',
        '16 28 28',
        '$16 \\times 28 \\times 28$',
        'torch.Size([16, 28, 28])',
        '16X28X28',
        'output: 16x28x28',
        '((16, 28, 28))',
      ],
      rejects: [
        '28x28x16',
        '16x28',
        '16x28x29',
        '12544',
        '16x784',
        '16.5x28x28',
        'none',
        '1x16x28x28',
        '-16x28x28',
      ],
      unreadable: [
        '16x28x?',
        '16x28x28 or 28x28x16',
        'sixteen',
        '16xx28',
        '１6x28x28',
        '16x28x28x',
        '[16, 28, 28',
        '16:28:28',
      ],
    },
    {
      key: [3136, 1],
      accepts: ['3136x1', '3,136 × 1', '3, 136 × 1', '[3,136, 1]', '3 136 × 1', '3136, 1'],
      rejects: ['3x136x1', '1x3136', '3136'],
    },
    { key: [3, 136, 1], accepts: ['3, 136 × 1', '[3,136,1]', '3x136x1'], rejects: ['3136x1'] },
    { key: [3136], accepts: ['3136', '3,136', '(3136,)', '[3136]'], rejects: ['3136x1', '3x136'] },
    {
      key: [16],
      options: { trailingOnes: 'ignore' },
      accepts: ['16', '16x1', '(16, 1)', '(16,)'],
      rejects: ['1x16', '17x1'],
    },
    { key: [10, 1], options: { trailingOnes: 'ignore' }, accepts: ['10', '10x1'], rejects: ['1x10'] },
    { key: 'none', accepts: ['none', '-', '–', 'N/A'], rejects: ['0', '16x28'], unreadable: ['no'] },
  ],
};
