import { sameShape, type Shape } from '../../engine/tensor.js';
import { call, name, namesIn, parts, type Expression } from '../expression/tree.js';
import { exactKey, scriptAt } from './name-key.js';
import { level, nested, refuse, type State } from './state.js';
import { isSign, type Tokens } from './tokens.js';

export const unsaidRange = () =>
  refuse('a sum says nothing of what it runs over', 'Write Σ_{i,j} or Σ_{i=0}^{n}.');

/** Single letters in brackets and subscripts that stand for nothing yet: what a sum of the student's own counts. */
function ownLetters(tokens: Tokens, { vocabulary, bound }: State): string[] {
  const found = tokens.flatMap((token, place) => {
    const script = isSign(token, '_') ? place + 1 : isSign(token, '[') ? place : undefined;
    return script === undefined ? [] : (scriptAt(tokens, script)?.inside ?? []);
  });
  const keys = found.flatMap((token) =>
    token.kind === 'letters' && token.parts.length === 1 ? [exactKey(token.parts[0]!, [])] : [],
  );
  return [...new Set(keys)].filter((key) => vocabulary.find(key) === undefined && !bound.has(key));
}

const spare = [...'ijklpqrstuvabcd'];

/** Indices for a tensor that stands bare in a sum without a range, the same for all of them; undefined elsewhere. */
export function impliedIndices(
  { unsaid, vocabulary, bound }: State,
  shape: Shape,
): readonly string[] | undefined {
  const sum = unsaid.at(-1);
  if (!sum) return undefined;
  if (sum.shape && !sameShape(sum.shape, shape))
    throw refuse('a sum of tensors of different sizes says nothing of its indices');
  sum.shape = shape;
  const free = spare.filter((letter) => vocabulary.find(letter) === undefined && !bound.has(letter));
  if (sum.letters.length === 0) sum.letters = free.slice(0, shape.length);
  if (sum.letters.length < shape.length) throw unsaidRange();
  return sum.letters;
}

/** Reads Σ without a range, at the place behind it: it runs over every index of its product that nothing else counts. */
export function readUnsaid(state: State): Expression {
  const { vocabulary, bound: around } = state;
  const own = ownLetters(state.tokens.slice(state.at), state);
  const sum: State['unsaid'][number] = { letters: [] };
  state.bound = new Map([...around, ...own.map((letter) => [letter, letter] as const)]);
  state.unsaid.push(sum);
  const body = nested(state, () => state.read(state, level.each));
  state.unsaid.pop();
  state.bound = around;
  const free = freeNames(body).filter((used) => own.includes(used) || vocabulary.indices.has(used));
  // One tensor without indices beside one with some would leave open which belong together.
  if (sum.shape && free.length > 0) throw unsaidRange();
  const all = sum.shape
    ? sum.letters
    : free.filter((letter) => !vocabulary.places.has(letter) && !around.has(letter));
  if (all.length === 0) throw unsaidRange();
  return all.toReversed().reduce((inner, index) => call('sum', inner, name(index)), body);
}

/** Names of a part that no sum inside it counts, in the order in which they first stand. */
function freeNames(tree: Expression): string[] {
  if (tree.kind !== 'call' || tree.function !== 'sum') {
    if (tree.kind === 'name') return [tree.name];
    const inside = parts(tree).flatMap(freeNames);
    return [...new Set(inside)];
  }
  const [body, index, ...ends] = tree.inputs as [Expression, Extract<Expression, { kind: 'name' }>];
  return [...freeNames(body).filter((used) => used !== index.name), ...ends.flatMap(namesIn)];
}
