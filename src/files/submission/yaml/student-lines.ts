import { closingQuote, readQuoted, unwrapSmartQuotes } from '../../quoted.js';

/** A line of a submission: its text without indentation and trailing blanks, empty for a blank line. */
export interface Line {
  readonly number: number;
  /** Width of the indentation, a tab reaching to the next multiple of eight. */
  readonly indent: number;
  /** Characters of indentation; the text starts one column further right. */
  readonly blanks: number;
  readonly text: string;
  readonly raw: string;
}

const noBreakSpace = '\u00a0';

export function splitLines(source: string): Line[] {
  const rows = source.includes('\r') ? source.split(/\r\n|\r|\n/) : source.split('\n');
  return rows.map((raw, row) => {
    let blanks = 0;
    let indent = 0;
    for (; blanks < raw.length; blanks++) {
      const character = raw[blanks];
      if (character === ' ' || character === noBreakSpace) indent += 1;
      else if (character === '\t') indent += 8 - (indent % 8);
      else break;
    }
    return { number: row + 1, indent, blanks, text: raw.slice(blanks).trimEnd(), raw };
  });
}

/** Whether a line counts where keys are expected: not blank, not a comment. */
export const isSignificant = ({ text }: Line): boolean => text !== '' && text[0] !== '#';
export const isListItem = ({ text }: Line): boolean => /^-([ \t]|$)/.test(text);
export const hasOddIndent = ({ indent, blanks, raw }: Line): boolean =>
  indent !== blanks || raw.slice(0, blanks).includes(noBreakSpace);

/** A key and where the rest of its line starts. */
export interface Key {
  readonly key: string;
  readonly end: number;
  /** No blank after the colon: `a:5`. */
  readonly tight: boolean;
}

const isBlank = (character: string | undefined): boolean =>
  character === undefined || character === ' ' || character === '\t';
const skipBlanks = (text: string, from: number): number => {
  let index = from;
  while (index < text.length && isBlank(text[index])) index += 1;
  return index;
};
const longestKey = 120;
const noKey = /^([-?]([ \t]|$)|[[\]{}&*!%@`|>#,]|<<$)/;

/** The key a line starts with; null where it starts with none. */
export function splitKey(text: string): Key | null {
  if (text[0] === '"' || text[0] === "'") return splitQuotedKey(text);
  for (
    let colon = text.indexOf(':');
    colon >= 0 && colon <= longestKey;
    colon = text.indexOf(':', colon + 1)
  ) {
    if (!isBlank(text[colon + 1])) continue;
    const key = text.slice(0, colon).trim();
    if (key === '' || noKey.test(key)) return null;
    return { key: unwrapSmartQuotes(key) ?? key, end: skipBlanks(text, colon + 1), tight: false };
  }
  return null;
}

function splitQuotedKey(text: string): Key | null {
  const end = closingQuote(text);
  if (end < 0) return null;
  const colon = skipBlanks(text, end + 1);
  const quoted = readQuoted(text.slice(0, end + 1));
  if (text[colon] !== ':' || !isBlank(text[colon + 1]) || quoted.state !== 'closed') return null;
  return { key: quoted.text, end: skipBlanks(text, colon + 1), tight: false };
}

/** A key without a blank after its colon, for places where only a key can stand. */
export function splitTightKey(text: string): Key | null {
  const match = /^([\p{L}\p{N}][\p{L}\p{N}_.-]{0,60}):/u.exec(text);
  return match && { key: match[1]!, end: match[0].length, tight: true };
}

/** A key that looks like an id: one word, as items, rows and columns are named. */
export function idKey(text: string): string | null {
  const found = splitKey(text);
  return found && /^[\p{L}\p{N}_.-]{1,60}$/u.test(found.key) ? found.key : null;
}
