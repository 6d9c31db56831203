import type { AnswerType } from './answer-type.js';
import { blank, isBlank, read } from './reading.js';

/** Composed form, every line end one character, halves of characters replaced. */
const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Cs}/gu, '\ufffd')
    .trim();

/** Words for a person to read; a comparison only finds the very same words. */
export const text: AnswerType<string, string> = {
  name: 'text',
  expects: 'a sentence or two in your own words',
  read: (written) => (isBlank(written) ? blank : read(tidy(written))),
  compare: (answer, key) => ({ entries: [answer === tidy(key) ? 'correct' : 'wrong'], distance: null }),
  agrees: (answer, value) => answer === tidy(value),
  write: (value) => value,
  typeset: (value) => `\\text{${value.replace(/[\\{}$&#^_%~]/g, ' ')}}`,
  json: (value) => value,
  echo: (answer) => ({ json: answer, latex: text.typeset(answer), words: answer }),
  fill: (answer) => answer,
  plausible: () => true,
  examples: [
    {
      key: 'running mean',
      accepts: ['running mean', ' running mean\n'],
      rejects: ['Running mean', 'batch mean'],
    },
  ],
};
