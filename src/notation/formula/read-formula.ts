import { countNodes, ExpressionError, limits, type Expression } from '../expression/tree.js';
import { Unreadable } from '../unreadable.js';
import { checkConstants } from './check-constants.js';
import { readLevel } from './read-operators.js';
import { level, prepared, unexpected, type State } from './state.js';
import type { Language } from './symbols.js';
import { tokenize } from './tokenize.js';
import { vocabularyOf } from './vocabulary.js';

const dots = /\.{3}|[…⋯]|\\(?:[cl]?dots[bcimo]?)(?![A-Za-z])/;

/** Reads a formula without what people put around it; throws an ExpressionError that says where it fails. */
export function parseFormula(
  text: string,
  language: Language,
  decimal: 'point' | 'comma' = 'point',
): Expression {
  const vocabulary = vocabularyOf(language);
  if (/\.\d{1,20}(?:\.{3}|…)/.test(text))
    throw new ExpressionError('the dots leave the number open', 'Write a fraction, such as 1/3.');
  if (dots.test(text))
    throw new ExpressionError(
      'the dots leave open which terms there are',
      language.kind === 'entries'
        ? 'Write a sum with its range, such as Σ_{i=1}^{m}.'
        : 'Write every term out.',
    );
  const state: State = {
    tokens: prepared(tokenize(text, decimal), vocabulary),
    vocabulary,
    bound: new Map(),
    unsaid: [],
    depth: 0,
    at: 0,
    bars: 0,
    read: readLevel,
  };
  const tree = readLevel(state, level.or);
  if (state.at < state.tokens.length) throw unexpected(state);
  if (countNodes(tree) > limits.nodes)
    throw new ExpressionError(`it has more than ${limits.nodes} parts`, 'Shorten it.');
  checkConstants(tree);
  return tree;
}

/** Why a formula is refused, in one text for the student. */
export const whyRefused = ({ message, hint }: ExpressionError): string =>
  hint === undefined ? message : `${message}. ${hint.replace(/\.$/, '')}`;

/** Reads a formula as a student writes it: plain text, Unicode or LaTeX. */
export function readFormula(
  text: string,
  language: Language,
  decimal: 'point' | 'comma' = 'point',
): Expression | Unreadable {
  try {
    return parseFormula(text, language, decimal);
  } catch (error) {
    if (error instanceof ExpressionError) return new Unreadable(whyRefused(error));
    throw error;
  }
}
