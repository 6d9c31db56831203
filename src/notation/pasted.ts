const fences = [
  ['$$', '$$'],
  ['$', '$'],
  ['\\(', '\\)'],
  ['\\[', '\\]'],
  ['**', '**'],
  ['`', '`'],
] as const;

/** Takes `$…$`, `\(…\)`, `\[…\]` or the marks of Markdown off. */
export function withoutFences(text: string): string {
  for (const [open, close] of fences)
    if (text.length > open.length + close.length && text.startsWith(open) && text.endsWith(close)) {
      const inside = text.slice(open.length, -close.length);
      if (!inside.includes(open)) return inside.trim();
    }
  return text;
}

const display = /^\\begin\{(equation|align|aligned|gather|gathered|split|multline|displaymath)(\*?)\}/;
const boxed = /^\\(?:boxed|fbox|mathbf|boldsymbol|bm|mathrm)\{/;
/** What only moves or hides ink: `\displaystyle`, `\phantom{-}`, the gap of `\\[2pt]`. */
const ink =
  /\\(?:displaystyle|textstyle|scriptstyle|limits|nolimits|nonumber|notag|null)(?![A-Za-z])|\\[hv]?phantom\{[^{}]{0,20}\}/g;
const rowGap = /\\\\ ?\[-?[\d.]{1,6} ?[a-z]{2}\]/g;
const lead =
  /^(?:[&\s]|(?:=(?!=)|≈|≅|≃|∴|⇒|→|\\(?:approx|therefore|implies|Rightarrow|to|quad|qquad)(?![A-Za-z])|\\[,;:! ]))/;
const tail = /(?:\s|\\\\|\\(?:quad|qquad|blacksquare|square)|\\[,;:! ]|(?<!\.|\\right ?)\.)$/;

/** The text inside the one pair of braces that starts at the end of `opening` and ends the text. */
function insideBraces(text: string, opening: string): string | undefined {
  let depth = 1;
  for (let place = opening.length; place < text.length; place++) {
    if (text[place] === '\\') place++;
    else if (text[place] === '{') depth++;
    else if (text[place] === '}' && --depth === 0)
      return place === text.length - 1 ? text.slice(opening.length, -1).trim() : undefined;
  }
  return undefined;
}

/** A displayed equation's lines as one: its `&` and line ends only place the equals signs. */
function withoutDisplay(text: string): string {
  const opened = display.exec(text);
  const end = opened ? `\\end{${opened[1]!}${opened[2]!}}` : '';
  if (!opened || !text.endsWith(end)) return text;
  const inside = text.slice(opened[0].length, -end.length);
  return inside.includes('\\begin') ? inside.trim() : inside.replace(/\\\\|&/g, ' ').trim();
}

const mostLayers = 12;

/**
 * An answer without what pasting puts around it: fences of Markdown and LaTeX, displays, boxes, a leading equals sign
 * and a full stop at the end.
 */
export function withoutDress(written: string): string {
  let text = written.trim();
  if (text.includes('\\')) text = text.replace(ink, '').replace(rowGap, '\\\\').trim();
  for (let layer = 0; layer < mostLayers; layer++) {
    const before = text;
    text = withoutDisplay(withoutFences(text));
    const box = boxed.exec(text);
    if (box) text = insideBraces(text, box[0]) ?? text;
    const first = lead.exec(text);
    if (first && text.length > first[0].length) text = text.slice(first[0].length).trimStart();
    const last = tail.exec(text);
    if (last && last.index > 0) text = text.slice(0, last.index).trimEnd();
    if (text === before) break;
  }
  return text;
}
