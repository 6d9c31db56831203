import { call, name, type Expression } from '../expression/tree.js';
import { scriptsAt, keyOfName } from './name-key.js';
import { impliedIndices, readUnsaid, unsaidRange } from './unsaid-sum.js';
import { current, level, nested, readWhole, refuse, takeGroup, type State } from './state.js';
import { closingPlace, isSign, letters, splitList, textOf, type Token, type Tokens } from './tokens.js';

/** `ijm` below a tensor of three indices is i, j and m. */
function splitRun(list: readonly Tokens[], rank: number): readonly Tokens[] {
  const [only] = list;
  if (list.length !== 1 || rank === 1 || only === undefined) return list;
  const parts = only.flatMap((token): Token[] => {
    if (token.kind === 'number')
      return [...token.text].map((digit) => ({ ...token, value: Number(digit), text: digit }));
    return token.kind === 'letters' ? token.parts.map((part) => letters([part], part)) : [token];
  });
  // k1 and k_1 keep their digits: only a run of as many letters as there are indices is taken apart.
  return parts.length === rank && parts.every(({ kind }) => kind !== 'sign')
    ? parts.map((part) => [part])
    : list;
}

/** The indices behind a tensor: `[i, j]`, `[i][j]`, `_{i,j}` or `(i, j)`. */
function indicesOf(state: State, rank: number, mayLack: boolean): readonly Tokens[] {
  const lists: Tokens[] = [];
  while (isSign(current(state), '[')) lists.push(...splitList(takeGroup(state)));
  if (lists.length > 0) return lists;
  if (isSign(current(state), '_')) {
    const { below, end } = scriptsAt(state.tokens, state.at);
    state.at = end;
    return splitRun(below.flatMap(splitList), rank);
  }
  // U(1−U) is a product where U may stand alone; x(i) and W(i, j) are entries.
  const close = isSign(current(state), '(') ? closingPlace(state.tokens, state.at) : undefined;
  const inside = splitList(state.tokens.slice(state.at + 1, close ?? state.at + 1));
  if (close === undefined || inside.length !== rank || (rank === 1 && mayLack)) return lists;
  state.at = close + 1;
  return inside;
}

/** Reads an entry of a tensor; one written without indices has those that the problem declares for it. */
export function readEntry(state: State, tensor: string): Expression {
  const { shape = [], indices } = state.vocabulary.facts(tensor)!;
  const rank = shape.length;
  const written = indicesOf(state, rank, indices !== undefined);
  if (written.length === 0) {
    const implied = indices ?? impliedIndices(state, shape);
    if (!implied) throw refuse(`${tensor} has no indices`, `Write ${tensor}[…] with ${rank} of them.`);
    return call('entry', name(tensor), ...implied.map(name));
  }
  if (written.length !== rank)
    throw refuse(`${tensor} has ${rank} ${rank === 1 ? 'index' : 'indices'}, you wrote ${written.length}`);
  return call('entry', name(tensor), ...written.map((index) => readWhole(state, index)));
}

interface Range {
  readonly names: readonly string[];
  readonly from?: Tokens;
  readonly to?: Tokens;
}

/** Letters below a sum as names: `i, j`, or `ij` for both. */
function namesOf(tokens: Tokens, { vocabulary }: State): string[] {
  return splitList(tokens).flatMap((list) => {
    const found = keyOfName(list);
    if (!found) throw refuse(`“${textOf(list)}” is no letter to sum over`);
    const known = vocabulary.find(found.key);
    if (known !== undefined && vocabulary.facts(known))
      throw refuse(`${known} has a meaning of its own and cannot be summed over`);
    const [only] = list;
    const letter = list.length === 1 && only?.kind === 'letters' ? only.parts : [];
    if (known === undefined && letter.length > 1 && letter.every((part) => /^[A-Za-z]$/.test(part)))
      return letter;
    return [known ?? found.key];
  });
}

/** `i=1`, `i, j`, `0 ≤ i < n` below a sum, with what stands above it. */
function readRange(state: State, below: Tokens, above: Tokens | undefined): Range {
  const marks = below.flatMap((token, place) => (isSign(token, '=', '<', '<=') ? [place] : []));
  const [first, second] = marks;
  if (first === undefined) {
    if (above && below.every(({ kind }) => kind === 'number'))
      throw refuse('a sum does not say which letter it counts', 'Write Σ_{i=1}^{m}.');
    if (above) throw refuse('a sum has an upper end only', 'Write both ends, or none.');
    return { names: namesOf(below, state) };
  }
  if (isSign(below[first], '=')) {
    if (!above || second !== undefined)
      throw refuse('a sum has a lower end only', 'Write both ends, or none.');
    return { names: namesOf(below.slice(0, first), state), from: below.slice(first + 1), to: above };
  }
  if (second === undefined || above || !isSign(below[first], '<='))
    throw refuse('the range of a sum cannot be read', 'Write Σ_{i=0}^{n} or Σ_{0≤i<n}.');
  const last = below.slice(second + 1);
  const one: Tokens = [
    { kind: 'sign', sign: '-', text: '-', spaced: false },
    { kind: 'number', value: 1, text: '1', spaced: false },
  ];
  return {
    names: namesOf(below.slice(first + 1, second), state),
    from: below.slice(0, first),
    to: isSign(below[second], '<') ? [...last, ...one] : last,
  };
}

const withoutBrackets = (tokens: Tokens): Tokens =>
  isSign(tokens[0], '(') && closingPlace(tokens, 0) === tokens.length - 1 ? tokens.slice(1, -1) : tokens;

/** Reads Σ with its range and the product that follows it. */
export function readSum(state: State): Expression {
  if (state.vocabulary.kind !== 'entries')
    throw refuse('a sum sign is not read here', 'Write the terms out.');
  state.at++;
  const { below, above, end } = scriptsAt(state.tokens, state.at);
  if (below.length === 0 && above.length === 0) return readUnsaid(state);
  if (below.length !== 1 || above.length > 1) throw unsaidRange();
  state.at = end;
  const range = readRange(state, withoutBrackets(below[0]!), above[0]);
  const ends = [range.from, range.to].flatMap((tokens) => (tokens ? [readWhole(state, tokens)] : []));
  const around = state.bound;
  state.bound = new Map([...around, ...range.names.map((index) => [index, index] as const)]);
  const body = nested(state, () => state.read(state, level.each));
  state.bound = around;
  return range.names.toReversed().reduce((sum, index) => call('sum', sum, name(index), ...ends), body);
}
