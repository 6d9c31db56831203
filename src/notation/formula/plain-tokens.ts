import { greek } from '../expression/greek.js';
import { ExpressionError } from '../expression/tree.js';
import { letters, sign, type Sign, type Token } from './tokens.js';

/** Longest first where one begins another. */
const signs: readonly (readonly [string, Sign])[] = (
  [
    ['+', '+'],
    ['-', '- − – ‐ ‑ ﹣'],
    ['hadamard', '.* ⊙ ∘ ⨀'],
    ['^', '** ^'],
    ['*', '* × · ⋅ ∙ • ∗ @'],
    ['/', '/ ÷ ∕ ⁄'],
    ['<=', '<= ≤ ⩽'],
    ['>=', '>= ≥ ⩾'],
    ['!=', '!= ≠'],
    ['==', '=='],
    ['=', '='],
    ['<', '<'],
    ['>', '>'],
    ['and', '∧ &&'],
    ['or', '∨'],
    ['not', '¬'],
    ['partial', '∂'],
    ['sum', 'Σ ∑'],
    ['root', '√'],
    ['prime', "' ′ ’"],
    ['top', '⊤ .T'],
    ['‖', '‖ ∥ ||'],
    ...([...'()[]{}|,;_'] as Sign[]).map((mark): readonly [Sign, string] => [mark, mark]),
  ] as const
)
  .flatMap(([meant, written]) => written.split(' ').map((text): [string, Sign] => [text, meant as Sign]))
  .toSorted(([a], [b]) => b.length - a.length);

const words = new Map<string, Sign>([
  ['and', 'and'],
  ['or', 'or'],
  ['not', 'not'],
  ['sum', 'sum'],
]);

const numbers = {
  point: /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y,
  comma: /(?:\d+(?:[.,]\d+)?|[.,]\d+)(?:[eE][+-]?\d+)?/y,
} as const;
const run = /(?:(?!Σ)[\p{Lu}\p{Ll}\d](?![\u0302-\u0305]))+/uy;
const accented = /[A-Za-z\u0370-\u03ff][\u0302\u0303\u0304\u0305]/uy;
const accentNames = new Map([
  ['\u0302', 'hat'],
  ['\u0303', 'tilde'],
  ['\u0304', 'bar'],
  ['\u0305', 'bar'],
]);
const raised = /[⁰¹²³⁴-⁹⁺⁻⁽⁾ᵀᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ]+/y;
const lowered = /[₀-₉₊₋ₐ-ₜᵢⱼ₍₎]+/y;
const based = /0[xXbBoO][0-9a-fA-F]/y;

const matchAt = (pattern: RegExp, text: string, place: number): string | undefined => {
  pattern.lastIndex = place;
  return pattern.exec(text)?.[0];
};

const curly = new Map([
  ['ℓ', 'l'],
  ['ℯ', 'e'],
  ['ℒ', 'L'],
]);

/** The letters of a run: one entry a letter, Greek ones spelled; a letter that formulas do not know is refused. */
function partsOf(text: string): string[] {
  return [...text].map((letter) => {
    const known = greek.get(letter) ?? curly.get(letter) ?? letter;
    if (!/^[A-Za-z0-9]+$/.test(known))
      throw new ExpressionError(`“${letter}” has no meaning in a formula`, 'Use a to z and Greek letters.');
    return known;
  });
}

/** What stands raised or lowered by its own characters, as a script in braces. */
function script(mark: '^' | '_', text: string): Token[] {
  const plain = text.normalize('NFKC').replaceAll('\u2212', '-');
  if (mark === '^' && plain === 'T') return [sign('^', text), sign('top', '')];
  return [sign(mark, ''), sign('{', ''), ...plainTokens(plain, 'point'), sign('}', text)];
}

/** Splits plain text into tokens; brackets are not paired up yet. */
export function plainTokens(text: string, decimal: 'point' | 'comma'): Token[] {
  const tokens: Token[] = [];
  let place = 0;
  let spaced = false;
  const take = (token: Token, length: number): void => {
    tokens.push(token);
    place += length;
    spaced = false;
  };
  while (place < text.length) {
    if (/\s/.test(text[place]!)) {
      place++;
      spaced = true;
      continue;
    }
    if (matchAt(based, text, place) !== undefined)
      throw new ExpressionError('numbers are read in base ten only');
    const digits = matchAt(numbers[decimal], text, place);
    if (digits !== undefined) {
      const value = Number(digits.replace(',', '.'));
      if (!Number.isFinite(value)) throw new ExpressionError(`${digits.slice(0, 12)}… is too large a number`);
      take({ kind: 'number', value, text: digits, spaced }, digits.length);
      continue;
    }
    const accent = matchAt(accented, text, place);
    if (accent !== undefined) {
      const [letter, over] = [...accent] as [string, string];
      take(
        { ...letters(partsOf(letter), accent, true, spaced), accent: accentNames.get(over)! },
        accent.length,
      );
      continue;
    }
    const up = matchAt(raised, text, place);
    const down = up === undefined ? matchAt(lowered, text, place) : undefined;
    if (up !== undefined || down !== undefined) {
      tokens.push(...script(up === undefined ? '_' : '^', (up ?? down)!));
      place += (up ?? down)!.length;
      continue;
    }
    const found = signs.find(([written]) => text.startsWith(written, place));
    if (found) {
      take(sign(found[1], found[0], spaced), found[0].length);
      continue;
    }
    const word = matchAt(run, text, place);
    if (word !== undefined) {
      const meant = words.get(word);
      take(meant ? sign(meant, word, spaced) : letters(partsOf(word), word, false, spaced), word.length);
      continue;
    }
    if (/[½¼¾⅓⅔⅛]/.test(text[place]!)) {
      const [above, below] = text[place]!.normalize('NFKC').split('⁄').map(Number) as [number, number];
      take({ kind: 'number', value: above / below, text: text[place]!, spaced }, 1);
      continue;
    }
    throw new ExpressionError(
      `“${String.fromCodePoint(text.codePointAt(place)!)}” has no meaning in a formula`,
    );
  }
  return tokens;
}
