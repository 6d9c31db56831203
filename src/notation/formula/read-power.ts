import { call, negative, operation, type Expression } from '../expression/tree.js';
import { scriptAt } from './name-key.js';
import { readAtom } from './read-atom.js';
import { current, nested, readWhole, refuse, startsFactor, unexpected, type State } from './state.js';
import { isSign, textOf } from './tokens.js';

function readScript(state: State, base: Expression): Expression {
  const script = scriptAt(state.tokens, state.at + 1);
  if (!script) throw refuse('an exponent is missing or not closed');
  if (!isSign(state.tokens[state.at + 1], '{')) {
    state.at++;
    return operation(base, '^', readExponent(state, base));
  }
  state.at = script.end;
  if (state.vocabulary.kind === 'matrices') {
    const text = textOf(script.inside);
    if (text === '-1') return call('inverse', base);
    if (text === '-T' || isSign(script.inside[1], 'top')) return call('transpose', call('inverse', base));
  }
  return operation(base, '^', readWhole(state, script.inside));
}

/** An exponent without braces: a sign, then one factor. */
function readExponent(state: State, base: Expression): Expression {
  const token = current(state);
  if (isSign(token, '-', '+')) {
    state.at++;
    const of = nested(state, () => readExponent(state, base));
    return isSign(token, '-') ? negative(of) : of;
  }
  const exponent = nested(state, () => readPower(state));
  const next = current(state);
  const isE = base.kind === 'constant' && base.name === 'e';
  if (isE && exponent.kind === 'number' && next && !next.spaced && startsFactor(state))
    throw refuse('the exponent of e can end in several places', 'Write e^(2x) or e^2 * x.');
  return exponent;
}

/** Reads a factor with its exponents and transpose marks. */
export function readPower(state: State): Expression {
  let base = readAtom(state);
  for (;;) {
    const token = current(state);
    if (isSign(token, '^')) base = readScript(state, base);
    else if (isSign(token, 'top', 'prime') && state.vocabulary.kind === 'matrices') {
      state.at++;
      base = call('transpose', base);
    } else if (isSign(token, 'prime', 'top', '_')) throw unexpected(state);
    else return base;
  }
}
