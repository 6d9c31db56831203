/** A text without what people put around an answer, and what was left out. */
interface Unwrapped {
  readonly text: string;
  readonly notes: readonly string[];
}

/** LaTeX that only means a character; what is not listed stays as it is. */
const commands = new Map([
  ['times', '×'],
  ['cdot', '·'],
  ['div', '÷'],
  ['infty', '∞'],
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

/** Plain characters for the LaTeX that means them. */
export function plainLatex(text: string): string {
  if (!text.includes('\\') && !text.includes('{,}')) return text;
  return text
    .replaceAll('{,}', ',')
    .replace(/\\([a-zA-Z]+|[^a-zA-Z])/g, (whole, name: string) => commands.get(name) ?? whole);
}

const fences = [
  ['$$', '$$'],
  ['$', '$'],
  ['\\(', '\\)'],
  ['\\[', '\\]'],
] as const;

/** Takes `$…$`, `$$…$$`, `\(…\)` or `\[…\]` off. */
export function withoutFences(text: string): string {
  for (const [open, close] of fences)
    if (text.length > open.length + close.length && text.startsWith(open) && text.endsWith(close))
      return text.slice(open.length, -close.length).trim();
  return text;
}

const label =
  /^(\p{L}[\p{L}\p{M}\p{N}_.'′^*-]{0,30}(?: [\p{L}\p{N}_]{1,20}){0,3}) {0,9}(?:=(?![=])|:(?![:=])) {0,9}/u;

/** Drops a comment (` # …`) from each line, `$…$` around the whole and one leading `name =`. */
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
  text = withoutFences(text.trim());
  const name = label.exec(text);
  if (name !== null && text.length > name[0].length) {
    notes.push(`the leading “${name[0].trim()}” was left out`);
    text = withoutFences(text.slice(name[0].length).trim());
  }
  return { text: plainLatex(text).trim(), notes };
}
