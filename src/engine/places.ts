import { indexOf, type Tensor } from './tensor.js';

/** Places in a tensor, counted from 0, and where the problem's own indices start. */
export interface Places {
  readonly places: readonly (readonly number[])[];
  readonly origin: 0 | 1;
}

/** Whole numbers from one to another, both included. */
export interface IndexRange {
  readonly from: number;
  readonly to: number;
}

/** The places of entries that pass a test. */
export const placesWhere = (
  { shape, data }: Tensor,
  origin: 0 | 1,
  test: (entry: number) => boolean,
): Places => ({
  places: [...data].flatMap((entry, offset) => (test(entry) ? [indexOf(shape, offset)] : [])),
  origin,
});

/** Relative gap within which two computed entries count as one value. */
const computationNoise = 1e-12;

/** The places of the entries nearest to a value. */
export function placesNearest(value: Tensor, origin: 0 | 1, wanted: number): Places {
  const gap = Math.min(...value.data.map((entry) => Math.abs(entry - wanted)));
  const room = gap + computationNoise * Math.max(1, Math.abs(wanted));
  return placesWhere(value, origin, (entry) => Math.abs(entry - wanted) <= room);
}
