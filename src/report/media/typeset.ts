import { escapeHtml, type Html } from './html.js';
import { cutText, visibleText } from './plain-text.js';
import { remember } from '../remember.js';

/** LaTeX to MathML, in the line or as a line of its own. */
export interface Typesetter {
  readonly inline: (latex: string) => Html;
  readonly block: (latex: string) => Html;
}

const lengthCap = 6_000;

/** Commands that define commands or touch the page; no value and no problem text needs them. */
const refused =
  /\\(?:[gex]?def|let|futurelet|global|(?:re)?newcommand|providecommand|DeclareMathOperator|href|url|includegraphics|html[A-Za-z]*|class|id|data|style)(?![A-Za-z])/;

/** Groups within groups; each level of a fraction is three more levels of MathML. */
const depthCap = 50;

function depthOf(latex: string): number {
  let depth = 0;
  let deepest = 0;
  for (const mark of latex) {
    if (mark === '{') deepest = Math.max(deepest, ++depth);
    else if (mark === '}') depth--;
  }
  return deepest;
}

const isFit = (latex: string): boolean =>
  latex.length <= lengthCap && !refused.test(latex) && depthOf(latex) <= depthCap;

const source = (latex: string): string =>
  `<code class="latex">${escapeHtml(cutText(visibleText(latex), 500))}</code>`;

/** Layout that the page's own style gives: cell padding and class names. */
const lean = (mathml: string): string =>
  mathml.replace(/ class="[^"]*"/g, '').replace(/ style="padding-left:[^";]*;padding-right:[^";]*;"/g, '');

/** Loads temml, which only reports need; each distinct piece is typeset once. Unfit LaTeX is shown as its source. */
export async function loadTypesetter(): Promise<Typesetter> {
  const { default: temml } = await import('temml');
  const typeset = (latex: string, displayMode: boolean): string => {
    if (!isFit(latex)) return source(latex);
    try {
      return lean(
        temml.renderToString(latex, { displayMode, throwOnError: true, trust: false, maxExpand: 200 }),
      );
    } catch {
      return source(latex);
    }
  };
  return {
    inline: remember((latex) => ({ html: typeset(latex, false) })),
    block: remember((latex) => ({ html: `<span class="formula">${typeset(latex, true)}</span>` })),
  };
}
