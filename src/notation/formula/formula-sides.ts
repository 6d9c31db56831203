import { ExpressionError } from '../expression/tree.js';
import { readableText } from '../characters.js';
import { quote, Unreadable } from '../unreadable.js';
import { namesAnswer } from '../leading-name.js';
import { withoutDress } from '../pasted.js';
import { withoutShapeRemark } from '../shape-remark.js';
import { keyOfDerivative, keyOfName } from './name-key.js';
import type { Language } from './symbols.js';
import { tokenize } from './tokenize.js';
import { withPlainRanges } from './sum-ranges.js';
import { isSign } from './tokens.js';
import { constants, vocabularyOf } from './vocabulary.js';

/** What stands between the equals signs of an answer, a leading name left out. */
export interface Sides {
  readonly sides: readonly [string, ...string[]];
  readonly notes: readonly string[];
}

const longest = 4_000;
const mostSides = 6;

/** Cuts at each `=` outside brackets that is no part of `<=`, `==` and the like. */
function cutAtEquals(text: string): string[] {
  const sides: string[] = [];
  let depth = 0;
  let start = 0;
  for (let place = 0; place < text.length; place++) {
    const mark = text[place]!;
    if ('([{'.includes(mark)) depth++;
    else if (')]}'.includes(mark)) depth--;
    const isEquals = mark === '=' && text[place + 1] !== '=' && !'<>=!:'.includes(text[place - 1] ?? ' ');
    if (depth > 0 || !isEquals) continue;
    sides.push(text.slice(start, place).trim());
    start = place + 1;
  }
  return [...sides, text.slice(start).trim()];
}

/** What a leading name is declared as; undefined for one of the student's own. */
function declaredAs(label: string, language: Language): string | undefined {
  const vocabulary = vocabularyOf(language);
  const tokens = tokenize(label.replace(/\[[^\]]{0,60}\]/g, ''), 'point');
  const [only] = tokens;
  const slash = tokens.findIndex((token) => isSign(token, '/'));
  const derivative =
    only?.kind === 'fraction'
      ? keyOfDerivative(only.above, only.below)
      : keyOfDerivative(tokens.slice(0, slash), tokens.slice(slash + 1));
  if (derivative !== undefined) return vocabulary.derivative(derivative);
  const key = keyOfName(tokens)?.key;
  return key === undefined ? undefined : (vocabulary.find(key) ?? constants.get(key));
}

/** Why a leading name cannot be left out. */
function refusal(label: string, language: Language): string | undefined {
  if (/^[A-Za-z]{1,20} ?\(/.test(label)) return `${quote(label)} defines a function; give the formula alone`;
  const declared = declaredAs(label, language);
  return declared === undefined || declared === language.asked
    ? undefined
    : `${quote(label)} is given; write the formula alone, not an equation`;
}

/** Takes `$…$` and one leading `name =` off and separates the sides of equations. */
export function formulaSides(written: string, language: Language): Sides | Unreadable {
  if (written.length > longest) return new Unreadable(`it is longer than ${longest} characters`);
  const readable = readableText(written.replace(/[𝟙𝟏]/gu, ' indicator'));
  if (readable instanceof Unreadable) return readable;
  const whole = withoutDress(readable);
  const bare = withoutShapeRemark(whole);
  const remarks = bare === whole ? [] : ['the remark on its shape was left out'];
  const sides = cutAtEquals(withPlainRanges(bare, language)) as [string, ...string[]];
  if (sides.some((side) => side === ''))
    return new Unreadable(sides.length === 1 ? 'it is empty' : 'one side of the equation is empty');
  if (sides.length > mostSides) return new Unreadable(`it has more than ${mostSides} sides`);
  const [label, ...rest] = sides;
  if (rest.length === 0 || !namesAnswer(label)) return { sides, notes: remarks };
  try {
    const why = refusal(label, language);
    if (why !== undefined) return new Unreadable(why);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
  }
  const notes = [`the leading ${quote(`${label} =`)} was left out`, ...remarks];
  return { sides: rest as [string, ...string[]], notes };
}
