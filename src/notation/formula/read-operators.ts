import {
  call,
  isCondition,
  negative,
  operation,
  type Expression,
  type Operator,
} from '../expression/tree.js';
import { readPower } from './read-power.js';
import { scriptAt } from './name-key.js';
import { current, level, nested, refuse, startsFactor, type Level, type State } from './state.js';
import { starProduct } from './star-product.js';
import { isSign, type Sign, type Token } from './tokens.js';

const comparators: ReadonlySet<string> = new Set<Sign>(['<', '<=', '>', '>=', '==', '!=']);

/** Operators of one level, each holding its left side first. */
function readChain(state: State, signs: readonly Sign[], next: () => Expression): Expression {
  let left = next();
  for (let token = current(state); isSign(token, ...signs); token = current(state)) {
    state.at++;
    left = operation(left, (token as Extract<Token, { kind: 'sign' }>).sign as Operator, next());
  }
  return left;
}

/** Conditions joined by one word; anything else beside it would be two answers in one. */
function readJoined(state: State, word: 'and' | 'or', next: () => Expression): Expression {
  const tree = next();
  if (!isSign(current(state), word)) return tree;
  const required = (side: Expression): Expression => {
    if (isCondition(side)) return side;
    throw refuse(`“${word}” can only join conditions`, 'Give exactly one formula.');
  };
  let left = required(tree);
  while (isSign(current(state), word)) {
    state.at++;
    left = operation(left, word, required(next()));
  }
  return left;
}

/** a < b < c means a < b and b < c. */
function readComparison(state: State): Expression {
  const next = (): Expression => readSumLevel(state);
  let left = next();
  let all: Expression | undefined;
  for (
    let token = current(state);
    token?.kind === 'sign' && comparators.has(token.sign);
    token = current(state)
  ) {
    state.at++;
    const right = next();
    const holds = operation(left, token.sign as Operator, right);
    all = all ? operation(all, 'and', holds) : holds;
    left = right;
  }
  return all ?? left;
}

const readSumLevel = (state: State): Expression => readChain(state, ['+', '-'], () => readEach(state));

/** Products of whole matrices hold together more tightly than ⊙. */
function readEach(state: State): Expression {
  let left = readProduct(state);
  while (isSign(current(state), 'hadamard')) {
    state.at++;
    const right = readProduct(state);
    left = state.vocabulary.kind === 'matrices' ? call('hadamard', left, right) : operation(left, '*', right);
  }
  return left;
}

const productOf = (left: Expression, right: Expression, { vocabulary }: State): Expression =>
  vocabulary.kind === 'matrices' ? starProduct(left, right, vocabulary) : operation(left, '*', right);

function readProduct(state: State): Expression {
  let left = readUnary(state);
  for (;;) {
    const token = current(state);
    if (isSign(token, '*')) {
      state.at++;
      const right = readUnary(state);
      left = token!.text === '*' ? productOf(left, right, state) : operation(left, '*', right);
    } else if (isSign(token, '/')) {
      state.at++;
      const isClose = !token!.spaced && !current(state)?.spaced;
      left = operation(left, '/', readUnary(state));
      refuseUnclear(state, isClose);
    } else if (startsFactor(state)) {
      if (token!.kind === 'number') {
        if (!isIndicator(state))
          throw refuse(
            `the number ${token!.text} stands behind a factor`,
            'Write it in front, or write the sign.',
          );
        left = productOf(left, readUnary(state), state);
      } else left = operation(left, '*', readPower(state));
    } else return left;
  }
}

/** Whether a 1 has a condition behind or below it: 1[z > 0], 1_{z > 0}. */
function isIndicator({ tokens, at }: State): boolean {
  const next = tokens[at + 1];
  const group = isSign(next, '_')
    ? scriptAt(tokens, at + 2)
    : isSign(next, '[', '{', '(')
      ? scriptAt(tokens, at + 1)
      : undefined;
  return (
    tokens[at]!.text === '1' &&
    group !== undefined &&
    group.inside.some((token) => token.kind === 'sign' && comparators.has(token.sign))
  );
}

/** 1/2x can mean (1/2)x or 1/(2x); a space behind the 2, or a sum, settles it. */
function refuseUnclear(state: State, isClose: boolean): void {
  if (!startsFactor(state)) return;
  const token = current(state)!;
  if (isSign(token, 'sum') || (isClose && token.spaced)) return;
  throw refuse(
    'a product without a sign behind a division can be read in two ways',
    'Write brackets: (1/2)x or 1/(2x).',
  );
}

function readUnary(state: State): Expression {
  const token = current(state);
  // Of columns the condition itself is the factor, so that a sign before the 1 goes with it.
  const isEach = state.vocabulary.kind === 'matrices' && token?.kind === 'number';
  if (isEach && isSign(state.tokens[state.at + 1], '[', '(') && isIndicator(state)) {
    state.at++;
    return readPower(state);
  }
  if (!isSign(token, '-', '+', 'not')) return readPower(state);
  state.at++;
  if (isSign(token, 'not')) {
    const of = nested(state, () => readComparison(state));
    if (!isCondition(of)) throw refuse('“not” reverses a condition', 'Write not (x > 0).');
    return { kind: 'unary', operator: 'not', of };
  }
  const of = nested(state, () => readUnary(state));
  return isSign(token, '-') ? negative(of) : of;
}

/** Reads as much as holds together at least so tightly. */
export function readLevel(state: State, least: Level): Expression {
  switch (least) {
    case level.or:
      return readJoined(state, 'or', () => readLevel(state, level.and));
    case level.and:
      return readJoined(state, 'and', () => readComparison(state));
    case level.comparison:
      return readComparison(state);
    case level.sum:
      return readSumLevel(state);
    case level.each:
      return readEach(state);
    case level.product:
      return readProduct(state);
    case level.unary:
      return readUnary(state);
    case level.power:
      return readPower(state);
  }
}
