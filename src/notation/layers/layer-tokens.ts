import { quote, Unreadable } from '../unreadable.js';
import { meaningOf, type Meaning } from './layer-names.js';

/** Whole numbers of a layer: one, a size `5x5`, or a product `16*5*5`. */
export interface NumberToken {
  readonly is: 'number';
  readonly numbers: readonly number[];
  readonly joinedBy: 'x' | '*';
}
export type LayerToken =
  | NumberToken
  /** A fraction such as a dropout rate, or a number below 0. */
  | { readonly is: 'other-number'; readonly text: string }
  | { readonly is: 'value'; readonly value: 'same' | 'valid' | 'no' | 'true' | 'false' | 'none' }
  | { readonly is: 'sign'; readonly sign: string }
  | Meaning;

export const product = ({ numbers }: NumberToken): number => numbers.reduce((all, each) => all * each, 1);
/** Whether it is `5x5`; and `5*5`, as a kernel is written as often. */
export const isSize = ({ numbers: [first, ...more], joinedBy }: NumberToken): boolean =>
  more.length > 0 && (joinedBy === 'x' || more.every((one) => one === first));

const modules = /\b(?:[a-z_]{1,20}\.){1,4}(?=[a-z])/g;
/** A pair or triple of sizes in brackets, after what shows that it is one argument. */
const tuple =
  /([,(=:[]|\b(?:size|kernel|stride|strides|padding|pad)) ?[([] ?(\d{1,6}) ?, ?(\d{1,6}) ?(?:, ?(\d{1,6}) ?)?,? ?[)\]]/g;

/** The text in lower case with sizes and products closed up. */
const tidy = (text: string): string =>
  text
    .toLowerCase()
    .replace(/["'“”‘’`]/g, ' ')
    .replace(/[ \t]{1,40}/g, ' ')
    .replace(modules, '')
    .replace(/×/g, 'x')
    .replace(/[·⋅∗]/g, '*')
    .replace(/(\d) ?([x*]) ?(?=\d)/g, '$1$2')
    .replace(tuple, (_, before: string, ...sizes: (string | undefined)[]) => {
      const axes = sizes.slice(0, 3).filter((size) => size !== undefined);
      return `${before} ${axes.join('x')}`;
    });

const values: ReadonlyMap<string, 'same' | 'valid' | 'no' | 'true' | 'false' | 'none'> = new Map([
  ['same', 'same'],
  ['valid', 'valid'],
  ['no', 'no'],
  ['without', 'no'],
  ['true', 'true'],
  ['false', 'false'],
  ['none', 'none'],
  ['zeros', 'none'],
]);

const piece =
  / ?(?:(-?\d{0,9}\.\d{1,9}(?:e-?\d{1,3})?|\d{1,9}e-?\d{1,3}|-\d{1,9})|(\d{1,7}(?:([x*])\d{1,7}(?:[x*]\d{1,7}){0,2})?)(?![a-z0-9_])|([-=:,@()[\]{};.&+/→]))/y;

/** The longest name that starts at a word: up to four words that only spaces or hyphens part. */
function nameAt(
  words: readonly string[],
): { readonly meaning: Meaning; readonly length: number } | undefined {
  for (let length = Math.min(4, words.length); length > 0; length--) {
    const meaning = meaningOf(words.slice(0, length).join('').replaceAll('_', ''));
    if (meaning) return { meaning, length };
  }
  return undefined;
}

const wordRun = /([a-z][a-z0-9_]*)((?:[ -][a-z][a-z0-9_]*){0,3})/y;

/** The words, numbers and signs of one layer as a student wrote it. */
export function layerTokens(text: string): LayerToken[] | Unreadable {
  const tidied = tidy(text).trim();
  const tokens: LayerToken[] = [];
  let at = 0;
  while (at < tidied.length) {
    if (tidied[at] === ' ') {
      at++;
      continue;
    }
    wordRun.lastIndex = at;
    const run = wordRun.exec(tidied);
    if (run) {
      const words = run[0].split(/[ -]/);
      const value = values.get(words[0]!);
      const named = value ? undefined : nameAt(words);
      if (!value && !named)
        return new Unreadable(`in ${quote(text)}, ${quote(words[0]!)} is no word for a layer or its sizes`);
      const length = named?.length ?? 1;
      tokens.push(value ? { is: 'value', value } : named!.meaning);
      at += words.slice(0, length).join(' ').length;
      continue;
    }
    piece.lastIndex = at;
    const found = piece.exec(tidied);
    if (!found)
      return new Unreadable(`in ${quote(text)}, ${quote(tidied.slice(at))} is no word or number of a layer`);
    at = piece.lastIndex;
    const [, fraction, number, joint, sign] = found;
    if (fraction !== undefined) tokens.push({ is: 'other-number', text: fraction });
    else if (number !== undefined)
      tokens.push({
        is: 'number',
        numbers: number.split(/[x*]/).map(Number),
        joinedBy: joint === '*' ? '*' : 'x',
      });
    else if (sign !== undefined) tokens.push({ is: 'sign', sign });
  }
  return tokens;
}
