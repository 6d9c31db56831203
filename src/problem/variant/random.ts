import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** Four whole numbers of 32 bits, not all zero. */
export type RandomState = readonly [number, number, number, number];

/** A stream of draws that is the same on every machine. */
export interface Random {
  /** A whole number from 0 up to, and not including, `limit`; each is as likely as another. */
  below(limit: number): number;
}

/** xoroshiro128+ from a state. */
export function randomFrom(state: RandomState): Random {
  const generator = xoroshiro128plusFromState(state.map((word) => word | 0));
  return { below: (limit) => uniformInt(generator, 0, limit - 1) };
}
