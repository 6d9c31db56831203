import { none, type None } from '../../engine/none.js';
import type { IndexRange, Places } from '../../engine/places.js';
import type { ReadingSlip } from '../answer-type.js';

const shifted = ({ places, origin }: Places, by: number): Places => ({
  places: places.map((index) => index.map((position) => position + by)),
  origin,
});

/** Slips that a place in a tensor can suffer. */
export const placeSlips: readonly ReadingSlip<Places | None>[] = [
  {
    name: 'counted-from-another-index',
    hint: 'Every index is off by one: look at where indices start here.',
    gives: (value) => (value === none ? [] : [shifted(value, value.origin === 0 ? 1 : -1)]),
  },
  {
    name: 'exchanged-row-and-column',
    hint: 'Row and column are exchanged; the row comes first.',
    gives: (value) =>
      value === none || value.places.some((index) => index.length !== 2)
        ? []
        : [{ ...value, places: value.places.map((index) => index.toReversed()) }],
  },
];

/** Slips that a range of indices can suffer. */
export const rangeSlips: readonly ReadingSlip<IndexRange>[] = [
  {
    name: 'counted-from-another-index',
    hint: 'Both limits are off by one: look at where indices start here.',
    gives: ({ from, to }) => [
      { from: from + 1, to: to + 1 },
      { from: from - 1, to: to - 1 },
    ],
  },
];
