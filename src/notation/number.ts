import { readArithmetic, longestArithmetic } from './arithmetic.js';
import { readableText } from './characters.js';
import { explain } from './explain.js';
import {
  computed,
  isInfinite,
  largestExponent,
  type Numeral,
  readDecimal,
  shiftPlaces,
  type WrittenNumber,
} from './numeral.js';
import { compare, divide, magnitude, rational, subtract } from './rational.js';
import { ungroup, type DecimalMark } from './thousands.js';
import { Unreadable, quote } from './unreadable.js';
import { withoutUnit } from './units.js';
import { unwrap } from './wrapping.js';

export interface NumberNotation {
  readonly decimal: DecimalMark;
  /** The item asks for percent: 50 and 50 % are the same. */
  readonly percent?: boolean;
  /** The item asks for a whole number, so `1,234` has one reading. */
  readonly whole?: boolean;
}

export interface NumberReading {
  readonly number: WrittenNumber;
  readonly notes: readonly string[];
}

const none: readonly string[] = [];

/** One number as people write it, or arithmetic of numbers, with the precision the writing shows. */
export function readNumber(text: string, notation: NumberNotation): NumberReading | Unreadable {
  if (text.length > longestArithmetic)
    return new Unreadable(`it is longer than ${longestArithmetic} characters`);
  const plain = notation.decimal === 'point' || !text.includes('.') ? readDecimal(text) : undefined;
  if (plain) return { number: plain, notes: none };
  const readable = readableText(text);
  if (readable instanceof Unreadable) return readable;
  const { text: bare, notes } = withoutUnit(unwrap(readable));
  const percent = /(?:%| ?per ?cent)$/i.exec(bare);
  const read = readBare(percent ? bare.slice(0, percent.index).trimEnd() : bare, notation);
  if (read instanceof Unreadable) return explain(bare, read);
  const all = notes.concat(read.notes);
  if (!percent || notation.percent || isInfinite(read.number)) return { number: read.number, notes: all };
  const share = hundredth(read.number);
  return share
    ? { number: share, notes: [...all, `${quote(bare)} was read as ${share.value}`] }
    : new Unreadable(`the exponent is beyond ${largestExponent}`);
}

const hundredth = (numeral: Numeral): Numeral | undefined =>
  numeral.isComputed ? computed(divide(numeral.exact, rational(100n))) : shiftPlaces(numeral, -2);

const infinity = /^([+-]?) ?(?:∞|\.?inf|infinity)$/i;
const scientific =
  /^(.+?) ?(?:[×xX*·⋅∙•]|\\cdot) ?10 ?(?:\^|\*\*) ?(?:\{ ?([+-]?\d{1,6}) ?\}|\( ?([+-]?\d{1,6}) ?\)|([+-]?\d{1,6}))$/;
const leadingDash = /^[‐‑–—−] ?(?=[\d.,∞])/;
const raisedTen = /10([⁺⁻]?)([⁰¹²³⁴-⁹]{1,6})$/;

const plainExponent = (text: string): string =>
  text.replace(
    raisedTen,
    (_, sign: string, digits: string) => `10^${sign === '⁻' ? '-' : ''}${digits.normalize('NFKC')}`,
  );

/** A result with its calculation behind it: `1152 (= 3×3×128)`. */
const workedBehind = /^([^()=]{1,40}) ?\( ?= ?(.+)\)$/;

function readBare(written: string, notation: NumberNotation): NumberReading | Unreadable {
  const text = plainExponent(written.replace(leadingDash, '-').replace(workedBehind, '$2 = $1'));
  const infinite = infinity.exec(text);
  if (infinite) return { number: { infinite: infinite[1] === '-' ? -1 : 1 }, notes: none };
  const mantissa = scientific.exec(text);
  if (mantissa) {
    const before = readLiteral(mantissa[1]!, notation);
    const power = Number((mantissa[2] ?? mantissa[3] ?? mantissa[4])!);
    const number = before && shiftPlaces(before.number as Numeral, power);
    if (number) return { number, notes: before.notes };
  }
  return readLiteral(text, notation) ?? readEquation(text, notation);
}

/** A literal with its thousands separators and decimal mark; undefined for anything else. */
function readLiteral(text: string, { decimal, whole }: NumberNotation): NumberReading | undefined {
  const grouped = ungroup(text, decimal);
  if (grouped) {
    const number = readDecimal(grouped.text);
    const note = `${quote(text)} was read as ${grouped.text}`;
    return number && { number, notes: grouped.ambiguous && !whole ? [note] : none };
  }
  if (decimal === 'point') {
    const number = readDecimal(text);
    return number && { number, notes: none };
  }
  if (text.includes(',') && text.includes('.')) return undefined;
  const pointed = text.replace(',', '.');
  const number = readDecimal(pointed);
  return (
    number && {
      number,
      notes: text.includes('.') ? [`the point in ${quote(text)} was read as the decimal mark`] : none,
    }
  );
}

/** Arithmetic, or an equation such as `3×3×128 = 1152` whose sides agree; the last side is the answer. */
function readEquation(text: string, { decimal }: NumberNotation): NumberReading | Unreadable {
  const sides = text.split(/[=≈]/);
  if (sides.length > 4) return new Unreadable('it holds more than one equation');
  if (sides.some((side) => side.trim() === '')) return new Unreadable('one side of the equation is empty');
  const read: Numeral[] = [];
  for (const side of sides) {
    const trimmed = side.trim();
    const isLast = read.length === sides.length - 1;
    const number =
      readLiteral(trimmed, { decimal, whole: true })?.number ?? readArithmetic(trimmed, decimal, !isLast);
    if (number instanceof Unreadable) return number;
    read.push(number as Numeral);
  }
  const answer = read[read.length - 1]!;
  if (!read.every((side) => isRounding(answer, side) || isRounding(side, answer)))
    return new Unreadable('its sides are not equal; give one number');
  return {
    number: answer,
    notes: sides.length > 1 ? [`${quote(answer.text)} was read from the end of the equation`] : none,
  };
}

/** Whether `answer` is `side`, or `side` rounded to the places of `answer`. */
function isRounding(answer: Numeral, side: Numeral): boolean {
  const gap = magnitude(subtract(answer.exact, side.exact));
  if (gap.numerator === 0n) return true;
  if (answer.isComputed || answer.place >= 0) return false;
  return compare(gap, rational(1n, 2n * 10n ** BigInt(-answer.place))) <= 0;
}
