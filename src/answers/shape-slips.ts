import { none, type None } from '../engine/none.js';
import { sameShape, type Shape } from '../engine/tensor.js';
import type { ReadingSlip } from './answer-type.js';

const slip = (name: string, hint: string, of: (sizes: Shape) => Shape): ReadingSlip<Shape | None> => ({
  name,
  hint,
  gives: (sizes) => {
    if (sizes === none || sizes.length < 2) return [];
    const moved = of(sizes);
    return sameShape(moved, sizes) ? [] : [moved];
  },
});

/** Slips of order that a shape can suffer. */
export const shapeSlips: readonly ReadingSlip<Shape | None>[] = [
  slip(
    'put-channels-last',
    'These are the right sizes with the channels last; here the first axis comes first.',
    ([first, ...others]) => [...others, first!],
  ),
  slip('put-the-last-axis-first', 'These are the right sizes with the last axis first.', (sizes) => [
    sizes.at(-1)!,
    ...sizes.slice(0, -1),
  ]),
  slip('reversed-the-order', 'These are the right sizes in reverse order.', (sizes) => sizes.toReversed()),
];
