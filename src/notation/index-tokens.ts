import { withoutDress } from './pasted.js';
import { plainLatex } from './wrapping.js';
import { readableText } from './characters.js';
import { quote, Unreadable } from './unreadable.js';

/** A piece of a text about indices: a whole number, a word, or a mark by itself. */
export type IndexToken =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'mark'; readonly text: string };

const longest = 400;

/** A letter's subscript belongs to its name: k_1, k1, k_{1}, k₁. */
const piece =
  /(\d{1,6})(?!\d|\.\d)|(\p{L}[\p{L}\p{N}']{0,15}(?:_(?:\{[\p{L}\p{N}]{1,4}\}|[\p{L}\p{N}]{1,4}))?[₀-₉]{0,3})|(\.{2,3}|…|<=|>=|=<|=>|[-=:;,()[\]{}<>≤≥∈–—−→\n])|_(?=\{)|[ \t]+/uy;

const marks: ReadonlyMap<string, string> = new Map([
  ['<=', '≤'],
  ['=<', '≤'],
  ['>=', '≥'],
  ['=>', '≥'],
  ['...', '..'],
  ['…', '..'],
  ['–', '-'],
  ['—', '-'],
  ['−', '-'],
  ['→', '-'],
]);

const latex: readonly (readonly [string, string])[] = [
  ['\\leq', '≤'],
  ['\\le', '≤'],
  ['\\geq', '≥'],
  ['\\ge', '≥'],
  ['\\in', '∈'],
  ['\\ldots', '..'],
  ['\\dots', '..'],
  ['\\cdots', '..'],
  ['\\to', '→'],
  ['\\{', '{'],
  ['\\}', '}'],
  ['$', ''],
];

/** Splits a text about indices into numbers, words and marks; a minus joins the number it stands right before. */
export function indexTokens(written: string): IndexToken[] | Unreadable {
  if (written.length > longest) return new Unreadable(`it is longer than ${longest} characters`);
  const readable = readableText(written);
  if (readable instanceof Unreadable) return readable;
  const plain = latex.reduce(
    (text, [from, to]) => text.replaceAll(from, to),
    plainLatex(withoutDress(readable)),
  );
  const tokens: IndexToken[] = [];
  piece.lastIndex = 0;
  while (piece.lastIndex < plain.length) {
    const start = piece.lastIndex;
    const found = piece.exec(plain);
    if (!found) return new Unreadable(`${quote(plain.slice(start))} could not be read here`);
    const [, digits, word, mark] = found;
    if (digits !== undefined) pushNumber(tokens, Number(digits));
    else if (word !== undefined) tokens.push({ kind: 'word', text: word.toLowerCase() });
    else if (mark !== undefined) tokens.push({ kind: 'mark', text: marks.get(mark) ?? mark });
  }
  return tokens;
}

/** A minus after a number parts two numbers; elsewhere it is the sign of the next. */
function pushNumber(tokens: IndexToken[], value: number): void {
  const last = tokens.at(-1);
  const before = tokens.at(-2);
  const isSign =
    last?.kind === 'mark' && last.text === '-' && before?.kind !== 'number' && before?.kind !== 'word';
  if (isSign) tokens.pop();
  tokens.push({ kind: 'number', value: isSign ? -value : value });
}
