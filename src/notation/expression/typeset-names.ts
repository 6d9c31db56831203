import { greekCommands } from './greek.js';

const letterOrWord = (word: string): string => {
  if (greekCommands.has(word)) return `\\${word}`;
  if (word === 'omicron') return 'o';
  return word.length === 1 ? word : `\\mathrm{${word}}`;
};

/** Marks over a letter, by the word that follows the letter in a name: `y_hat`. */
export const accents: ReadonlySet<string> = new Set(['hat', 'tilde', 'bar']);

/** LaTeX of a name: `x1` and `x_1` as x₁, `delta_h` as δ with the subscript h, `y_hat` as ŷ, `net` upright. */
export function typesetName(name: string): string {
  const [, base, count] = /^(.+)_prime([1-3])$/.exec(name) ?? [];
  if (base !== undefined) return typesetName(base) + "'".repeat(Number(count));
  const [head = '', ...scripts] = name.split('_');
  const [, letters = head, digits = ''] = /^([A-Za-z]+)(\d+)$/.exec(head) ?? [];
  const accent = digits === '' && accents.has(scripts[0] ?? '') ? scripts.shift() : undefined;
  const below = [digits, ...scripts]
    .filter((part) => part !== '')
    .map((part) => (/^[A-Za-z]?\d+$/.test(part) ? part : letterOrWord(part)));
  const letter = accent === undefined ? letterOrWord(letters) : `\\${accent}{${letterOrWord(letters)}}`;
  return below.length === 0 ? letter : `${letter}_{${below.join(',')}}`;
}
