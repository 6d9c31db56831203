import { DomainError } from '../../engine/domain-error.js';
import { indexOf, map, type Shape, type Tensor } from '../../engine/tensor.js';
import { namesIn, type Expression } from '../expression/tree.js';
import { compileEntries, type Counting } from './compile-entries.js';
import { drawValues } from './draw-values.js';
import { impliedRange } from './implied-range.js';
import type { Symbols } from './symbols.js';

/** What a formula of entries is about: its letters, and the indices of the tensor it gives with their sizes. */
export interface SumSetting extends Counting {
  readonly symbols: Symbols;
  readonly indices: ReadonlyMap<string, number>;
}

export type SumComparison =
  { readonly is: 'same' | 'undecided' } | { readonly is: 'different'; readonly because?: string };

const draws = 3;
const mostPlaces = 60;
const tolerance = 1e-9;

/** Indices that neither the asked tensor nor a sum of the formula's own counts. */
export function leftOver(tree: Expression, { symbols, indices }: SumSetting): readonly string[] {
  const free = (part: Expression, bound: readonly string[]): string[] => {
    if (part.kind === 'name')
      return symbols.has(part.name) || indices.has(part.name) || bound.includes(part.name) ? [] : [part.name];
    if (part.kind === 'call' && part.function === 'sum') {
      const [body, index, ...ends] = part.inputs as [Expression, Extract<Expression, { kind: 'name' }>];
      return [...free(body, [...bound, index.name]), ...ends.flatMap((end) => free(end, bound))];
    }
    if (part.kind === 'unary') return free(part.of, bound);
    if (part.kind === 'operation') return [...free(part.left, bound), ...free(part.right, bound)];
    return part.kind === 'call' ? part.inputs.flatMap((input) => free(input, bound)) : [];
  };
  return [...new Set(free(tree, []))].sort();
}

/** Values of all letters; a defined tensor is computed entry by entry at its declared indices. */
function withDefined(drawn: ReadonlyMap<string, number | Tensor>, { symbols, ...counting }: SumSetting) {
  const values = new Map<string, number | Tensor>(drawn);
  const valueOf = (name: string): number | Tensor => {
    const known = values.get(name);
    if (known !== undefined) return known;
    const { is, shape, indices = [] } = symbols.get(name)!;
    const places = new Map(indices.map((index) => [index, 0]));
    const compute = compileEntries(is!, valueOf, places, counting, { terms: 0 });
    const value = shape ? filled(shape, indices, places, compute, counting.origin) : compute();
    values.set(name, value);
    return value;
  };
  return valueOf;
}

const filled = (
  shape: Shape,
  indices: readonly string[],
  places: Map<string, number>,
  compute: () => number,
  origin: number,
): Tensor =>
  map({ shape, data: new Float64Array(shape.reduce((size, axis) => size * axis, 1)) }, (_, offset) => {
    indexOf(shape, offset).forEach((place, axis) => places.set(indices[axis]!, place + origin));
    return compute();
  });

const sampled = new WeakMap<SumSetting, readonly ((name: string) => number | Tensor)[]>();

/** The draws of a setting's letters, the same for every answer, so made once. */
function samplesOf(setting: SumSetting): readonly ((name: string) => number | Tensor)[] {
  const known = sampled.get(setting);
  if (known) return known;
  const drawn = [...drawValues(setting.symbols, draws, (shape) => shape)];
  const made = drawn.map((one) => withDefined(one, setting));
  sampled.set(setting, made);
  return made;
}

/** Places of the asked tensor to compare at, spread over all of it. */
function placesOf(ranges: readonly (readonly [number, number])[]): number[][] {
  const shape = ranges.map(([from, to]) => to - from + 1);
  const count = shape.reduce((size, axis) => size * axis, 1);
  // A step without common factors with the sizes visits every axis evenly.
  const step = count <= mostPlaces ? 1 : Math.ceil(count / mostPlaces) * 2 + 1;
  return Array.from({ length: Math.min(count, mostPlaces) }, (_, at) =>
    indexOf(shape, (at * step) % count).map((place, axis) => place + ranges[axis]![0]),
  );
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)!}`;

/** Whether two formulas of entries give the same tensor for drawn values of all tensors. */
export function compareSums(a: Expression, b: Expression, setting: SumSetting): SumComparison {
  const { symbols, indices, origin } = setting;
  const extra = leftOver(a, setting);
  if (extra.join() !== leftOver(b, setting).join())
    return {
      is: 'different',
      ...(extra.length > 0 && {
        because: `You did not sum over ${listed(extra)}: nothing says what ${extra.length > 1 ? 'they are' : 'it is'}.`,
      }),
    };
  const shapeOf = (name: string): Shape | undefined => symbols.get(name)?.shape;
  const largest = Math.max(1, ...namesIn(b).flatMap((name) => shapeOf(name) ?? []));
  const ranges = [
    ...[...indices.values()].map((size) => [origin, origin + size - 1] as const),
    ...extra.map((index) => impliedRange(b, index, shapeOf, largest, origin)),
  ];
  const names = [...indices.keys(), ...extra];
  const budget = { terms: 0 };
  try {
    for (const valueOf of samplesOf(setting)) {
      const places = new Map(names.map((name) => [name, origin as number]));
      const [mine, ours] = [a, b].map((tree) => compileEntries(tree, valueOf, places, setting, budget));
      const pairs = placesOf(ranges).map((at) => {
        at.forEach((place, axis) => places.set(names[axis]!, place));
        return [mine!(), ours!()] as const;
      });
      const scale = Math.max(...pairs.flat().map(Math.abs));
      if (!Number.isFinite(scale)) return { is: 'undecided' };
      if (pairs.some(([x, y]) => Math.abs(x - y) > tolerance * scale))
        return different(pairs, () => reachOf(a, valueOf, places, setting));
    }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return budget.terms > 0 && /more terms/.test(error.message)
      ? { is: 'undecided' }
      : { is: 'different', because: unworkable(error) };
  }
  return { is: 'same' };
}

const unworkable = ({ message }: DomainError): string => `It cannot be worked out: ${message}.`;

/** Which entry lies outside its tensor when an index runs through the whole axis where it stands alone. */
function reachOf(
  tree: Expression,
  valueOf: (name: string) => number | Tensor,
  places: Map<string, number>,
  setting: SumSetting,
): string | undefined {
  if (setting.outside === 'zero') return undefined;
  try {
    compileEntries(tree, valueOf, places, { ...setting, strict: true }, { terms: 0 })();
  } catch (error) {
    if (error instanceof DomainError) return unworkable(error);
    throw error;
  }
  return undefined;
}

function different(
  pairs: readonly (readonly [number, number])[],
  reach: () => string | undefined,
): SumComparison {
  const scale = Math.max(...pairs.flat().map(Math.abs));
  const isOpposite = pairs.every(([x, y]) => Math.abs(x + y) <= tolerance * scale);
  const because = isOpposite ? 'It has the opposite sign of the right one.' : reach();
  return { is: 'different', ...(because !== undefined && { because }) };
}
