import { indexTokens, type IndexToken } from './index-tokens.js';
import { Unreadable } from './unreadable.js';

export interface WrittenRange {
  readonly from: number;
  readonly to: number;
}

const help = 'write the first and the last index, such as 0..4 or 0 ≤ k ≤ 4';
const unclear = new Unreadable(`it could not be read as a range; ${help}`);

const fillers = new Set(['from', 'between', 'goes', 'runs', 'ranges', 'is', 'in', 'over', 'the', 'values']);
const asides = new Set(['inclusive', 'inclusively', 'both', 'included']);
const negations = new Set(['not', 'no', 'except', 'without', 'excluding', 'outside']);
const joints = new Set(['to', 'and', 'through', 'until', 'or']);

/** One letter per kind of token, so that forms can be told by their outline: n number, v name, t joint, else the mark. */
const outlineOf = (token: IndexToken): string => {
  if (token.kind === 'number') return 'n';
  if (token.kind === 'mark')
    return token.text === '..' ? '~' : ['\n', ';'].includes(token.text) ? ',' : token.text;
  if (joints.has(token.text)) return 't';
  return token.text === 'range' ? 'r' : 'v';
};

const isName = (token: IndexToken | undefined): boolean =>
  token?.kind === 'word' && !joints.has(token.text) && token.text !== 'range';
const isMark = (token: IndexToken | undefined, ...texts: string[]): boolean =>
  token?.kind === 'mark' && texts.includes(token.text);

/** What stands before the values: at most two names, as in `k1, k2 = …`, and filling words. */
function withoutName(tokens: readonly IndexToken[]): readonly IndexToken[] {
  const names = tokens.filter((token) => token.kind === 'word' && isName(token) && !fillers.has(token.text));
  if (names.length > 2) return tokens;
  let start = 0;
  while (isName(tokens[start])) {
    start++;
    if (isMark(tokens[start], '=', ':', '∈') || (isMark(tokens[start], ',') && isName(tokens[start + 1])))
      start++;
  }
  return tokens.slice(start);
}

const numbersOf = (tokens: readonly IndexToken[]): number[] =>
  tokens.flatMap((token) => (token.kind === 'number' ? [token.value] : []));

const increasing = (numbers: readonly number[]): boolean =>
  numbers.every((entry, place) => place === 0 || entry === numbers[place - 1]! + 1);

const range = (from: number, to: number): WrittenRange | Unreadable =>
  from <= to ? { from, to } : new Unreadable(`it runs from ${from} down to ${to}; ${help}`);

/** `0 ≤ k < 2` and its mirror image; a strict sign leaves its bound out. */
function readInequality(outline: string, numbers: readonly number[]): WrittenRange | Unreadable | undefined {
  const found = /^n([<>≤≥])v(?:[,t]v)?([<>≤≥])n$/.exec(outline);
  if (!found) return undefined;
  const [, left, right] = found as unknown as [string, string, string];
  const upward = left === '<' || left === '≤';
  if (upward !== (right === '<' || right === '≤')) return unclear;
  const [low, high] = upward ? numbers : numbers.toReversed();
  const [lowSign, highSign] = upward ? [left, right] : [right, left];
  const isStrict = (sign: string): boolean => sign === '<' || sign === '>';
  return range(low! + Number(isStrict(lowSign)), high! - Number(isStrict(highSign)));
}

/** Values between brackets or bare: `0..4`, `0, 1, 2`, `0, 1, …, 4`, `0 to 4`, `[0, 4]`, `{0, 1}`, `[0, 5)`. */
function readValues(outline: string, numbers: readonly number[]): WrittenRange | Unreadable {
  const shell = /^([[({]?)(.*?)([\])}]?)$/.exec(outline)!;
  const [, open, inner, close] = shell as unknown as [string, string, string, string];
  const pair = open + close;
  if (!['', '[]', '()', '{}', '[)'].includes(pair)) return unclear;
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) return unclear;
  if (pair === '[)') return inner === 'n,n' ? range(first, last - 1) : unclear;
  if (/^n(?:[~:\-t]|,~,?|,t|~,)n$/.test(inner)) return range(first, last);
  if (/^n(?:,n){1,20},?~,?n$/.test(inner) && increasing(numbers.slice(0, -1))) return range(first, last);
  if (!/^n(?:(?:,|t|,t)n){0,40}$/.test(inner)) return unclear;
  if (increasing(numbers)) return range(first, last);
  if (numbers.length === 2 && pair !== '{}') return range(first, last);
  return new Unreadable(`it leaves values out between ${first} and ${last}; ${help}`);
}

/** Without remarks such as `inclusive` or `(both included)`. */
const withoutAsides = (tokens: readonly IndexToken[]): IndexToken[] =>
  tokens
    .filter((token) => token.kind !== 'word' || !asides.has(token.text))
    .filter(
      (token, at, all) =>
        !(isMark(token, '(') && isMark(all[at + 1], ')')) &&
        !(isMark(token, ')') && isMark(all[at - 1], '(')),
    );

/** In an inequality `3 - 1` is 2; elsewhere the dash may part two ends. */
function workedOut(tokens: readonly IndexToken[]): IndexToken[] {
  if (!tokens.some((token) => isMark(token, '<', '≤', '>', '≥'))) return [...tokens];
  const result: IndexToken[] = [];
  for (const token of tokens) {
    const [before, dash] = [result.at(-2), result.at(-1)];
    if (token.kind === 'number' && isMark(dash, '-') && before?.kind === 'number')
      result.splice(-2, 2, { kind: 'number', value: before.value - token.value });
    else result.push(token);
  }
  return result;
}

/** A range of indices as people write it, both ends included: `0..1`, `0 ≤ k ≤ 1`, `{0, 1}`, `k from 0 to 1`. */
export function readIndexRange(text: string): WrittenRange | Unreadable {
  const written = indexTokens(text);
  if (written instanceof Unreadable) return written;
  if (written.some((token) => token.kind === 'word' && negations.has(token.text))) return unclear;
  const tokens = workedOut(withoutAsides(written));
  const whole = tokens.map(outlineOf).join('');
  const inequality = readInequality(whole, numbersOf(tokens));
  if (inequality) return inequality;
  const rest = withoutName(tokens);
  const isOneEnd = tokens.some((token) => token.kind === 'word' && ['from', 'between'].includes(token.text));
  const numbers = numbersOf(rest);
  const outline = rest.map(outlineOf).join('');
  if (outline === 'r(n)') return range(0, numbers[0]! - 1);
  if (outline === 'r(n,n)') return range(numbers[0]!, numbers[1]! - 1);
  return isOneEnd && numbers.length === 1 ? unclear : readValues(outline, numbers);
}
