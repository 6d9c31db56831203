import { compareExpressions, type Equivalence } from '../expression/equivalence.js';
import type { Domain } from '../expression/sampling.js';
import type { Expression } from '../expression/tree.js';
import { withDefinitions } from './symbol-specs.js';
import type { Symbols } from './symbols.js';

const domains = new WeakMap<Symbols, ReadonlyMap<string, Domain>>();

/** Where the values of each letter lie. */
export function domainsOf(symbols: Symbols): ReadonlyMap<string, Domain> {
  const known = domains.get(symbols);
  if (known) return known;
  const made = new Map([...symbols].map(([name, { domain }]) => [name, domain]));
  domains.set(symbols, made);
  return made;
}

/** Whether two formulas of numbers mean the same for all values of the letters that nothing defines. */
export const compareFormulas = (a: Expression, b: Expression, symbols: Symbols): Equivalence =>
  compareExpressions(withDefinitions(a, symbols), withDefinitions(b, symbols), domainsOf(symbols));
