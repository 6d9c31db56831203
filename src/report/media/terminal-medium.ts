import type { Medium } from './medium.js';
import type { Piece } from '../words/phrase.js';
import { cutText, visibleLine, visibleText } from './plain-text.js';
import { plainProse, latexToText } from './prose-text.js';

const write = (piece: Piece): string => {
  if (typeof piece === 'string') return visibleText(piece);
  if ('strong' in piece) return visibleText(piece.strong);
  if ('written' in piece) return visibleText(cutText(piece.written.trim(), 500));
  if ('prose' in piece) return plainProse(piece.prose);
  if ('maths' in piece) return visibleText(latexToText(piece.maths));
  return visibleText(cutText(piece.value.text, 500));
};

/** Plain text: no escape sequence of a student's reaches the terminal. */
export const terminalMedium: Medium<string> = {
  text: visibleLine,
  cell: (written) => visibleLine(cutText(written, 200)),
  phrase: (phrase) => phrase.map(write).join(''),
  prose: plainProse,
};
