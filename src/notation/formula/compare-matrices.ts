import { DomainError } from '../../engine/domain-error.js';
import { formatShape, sameShape, transpose, type Shape, type Tensor } from '../../engine/tensor.js';
import type { Expression } from '../expression/tree.js';
import { drawValues } from './draw-values.js';
import { evaluateMatrices } from './evaluate-matrices.js';
import { isNumber, type MatrixValue } from './matrix-algebra.js';
import type { Symbols } from './symbols.js';

/** How two formulas of matrices compare, and why they differ where that has a name. */
export type MatrixComparison =
  | { readonly is: 'same' | 'undecided' }
  | { readonly is: 'different'; readonly because?: string; readonly isClash?: true };

const draws = 10;
const leastUsable = 3;
const tolerance = 1e-9;

/** A vector counts as a column. */
export const asMatrix = (shape: Shape): Shape => (shape.length === 1 ? [shape[0]!, 1] : shape);

const shapeOf = (value: MatrixValue): Shape => (isNumber(value) ? [1, 1] : value.shape);
const dataOf = (value: MatrixValue): ArrayLike<number> => (isNumber(value) ? [value] : value.data);

/** Values of all letters of a draw, the defined ones computed when first asked for. */
function withDefined(
  drawn: ReadonlyMap<string, number | Tensor>,
  symbols: Symbols,
): (name: string) => MatrixValue {
  const values = new Map<string, MatrixValue>(drawn);
  const valueOf = (name: string): MatrixValue => {
    const known = values.get(name);
    if (known !== undefined) return known;
    const { is } = symbols.get(name) ?? {};
    if (!is) throw new DomainError(`${name} stands for nothing here`);
    const value = evaluateMatrices(is, valueOf);
    values.set(name, value);
    return value;
  };
  return valueOf;
}

const sampled = new WeakMap<Symbols, readonly ((name: string) => MatrixValue)[]>();

/** The draws of a problem's letters, the same for every answer, so made once. */
function samplesOf(symbols: Symbols): readonly ((name: string) => MatrixValue)[] {
  const known = sampled.get(symbols);
  if (known) return known;
  const made = [...drawValues(symbols, draws, asMatrix)].map((drawn) => withDefined(drawn, symbols));
  sampled.set(symbols, made);
  return made;
}

const isFinite = (value: MatrixValue): boolean => Array.from(dataOf(value)).every(Number.isFinite);

function close(a: MatrixValue, b: MatrixValue): boolean {
  const [x, y] = [Array.from(dataOf(a)), Array.from(dataOf(b))];
  const scale = Math.max(...x.map(Math.abs), ...y.map(Math.abs));
  return x.every((entry, place) => Math.abs(entry - y[place]!) <= tolerance * scale);
}

const describe = (shape: Shape): string => `a ${formatShape(shape)} matrix`;

/** The opposite, the transpose, or the sizes: why two values differ. */
function reason(a: MatrixValue, b: MatrixValue): string | undefined {
  const [mine, wanted] = [shapeOf(a), shapeOf(b)];
  const turned = isNumber(a) ? a : transpose(a);
  if (sameShape(shapeOf(turned), wanted) && close(turned, b)) return 'It is the transpose of the right one.';
  if (!sameShape(mine, wanted)) return `It is ${describe(mine)} where ${describe(wanted)} is asked.`;
  return close(isNumber(a) ? -a : { ...a, data: a.data.map((entry) => -entry) }, b)
    ? 'It has the opposite sign of the right one.'
    : undefined;
}

/** The value of a formula, or which shapes in it do not fit. */
function attempt(tree: Expression, valueOf: (name: string) => MatrixValue): MatrixValue | string {
  try {
    return evaluateMatrices(tree, valueOf);
  } catch (error) {
    if (error instanceof DomainError) return error.message;
    throw error;
  }
}

/** Rows and columns of what a formula gives; undefined where its shapes do not fit. */
export function shapeOfFormula(tree: Expression, symbols: Symbols): Shape | undefined {
  const [first] = samplesOf(symbols);
  const value = attempt(tree, first!);
  return typeof value === 'string' ? undefined : shapeOf(value);
}

/**
 * Whether two formulas of matrices agree on drawn values; where they differ, every draw must give the same reason, which
 * is not looked for without `explain`.
 */
export function compareMatrices(
  a: Expression,
  b: Expression,
  symbols: Symbols,
  { explain = true } = {},
): MatrixComparison {
  let usable = 0;
  const reasons = new Set<string | undefined>();
  for (const valueOf of samplesOf(symbols)) {
    const wanted = attempt(b, valueOf);
    if (typeof wanted === 'string') return { is: 'undecided' };
    const found = attempt(a, valueOf);
    if (typeof found === 'string')
      return { is: 'different', because: `The shapes do not fit: ${found}.`, isClash: true };
    if (!isFinite(found) || !isFinite(wanted)) continue;
    usable++;
    if (!sameShape(shapeOf(found), shapeOf(wanted)) || !close(found, wanted)) {
      if (!explain) return { is: 'different' };
      reasons.add(reason(found, wanted));
    } else if (reasons.size > 0) reasons.add(undefined);
  }
  if (reasons.size > 0) {
    const [because] = reasons;
    return { is: 'different', ...(reasons.size === 1 && because !== undefined && { because }) };
  }
  return { is: usable >= leastUsable ? 'same' : 'undecided' };
}
