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
  .flatMap(([word, written]) =>
    written.split(' ').map((sign): [string, LogicToken] => [sign, operator(word)]),
  )
  .concat(
    ['¬', '!', '~', '\\neg', '\\lnot', '\\overline', '\\bar'].map((sign) => [sign, { kind: 'not' }]),
    ["'", '′', '’'].map((sign) => [sign, { kind: 'prime' }]),
    ['(', '[', '{'].map((sign) => [sign, { kind: 'open' }]),
    [')', ']', '}'].map((sign) => [sign, { kind: 'close' }]),
  )
  .toSorted(([a], [b]) => b.length - a.length);

const words = new Map<string, LogicToken>([
  ...(['and', 'or', 'xor', 'implies', 'iff'] as const).map((word): [string, LogicToken] => [
    word,
    operator(word),
  ]),
  ['not', { kind: 'not' }],
  ['true', { kind: 'constant', value: 1 }],
  ['false', { kind: 'constant', value: 0 }],
]);

/** Words that cannot name a variable. */
export const isReserved = (name: string): boolean => words.has(name.toLowerCase());

const skipped = /(?:[ \t\n$]|\\(?:(?:left|right|quad)(?![A-Za-z])|[,;! ]))+/y;
const word = /[A-Za-z][A-Za-z0-9_]*/y;
const letter = /[A-Za-z](?:_?[0-9]+)?/g;
const digit = /[01](?![0-9.])/y;

const matchAt = (pattern: RegExp, text: string, position: number): string | undefined => {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0];
};

/** The variables of a problem, found in any case where that leaves no doubt. */
function finder(variables: readonly string[]): (name: string) => string | undefined {
  const folded = new Map<string, string | undefined>();
  for (const name of variables)
    folded.set(name.toLowerCase(), folded.has(name.toLowerCase()) ? undefined : name);
  const exact = new Set(variables);
  return (name) => (exact.has(name) ? name : folded.get(name.toLowerCase()));
}

/** A run of letters: a variable, a word, one-letter variables side by side, or one letter that is no variable. */
function readRun(
  run: string,
  find: (name: string) => string | undefined,
  isOpen: boolean,
): LogicToken[] | Unreadable {
  const known = find(run);
  if (known !== undefined) return [{ kind: 'name', name: known }];
  const meant = words.get(run.toLowerCase());
  if (meant) return [meant];
  if (isOpen) return [{ kind: 'name', name: run }];
  const letters = run.match(letter) ?? [];
  if (letters.join('') === run && letters.length > 0) {
    const found = letters.map(find);
    if (found.every((name) => name !== undefined)) return found.map((name) => ({ kind: 'name', name }));
    if (letters.length === 1) return [{ kind: 'name', name: run }];
  }
  return new Unreadable(`${quote(run)} is neither a variable nor a connective`);
}

/** The pieces of a formula; names are cut by the variables there are. */
export function readLogicTokens(text: string, variables: readonly string[]): LogicToken[] | Unreadable {
  const find = finder(variables);
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
    const run = matchAt(word, text, position);
    if (run === undefined)
      return new Unreadable(
        `${quote(text.slice(position))} is no part of a formula; write it with names, ¬ ∧ ∨ ⊕ → or not, and, or, xor`,
      );
    const read = readRun(run, find, variables.length === 0);
    if (read instanceof Unreadable) return read;
    tokens.push(...read);
    position += run.length;
  }
  return tokens;
}
