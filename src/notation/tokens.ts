import { readDecimal, type Numeral } from './numeral.js';
import { ungroup, type DecimalMark } from './thousands.js';
import { Unreadable, quote } from './unreadable.js';

export type Operator = '+' | '-' | '*' | '/' | '^' | '(' | ')' | '{' | '}' | 'frac';
export type Token = Operator | Numeral;

const operators = new Map<string, Operator>([
  ['+', '+'],
  ['-', '-'],
  ['−', '-'],
  ['*', '*'],
  ['×', '*'],
  ['·', '*'],
  ['⋅', '*'],
  ['∙', '*'],
  ['•', '*'],
  ['✕', '*'],
  ['x', '*'],
  ['X', '*'],
  ['/', '/'],
  ['÷', '/'],
  ['∕', '/'],
  ['⁄', '/'],
  ['^', '^'],
  ['(', '('],
  [')', ')'],
  ['{', '{'],
  ['}', '}'],
]);

const literals = {
  point:
    /(?:(?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?:_\d{3})+)(?!\d)|\d+)(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?/y,
  comma:
    /(?:(?:[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?:_\d{3})+)(?!\d)|\d+)(?:,\d*)?(?:[eE][+-]?\d+)?|,\d+(?:[eE][+-]?\d+)?/y,
} as const;

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const superscript = /[⁺⁻]?[⁰¹²³⁴-⁹]+/y;
const fraction = /\\[dt]?frac(?![a-zA-Z])/y;

const matchAt = (pattern: RegExp, text: string, position: number): string | undefined => {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0];
};

const plainSuperscript = (raised: string): string =>
  [...raised]
    .map((mark) => (mark === '⁻' ? '-' : mark === '⁺' ? '' : String(superscripts.indexOf(mark))))
    .join('');

/** Splits arithmetic into numbers and operators; `2⁻³` comes out as `2 ^ ( -3 )`, `½` as `( 1 / 2 )`. */
export function tokenize(text: string, mark: DecimalMark): readonly Token[] | Unreadable {
  const tokens: Token[] = [];
  let position = 0;
  while (position < text.length) {
    const character = text[position]!;
    const literal = matchAt(literals[mark], text, position);
    const raised = matchAt(superscript, text, position);
    const split = matchAt(fraction, text, position);
    if (character === ' ') position++;
    else if (literal !== undefined) {
      const numeral = readDecimal(ungroup(literal, mark)?.text ?? literal.replace(',', '.'));
      if (!numeral) return new Unreadable(`${quote(literal)} is beyond the sizes we read`);
      tokens.push(numeral);
      position += literal.length;
    } else if (raised !== undefined) {
      tokens.push('^', '(', readDecimal(plainSuperscript(raised))!, ')');
      position += raised.length;
    } else if (split !== undefined) {
      tokens.push('frac');
      position += split.length;
    } else if (text.startsWith('**', position)) {
      tokens.push('^');
      position += 2;
    } else if (/[¼-¾⅐-⅞]/.test(character)) {
      const [above, below] = character.normalize('NFKC').split('⁄');
      tokens.push('(', readDecimal(above!)!, '/', readDecimal(below!)!, ')');
      position++;
    } else {
      const operator = operators.get(character);
      if (!operator) return new Unreadable(`${quote(text.slice(position))} is not part of a number`);
      tokens.push(operator);
      position++;
    }
  }
  return tokens;
}
