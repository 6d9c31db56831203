import { drawFrom, gridOf, type Grid } from './grid.js';
import type { Distribution } from './distribution.js';
import type { Random } from './random.js';

type Draw = (random: Random) => unknown;

const entriesDeep = (value: unknown, draw: (random: Random) => unknown, random: Random): unknown =>
  Array.isArray(value) ? value.map((entry) => entriesDeep(entry, draw, random)) : draw(random);

/** The entries in an order drawn by exchanging each with one that is left (Fisher and Yates). */
function shuffled(entries: readonly unknown[], random: Random): unknown[] {
  const result = [...entries];
  for (let left = result.length; left > 1; left--) {
    const chosen = random.below(left);
    [result[left - 1], result[chosen]] = [result[chosen], result[left - 1]];
  }
  return result;
}

const oneOf =
  (of: readonly unknown[]): Draw =>
  (random) =>
    of[random.below(of.length)];
const onGrid = (spec: Parameters<typeof gridOf>[0]): Draw => {
  const grid = gridOf(spec) as Grid;
  return (random) => drawFrom(grid, random);
};

/** Draws a given in place of the stated one; the distribution has passed its checks. Formulas are not drawn. */
export function drawOf(distribution: Exclude<Distribution, { is: string }>, stated: unknown): Draw {
  if ('draw' in distribution) {
    if (distribution.draw === 'permutation') return (random) => shuffled(stated as unknown[], random);
    return distribution.draw === 'choice' ? oneOf(distribution.of) : onGrid(distribution);
  }
  const entry = distribution.each === 'choice' ? oneOf(distribution.of) : onGrid(distribution);
  return (random) => entriesDeep(stated, entry, random);
}
