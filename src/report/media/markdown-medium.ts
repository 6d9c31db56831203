import type { Medium } from './medium.js';
import type { Phrase, Piece } from '../words/phrase.js';
import { cutText, visibleLine, visibleText } from './plain-text.js';

const longestRun = (text: string): number =>
  (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);

/** Text that Markdown shows as it is: as code between fences longer than any it holds. */
export function codeSpan(text: string): string {
  const line = visibleLine(text) || ' ';
  const fence = '`'.repeat(longestRun(line) + 1);
  const space = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

function codeBlock(text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `\n\n${fence}\n${text}\n${fence}`;
}

/** One line of words with every mark of Markdown, HTML and bare links disarmed. */
export const escapeMarkdown = (text: string): string =>
  visibleLine(text)
    .replace(/[\\`*_[\]<>|~$&#!@]/g, '\\$&')
    .replace(/:\/\//g, '\\://')
    .replace(/(www)\./gi, '$1\\.')
    .replace(/^([-+=]|\d{1,9}[.)])/, '\\$1');

/** A block needs its lines for itself: within a sentence an answer of several lines is put on one. */
const code = (text: string, isAlone: boolean): string => {
  const shown = visibleText(cutText(text.trim()));
  return isAlone && shown.includes('\n') ? codeBlock(shown) : codeSpan(shown);
};

const write = (piece: Piece, _: number, { length }: Phrase): string => {
  if (typeof piece === 'string') return escapeWords(piece);
  if ('strong' in piece) return `**${escapeWords(piece.strong)}**`;
  if ('written' in piece) return code(piece.written, length === 1);
  if ('prose' in piece) return piece.prose.trim();
  if ('maths' in piece) return `$${piece.maths.replace(/\$/g, '')}$`;
  return code(piece.value.text, length === 1);
};

/** As `escapeMarkdown`, with the spaces at either end kept: pieces of a sentence meet there. */
const escapeWords = (text: string): string =>
  `${text.startsWith(' ') ? ' ' : ''}${escapeMarkdown(text)}${text.length > 1 && text.endsWith(' ') ? ' ' : ''}`;

/** Markdown reports: a student's text stands in code, so that none of it is Markdown. */
export const markdownMedium: Medium<string> = {
  text: escapeMarkdown,
  cell: (written) => codeSpan(cutText(written, 200)).replace(/\|/g, '\\|'),
  phrase: (phrase) => phrase.map(write).join(''),
  prose: (markdown) => markdown.trim(),
};
