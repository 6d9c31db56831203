import { micromark, type Options } from 'micromark';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { splitMaths } from '../../problem/prose.js';
import type { Html } from './html.js';
import { remember } from '../remember.js';
import type { Typesetter } from './typeset.js';

export interface ProseWriter {
  /** Paragraphs, lists and tables. */
  readonly blocks: (markdown: string) => Html;
  /** A sentence or two that stand in a line; several paragraphs stay paragraphs. */
  readonly line: (markdown: string) => Html;
}

/** Headings belong to the page, and pictures would come from elsewhere. */
const options: Options = {
  extensions: [gfmTable(), { disable: { null: ['headingAtx', 'setextUnderline', 'labelStartImage'] } }],
  htmlExtensions: [gfmTableHtml()],
};

const [open, close] = ['\ue000', '\ue001'];
/** A tag, which keeps no mark, or the mark of a piece of maths. */
const tagOrMark = /<[^>]*>|\ue000(\d+)\ue001/g;

/** Tables scroll within a box of their own and their headings have a scope. */
const readable = (html: string): string =>
  html
    .replaceAll('<table>', '<div class="scroll" role="group" aria-label="Table" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>')
    .replace(/<th(?= align=|>)/g, '<th scope="col"');

/** Instructors' Markdown with `$…$` to HTML: raw HTML comes out as text, links are http(s) or mailto. */
export function proseWriter({ inline, block }: Typesetter): ProseWriter {
  const write = (markdown: string): string => {
    const maths: string[] = [];
    const marked = splitMaths(markdown.replace(/[\ue000\ue001]/g, ''))
      .map((piece, position) => {
        if (position % 2 === 0) return piece;
        maths.push(
          piece.startsWith('$$') ? block(piece.slice(2, -2).trim()).html : inline(piece.slice(1, -1)).html,
        );
        return `${open}${maths.length - 1}${close}`;
      })
      .join('');
    return readable(micromark(marked, options)).replace(tagOrMark, (whole, index?: string) =>
      index === undefined ? whole : maths[Number(index)]!,
    );
  };
  const single = (html: string): string =>
    html.startsWith('<p>') && html.indexOf('<p>', 1) < 0 && html.endsWith('</p>') ? html.slice(3, -4) : html;
  return {
    blocks: remember((markdown) => ({ html: write(markdown) })),
    line: remember((markdown) => ({ html: single(write(markdown)) })),
  };
}
