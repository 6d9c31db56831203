import { realFunctions, spellings } from '../expression/functions.js';
import { ExpressionError, type ConstantName } from '../expression/tree.js';
import { keyOfDerivative, keyOfName, keyOfTreeName, looseKey } from './name-key.js';
import { tokenize } from './tokenize.js';
import type { FormulaKind, Language, SymbolFacts, Symbols } from './symbols.js';
import { isSign, type Tokens } from './tokens.js';

/** What the letters and words of a formula mean. */
export interface Vocabulary {
  readonly kind: FormulaKind;
  readonly isOpen: boolean;
  /** Names and how people know them, for messages. */
  readonly names: readonly string[];
  /** The name behind a key; `undefined` where nothing has it. */
  find(key: string): string | undefined;
  /** Whether the superscript of this key belongs to a name by declaration. */
  isRaised(key: string): boolean;
  derivative(key: string): string | undefined;
  facts(name: string): SymbolFacts | undefined;
  /** Letters that count entries. */
  readonly indices: ReadonlySet<string>;
  /** Those of them that the asked tensor has. */
  readonly places: ReadonlySet<string>;
}

const realWords = new Map<string, string>([
  ...[...realFunctions.keys()].map((name) => [name, name] as const),
  ...spellings,
  ['Relu', 'relu'],
  ['RELU', 'relu'],
  ['sig', 'sigmoid'],
  ['Sigmoid', 'sigmoid'],
  ['expit', 'sigmoid'],
  ['sign', 'sign'],
  ['indicator', 'indicator'],
]);
const matrixWords = new Map<string, string>([
  ['diag', 'diag'],
  ['norm', 'norm'],
  ['transpose', 'transpose'],
  ['hadamard', 'hadamard'],
  ['inv', 'inverse'],
  ['multiply', 'hadamard'],
  ['dot', 'product'],
  ['matmul', 'product'],
]);

/** The function a word names; `undefined` for other words. */
export const functionNamed = (word: string, kind: FormulaKind): string | undefined =>
  (kind === 'matrices' ? matrixWords.get(word) : undefined) ?? realWords.get(word);

export const constants: ReadonlyMap<string, ConstantName> = new Map([
  ['pi', 'pi'],
  ['e', 'e'],
]);

interface Register {
  readonly exact: Map<string, string>;
  readonly loose: Map<string, string | null>;
  readonly raised: Set<string>;
  readonly derivatives: Map<string, string>;
}

function register({ exact, loose }: Register, key: string, name: string): void {
  const taken = exact.get(key);
  if (taken !== undefined && taken !== name)
    throw new ExpressionError(`${taken} and ${name} are written alike`, 'Give one of them another name.');
  exact.set(key, name);
  const short = looseKey(key);
  loose.set(short, loose.has(short) && loose.get(short) !== name ? null : name);
}

/** The two sides of a derivative written as a fraction or with a slash. */
function sidesOf(tokens: Tokens): readonly [Tokens, Tokens] | undefined {
  const [only] = tokens;
  if (tokens.length === 1 && only?.kind === 'fraction') return [only.above, only.below];
  const slash = tokens.findIndex((token) => isSign(token, '/'));
  return slash < 0 ? undefined : [tokens.slice(0, slash), tokens.slice(slash + 1)];
}

function registerAlias(to: Register, alias: string, name: string): void {
  const tokens = tokenize(alias, 'point');
  const sides = sidesOf(tokens);
  const derivative = sides && keyOfDerivative(...sides);
  const plain = sides ? undefined : keyOfName(tokens);
  if (derivative !== undefined) to.derivatives.set(derivative, name);
  else if (plain) {
    register(to, plain.key, name);
    if (plain.isRaised) to.raised.add(plain.key);
  } else
    throw new ExpressionError(
      `"${alias}" is no way to write ${name}`,
      'Write a name with its scripts, or a derivative such as ∂J/∂Z.',
    );
}

const build = ({ kind, symbols: declared, indices = [], places = [] }: Language): Vocabulary => {
  const symbols: Symbols = declared ?? new Map();
  const to: Register = { exact: new Map(), loose: new Map(), raised: new Set(), derivatives: new Map() };
  const names = [...symbols.keys(), ...indices.filter((index) => !symbols.has(index))];
  for (const name of names) register(to, keyOfTreeName(name), name);
  for (const [name, { aliases }] of symbols) for (const alias of aliases) registerAlias(to, alias, name);
  return {
    kind,
    isOpen: declared === undefined,
    names,
    find: (key) => to.exact.get(key) ?? to.loose.get(looseKey(key)) ?? undefined,
    isRaised: (key) => to.raised.has(key),
    derivative: (key) => to.derivatives.get(key),
    facts: (name) => symbols.get(name),
    indices: new Set(indices),
    places: new Set(places),
  };
};

const known = new WeakMap<Symbols, Map<string, Vocabulary>>();

/** The vocabulary of a language; built once for the same symbols. Throws an ExpressionError for clashing names. */
export function vocabularyOf(language: Language): Vocabulary {
  const { symbols, kind, indices = [], places = [] } = language;
  if (!symbols) return build(language);
  const key = `${kind} ${indices.join(' ')} / ${places.join(' ')}`;
  const before = known.get(symbols) ?? new Map<string, Vocabulary>();
  known.set(symbols, before);
  const found = before.get(key) ?? build(language);
  before.set(key, found);
  return found;
}
