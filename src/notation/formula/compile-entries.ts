import { DomainError } from '../../engine/domain-error.js';
import { isTensor, stridesOf, type Shape, type Tensor } from '../../engine/tensor.js';
import { constantValues, operatorValues } from '../expression/compile.js';
import { realFunctions } from '../expression/functions.js';
import { parts, type Expression } from '../expression/tree.js';
import { impliedRange, placesOfIndex, within } from './implied-range.js';
import { writeFormula } from './write-formula.js';

/** How entries are counted, and what one outside its tensor is. */
export interface Counting {
  readonly origin: 0 | 1;
  readonly outside: 'zero' | 'error';
  /** Takes an index without a range through all of the axis where it stands alone, whatever the others hold. */
  readonly strict?: boolean;
}

/** The value of a formula for the indices counted by `places`. */
export type EntryValue = () => number;

/** The first and the last value of an index, which may hang on the indices around it. */
type Range = () => readonly [number, number];

/** Terms that one comparison may add up; beyond it nothing a course asks for. */
export const mostTerms = 120_000;

/** Compiles a formula of entries; the indices are read from `places` when it runs. */
export function compileEntries(
  tree: Expression,
  values: (name: string) => number | Tensor,
  places: Map<string, number>,
  { origin, outside, strict = false }: Counting,
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
    if (ends.length === 2) {
      const [from, to] = [build(ends[0]!), build(ends[1]!)];
      return () => [from(), to()];
    }
    const largest = Math.max(1, ...sizesIn(body, shapeOf));
    const widest = impliedRange(body, index, shapeOf, largest, origin);
    // Beyond an edge a factor of 0 makes the term 0; where that is an error, all entries of a term must be there.
    const cuts = placesOfIndex(body, index, shapeOf)
      .filter(({ isFactor }) => isFactor || outside === 'error')
      .map(({ written, size }) => ({ at: build(written), size }));
    if (strict || cuts.length === 0) return () => widest;
    return () =>
      cuts.reduce(
        (range, { at, size }) => within(range, (place) => (places.set(index, place), at()), size, origin),
        widest,
      );
  };

  const sum = (inputs: readonly Expression[]): EntryValue => {
    const [body, index, ...ends] = inputs as [
      Expression,
      Extract<Expression, { kind: 'name' }>,
      ...Expression[],
    ];
    const before = places.get(index.name);
    if (ends.length === 0) places.set(index.name, 0);
    const range = rangeOf(body, index.name, ends);
    places.set(index.name, 0);
    const term = build(body);
    if (before === undefined) places.delete(index.name);
    return () => {
      const outer = places.get(index.name);
      let total = 0;
      const [first, last] = range();
      for (let place = first; place <= last; place++) {
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
