/** What cannot be seen or reorders a line: controls, format characters, separators, lone surrogates, fillers. */
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/gu;

const escaped = (character: string): string => {
  if (/[\ud800-\udfff]/.test(character) && character.length === 1) return '\ufffd';
  return `‹U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}›`;
};

/** Text of a student made visible; line ends and tabs stay. Fit for a terminal, too: no escape sequence survives. */
export const visibleText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(hidden, (character) =>
      character === '\n' || character === '\t' ? character : escaped(character),
    );

/** The same on one line: an id, a name, the cell of a table. */
export const visibleLine = (text: string): string => visibleText(text.trim()).replace(/[\n\t]/g, ' ');

/** Characters of an answer that a report shows. */
export const writtenCap = 2_000;

/** At most `most` characters, with an ellipsis where something is left out; never half a surrogate pair. */
export function cutText(text: string, most = writtenCap): string {
  if (text.length <= most) return text;
  const last = text.charCodeAt(most - 1);
  return `${text.slice(0, last >= 0xd800 && last <= 0xdbff ? most - 1 : most)}…`;
}
