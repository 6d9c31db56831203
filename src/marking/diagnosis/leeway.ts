import { isTensor, sameShape, zip, type Tensor } from '../../engine/tensor.js';
import type { OpenProblem } from '../../problem/open-problem.js';
import { targetValue, type Target } from '../../problem/target.js';
import type { Carried, OwnWork } from './carry.js';
import { attempt } from './explanations.js';

/** The carried digits never leave more open than this share of a value: beyond it anything would be right. */
const mostLeeway = 0.05;
/** Numbers that are moved one by one; further entries of larger tensors are moved together. */
const mostMoves = 24;

type Numeric = number | Tensor;
const isNumeric = (value: unknown): value is Numeric =>
  (typeof value === 'number' && Number.isFinite(value)) || isTensor(value);

const sameForm = (a: Numeric, b: unknown): b is Numeric =>
  typeof a === 'number' ? typeof b === 'number' : isTensor(b) && sameShape(a.shape, b.shape);

const combine = (a: Numeric, b: Numeric, each: (a: number, b: number) => number): Numeric =>
  typeof a === 'number' ? each(a, b as number) : zip(a, b as Tensor, each);

/** A carried value with its digits moved as far as they leave open: number by number, or all of a large tensor. */
function movesOf(value: Numeric, half: Numeric): Numeric[] {
  if (typeof value === 'number') return half === 0 ? [] : [value + (half as number)];
  const halves = (half as Tensor).data;
  const movable = Array.from(halves.keys()).filter((at) => halves[at] !== 0);
  const groups =
    movable.length <= mostMoves
      ? movable.map((at) => [at])
      : Array.from({ length: mostMoves }, (_, group) =>
          movable.filter((_, order) => order % mostMoves === group),
        );
  return groups.map((group) => {
    const data = Float64Array.from(value.data);
    for (const at of group) data[at] = data[at]! + halves[at]!;
    return { shape: value.shape, data };
  });
}

/** How far a value may be off because the numbers carried into it were rounded, entry by entry; null where it is not. */
function leeway(
  target: Target,
  expected: Numeric,
  behind: readonly Carried[],
  own: OwnWork,
  { key }: OpenProblem,
): Numeric | null {
  let total: Numeric | null = null;
  for (const one of behind) {
    const { item, answer, exact } = one;
    const half = exact ? undefined : item.type.halfDigits?.(answer);
    const value = item.type.fill(answer, () => targetValue(key.value(item.targets[0].step), item.targets[0]));
    if (!isNumeric(value) || half === undefined || !sameForm(value, half)) continue;
    for (const moved of movesOf(value, half)) {
      const other = attempt(() => targetValue(own.moved(one, moved).expected(target.step), target));
      if (!sameForm(expected, other)) continue;
      const shift = combine(expected, other, (a, b) => Math.abs(a - b));
      total = total === null ? shift : combine(total, shift, (a, b) => a + b);
    }
  }
  return total && combine(total, expected, (room, at) => Math.min(room, mostLeeway * Math.abs(at)));
}

const isNear = (a: Numeric, b: Numeric): boolean => {
  const pairs =
    typeof a === 'number' ? [[a, b as number]] : Array.from(a.data, (x, at) => [x, (b as Tensor).data[at]!]);
  return pairs.every(([x, y]) => Math.abs(x! - y!) <= 2 * mostLeeway * Math.abs(x!));
};

/**
 * The value nearest to an answer among those that the student's earlier digits leave open; `expected` itself where they
 * leave nothing open or the answer is far off.
 */
export function nearestOpen(
  target: Target,
  expected: unknown,
  written: unknown,
  behind: readonly Carried[],
  own: OwnWork,
  problem: OpenProblem,
): unknown {
  if (!isNumeric(expected) || !sameForm(expected, written) || !isNear(expected, written)) return expected;
  const room = leeway(target, expected, behind, own, problem);
  if (room === null) return expected;
  const low = combine(expected, room, (at, by) => at - by);
  const high = combine(expected, room, (at, by) => at + by);
  return combine(combine(written, low, Math.max), high, Math.min);
}
