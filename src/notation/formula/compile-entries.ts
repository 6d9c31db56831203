import { DomainError } from '../../engine/domain-error.js';
import { isTensor, stridesOf, type Shape, type Tensor } from '../../engine/tensor.js';
import { constantValues, operatorValues } from '../expression/compile.js';
import { realFunctions } from '../expression/functions.js';
import { parts, type Expression } from '../expression/tree.js';
import { writeFormula } from './write-formula.js';

/** How entries are counted, and what one outside its tensor is. */
export interface Counting {
  readonly origin: 0 | 1;
  readonly outside: 'zero' | 'error';
}

/** The value of a formula for the indices counted by `places`. */
export type EntryValue = () => number;

interface Range {
  readonly from: EntryValue;
  readonly to: EntryValue;
}

/** Terms that one comparison may add up; beyond it nothing a course asks for. */
export const mostTerms = 120_000;

/** The sizes of the axes where an index stands alone, such as i in α[i]. */
function axesOf(tree: Expression, index: string, shapeOf: (name: string) => Shape | undefined): number[] {
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
  shapeOf: (name: string) => Shape | undefined,
  largest: number,
  origin: number,
): readonly [number, number] {
  const axes = axesOf(tree, index, shapeOf);
  return axes.length > 0
    ? [origin, origin + Math.min(...axes) - 1]
    : [origin - largest, origin + 2 * largest];
}

/** Compiles a formula of entries; the indices are read from `places` when it runs. */
export function compileEntries(
  tree: Expression,
  values: (name: string) => number | Tensor,
  places: Map<string, number>,
  { origin, outside }: Counting,
  budget: { terms: number },
): EntryValue {
  const shapeOf = (name: string): Shape | undefined => {
    if (places.has(name)) return undefined;
    const value = values(name);
    return isTensor(value) ? value.shape : undefined;
  };

  const build = (part: Expression): EntryValue => {
    switch (part.kind) {
      case 'number': {
        const { value } = part;
        return () => value;
      }
      case 'constant': {
        const value = constantValues[part.name];
        return () => value;
      }
      case 'name':
        return named(part.name);
      case 'unary': {
        const of = build(part.of);
        return part.operator === '-' ? () => -of() : () => 1 - of();
      }
      case 'operation': {
        const [left, right, apply] = [build(part.left), build(part.right), operatorValues[part.operator]];
        return () => apply(left(), right());
      }
      case 'call':
        if (part.function === 'entry') return entry(part.inputs, part);
        return part.function === 'sum' ? sum(part.inputs) : real(part.function, part.inputs);
    }
  };

  const named = (name: string): EntryValue => {
    if (places.has(name)) return () => places.get(name)!;
    const value = values(name);
    if (isTensor(value)) throw new DomainError(`${name} stands without its indices`);
    return () => value;
  };

  const real = (called: string, inputs: readonly Expression[]): EntryValue => {
    const { apply } = realFunctions.get(called)!;
    const built = inputs.map(build);
    return built.length === 1 ? () => apply(built[0]!()) : () => apply(...built.map((input) => input()));
  };

  const entry = (inputs: readonly Expression[], whole: Expression): EntryValue => {
    const [{ name }, ...indices] = inputs as [Extract<Expression, { kind: 'name' }>, ...Expression[]];
    const { shape, data } = values(name) as Tensor;
    const strides = stridesOf(shape);
    const built = indices.map(build);
    return () => {
      let offset = 0;
      for (let axis = 0; axis < built.length; axis++) {
        const place = Math.round(built[axis]!()) - origin;
        if (!(place >= 0 && place < shape[axis]!)) {
          if (outside === 'zero') return 0;
          throw new DomainError(`${writeFormula(whole)} reaches outside ${name}`);
        }
        offset += place * strides[axis]!;
      }
      return data[offset]!;
    };
  };

  const rangeOf = (body: Expression, index: string, ends: readonly Expression[]): Range => {
    if (ends.length === 2) return { from: build(ends[0]!), to: build(ends[1]!) };
    const largest = Math.max(1, ...sizesIn(body, shapeOf));
    const [from, to] = impliedRange(body, index, shapeOf, largest, origin);
    return { from: () => from, to: () => to };
  };

  const sum = (inputs: readonly Expression[]): EntryValue => {
    const [body, index, ...ends] = inputs as [
      Expression,
      Extract<Expression, { kind: 'name' }>,
      ...Expression[],
    ];
    const { from, to } = rangeOf(body, index.name, ends);
    const before = places.get(index.name);
    places.set(index.name, 0);
    const term = build(body);
    if (before === undefined) places.delete(index.name);
    return () => {
      const outer = places.get(index.name);
      let total = 0;
      for (let place = from(), last = to(); place <= last; place++) {
        if (++budget.terms > mostTerms) throw new DomainError('it adds up more terms than are worked out');
        places.set(index.name, place);
        total += term();
      }
      if (outer === undefined) places.delete(index.name);
      else places.set(index.name, outer);
      return total;
    };
  };

  return build(tree);
}

/** Sizes of all axes of the tensors in a formula. */
function sizesIn(tree: Expression, shapeOf: (name: string) => Shape | undefined): readonly number[] {
  const tensor = tree.kind === 'call' && tree.function === 'entry' ? tree.inputs[0] : undefined;
  return tensor?.kind === 'name'
    ? (shapeOf(tensor.name) ?? [])
    : parts(tree).flatMap((part) => sizesIn(part, shapeOf));
}
