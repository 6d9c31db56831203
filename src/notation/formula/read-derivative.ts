import { derivativeKey, differential, keyOfName, scriptsAt } from './name-key.js';
import { refuse, type State } from './state.js';
import { isSign, sign, textOf, type Token, type Tokens } from './tokens.js';

/** Where a ∂ or d with its letter and scripts ends; undefined where none begins at `start`. */
function endOfDifferential(tokens: Tokens, start: number, withScripts: boolean): number | undefined {
  const first = tokens[start];
  const letter =
    isSign(first, 'partial') || (first?.kind === 'letters' && first.text === 'd') ? start + 1 : start;
  const head = tokens[letter];
  if (head?.kind !== 'letters' || (letter === start && head.parts[0] !== 'd')) return undefined;
  return withScripts ? scriptsAt(tokens, letter + 1).end : letter + 1;
}

/** The declared name that a derivative at `start` stands for, and where it ends. */
function derivativeAt(
  { tokens, vocabulary }: State,
  start: number,
): { name: string; end: number } | undefined {
  const middle = endOfDifferential(tokens, start, true);
  if (middle === undefined || !isSign(tokens[middle], '/')) return undefined;
  const over = differential(tokens.slice(start, middle));
  if (over === undefined) return undefined;
  for (const withScripts of [true, false]) {
    const end = endOfDifferential(tokens, middle + 1, withScripts);
    const under = end === undefined ? undefined : differential(tokens.slice(middle + 1, end));
    const name = under === undefined ? undefined : vocabulary.derivative(derivativeKey(over, under));
    if (name !== undefined) return { name, end: end! };
  }
  return undefined;
}

/** Where a derivative that is written out ends; the end of its upper part where there is no lower one. */
function endOfDerivative({ tokens, at }: State): number {
  const middle = endOfDifferential(tokens, at, true) ?? at + 1;
  const end = isSign(tokens[middle], '/') ? endOfDifferential(tokens, middle + 1, true) : undefined;
  return end ?? middle;
}

const startsWithPartial = (tokens: Tokens): boolean => isSign(tokens[0], 'partial');

/** Puts the name of a declared derivative in its place; false where the tokens are no derivative that is known. */
export function resolveDerivative(state: State): boolean {
  const token = state.tokens[state.at];
  if (token?.kind === 'fraction') {
    const flat: Token[] = [...token.above, sign('/'), ...token.below];
    const found = derivativeAt({ ...state, tokens: flat }, 0);
    if (found) state.tokens.splice(state.at, 1, unit(found.name, token), ...flat.slice(found.end));
    else if (startsWithPartial(token.above)) throw unknownDerivative(flat);
    return found !== undefined;
  }
  const found = derivativeAt(state, state.at);
  if (found) state.tokens.splice(state.at, found.end - state.at, unit(found.name, token!));
  else if (isSign(token, 'partial'))
    throw unknownDerivative(state.tokens.slice(state.at, endOfDerivative(state)));
  return found !== undefined;
}

const unit = (name: string, { text, spaced }: Token): Token => ({
  kind: 'unit',
  unit: { is: 'name', name },
  text,
  spaced,
});

function unknownDerivative(tokens: Tokens) {
  const operates = tokens.length > 1 && isSign(tokens[1], '/');
  return operates || keyOfName(tokens.slice(1, 2)) === undefined
    ? refuse('a derivative sign stands alone', 'Write the result of the differentiation.')
    : refuse(
        `“${textOf(tokens).slice(0, 24)}” stands for nothing here`,
        'Work derivatives out, or use those that the problem names.',
      );
}
