import type { IndexedFormula } from '../../answers/formula/indexed-sum.js';
import { DomainError } from '../../engine/domain-error.js';
import { named, type Named } from '../../engine/worksheet.js';
import { namesIn } from '../../notation/expression/tree.js';
import { leftOver } from '../../notation/formula/compare-sums.js';
import type { DerivationGiven } from './schema.js';

const isIndexed = (value: unknown): value is IndexedFormula =>
  typeof value === 'object' && value !== null && 'counters' in value;

/**
 * Earlier steps that a formula reads as letters: where a step gives the entries of a declared tensor of its own name, what
 * a student found there stands for that tensor from then on.
 */
export function lettersFrom(
  given: DerivationGiven,
  name: string,
  key: unknown,
): Record<string, Named<unknown>> {
  if (!isIndexed(key)) return {};
  const names = Object.keys(given.steps);
  const used = new Set(namesIn(key.formula));
  const earlier = names.slice(0, names.indexOf(name)).filter((step) => {
    const { type, indices = {} } = given.steps[step]!;
    const declared = key.symbols.get(step)?.indices ?? [];
    return type === 'indexed-sum' && used.has(step) && Object.keys(indices).join() === declared.join();
  });
  return Object.fromEntries(earlier.map((step) => [step, named(step)]));
}

/** The key with a student's own formulas for the tensors that earlier steps give. */
export function withLetters(key: unknown, found: Readonly<Record<string, unknown>>): unknown {
  if (!isIndexed(key)) return key;
  const symbols = new Map(key.symbols);
  for (const [name, own] of Object.entries(found)) {
    const facts = symbols.get(name);
    if (!facts || !isIndexed(own)) continue;
    if (leftOver(own.formula, own).length > 0)
      throw new DomainError('an index of your earlier formula is neither given nor summed over');
    symbols.set(name, { ...facts, is: own.formula });
  }
  return { ...key, symbols };
}
