import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Seeded draws: the same seed gives the same class. */
export interface Random {
  /** A whole number from 0 up to, not including, `limit`. */
  readonly below: (limit: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(choices: readonly T[]) => T;
  /** `count` different ones, in their order. */
  readonly some: <T>(choices: readonly T[], count: number) => T[];
}

export function seeded(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const below = (limit: number): number => uniformInt(generator, 0, limit - 1);
  const some = <T>(choices: readonly T[], count: number): T[] => {
    const left = choices.map((_, position) => position);
    while (left.length > count) left.splice(below(left.length), 1);
    return left.map((position) => choices[position]!);
  };
  return {
    below,
    chance: (share) => below(1_000_000) < share * 1_000_000,
    pick: (choices) => choices[below(choices.length)]!,
    some,
  };
}
