import { realFunctions } from '../expression/functions.js';
import { call, countNodes, isCondition, limits, operation, type Expression } from '../expression/tree.js';
import { matrixFunctions } from './matrix-functions.js';
import { resolveLetters } from './resolve-letters.js';
import { scriptsAt } from './name-key.js';
import { current, level, readWhole, refuse, takeGroup, type State } from './state.js';
import { isSign, splitList, type Tokens } from './tokens.js';

/** The inputs of a function: in brackets, or the product of numbers and letters that follows it. */
function readInputs(state: State, called: string): Expression[] {
  const next = current(state);
  if (isSign(next, '(', '[', '{')) return splitList(takeGroup(state)).map((input) => readWhole(state, input));
  if (!next || (next.kind === 'sign' && !isSign(next, '|', '‖', 'root', 'partial')))
    throw refuse(`the function ${called} has no input`, `Write ${called}(…).`);
  let input = readPlainFactor(state, called);
  while (isPlain(state)) input = operation(input, '*', readPlainFactor(state, called));
  if (isSign(current(state), '(', '[', '{', '/'))
    throw refuse(`the input of ${called} can end in several places`, `Write ${called}(…) with brackets.`);
  return [input];
}

/** A number, a letter, a fraction or the like, with its exponent. */
function readPlainFactor(state: State, called: string): Expression {
  if (current(state)?.kind === 'letters') resolveLetters(state);
  const token = current(state);
  if (token?.kind === 'unit' && token.unit.is === 'function')
    throw refuse(`the function ${called} has no input`, `Write ${called}(…) with brackets.`);
  return state.read(state, level.power);
}

/** Whether another number or letter continues an input without brackets. */
function isPlain(state: State): boolean {
  if (current(state)?.kind === 'letters') resolveLetters(state);
  const token = current(state);
  if (token?.kind === 'unit') return token.unit.is !== 'function';
  return token?.kind === 'fraction' || token?.kind === 'root';
}

/** Words that stand for something else than a call. */
const spoken = new Map([
  ['indicator', { least: 1, most: 1 }],
  ['product', { least: 2, most: 2 }],
]);

const arityOf = (called: string) =>
  matrixFunctions.get(called) ?? realFunctions.get(called) ?? spoken.get(called);

function condition(tree: Expression): Expression {
  if (isCondition(tree)) return tree;
  throw refuse('an indicator asks for a condition', 'Write 1[z > 0].');
}

function applied(called: string, inputs: readonly Expression[]): Expression {
  if (called === 'log' && inputs.length === 2)
    return operation(call('log', inputs[0]!), '/', call('log', inputs[1]!));
  const { least, most } = arityOf(called)!;
  if (inputs.length < least || inputs.length > most)
    throw refuse(
      `${called} takes ${least === most ? least : `${least} to ${most}`} input${most === 1 ? '' : 's'}, not ${inputs.length}`,
    );
  if (called === 'product') return operation(inputs[0]!, '*', inputs[1]!);
  return called === 'indicator' ? condition(inputs[0]!) : call(called, ...inputs);
}

/** σ′(z) and its kin: the derivative of a function of numbers at its input. */
function slopeOf(
  called: string,
  primes: number,
  inputs: readonly Expression[],
  { vocabulary }: State,
): Expression {
  const slope = realFunctions.get(called)?.slope;
  if (!slope || primes > 1 || inputs.length !== 1)
    throw refuse(`the derivative of ${called} cannot be read`, 'Write it out.');
  if (vocabulary.kind === 'matrices') return call('slope', call(called, inputs[0]!));
  const tree = slope(inputs[0]!);
  // A slope repeats its input: one inside another grows threefold each time.
  if (countNodes(tree) > limits.nodes) throw refuse(`it has more than ${limits.nodes} parts`, 'Shorten it.');
  return tree;
}

const isMinusOne = (tokens: Tokens): boolean =>
  tokens.length === 2 && isSign(tokens[0], '-') && tokens[1]!.text === '1';

/** Reads a function with its primes, its base or exponent, and its inputs. */
export function readCall(state: State, called: string): Expression {
  state.at++;
  const { below, above, primes, end } = scriptsAt(state.tokens, state.at);
  state.at = end;
  if (below.length > 0 && (called !== 'log' || below.length > 1)) {
    if (called === 'indicator' && above.length === 0) return condition(readWhole(state, below[0]!));
    throw refuse(`a subscript of ${called} cannot be read`);
  }
  if (above.length > 1) throw refuse(`${called} has two exponents`);
  if (above.some(isMinusOne))
    throw refuse(`${called}^(-1) can mean two things`, `Write arc${called}(…) or 1/${called}(…).`);
  const inputs = readInputs(state, called);
  const value = primes > 0 ? slopeOf(called, primes, inputs, state) : applied(called, inputs);
  const based = below.length > 0 ? operation(value, '/', call('log', readWhole(state, below[0]!))) : value;
  return above.length > 0 ? operation(based, '^', readWhole(state, above[0]!)) : based;
}
