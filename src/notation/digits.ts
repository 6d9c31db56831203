const isDigit = (character: string): boolean => character >= '0' && character <= '9';

/** Positions of the significant digits of decimal text: leading zeros, sign and point left out. */
function significant(text: string): number[] {
  const digits = Array.from(text).flatMap((character, at) => (isDigit(character) ? [at] : []));
  const first = digits.findIndex((at) => text[at] !== '0');
  return first < 0 ? [] : digits.slice(first);
}

/** Decimal text with one of its significant digits left out, in every way. */
export const withoutOneDigit = (text: string): string[] =>
  significant(text).map((at) => text.slice(0, at) + text.slice(at + 1));

/** Decimal text with two neighbouring significant digits exchanged, in every way that shows. */
export const withTwoExchanged = (text: string): string[] =>
  significant(text).flatMap((at, position, all) => {
    const next = all[position + 1];
    if (next === undefined || text[at] === text[next]) return [];
    const characters = Array.from(text);
    characters[at] = text[next]!;
    characters[next] = text[at]!;
    return [characters.join('')];
  });
