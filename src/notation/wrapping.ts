import { leadingName } from './leading-name.js';
import { withoutDress } from './pasted.js';
import { quote } from './unreadable.js';

/** A text without what people put around an answer, and what was left out. */
export interface Unwrapped {
  readonly text: string;
  readonly notes: readonly string[];
}

/** LaTeX that only means a character; what is not listed stays as it is. */
const commands = new Map([
  ['times', '×'],
  ['cdot', '·'],
  ['div', '÷'],
  ['infty', '∞'],
  ['approx', '≈'],
  ['simeq', '≈'],
  ['cr', '\\\\'],
  ['{', '{'],
  ['}', '}'],
  ['lbrace', '{'],
  ['rbrace', '}'],
  ['langle', '('],
  ['rangle', ')'],
  ['left', ''],
  ['right', ''],
  [',', ' '],
  [';', ' '],
  [':', ' '],
  [' ', ' '],
  ['!', ''],
  ['quad', ' '],
  ['%', '%'],
  ['_', '_'],
]);

const fonts =
  /\\(?:mathbf|mathrm|mathit|mathsf|mathcal|mathbb|boldsymbol|bm|text|textbf|textit|textrm|operatorname) ?\{([^{}\\]{0,60})\}/g;
/** `\frac12` and `\frac1{20}`. */
const shortFraction = /\\[dt]?frac ?(\d)/g;
const shortDivisor = /(\\frac\{\d\})(\d)/g;

/** Plain characters for the LaTeX that means them. */
export function plainLatex(text: string): string {
  if (!text.includes('\\') && !text.includes('{,}')) return text;
  return text
    .replaceAll('{,}', ',')
    .replace(fonts, '$1')
    .replace(shortFraction, '\\frac{$1}')
    .replace(shortDivisor, '$1{$2}')
    .replace(/\\([a-zA-Z]+|[^a-zA-Z])/g, (whole, name: string) => commands.get(name) ?? whole);
}

const label =
  /^(\p{L}[\p{L}\p{M}\p{N}_.'′^*-]{0,30}(?: [\p{L}\p{N}_]{1,20}){0,3}) {0,9}(?:=(?![=])|:(?![:=])) {0,9}/u;

/** Drops a comment (` # …`) from each line, what pasting puts around the whole and one leading `name =`. */
export function unwrap(written: string): Unwrapped {
  const notes: string[] = [];
  let text = written;
  if (text.includes('#')) {
    text = text
      .split('\n')
      .map((line) => line.replace(/(?:^|[ \t])#.*$/, ''))
      .join('\n');
    if (text !== written) notes.push('what follows # was left out');
  }
  text = withoutDress(text);
  const name = label.exec(text)?.[0].length ?? leadingName(text);
  if (name > 0 && text.length > name) {
    notes.push(`the leading ${quote(text.slice(0, name).trim())} was left out`);
    text = withoutDress(text.slice(name));
  }
  return { text: plainLatex(text).trim(), notes };
}
