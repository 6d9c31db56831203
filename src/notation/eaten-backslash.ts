/** What is left of a LaTeX command where double quotes turned its backslash and first letter into one character. */
const eaten: readonly (readonly [RegExp, string])[] = [
  [/\x07/, 'a'],
  [/\x08/, 'b'],
  [/\x0b/, 'v'],
  [/\x0c/, 'f'],
  [/\x1b/, 'e'],
  [/\t(?=(?:imes|heta|anh?|au|frac|ext|ilde)(?![A-Za-z]))/, 't'],
  [/\n(?=(?:abla|eq|eg)(?![A-Za-z]))/, 'n'],
  [/\r(?=(?:ight|ho|vert|Vert|floor|ceil|angle)(?![A-Za-z]))/, 'r'],
];

const anyMark = /[\x07\x08\t\n\x0b\x0c\r\x1b]/;

/** The command that lost its backslash, such as `\times`; undefined where none did. */
export function eatenCommand(text: string): string | undefined {
  if (!anyMark.test(text)) return undefined;
  for (const [mark, letter] of eaten) {
    const found = mark.exec(text);
    if (found) return `\\${letter}${/^[A-Za-z]{0,20}/.exec(text.slice(found.index + 1))![0]}`;
  }
  return undefined;
}
