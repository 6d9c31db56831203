import type { Shape } from '../../engine/tensor.js';
import { ExpressionError, limits, type Expression } from '../expression/tree.js';
import { closingPlace, isSign, sign, textOf, type Token, type Tokens } from './tokens.js';
import { freeTransposes } from './transposes.js';
import type { Vocabulary } from './vocabulary.js';

/** How tightly a part of a formula holds together. */
export const level = {
  or: 1,
  and: 2,
  comparison: 3,
  sum: 4,
  each: 5,
  product: 6,
  unary: 7,
  power: 8,
} as const;
export type Level = (typeof level)[keyof typeof level];

/** A formula being read: its tokens, the place reached, and what its words mean. */
export interface State {
  readonly tokens: Token[];
  readonly vocabulary: Vocabulary;
  /** Letters that a sum around this place counts with, by their keys. */
  bound: ReadonlyMap<string, string>;
  depth: number;
  at: number;
  /** Sums that say nothing of what they run over, the innermost last: the shape of what stands bare in them, and its indices. */
  readonly unsaid: { letters: readonly string[]; shape?: Shape }[];
  /** Bars of |…| that are open. */
  bars: number;
  /** Reads as much as holds together at least so tightly. */
  readonly read: (state: State, least: Level) => Expression;
}

export const current = (state: State): Token | undefined => state.tokens[state.at];

export const refuse = (message: string, hint?: string): ExpressionError => new ExpressionError(message, hint);

/** The text just before the place reached, to say where something is missing. */
const before = ({ tokens, at }: State): string => textOf(tokens.slice(Math.max(0, at - 4), at));

/** What is wrong at the place reached. */
export function unexpected(state: State): ExpressionError {
  const token = current(state);
  const place = before(state);
  const after = place === '' ? '' : ` after “${place}”`;
  if (!token) return refuse(place === '' ? 'it is empty' : `something is missing${after}`);
  if (isSign(token, '=')) return refuse('“=” cannot stand here', 'Give one formula, without an equation.');
  if (isSign(token, ',', ';'))
    return refuse(`“${token.text}” cannot stand here${after}`, 'Give one formula.');
  return refuse(`“${token.text}” cannot stand here${after}`);
}

/** Reads one level deeper; too many levels are refused. */
export function nested<T>(state: State, run: () => T): T {
  if (state.depth >= limits.nesting)
    throw refuse(`it nests deeper than ${limits.nesting} levels`, 'Write it in simpler parts.');
  state.depth++;
  const result = run();
  state.depth--;
  return result;
}

/** Who writes @ between matrices means products entry by entry with *, as NumPy does. */
const asNumPy = (tokens: Tokens): Token[] =>
  tokens.some(({ text }) => text === '@')
    ? tokens.map((token) => (token.text === '*' ? sign('hadamard', '*', token.spaced) : token))
    : [...tokens];

/** Tokens as their kind of formula reads them; || is a norm among matrices only. */
export function prepared(tokens: Tokens, { kind, find }: Vocabulary): Token[] {
  if (kind === 'matrices') {
    const read = asNumPy(tokens);
    const marks = ['T', 't'].filter((letter) => find(letter) === undefined);
    return marks.includes('T') ? freeTransposes(read, marks, (key) => find(key) !== undefined) : read;
  }
  return tokens.flatMap((token) => (token.text === '||' ? [sign('|'), sign('|')] : [token]));
}

/** Reads tokens that must be one formula from end to end. */
export function readWhole(state: State, tokens: Tokens): Expression {
  const inner: State = { ...state, tokens: prepared(tokens, state.vocabulary), at: 0, bars: 0 };
  return nested(inner, () => {
    const tree = inner.read(inner, level.or);
    if (inner.at < inner.tokens.length) throw unexpected(inner);
    return tree;
  });
}

/** The tokens between the bracket at the place reached and its partner, behind which the place moves. */
export function takeGroup(state: State): Tokens {
  const close = closingPlace(state.tokens, state.at);
  if (close === undefined)
    throw refuse(`the bracket “${current(state)!.text || '{'}” is not closed`, 'Close every bracket.');
  const inside = state.tokens.slice(state.at + 1, close);
  state.at = close + 1;
  return inside;
}

/** Whether a factor can begin here without a sign before it. */
export function startsFactor(state: State): boolean {
  const token = current(state);
  if (!token) return false;
  if (token.kind !== 'sign') return true;
  return (
    isSign(token, '(', '[', '{', 'root', 'partial', 'sum') || (isSign(token, '|', '‖') && state.bars === 0)
  );
}
