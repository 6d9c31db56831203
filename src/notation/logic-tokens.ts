import { Unreadable, quote } from './unreadable.js';

/** A piece of a formula: a connective's word, `not`, `'` after what it negates, a bracket, a constant or a name. */
export type LogicToken =
  | { readonly kind: 'operator'; readonly word: 'and' | 'or' | 'xor' | 'implies' | 'iff' }
  | { readonly kind: 'not' | 'prime' | 'open' | 'close' }
  | { readonly kind: 'constant'; readonly value: 0 | 1 }
  | { readonly kind: 'name'; readonly name: string };

const operator = (word: 'and' | 'or' | 'xor' | 'implies' | 'iff'): LogicToken => ({ kind: 'operator', word });

/** Longest first, so that `&&` is one sign. */
const signs: readonly (readonly [string, LogicToken])[] = (
  [
    ['and', '∧ && & · ⋅ * \\wedge \\land \\cdot'],
    ['or', '∨ || | + \\vee \\lor'],
    ['xor', '⊕ ⊻ ^ \\oplus \\veebar'],
    ['implies', '→ ⇒ -> => \\rightarrow \\Rightarrow \\implies \\to'],
    ['iff', '↔ ⇔ <-> <=> \\leftrightarrow \\Leftrightarrow \\iff'],
  ] as const
)
  .flatMap(([word, written]) => written.split(' ').map((sign): [string, LogicToken] => [sign, operator(word)]))
  .concat(
    ['¬', '!', '~', '\\neg', '\\lnot', '\\overline', '\\bar'].map((sign) => [sign, { kind: 'not' }]),
    ["'", '′', '’'].map((sign) => [sign, { kind: 'prime' }]),
    ['(', '[', '{'].map((sign) => [sign, { kind: 'open' }]),
    [')', ']', '}'].map((sign) => [sign, { kind: 'close' }]),
  )
  .toSorted(([a], [b]) => b.length - a.length);

const words = new Map<string, LogicToken>([
  ...(['and', 'or', 'xor', 'implies', 'iff'] as const).map((word): [string, LogicToken] => [word, operator(word)]),
  ['not', { kind: 'not' }],
  ['true', { kind: 'constant', value: 1 }],
  ['false', { kind: 'constant', value: 0 }],
]);

/** Words that cannot name a variable. */
export const isReserved = (name: string): boolean => words.has(name.toLowerCase());

const skipped = /(?:[ \t\n$]|\\(?:left|right|quad|,|;|!| ))+/y;
const word = /[A-Za-z][A-Za-z0-9_]*/y;
const letter = /[A-Za-z](?:_?[0-9]+)?/y;
const digit = /[01](?![0-9.])/y;

const matchAt = (pattern: RegExp, text: string, position: number): string | undefined => {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0];
};

/** A run of letters as a variable, a word, or several one-letter names side by side. */
function nameAt(text: string, position: number, variables: ReadonlySet<string>): string {
  const whole = matchAt(word, text, position)!;
  if (variables.has(whole) || words.has(whole.toLowerCase()) || variables.size === 0) return whole;
  return matchAt(letter, text, position)!;
}

/** The pieces of a formula; names are cut by the variables there are. */
export function readLogicTokens(text: string, variables: readonly string[]): LogicToken[] | Unreadable {
  const known = new Set(variables);
  const tokens: LogicToken[] = [];
  let position = 0;
  while (position < text.length) {
    const space = matchAt(skipped, text, position);
    if (space !== undefined) {
      position += space.length;
      continue;
    }
    const sign = signs.find(([written]) => text.startsWith(written, position));
    if (sign) {
      tokens.push(sign[1]);
      position += sign[0].length;
      continue;
    }
    const constant = matchAt(digit, text, position);
    if (constant !== undefined) {
      tokens.push({ kind: 'constant', value: constant === '1' ? 1 : 0 });
      position += 1;
      continue;
    }
    if (matchAt(word, text, position) === undefined)
      return new Unreadable(
        `${quote(text.slice(position))} is no part of a formula; write it with names, ¬ ∧ ∨ ⊕ → or not, and, or, xor`,
      );
    const name = nameAt(text, position, known);
    tokens.push(known.has(name) ? { kind: 'name', name } : (words.get(name.toLowerCase()) ?? { kind: 'name', name }));
    position += name.length;
  }
  return tokens;
}
