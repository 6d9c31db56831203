import { none, type None } from '../engine/none.js';
import { map, type Tensor } from '../engine/tensor.js';
import type { ReadingSlip } from './answer-type.js';
import { entrySlips } from './number-slips.js';
import { rearrangements } from './rearrangements.js';

const isSame = (a: Tensor, b: Tensor): boolean =>
  a.shape.length === b.shape.length &&
  a.shape.every((size, axis) => size === b.shape[axis]) &&
  a.data.every((entry, index) => entry === b.data[index]);

/** The same slip in every entry: all signs flipped, all doubled. */
const everywhere = ({ name, hint, gives }: ReadingSlip<number | None>): ReadingSlip<Tensor | None> => ({
  name,
  hint: `${hint.replace(/\.$/, '')}, in every entry.`,
  gives: (value) => {
    if (value === none) return [];
    const ways = Math.max(0, ...Array.from(value.data, (entry) => gives(entry).length));
    return Array.from({ length: ways }, (_, way) =>
      map(value, (entry) => (gives(entry)[way] as number | undefined) ?? entry),
    );
  },
});

/** Slips that a vector, a matrix or a tensor can suffer: all entries alike, or right numbers in wrong places. */
export const tensorSlips: readonly ReadingSlip<Tensor | None>[] = [
  ...rearrangements.map(({ name, remark, of }): ReadingSlip<Tensor | None> => ({
    name,
    hint: remark,
    gives: (value) => {
      const moved = value === none ? undefined : of(value);
      return moved === undefined || isSame(moved, value as Tensor) ? [] : [moved];
    },
  })),
  ...entrySlips.map(everywhere),
];
