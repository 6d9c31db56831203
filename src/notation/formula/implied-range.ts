import type { Shape } from '../../engine/tensor.js';
import { namesIn, parts, type Expression } from '../expression/tree.js';

type Name = Extract<Expression, { kind: 'name' }>;
type ShapeOf = (name: string) => Shape | undefined;

/** One index of one entry: what is written there, how long its axis is, and whether 0 outside makes the term 0. */
export interface Place {
  readonly written: Expression;
  readonly size: number;
  readonly isFactor: boolean;
}

/** Whether a part of `tree` multiplies all of it. */
const multiplies = (tree: Expression, at: number): boolean => {
  if (tree.kind === 'unary') return tree.operator === '-';
  if (tree.kind === 'operation') return tree.operator === '*' || (tree.operator === '/' && at === 0);
  return tree.kind === 'call' && tree.function === 'sum' && at === 0;
};

/** The places where an index of a sum stands, without those that indices of sums inside it decide, too. */
export function placesOfIndex(
  tree: Expression,
  index: string,
  shapeOf: ShapeOf,
  isFactor = true,
  inner: readonly string[] = [],
): Place[] {
  if (tree.kind === 'call' && tree.function === 'entry') {
    const [tensor, ...written] = tree.inputs as [Name, ...Expression[]];
    const shape = shapeOf(tensor.name) ?? [];
    return written.flatMap((place, axis) => {
      const used = namesIn(place);
      const isOurs = used.includes(index) && !used.some((name) => inner.includes(name));
      const deeper = placesOfIndex(place, index, shapeOf, false, inner);
      return isOurs && deeper.length === 0 ? [{ written: place, size: shape[axis]!, isFactor }] : deeper;
    });
  }
  const counter = tree.kind === 'call' && tree.function === 'sum' ? (tree.inputs[1] as Name).name : undefined;
  if (counter === index) return [];
  const within = counter === undefined ? inner : [...inner, counter];
  return parts(tree).flatMap((part, at) =>
    placesOfIndex(part, index, shapeOf, isFactor && multiplies(tree, at), within),
  );
}

/** The sizes of the axes where an index stands alone, such as i in α[i]. */
function axesOf(tree: Expression, index: string, shapeOf: ShapeOf): number[] {
  if (tree.kind !== 'call') return parts(tree).flatMap((part) => axesOf(part, index, shapeOf));
  const [tensor, ...places] = tree.inputs as [Expression, ...Expression[]];
  if (tree.function === 'entry' && tensor.kind === 'name') {
    const shape = shapeOf(tensor.name) ?? [];
    const own = places.flatMap((place, axis) =>
      place.kind === 'name' && place.name === index ? [shape[axis]!] : [],
    );
    return [...own, ...places.flatMap((place) => axesOf(place, index, shapeOf))];
  }
  const [counter] = places;
  const isShadowed = tree.function === 'sum' && counter?.kind === 'name' && counter.name === index;
  return isShadowed ? [] : tree.inputs.flatMap((part) => axesOf(part, index, shapeOf));
}

/** The numbers an index takes where nothing says so: those of the axes where it stands alone, else wherever it can matter. */
export function impliedRange(
  tree: Expression,
  index: string,
  shapeOf: ShapeOf,
  largest: number,
  origin: number,
): readonly [number, number] {
  const axes = axesOf(tree, index, shapeOf);
  return axes.length > 0
    ? [origin, origin + Math.min(...axes) - 1]
    : [origin - largest, origin + 2 * largest];
}

const hair = 1e-9;

/**
 * The part of a range in which an index written as `at` lies inside its axis; `at` gives its value for a value of the
 * index. Nothing is cut where it does not grow evenly.
 */
export function within(
  [from, to]: readonly [number, number],
  at: (index: number) => number,
  size: number,
  origin: number,
): readonly [number, number] {
  const start = at(0);
  const slope = at(1) - start;
  if (slope === 0 || !Number.isFinite(slope) || Math.abs(at(2) - start - 2 * slope) > hair) return [from, to];
  const ends = [(origin - start) / slope, (origin + size - 1 - start) / slope];
  return [
    Math.max(from, Math.ceil(Math.min(...ends) - hair)),
    Math.min(to, Math.floor(Math.max(...ends) + hair)),
  ];
}
