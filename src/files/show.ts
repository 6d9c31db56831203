import { isAbsolute, relative, sep } from 'node:path';

/** Characters that a reader cannot see or that reorder a line: controls, zero-width, bidi, tags, lone surrogates. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u115f\u1160\u3164\uffa0]/gu;
export const hasHidden = (text: string): boolean => text.search(hidden) >= 0;

const code = (character: string): string => `\\u{${character.codePointAt(0)!.toString(16)}}`;

/** Text on one line, with what cannot be seen written as \u{…}. */
export const showPlain = (text: string): string =>
  text.replace(hidden, (character) =>
    character === '\n' ? '\\n' : character === '\t' ? '\\t' : code(character),
  );

/** Text as a message quotes it: one line, at most 40 characters. */
export function showText(text: string, most = 40): string {
  const start = text.length > 4 * most ? text.slice(0, 4 * most) : text;
  const points = Array.from(start);
  return `"${showPlain(points.slice(0, most).join(''))}${points.length > most ? '…' : ''}"`;
}

/** A path for messages: relative to the working folder, never absolute. */
export function showPath(path: string, from: string = process.cwd()): string {
  const near = relative(from, path);
  const outside = near.startsWith('..') || isAbsolute(near);
  const shown = outside ? path.split(sep).filter(Boolean).slice(-2).join(sep) : near;
  return showPlain(sep === '\\' ? shown.replaceAll(sep, '/') : shown) || '.';
}
