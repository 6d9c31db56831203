/** How a text that starts with a quotation mark is to be taken. */
export type Quoted =
  | { readonly state: 'closed'; readonly text: string; readonly ateBackslash: boolean }
  | { readonly state: 'open' }
  /** The mark closes before the end: the text is as typed. */
  | { readonly state: 'not-quoted' };

const onlyComment = (rest: string): boolean => /^[ \t]*($|[ \t]#)/.test(rest);

/** A text in straight quotes, closed at its end but for a comment, as YAML reads it. */
export function readQuoted(source: string): Quoted {
  const end = closingQuote(source);
  if (end < 0) return { state: 'open' };
  if (!onlyComment(source.slice(end + 1))) return { state: 'not-quoted' };
  const inner = source.slice(1, end);
  if (source[0] === "'") return { state: 'closed', text: inner.replaceAll("''", "'"), ateBackslash: false };
  if (!inner.includes('\\')) return { state: 'closed', text: inner, ateBackslash: false };
  const decoded = decodeEscapes(inner, false);
  return { state: 'closed', text: decoded ?? inner, ateBackslash: decoded === null };
}

/** Index of the quotation mark that ends the one at index 0; -1 where none does. */
export function closingQuote(source: string): number {
  const mark = source[0]!;
  for (let index = 1; index < source.length; index++) {
    const character = source[index];
    if (character === '\\' && mark === '"') index += 1;
    else if (character === mark) {
      if (mark === "'" && source[index + 1] === mark) index += 1;
      else return index;
    }
  }
  return -1;
}

const plainEscapes: ReadonlyMap<string, string> = new Map([
  ['\\', '\\'],
  ['"', '"'],
  ['/', '/'],
  [' ', ' '],
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['b', '\b'],
  ['f', '\f'],
]);
/** What follows `\n` in a LaTeX command; any other letter after it starts a new line. */
const newlineCommand =
  /^(abla|eq?|u|ot|otin|eg|i|mid|leq|geq|less|gtr|ewline|onumber|earrow|exists|atural)(?![a-z])/;

/**
 * Escapes of double quotes, in YAML or JSON. Null where they eat the backslash of a LaTeX command (`\times` is a
 * tab and "imes"), or are none: the source is then what was meant.
 */
export function decodeEscapes(inner: string, isJson: boolean): string | null {
  let text = '';
  for (let index = 0; index < inner.length; index++) {
    const character = inner[index]!;
    if (character !== '\\') {
      text += character;
      continue;
    }
    const escape = inner[++index] ?? '';
    const digits = escape === 'u' ? 4 : isJson ? 0 : escape === 'x' ? 2 : escape === 'U' ? 8 : 0;
    if (digits > 0) {
      const hex = inner.slice(index + 1, index + 1 + digits);
      const point = Number.parseInt(hex, 16);
      if (hex.length !== digits || !/^[\da-f]+$/i.test(hex) || point > 0x10ffff) return null;
      text += digits === 8 ? String.fromCodePoint(point) : String.fromCharCode(point);
      index += digits;
      continue;
    }
    const plain = plainEscapes.get(escape);
    const after = inner.slice(index + 1, index + 10);
    if (plain === undefined) return null;
    if (escape === 'n' ? newlineCommand.test(after) : /[trbf]/.test(escape) && /^[a-z]/i.test(after))
      return null;
    text += plain;
  }
  return text;
}

const smartPairs: readonly (readonly [string, string])[] = [
  ['“”', '”'],
  ['„', '“”'],
  ['‘’', '’'],
  ['«', '»'],
];

/** The text between typographic quotation marks that enclose all of it; null where none do. */
export function unwrapSmartQuotes(text: string): string | null {
  if (text.length < 2) return null;
  const first = text[0]!;
  const last = text.at(-1)!;
  const pair = smartPairs.find(([open, close]) => open.includes(first) && close.includes(last));
  const inner = text.slice(1, -1);
  return pair && !/[“”„«»]/.test(inner) ? inner : null;
}
