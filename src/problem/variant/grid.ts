import type { Random } from './random.js';

/** Numbers at equal distances, some left out: each that is left is as likely as another. */
export interface Grid {
  readonly count: number;
  readonly at: (position: number) => number;
  /** Positions left out, ascending. */
  readonly without: readonly number[];
}

export interface GridSpec {
  readonly from: number;
  readonly to: number;
  readonly step?: number;
  readonly except?: readonly number[] | undefined;
}

/** More values than one draw of 32 bits tells apart are refused. */
const most = 2 ** 31;

const decimalsOf = (value: number): number => {
  const [digits, exponent = '0'] = String(value).split('e') as [string, string?];
  return Math.max(0, (digits.split('.')[1] ?? '').length - Number(exponent));
};

/** The grid of a range, or what is wrong with it. */
export function gridOf({ from, to, step = 1, except = [] }: GridSpec): Grid | { readonly error: string } {
  if (from > to) return { error: `nothing lies between ${from} and ${to}` };
  // A distance that decimals cannot write exactly may fall short of its last point by a rounding.
  const count = Math.floor((to - from) / step + 1e-9) + 1;
  if (count > most) return { error: `${from} to ${to} in steps of ${step} are more than ${most} values` };
  const decimals = Math.min(100, Math.max(decimalsOf(from), decimalsOf(step)));
  const at = (position: number): number => Number((from + position * step).toFixed(decimals)) + 0;
  const places = except.map((value) => Math.round((value - from) / step));
  const without = [...new Set(places)]
    .filter((place) => place >= 0 && place < count && except.includes(at(place)))
    .sort((a, b) => a - b);
  if (without.length === count) return { error: 'every value is excepted' };
  return { count, at, without };
}

export function drawFrom({ count, at, without }: Grid, random: Random): number {
  let position = random.below(count - without.length);
  for (const left of without) if (left <= position) position += 1;
  return at(position);
}
