import { compile } from './compile.js';
import { approximate } from './rounding-error.js';
import { samplePoints, type Domain } from './sampling.js';
import { namesIn, parts, sameTree, type Expression } from './tree.js';

export type Equivalence = 'same' | 'different' | 'undecided';

const points = 70;
/** Fewer points where both are defined say too little. */
const leastUsable = 4;
const tolerance = 1e-9;
/** Where one side alone is undefined at more of the points than this, as (√x)² beside |x|, a person decides. */
const mostOneSided = 0.2;
/** Slack on the rounding bound, which follows first-order effects only. */
const slack = 8;

const mostLandmarks = 6;

const numbersIn = (tree: Expression): number[] =>
  tree.kind === 'number' ? [tree.value] : parts(tree).flatMap(numbersIn);

const close = (a: number, b: number): boolean =>
  a === b || Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));

/**
 * Whether two expressions agree wherever both are defined, by their values at fixed pseudo-random points of the
 * declared domains. `different` only where they differ by more than rounding can explain; a point where either
 * is undefined, infinite or lost to rounding counts for nothing; with fewer than four that count, or with many where
 * one side alone is undefined, the answer is `undecided`.
 */
export function compareExpressions(
  a: Expression,
  b: Expression,
  symbols: ReadonlyMap<string, Domain> = new Map(),
): Equivalence {
  if (sameTree(a, b)) return 'same';
  const names = [...new Set([...namesIn(a), ...namesIn(b)])];
  const [valueA, valueB] = [compile(a, names), compile(b, names)];
  let usable = 0;
  let oneSided = 0;
  const domains = names.map((name) => symbols.get(name) ?? {});
  const landmarks = [...numbersIn(a), ...numbersIn(b)].slice(0, mostLandmarks);
  for (const point of samplePoints(domains, names.length === 0 ? 1 : points, landmarks)) {
    const [x, y] = [valueA(point), valueB(point)];
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      if (Number.isNaN(x) ? Number.isFinite(y) : Number.isNaN(y) && Number.isFinite(x)) oneSided++;
      continue;
    }
    if (close(x, y)) {
      usable++;
      continue;
    }
    const valueOf = (name: string): number => point[names.indexOf(name)]!;
    const rounding = approximate(a, valueOf).error + approximate(b, valueOf).error;
    if (Math.abs(x - y) > tolerance * Math.max(Math.abs(x), Math.abs(y)) + slack * rounding)
      return 'different';
    if (rounding < tolerance) usable++;
  }
  if (oneSided > mostOneSided * points) return 'undecided';
  return usable >= (names.length === 0 ? 1 : leastUsable) ? 'same' : 'undecided';
}
