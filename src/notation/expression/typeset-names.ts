import { greekLetters } from './source-text.js';

const letterOrWord = (word: string): string => {
  if (greekLetters.has(word)) return word === 'omicron' ? 'o' : `\\${word}`;
  return word.length === 1 ? word : `\\mathrm{${word}}`;
};

/** LaTeX of a name: `x1` and `x_1` as x₁, `delta_h` as δ with the subscript h, `net` upright. */
export function typesetName(name: string): string {
  const [head = '', ...subscripts] = name.split('_');
  const [, letters = head, digits = ''] = /^([A-Za-z]+)(\d+)$/.exec(head) ?? [];
  const below = [digits, ...subscripts]
    .filter((part) => part !== '')
    .map((part) => (/^[A-Za-z]?\d+$/.test(part) ? part : letterOrWord(part)));
  return below.length === 0 ? letterOrWord(letters) : `${letterOrWord(letters)}_{${below.join(',')}}`;
}
