import { readableText } from '../notation/characters.js';
import { Unreadable, quote } from '../notation/unreadable.js';
import type { AnswerType } from './answer-type.js';
import { blank, isBlank, read, unreadable } from './reading.js';

const longest = 500;

const folded = (text: string): string => text.normalize('NFC').trim().toLowerCase().split(/\s+/).join(' ');
const lettersOnly = (text: string): string => folded(text).replace(/[ .,;:!_'"`()/‐-—-]/g, '');

const labelled = /^\(?([a-z])\)?[.:]?$/;

/** The only choice whose form under `fold` is that of the text. */
function only(choices: readonly string[], text: string, fold: (text: string) => string): string | undefined {
  const wanted = fold(text);
  const found = wanted === '' ? [] : choices.filter((choice) => fold(choice) === wanted);
  return found.length === 1 ? found[0] : undefined;
}

/** The choice of a letter label: (b) is the second, unless the choices are letters themselves. */
function byLabel(choices: readonly string[], text: string): string | undefined {
  if (choices.some((choice) => labelled.test(folded(choice)))) return undefined;
  const letter = labelled.exec(folded(text))?.[1];
  return letter === undefined ? undefined : choices[letter.charCodeAt(0) - 97];
}

const spoken = /^(?:option|answer|choice) ?:? ?/i;
const wrapped = /^(\$|\*{1,2}|`)([^$*`]+)\1$/;
const labelBefore = /^(\(?[a-z][.):]) ?(.+)$/i;

/** The choice that a label and the words behind it both name: “(b) max pooling”. */
function byBoth(choices: readonly string[], text: string): string | undefined {
  const [, label, words] = labelBefore.exec(text) ?? [];
  const chosen = label === undefined ? undefined : byLabel(choices, label);
  return chosen !== undefined && chosen === only(choices, words!, lettersOnly) ? chosen : undefined;
}

const isSame = (answer: string, key: string): boolean =>
  folded(answer) === folded(key) || (lettersOnly(key) !== '' && lettersOnly(answer) === lettersOnly(key));

/** One of several stated words, by the word or by its letter; capitals and punctuation do not matter. */
export const choice: AnswerType<string, string> = {
  name: 'choice',
  expects: 'one of the choices',
  read(text, { choices = [] }) {
    if (isBlank(text)) return blank;
    if (text.length > longest) return unreadable(`it is longer than ${longest} characters`);
    const plain = readableText(text);
    if (plain instanceof Unreadable) return unreadable(plain.why);
    if (choices.length === 0) return read(plain.trim());
    const bare = plain.trim().replace(spoken, '').replace(wrapped, '$2');
    const label = only(choices, plain, folded) ?? byLabel(choices, bare);
    const chosen = label ?? only(choices, bare, lettersOnly) ?? byBoth(choices, bare);
    if (chosen !== undefined) return read(chosen);
    return unreadable(`${quote(plain)} is not one of the choices; write one of ${choices.join(', ')}`);
  },
  compare: (answer, key) => ({
    entries: [answer === key || isSame(answer, key) ? 'correct' : 'wrong'],
    distance: null,
  }),
  agrees: (answer, value) => answer === value || isSame(answer, value),
  write: (value) => value,
  typeset: (value) => `\\text{${value.replace(/[\\{}$&#^_%~]/g, ' ')}}`,
  json: (value) => value,
  echo: (answer) => ({ json: answer, latex: choice.typeset(answer), words: answer }),
  fill: (answer) => answer,
  plausible: () => true,
  examples: [
    {
      key: 'max pooling',
      options: { choices: ['convolution', 'max pooling', 'average pooling'] },
      accepts: [
        'max pooling',
        'Max-Pooling',
        'MAX POOLING.',
        '(b)',
        'b',
        'B.',
        'b)',
        '  max   pooling ',
        '(b) max pooling',
        'b) Max-pooling',
        'option b',
        '$b$',
        '**max pooling**',
      ],
      rejects: ['convolution', '(a)', 'c', 'Average pooling'],
      unreadable: [
        'max pooling or convolution',
        'not b',
        'd',
        'pooling',
        'a) b)',
        '(a) max pooling',
        'b) max pooling or convolution',
        'max\u200bpooling',
        'Ｂ',
        'В',
        '*',
        'any',
        '*b',
      ],
    },
    {
      key: '<',
      options: { choices: ['<', '=', '>'] },
      accepts: ['<', ' < ', '(a)'],
      rejects: ['>', '='],
      unreadable: ['<=', '< or >', '!'],
    },
    { key: 'b', options: { choices: ['b', 'a'] }, accepts: ['b', 'B', '(B)'], rejects: ['a'] },
    { key: 'yes', accepts: ['yes', 'Yes.', 'YES'], rejects: ['no', 'yes or no', 'y'] },
  ],
};
