import { eatenCommand } from './eaten-backslash.js';
import { Unreadable } from './unreadable.js';

const plainAscii = /^[\t\n\r\x20-\x7e]*$/;
const otherSpaces = /\p{Zs}/gu;
const otherLineEnds = /\r\n?|[\u2028\u2029\u0085]/g;
/** Control, format (zero-width, bidi), private and half characters, and the blanks that no category names. */
const unseen =
  /(?![\t\n])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u;
/** Numbers of other scripts and full-width forms; superscripts, subscripts and fractions have a plain meaning. */
const lookalikes = /(?![0-9²³¹⁰⁴-⁹₀-₉¼-¾⅐-⅞])[\p{N}\uff01-\uff5e]/u;

const codePoint = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * The text in composed form with every kind of space as a plain one and line ends as `\n`; refused where a
 * character cannot be seen or only looks like one of ours.
 */
export function readableText(text: string): string | Unreadable {
  const eaten = eatenCommand(text);
  if (eaten !== undefined)
    return new Unreadable(
      `the backslash of ${eaten} was lost, as happens between double quotes; use single quotes, or none`,
    );
  if (plainAscii.test(text)) return text.includes('\r') ? text.replace(otherLineEnds, '\n') : text;
  const composed = text.normalize('NFC').replace(otherLineEnds, '\n').replace(otherSpaces, ' ');
  const hidden = unseen.exec(composed)?.[0];
  if (hidden !== undefined)
    return new Unreadable(
      `it holds a character that cannot be seen (${codePoint(hidden)}); please type it again`,
    );
  const odd = lookalikes.exec(composed)?.[0];
  if (odd !== undefined)
    return new Unreadable(
      `“${odd}” (${codePoint(odd)}) is not a plain digit or letter; use 0 to 9 and a to z`,
    );
  return composed;
}
