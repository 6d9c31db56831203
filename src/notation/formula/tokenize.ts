import { ExpressionError, limits } from '../expression/tree.js';
import { tokensOfLatex } from './load-latex.js';
import { plainTokens } from './plain-tokens.js';
import type { Token } from './tokens.js';

/** Deepest nesting of brackets and of what a command takes in braces, in one pass. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const mark of text) {
    if ('([{'.includes(mark)) deepest = Math.max(deepest, ++depth);
    else if (')]}'.includes(mark)) depth = Math.max(0, depth - 1);
  }
  return deepest;
}

/** Refuses by size, before anything is parsed. */
export function checkSize(text: string): void {
  if (text.length > limits.characters)
    throw new ExpressionError(
      `it has ${text.length} characters, at most ${limits.characters} are read`,
      'Shorten it.',
    );
  if (depthOf(text) > limits.nesting)
    throw new ExpressionError(`its brackets nest deeper than ${limits.nesting} levels`);
}

/** The brackets of rounding as the functions they are. */
const withWords = (text: string): string =>
  /[⌊⌈]/.test(text) ? text.replaceAll('⌊', ' floor(').replaceAll('⌈', ' ceil(').replace(/[⌋⌉]/g, ')') : text;

const modules = /(?<![A-Za-z0-9_.])(?:np|numpy|math|torch|tf|jnp)\.(?:linalg\.|nn\.)?(?=[A-Za-z])/g;
const slopes =
  /(?<![A-Za-z0-9_])(?:d_?(sigmoid|relu|tanh)|(sigmoid|relu|tanh|sigma)_(?:prime|derivative|deriv|grad))(?= ?\()/g;

/** `alpha.sum()` as programs write a sum over all of alpha. */
const ownSum = /(?<![A-Za-z0-9_.])([A-Za-z\u0370-\u03ff][A-Za-z0-9_]{0,30})\.sum\(\)/g;

const spokenSum = /\bsum over ([A-Za-z](?:_?\d)?(?: ?(?:,|and) ?[A-Za-z](?:_?\d)?){0,5}) of /g;

/** Calls as programs write them, and sums in words, with the names that formulas have: `np.exp(x)`, `sigmoid_prime(z)`. */
const withoutCode = (text: string): string =>
  /[._ ]/.test(text)
    ? text
        .replace(modules, '')
        .replace(slopes, (_, a?: string, b?: string) => `${a ?? b!}'`)
        .replace(ownSum, 'sum($1)')
        .replace(spokenSum, 'Σ_{$1} ')
    : text;

/** Text as tokens: by the library where it is LaTeX, else as plain text and Unicode. */
export function tokenize(text: string, decimal: 'point' | 'comma'): Token[] {
  checkSize(text);
  // 3{,}136 is how LaTeX groups thousands.
  const plain = withoutCode(text.replace(/(\d)\{,\}(?=\d{3}(?!\d))/g, '$1'));
  return plain.includes('\\')
    ? tokensOfLatex(plain)
    : plainTokens(withWords(plain.normalize('NFD')), decimal);
}
