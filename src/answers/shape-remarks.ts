import { sameShape, sizeOf, type Shape } from '../engine/tensor.js';

const sorted = (shape: Shape): Shape => [...shape].sort((a, b) => a - b);
const withoutOnes = (shape: Shape): Shape => shape.filter((size) => size !== 1);
export const sizesOf = (count: number): string => (count === 1 ? '1 size' : `${count} sizes`);

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

/** How a wrong shape differs from the right one, where that has a name. */
export const shapeRemark = (sizes: Shape, key: Shape): string | undefined =>
  remarks.find(([fits]) => fits(sizes, key))?.[1](sizes, key);
