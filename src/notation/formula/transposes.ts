import { exactKey, scriptAt } from './name-key.js';
import { isSign, letters, sign, type Token, type Tokens } from './tokens.js';

const isMark = (token: Token | undefined, marks: readonly string[]): boolean =>
  isSign(token, 'top') || (token?.kind === 'letters' && marks.includes(token.parts.join('')));

/**
 * Takes transpose marks out of superscripts, where they would look like a name or an exponent: `W^{(2)T}` is the
 * transpose of W^{(2)}, and the T of `W^Tδ` belongs to W alone. `marks` are the letters that stand for it.
 */
export function freeTransposes(
  tokens: Tokens,
  marks: readonly string[],
  isKnown: (key: string) => boolean,
): Token[] {
  const result: Token[] = [];
  // Of h^t with that very alias the t is no mark.
  const marksBehind = (before: Token | undefined): readonly string[] =>
    before?.kind === 'letters'
      ? marks.filter((mark) => !isKnown(exactKey(before.parts.join(''), [mark])))
      : marks;
  for (let place = 0; place < tokens.length; place++) {
    const token = tokens[place]!;
    const next = tokens[place + 1];
    const script = isSign(token, '^') ? scriptAt(tokens, place + 1) : undefined;
    const usable = marksBehind(tokens[place - 1]);
    if (script && isMark(script.inside.at(-1), usable) && !isSign(script.inside.at(-2), '-')) {
      const rest = script.inside.slice(0, -1);
      if (rest.length > 0) result.push(token, sign('{', ''), ...rest, sign('}', ''));
      result.push(sign('top', '^T'));
      place = script.end - 1;
    } else if (isSign(token, '^') && next?.kind === 'letters' && next.parts[0] === 'T' && !next.whole) {
      result.push(sign('top', '^T'), letters(next.parts.slice(1), next.text.slice(1)));
      place++;
    } else result.push(token);
  }
  return result;
}
