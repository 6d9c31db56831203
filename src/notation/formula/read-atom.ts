import { call, constant, isCondition, name, number, operation, type Expression } from '../expression/tree.js';
import { scriptAt } from './name-key.js';
import { readCall } from './read-call.js';
import { resolveDerivative } from './read-derivative.js';
import { readEntry, readSum } from './read-entries.js';
import { readBrackets, readCases, readRows } from './read-matrix.js';
import { resolveLetters } from './resolve-letters.js';
import { current, level, nested, readWhole, refuse, takeGroup, unexpected, type State } from './state.js';
import {
  closingPlace,
  isSign,
  splitList,
  textOf,
  type Fence,
  type Token,
  type Tokens,
  type Unit,
} from './tokens.js';

function readUnit(state: State, unit: Unit): Expression {
  if (unit.is === 'function') return readCall(state, unit.name);
  state.at++;
  if (unit.is === 'constant') return constant(unit.name);
  const { vocabulary, bound } = state;
  const isTensor = vocabulary.facts(unit.name)?.shape !== undefined && !bound.has(unit.name);
  return vocabulary.kind === 'entries' && isTensor ? readEntry(state, unit.name) : name(unit.name);
}

/** The length of a vector; of a number its size. */
const fenceCall = (fence: Fence, { vocabulary }: State): string =>
  fence === 'norm' && vocabulary.kind !== 'matrices' ? 'abs' : fence;

/** The 2 or F below a norm says which one it is: the only one that is read. */
function withNormOf(state: State, tree: Expression): Expression {
  if (tree.kind !== 'call' || tree.function !== 'norm' || !isSign(current(state), '_')) return tree;
  const script = scriptAt(state.tokens, state.at + 1);
  if (!script || !['2', 'F'].includes(textOf(script.inside)))
    throw refuse('only the Euclidean norm can be read', 'Write ‖x‖ or ‖x‖_2.');
  state.at = script.end;
  return tree;
}

function readBars(state: State): Expression {
  const open = current(state)!;
  state.at++;
  state.bars++;
  const inside = nested(state, () => state.read(state, level.sum));
  state.bars--;
  if (!isSign(current(state), isSign(open, '|') ? '|' : '‖'))
    throw refuse('a bar is not closed', 'Write |x| or abs(x).');
  state.at++;
  return withNormOf(state, call(fenceCall(isSign(open, '|') ? 'abs' : 'norm', state), inside));
}

/** √ takes what follows it closely: √x, √(x+1). */
function readRootSign(state: State): Expression {
  state.at++;
  if (isSign(current(state), '(', '[', '{')) return call('sqrt', readWhole(state, takeGroup(state)));
  return call(
    'sqrt',
    nested(state, () => readAtom(state)),
  );
}

function readRoot(state: State, degree: Tokens | null, of: Tokens): Expression {
  state.at++;
  const inside = readWhole(state, of);
  if (degree === null) return call('sqrt', inside);
  return operation(inside, '^', operation(number(1), '/', readWhole(state, degree)));
}

/** Takes the brackets off a tensor or a derivative whose indices follow: (∂J/∂Z)[i, j]. */
function freeTensor(state: State): boolean {
  const close = closingPlace(state.tokens, state.at);
  const inside = close === undefined ? [] : state.tokens.slice(state.at + 1, close);
  const isDerivative = inside[0]?.kind === 'fraction' || isSign(inside[0], 'partial');
  if (state.vocabulary.kind !== 'entries' || !isDerivative || !isSign(state.tokens[close! + 1], '[', '_'))
    return false;
  state.tokens.splice(close!, 1);
  state.tokens.splice(state.at, 1);
  return true;
}

function readBracket(state: State): Expression {
  if (freeTensor(state)) return readAtom(state);
  if (state.vocabulary.kind === 'matrices' && isSign(current(state), '[')) return readBrackets(state);
  const isVector = state.vocabulary.kind === 'matrices' && isSign(current(state), '(');
  const inside = takeGroup(state);
  const entries = isVector ? splitList(inside) : [];
  return entries.length > 1
    ? readRows(
        state,
        entries.map((entry) => [entry]),
      )
    : readWhole(state, inside);
}

/** 1 with a condition below it, 1_{z > 0}: 1 where that holds, else 0. */
function readIndicator(state: State): Expression {
  const script = scriptAt(state.tokens, state.at + 1);
  const tree = script && readWhole(state, script.inside);
  if (!tree || !isCondition(tree)) throw refuse('below a 1 only a condition can be read', 'Write 1_{z > 0}.');
  state.at = script!.end;
  return tree;
}

function readTable(state: State, token: Extract<Token, { kind: 'table' }>): Expression {
  state.at++;
  if (token.cases) return readCases(state, token.rows);
  if (state.vocabulary.kind !== 'matrices') throw refuse('a matrix cannot stand here');
  return readRows(state, token.rows);
}

function readSign(state: State): Expression {
  const token = current(state);
  if (isSign(token, '(', '[', '{')) return readBracket(state);
  if (isSign(token, '|', '‖')) return readBars(state);
  if (isSign(token, 'sum')) return readSum(state);
  if (isSign(token, 'root')) return readRootSign(state);
  if (isSign(token, 'partial')) {
    resolveDerivative(state);
    return readAtom(state);
  }
  throw unexpected(state);
}

/** Reads what cannot be taken apart by operators: a number, a letter, a call, a bracket. */
export function readAtom(state: State): Expression {
  const token = current(state);
  if (!token) throw unexpected(state);
  switch (token.kind) {
    case 'number':
      state.at++;
      if (token.text === '1' && isSign(current(state), '_')) return readIndicator(state);
      return number(token.value);
    case 'letters':
      if (!(token.parts[0] === 'd' && resolveDerivative(state))) resolveLetters(state);
      return readAtom(state);
    case 'unit':
      return readUnit(state, token.unit);
    case 'fraction':
      if (resolveDerivative(state)) return readAtom(state);
      state.at++;
      return operation(readWhole(state, token.above), '/', readWhole(state, token.below));
    case 'root':
      return readRoot(state, token.degree, token.of);
    case 'fenced':
      state.at++;
      return withNormOf(state, call(fenceCall(token.fence, state), readWhole(state, token.of)));
    case 'table':
      return readTable(state, token);
    case 'sign':
      return readSign(state);
  }
}
