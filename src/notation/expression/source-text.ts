import { smallGreek as greek } from './greek.js';
import { ExpressionError, limits } from './tree.js';

const plainer: ReadonlyMap<string, string> = new Map([
  ['−', '-'],
  ['–', '-'],
  ['×', '*'],
  ['·', '*'],
  ['⋅', '*'],
  ['÷', '/'],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
  ['²', '^2'],
  ['³', '^3'],
]);

const allowed = /[A-Za-z0-9_ .,+\-*/^()[\]<>=!?:']/;

function plain(text: string): string {
  let result = '';
  let afterGreek = false;
  for (const letter of text) {
    const spelled = greek.get(letter);
    if (spelled !== undefined) {
      // A letter that touches another starts a name of its own, as in 2πr.
      result += /[A-Za-z]$/.test(result) ? ` ${spelled}` : spelled;
      afterGreek = true;
      continue;
    }
    if (afterGreek && /[A-Za-z]/.test(letter)) result += ' ';
    afterGreek = false;
    const plainLetter = plainer.get(letter) ?? (/\s/.test(letter) ? ' ' : letter);
    if (plainLetter.length === 1 && !allowed.test(plainLetter))
      throw new ExpressionError(`${JSON.stringify(letter)} has no meaning in a formula`);
    result += plainLetter;
  }
  return result;
}

/** Deepest nesting of brackets, in one pass over the text. */
function bracketDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const letter of text) {
    if (letter === '(' || letter === '[') deepest = Math.max(deepest, ++depth);
    else if (letter === ')' || letter === ']') depth--;
  }
  return deepest;
}

/** The text in the characters that the parser reads; refused by size and character before anything is parsed. */
export function checkSource(text: string): string {
  if (text.length > limits.characters)
    throw new ExpressionError(
      `the formula has ${text.length} characters, at most ${limits.characters} are read`,
      'Split it into several steps.',
    );
  if (bracketDepth(text) > limits.nesting)
    throw new ExpressionError(
      `the brackets nest deeper than ${limits.nesting} levels`,
      'Split it into several steps.',
    );
  const source = plain(text).trim();
  if (source === '') throw new ExpressionError('the formula is empty');
  const based = /(?:^|[^A-Za-z0-9_.])0[xXbBoO][0-9a-fA-F]/.exec(source);
  if (based) throw new ExpressionError('numbers are read in base ten only');
  return source;
}
