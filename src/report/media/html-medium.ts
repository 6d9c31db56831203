import { escapeHtml, type Html } from './html.js';
import type { Medium } from './medium.js';
import type { Piece } from '../words/phrase.js';
import { cutText, visibleLine, visibleText } from './plain-text.js';
import type { ProseWriter } from './prose.js';
import type { Typesetter } from './typeset.js';

/** Longest LaTeX of a value that is typeset; longer values are shown as cut text. */
const typesetCap = 3_000;

const code = (text: string): string => {
  const shown = escapeHtml(visibleText(cutText(text.trim())));
  return shown.includes('\n') ? `<pre><code>${shown}</code></pre>` : `<code>${shown}</code>`;
};

/** Pages: whatever is not our own markup is escaped here or by the template. */
export function htmlMedium({ inline }: Typesetter, { blocks, line }: ProseWriter): Medium<Html> {
  const write = (piece: Piece): string => {
    if (typeof piece === 'string') return escapeHtml(visibleText(piece));
    if ('strong' in piece) return `<strong>${escapeHtml(visibleText(piece.strong))}</strong>`;
    if ('written' in piece) return code(piece.written);
    if ('prose' in piece) return line(piece.prose).html;
    if ('maths' in piece)
      return piece.maths.length > typesetCap ? code(piece.maths) : inline(piece.maths).html;
    const { latex, text } = piece.value;
    return latex.length > typesetCap ? code(text) : inline(latex).html;
  };
  return {
    text: visibleLine,
    cell: (written) => visibleLine(cutText(written, 200)),
    phrase: (phrase) => ({ html: phrase.map(write).join('') }),
    prose: blocks,
  };
}
