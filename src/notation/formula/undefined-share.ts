import { compile } from '../expression/compile.js';
import { samplePoints } from '../expression/sampling.js';
import { namesIn, parts, type Expression } from '../expression/tree.js';
import { domainsOf } from './compare-formulas.js';
import { withDefinitions } from './symbol-specs.js';
import type { Symbols } from './symbols.js';

const points = 70;
/** Beyond this share an answer that is defined at more points than the key waits for a person. */
const mostUndefined = 0.2;

const halfDefined: ReadonlySet<string> = new Set(['log', 'log2', 'log10', 'sqrt']);

/** Letters under a log, a root or a power that is no whole number. */
function lettersUnderRoots(tree: Expression): string[] {
  const deeper = parts(tree).flatMap(lettersUnderRoots);
  if (tree.kind === 'call' && halfDefined.has(tree.function))
    return [...tree.inputs.flatMap(namesIn), ...deeper];
  const isRoot =
    tree.kind === 'operation' &&
    tree.operator === '^' &&
    !(tree.right.kind === 'number' && Number.isInteger(tree.right.value));
  return isRoot ? [...namesIn(tree.left), ...deeper] : deeper;
}

/** Why comparing with a formula decides too little: it has no value at a good part of its samples. */
export interface Undefined {
  /** Between 0 and 1. */
  readonly share: number;
  /** Letters whose declared values bring it about; perhaps none that can be told. */
  readonly letters: readonly string[];
}

/** How much of its samples a formula has no finite value at, where that is too much. */
export function undefinedShare(formula: Expression, symbols: Symbols): Undefined | undefined {
  const tree = withDefinitions(formula, symbols);
  const names = [...new Set(namesIn(tree))];
  if (names.length === 0) return undefined;
  const domains = domainsOf(symbols);
  const valueAt = compile(tree, names);
  const drawn = samplePoints(
    names.map((name) => domains.get(name) ?? {}),
    points,
    [],
  );
  let missing = 0;
  for (const point of drawn) if (!Number.isFinite(valueAt(point))) missing++;
  if (missing <= mostUndefined * points) return undefined;
  const letters = [...new Set(lettersUnderRoots(tree))].filter(
    (name) => domains.get(name)?.from === undefined,
  );
  return { share: missing / points, letters };
}
