import { greek } from '../expression/greek.js';
import { exactKey, scriptParts, scriptsAt, type Scripts } from './name-key.js';
import { refuse, type State } from './state.js';
import { isSign, type Letters, type Token, type Tokens, type Unit } from './tokens.js';
import { constants, functionNamed, type Vocabulary } from './vocabulary.js';

/** A unit, and which of the scripts behind the run belong to its name. */
interface Resolved {
  readonly unit: Unit;
  readonly takes: 'all' | 'below' | 'none';
}

const greekNames: ReadonlySet<string> = new Set(greek.values());
/** Names that a formula without declared letters may use: one letter, perhaps numbered. */
const openName = (key: string): boolean => {
  const [base = ''] = key.split('_');
  const isLetter = (base.length === 1 && /[A-Za-z]/.test(base)) || greekNames.has(base);
  const isWord = constants.has(key) || functionNamed(key, 'numbers') !== undefined;
  return isLetter && !isWord && /^[A-Za-z0-9_]{1,40}$/.test(key);
};

const partsOf = (scripts: readonly Tokens[]): string[] | undefined => {
  const parts = scripts.map(scriptParts);
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
};

/** Finds what the letters of a run mean, given the scripts behind it. */
function finder({ vocabulary, bound, at: start, tokens }: State, { accent }: Letters, scripts: Scripts) {
  const over = accent === undefined ? [] : [accent];
  const named = (key: string): string | undefined =>
    bound.get(key) ?? vocabulary.find(key) ?? (vocabulary.isOpen && openName(key) ? key : undefined);
  const [below, above] = [partsOf(scripts.below), partsOf(scripts.above)];
  /** `w_2^{1,1}` where the name is `w_2^{11}`: the border between below and above stays. */
  const closedUp = [...scripts.below, ...scripts.above].map((script) => scriptParts(script)?.join('') ?? '');
  const primed = scripts.primes > 0 ? [`prime${scripts.primes}`] : [];
  const leadsAll = scripts.above.length === 0 || scripts.lead > start + 1;
  const inBrackets = scripts.above.some(([first]) => isSign(first, '(', '['));

  const inside = (text: string): Unit | undefined => {
    const name = named(exactKey(text, []));
    if (name !== undefined) return { is: 'name', name };
    return wordUnit(text, vocabulary);
  };

  const last = (text: string): Resolved | undefined => {
    const plainBelow = below && exactKey(text, [...over, ...below]);
    if (below && above && (above.length > 0 || primed.length > 0)) {
      const key = exactKey(text, [...over, ...below, ...above, ...primed]);
      const name =
        bound.get(key) ??
        vocabulary.find(key) ??
        vocabulary.find(exactKey(text, [...over, ...closedUp, ...primed]));
      const belongs =
        primed.length > 0 ||
        vocabulary.isRaised(key) ||
        inBrackets ||
        (below.length > 0 && named(plainBelow!) === undefined);
      if (name !== undefined && belongs) return { unit: { is: 'name', name }, takes: 'all' };
    }
    if (plainBelow !== undefined && scripts.below.length > 0 && leadsAll) {
      const name = named(plainBelow);
      if (name !== undefined) return { unit: { is: 'name', name }, takes: 'below' };
    }
    const bare = named(exactKey(text, over));
    const hasEntries = bare !== undefined && vocabulary.kind === 'entries' && vocabulary.facts(bare)?.shape;
    if (bare !== undefined && (scripts.below.length === 0 || hasEntries))
      return { unit: { is: 'name', name: bare }, takes: 'none' };
    const isIndicator = text === 'I' && isSign(tokens[start + 1], '(', '[', '{', '_');
    const unit = isIndicator
      ? ({ is: 'function', name: 'indicator' } as const)
      : accent === undefined
        ? wordUnit(text, vocabulary)
        : undefined;
    if (!unit || (unit.is === 'constant' && scripts.below.length > 0)) return undefined;
    return { unit, takes: 'none' };
  };
  return { inside, last };
}

function wordUnit(text: string, { kind }: Vocabulary): Unit | undefined {
  const called = functionNamed(text, kind);
  if (called !== undefined) return { is: 'function', name: called };
  const constant = constants.get(text);
  return constant === undefined ? undefined : { is: 'constant', name: constant };
}

/** Letters and digits of the longest name, and of the longest run that is taken apart. */
const longestUnit = 40;
const longestRun = 80;

/** Splits a run into units, the longest first; only its last letters may have scripts. */
function split(parts: readonly string[], { inside, last }: ReturnType<typeof finder>, whole: boolean) {
  const dead = new Set<number>();
  const from = (start: number): { units: Unit[]; takes: Resolved['takes'] } | undefined => {
    if (dead.has(start)) return undefined;
    for (let end = Math.min(parts.length, start + longestUnit); end > start; end--) {
      if (whole && end < parts.length) break;
      const text = parts.slice(start, end).join('');
      if (/^\d/.test(text)) break;
      if (end === parts.length) {
        const found = last(text);
        if (found) return { units: [found.unit], takes: found.takes };
        continue;
      }
      if (/^\d/.test(parts[end]!)) continue;
      const unit = inside(text);
      const rest = unit && from(end);
      if (rest) return { units: [unit, ...rest.units], takes: rest.takes };
    }
    dead.add(start);
    return undefined;
  };
  return from(0);
}

const mostListed = 14;

/** A letter as its problem writes it, where that needs no LaTeX command: `w_1^{12}` for `w_1_12`. */
const writtenName = (name: string, { facts }: Vocabulary): string => {
  const latex = facts(name)?.latex;
  return latex === undefined || latex.includes('\\') ? name : latex;
};

function unknown({ text }: Letters, vocabulary: Vocabulary) {
  const { names, isOpen } = vocabulary;
  if (isOpen) return refuse(`“${text}” is no letter and no function that is known here`);
  const known = names.slice(0, mostListed).map((name) => writtenName(name, vocabulary));
  const listed = known.join(', ') + (names.length > mostListed ? ', …' : '');
  return refuse(
    `“${text}” stands for nothing here`,
    names.length === 0 ? 'Write numbers only.' : `The letters are ${listed}.`,
  );
}

/** Puts units in place of the run of letters at the place reached; what scripts they do not take stay behind them. */
export function resolveLetters(state: State): void {
  const token = state.tokens[state.at] as Letters;
  if (token.parts.length > longestRun) throw refuse('it holds a word that is too long to be a formula');
  const scripts = scriptsAt(state.tokens, state.at + 1);
  const found = split(token.parts, finder(state, token, scripts), token.whole);
  if (!found) throw unknown(token, state.vocabulary);
  const units = found.units.map((unit, place): Token => ({
    kind: 'unit',
    unit,
    text: found.units.length === 1 ? token.text : unit.name,
    spaced: place === 0 && token.spaced,
  }));
  const { tokens, at } = state;
  const end = found.takes === 'all' ? scripts.end : found.takes === 'none' ? at + 1 : scripts.lead;
  tokens.splice(at, end - at, ...units);
}
