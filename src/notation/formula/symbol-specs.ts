import { ExpressionError, namesIn, substitute, type Expression } from '../expression/tree.js';
import type { Domain } from '../expression/sampling.js';
import { parseFormula } from './read-formula.js';
import type { FormulaKind, SymbolFacts, Symbols } from './symbols.js';

/** A letter as an author writes it: a formula that defines it, or what there is to say of it. */
export type SymbolSpec =
  | string
  | {
      readonly is?: string | undefined;
      readonly from?: number | undefined;
      readonly to?: number | undefined;
      readonly integer?: boolean | undefined;
      readonly aliases?: readonly string[] | undefined;
      readonly latex?: string | undefined;
      readonly shape?: readonly number[] | undefined;
      readonly indices?: readonly string[] | undefined;
      readonly size?: number | undefined;
    };
export type SymbolSpecs = Readonly<Record<string, SymbolSpec>>;

const domainOf = ({ from, to, integer }: Exclude<SymbolSpec, string>): Domain => ({
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
  ...(integer !== undefined && { integer }),
});

function factsOf(spec: SymbolSpec): SymbolFacts {
  if (typeof spec === 'string') return { domain: {}, aliases: [] };
  const { aliases = [], latex, shape, indices, size } = spec;
  return {
    domain: domainOf(spec),
    aliases,
    ...(latex !== undefined && { latex }),
    ...(shape !== undefined && { shape }),
    ...(indices !== undefined && { indices }),
    ...(size !== undefined && { size }),
  };
}

const definitionOf = (spec: SymbolSpec): string | undefined => (typeof spec === 'string' ? spec : spec.is);

/** The letters of a problem, their definitions read. Throws an ExpressionError that names the letter. */
export function readSymbols(
  specs: SymbolSpecs,
  kind: FormulaKind = 'numbers',
  indices: readonly string[] = [],
): Symbols {
  const symbols = new Map(Object.entries(specs).map(([name, spec]) => [name, factsOf(spec)] as const));
  const defined = new Map<string, SymbolFacts>(symbols);
  for (const [name, spec] of Object.entries(specs)) {
    const text = definitionOf(spec);
    if (text === undefined) continue;
    try {
      defined.set(name, { ...symbols.get(name)!, is: parseFormula(text, { kind, symbols, indices }) });
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      throw new ExpressionError(`${name}: ${error.message}`, error.hint);
    }
  }
  for (const name of defined.keys()) checkAcyclic(name, defined, []);
  return defined;
}

function checkAcyclic(name: string, symbols: Symbols, path: readonly string[]): void {
  if (path.includes(name))
    throw new ExpressionError(`letters define each other: ${[...path, name].join(', ')}`);
  const { is } = symbols.get(name) ?? {};
  if (is) for (const used of namesIn(is)) checkAcyclic(used, symbols, [...path, name]);
}

const resolved = new WeakMap<Symbols, ReadonlyMap<string, Expression>>();

/** What each defined letter is in terms of those that are not. */
function definitionsOf(symbols: Symbols): ReadonlyMap<string, Expression> {
  const known = resolved.get(symbols);
  if (known) return known;
  const all = new Map<string, Expression>();
  const resolve = (name: string): void => {
    const { is } = symbols.get(name) ?? {};
    if (!is || all.has(name)) return;
    namesIn(is).forEach(resolve);
    all.set(name, substitute(is, all));
  };
  for (const name of symbols.keys()) resolve(name);
  resolved.set(symbols, all);
  return all;
}

/** A formula with every defined letter replaced by its definition. */
export function withDefinitions(tree: Expression, symbols: Symbols): Expression {
  const definitions = definitionsOf(symbols);
  return definitions.size === 0 ? tree : substitute(tree, definitions);
}
