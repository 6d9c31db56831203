import { withoutOneDigit, withTwoExchanged } from '../../notation/digits.js';

/** A way of miswriting a number that the digits alone give away. */
export interface Miswritten {
  readonly slip:
    | 'dropped-a-digit'
    | 'doubled-a-digit'
    | 'swapped-digits'
    | 'dropped-a-thousand'
    | 'flipped-sign'
    | 'doubled'
    | 'halved'
    | 'changed-a-digit';
  readonly hint: string;
}

/** Significant digits of a decimal, without sign, point or exponent. */
const digitsOf = (text: string): string =>
  text
    .replace(/e[+-]?\d+$/i, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '');

/** Fewer digits than these meet by chance. */
const fewest = 4;

const dropsOne = (short: string, long: string): boolean => withoutOneDigit(long).includes(short);
const swapsTwo = (a: string, b: string): boolean => withTwoExchanged(b).includes(a);

const changesOne = (a: string, b: string): boolean =>
  a.length === b.length && Array.from(a).filter((digit, at) => digit !== b[at]).length === 1;

/**
 * How `written` may have come from `value` by a slip of the pen; null where nothing of the kind fits. Both are numbers
 * as decimal text; a value that `written` rounds is cut to as many digits before digits are compared.
 */
export function miswritten(written: string, value: number): Miswritten | null {
  const number = Number(written);
  if (!Number.isFinite(number) || !Number.isFinite(value) || number === value || value === 0) return null;
  const printed = digitsOf(written);
  const exact = digitsOf(String(value));
  const right = Number.isInteger(value) ? exact : digitsOf(value.toPrecision(Math.max(1, printed.length)));
  if (number === -value || (printed.length > 1 && printed === right && number * value < 0))
    return { slip: 'flipped-sign', hint: 'The sign is the other one.' };
  const sameSign = number * value > 0;
  if (sameSign && Math.max(printed.length, exact.length) >= fewest) {
    if (Number.isInteger(value) && dropsOne(printed, exact))
      return { slip: 'dropped-a-digit', hint: 'A digit is missing.' };
    if (Number.isInteger(value) && dropsOne(exact, printed))
      return { slip: 'doubled-a-digit', hint: 'There is a digit too many.' };
    if (swapsTwo(printed, right))
      return { slip: 'swapped-digits', hint: 'Two neighbouring digits are exchanged.' };
    if (Number.isInteger(number) && number * 1000 === value)
      return { slip: 'dropped-a-thousand', hint: 'A group of three zeros is missing.' };
  }
  if (sameSign && printed.length >= 3 && changesOne(printed, right))
    return { slip: 'changed-a-digit', hint: 'One digit is another.' };
  if (number === 2 * value) return { slip: 'doubled', hint: 'This is twice the value.' };
  if (2 * number === value) return { slip: 'halved', hint: 'This is half the value.' };
  return null;
}
