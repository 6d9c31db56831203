import { compile } from './compile.js';
import { compareExpressions } from './equivalence.js';
import { samplePoints, type Domain } from './sampling.js';
import { namesIn, negative, number, operation, type Expression } from './tree.js';

/** How a wrong formula differs from the right one, where that has a name. */
export type Relation =
  | { readonly is: 'opposite' | 'reciprocal' }
  | { readonly is: 'multiple' | 'shifted'; readonly by: Expression };

const tries = 12;
const largestDenominator = 24;

/** A fraction of small whole numbers, exact to rounding; undefined for other values. */
function smallFraction(value: number): Expression | undefined {
  for (let denominator = 1; denominator <= largestDenominator; denominator++) {
    const numerator = Math.round(value * denominator);
    if (Math.abs(numerator) > 1000 || Math.abs(value * denominator - numerator) > 1e-9 * denominator)
      continue;
    return denominator === 1 ? number(numerator) : operation(number(numerator), '/', number(denominator));
  }
  return undefined;
}

/** The answer's value over, or less, the key's, at the first point where both are defined and not 0. */
function firstValues(
  a: Expression,
  b: Expression,
  symbols: ReadonlyMap<string, Domain>,
): readonly [number, number] | undefined {
  const names = [...new Set([...namesIn(a), ...namesIn(b)])];
  const [valueA, valueB] = [compile(a, names), compile(b, names)];
  const domains = names.map((name) => symbols.get(name) ?? {});
  for (const point of samplePoints(domains, tries, [])) {
    const [x, y] = [valueA(point), valueB(point)];
    if (Number.isFinite(x) && Number.isFinite(y) && x !== 0 && y !== 0) return [x, y];
  }
  return undefined;
}

/** How `answer` differs from `key`, for two formulas that are not the same; undefined where no simple way fits. */
export function relate(
  answer: Expression,
  key: Expression,
  symbols: ReadonlyMap<string, Domain>,
): Relation | undefined {
  const isSame = (tree: Expression): boolean => compareExpressions(tree, key, symbols) === 'same';
  if (isSame(negative(answer))) return { is: 'opposite' };
  const values = firstValues(answer, key, symbols);
  if (!values) return undefined;
  const factor = smallFraction(values[0] / values[1]);
  if (factor && compareExpressions(answer, operation(factor, '*', key), symbols) === 'same')
    return { is: 'multiple', by: factor };
  if (isSame(operation(number(1), '/', answer))) return { is: 'reciprocal' };
  const offset = smallFraction(values[0] - values[1]);
  if (offset && compareExpressions(answer, operation(key, '+', offset), symbols) === 'same')
    return { is: 'shifted', by: offset };
  return undefined;
}
