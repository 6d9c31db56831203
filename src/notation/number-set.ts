import { readIndexRange } from './index-range.js';
import { indexTokens, type IndexToken } from './index-tokens.js';
import { Unreadable } from './unreadable.js';

const most = 200;
const unclear = new Unreadable('it could not be read as whole numbers; write them like 8, 9, 10');

const isMark = (token: IndexToken, texts: string): boolean =>
  token.kind === 'mark' && texts.includes(token.text);
const isJoint = (token: IndexToken): boolean =>
  token.kind === 'word' ? token.text === 'and' || token.text === 'or' : isMark(token, ',;\n');

const fillers = new Set(['can', 'could', 'may', 'be', 'is', 'are', 'any', 'of', 'either', 'one', 'values']);

/** Without the name before the values, `k =` or `k can be`, and where it is repeated before each of them. */
function withoutNames(tokens: readonly IndexToken[]): readonly IndexToken[] {
  const isName = (at: number): boolean => {
    const [token, next] = [tokens[at], tokens[at + 1]];
    return token?.kind === 'word' && next !== undefined && isMark(next, '=:∈');
  };
  const [first] = tokens;
  const says = (token: IndexToken): boolean =>
    token.kind === 'word' && first?.kind === 'word' && token.text === first.text;
  const rest = isName(0)
    ? tokens.filter(
        (token, at) => !(isName(at) && says(token)) && !(at > 0 && isName(at - 1) && says(tokens[at - 1]!)),
      )
    : tokens;
  const start = rest.findIndex((token, at) => token.kind !== 'word' || (at > 0 && !fillers.has(token.text)));
  const isSpoken =
    start > 0 && rest.slice(0, start).some((token) => token.kind === 'word' && fillers.has(token.text));
  return isSpoken ? rest.slice(start) : rest;
}

/** The tokens after a leading `k =` or `k ∈`, without one pair of brackets around them. */
function listed(tokens: readonly IndexToken[]): readonly IndexToken[] {
  const named = withoutNames(tokens);
  const [first, last] = [named[0], named.at(-1)];
  const isBracketed =
    first?.kind === 'mark' && last?.kind === 'mark' && ['{}', '[]', '()'].includes(first.text + last.text);
  return isBracketed ? named.slice(1, -1) : named;
}

/** Whole numbers side by side: `8, 9 and 10`, `{8, 9, 10}`; a joint stands between numbers only. */
function readList(tokens: readonly IndexToken[]): number[] | undefined {
  const numbers: number[] = [];
  let joined = true;
  for (const token of tokens) {
    if (token.kind === 'number') {
      numbers.push(token.value);
      joined = false;
    } else if (!isJoint(token) || (joined && token.kind !== 'word')) return undefined;
    else joined = true;
  }
  return joined || numbers.length === 0 ? undefined : numbers;
}

/** A set of whole numbers: listed, or as a range (`8..10`, `8 ≤ k ≤ 10`). */
export function readNumberSet(text: string): readonly number[] | Unreadable {
  const tokens = indexTokens(text);
  if (tokens instanceof Unreadable) return tokens;
  const list = readList(listed(tokens));
  if (list) return list.length <= most ? list : new Unreadable(`it lists more than ${most} numbers`);
  const range = readIndexRange(text);
  if (range instanceof Unreadable) return unclear;
  if (range.to - range.from >= most) return new Unreadable(`it lists more than ${most} numbers`);
  return Array.from({ length: range.to - range.from + 1 }, (_, step) => range.from + step);
}
