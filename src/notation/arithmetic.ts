import { computed, Numeral } from './numeral.js';
import * as exact from './rational.js';
import type { Rational } from './rational.js';
import type { DecimalMark } from './thousands.js';
import { tokenize, type Token } from './tokens.js';
import { Unreadable } from './unreadable.js';

export const longestArithmetic = 500;
const deepestArithmetic = 40;
/** Characters of arithmetic in one answer of many numbers; each costs as much as a plain number. */
export const mostWorkedOut = 2_000;
export const tooMuchArithmetic = new Unreadable(
  'too many of its entries are arithmetic; write their results',
);

/** What stopped the evaluation; turned into an Unreadable at the door. */
class Refusal extends Error {}

const tooLarge = 'the result has too many digits';
const incomplete = 'the arithmetic is not complete';

/** Recursive descent over +, −, ×, ÷, powers (right to left, above a sign), brackets and \frac. */
class Evaluator {
  private position = 0;
  private depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly silentProducts: boolean,
  ) {}

  evaluate(): Rational {
    const result = this.sum();
    if (this.position < this.tokens.length)
      throw new Refusal(
        this.tokens[this.position] === ')'
          ? 'a bracket closes that was not opened'
          : 'two numbers stand side by side without a sign',
      );
    return result;
  }

  private take(token: Token): boolean {
    if (this.tokens[this.position] !== token) return false;
    this.position++;
    return true;
  }

  private deeper<T>(inner: () => T): T {
    if (++this.depth > deepestArithmetic)
      throw new Refusal(`brackets are nested deeper than ${deepestArithmetic}`);
    const result = inner();
    this.depth--;
    return result;
  }

  private sum(): Rational {
    let total = this.product();
    for (;;) {
      if (this.take('+')) total = capped(exact.add(total, this.product()));
      else if (this.take('-')) total = capped(exact.subtract(total, this.product()));
      else return total;
    }
  }

  private product(): Rational {
    let total = this.signed();
    for (;;) {
      if (this.take('*')) total = capped(exact.multiply(total, this.signed()));
      else if (this.take('/')) total = capped(divide(total, this.signed()));
      else if (this.silentProducts && this.tokens[this.position] === '(')
        total = capped(exact.multiply(total, this.raised()));
      else return total;
    }
  }

  private signed(): Rational {
    if (this.take('-')) return exact.negate(this.raised());
    this.take('+');
    return this.raised();
  }

  private raised(): Rational {
    const base = this.operand();
    if (!this.take('^')) return base;
    const exponent =
      this.tokens[this.position] === '{' ? this.enclosed('{', '}') : this.deeper(() => this.signed());
    return raise(base, exponent);
  }

  private operand(): Rational {
    const token = this.tokens[this.position];
    if (token instanceof Numeral) {
      this.position++;
      return token.exact;
    }
    if (this.take('frac')) return capped(divide(this.enclosed('{', '}'), this.enclosed('{', '}')));
    if (token === '(') return this.enclosed('(', ')');
    throw new Refusal(token === undefined || token === ')' ? incomplete : 'two signs follow each other');
  }

  private enclosed(open: '(' | '{', close: ')' | '}'): Rational {
    if (!this.take(open)) throw new Refusal(incomplete);
    const inner = this.deeper(() => this.sum());
    if (!this.take(close)) throw new Refusal('a bracket is not closed, or two numbers stand side by side');
    return inner;
  }
}

function capped(value: Rational): Rational {
  if (!exact.isWithinCap(value)) throw new Refusal(tooLarge);
  return value;
}

function divide(a: Rational, b: Rational): Rational {
  if (b.numerator === 0n) throw new Refusal('it divides by zero');
  return exact.divide(a, b);
}

function raise(base: Rational, exponent: Rational): Rational {
  if (!exact.isWhole(exponent)) throw new Refusal('only whole powers are worked out; give the number itself');
  const power = exponent.numerator / exponent.denominator;
  if (base.numerator === 0n && power <= 0n) throw new Refusal('zero has no such power');
  const result = exact.power(base, power);
  if (!result) throw new Refusal(tooLarge);
  return capped(result);
}

/** A date or a code rather than a number: `2024-01-01`. */
const startsWithZero = (token: Token): boolean => token instanceof Numeral && /^0\d/.test(token.text);

/**
 * Works out arithmetic of literals exactly, of at most 500 characters and brackets 40 deep. A literal alone, in
 * brackets or with a sign, keeps its written digits. `silentProducts` allows 16(27 + 1), which is no safe reading
 * where nothing else tells the value: 448 (432 + 16) is a remark.
 */
export function readArithmetic(
  text: string,
  mark: DecimalMark,
  silentProducts = false,
): Numeral | Unreadable {
  if (text.length > longestArithmetic)
    return new Unreadable(`it is longer than ${longestArithmetic} characters`);
  const tokens = tokenize(text, mark);
  if (tokens instanceof Unreadable) return tokens;
  const literals = tokens.filter((token) => token instanceof Numeral);
  if (literals.length > 1 && literals.some(startsWithZero))
    return new Unreadable('a number that starts with 0 stands in arithmetic, as in a date');
  try {
    const value = capped(new Evaluator(tokens, silentProducts).evaluate());
    if (literals.length === 1) return signedLiteral(literals[0]!, value);
    const result = computed(value);
    return Number.isFinite(result.value) ? result : new Unreadable(tooLarge);
  } catch (error) {
    if (error instanceof Refusal) return new Unreadable(error.message);
    throw error;
  }
}

function signedLiteral(literal: Numeral, value: Rational): Numeral {
  if (exact.compare(literal.exact, value) === 0) return literal;
  return new Numeral(`-${literal.text}`, -literal.value, literal.digits, literal.place, literal.zeros);
}
