import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber, type NumberNotation } from './number.js';
import { isInfinite, type Numeral } from './numeral.js';
import { Unreadable } from './unreadable.js';

const point: NumberNotation = { decimal: 'point' };
const comma: NumberNotation = { decimal: 'comma' };

const numeral = (text: string, notation = point): Numeral => {
  const read = readNumber(text, notation);
  if (read instanceof Unreadable) throw new Error(read.why);
  if (isInfinite(read.number)) throw new Error(`${text} is infinite`);
  return read.number;
};
const whyNot = (text: string, notation = point): string => {
  const read = readNumber(text, notation);
  return read instanceof Unreadable ? read.why : 'it was read';
};
const notesOf = (text: string, notation = point): readonly string[] => {
  const read = readNumber(text, notation);
  return read instanceof Unreadable ? [read.why] : read.notes;
};

describe('a written number', () => {
  it.each([
    ['5', 5, 1, 0],
    ['+5', 5, 1, 0],
    ['−5', -5, 1, 0],
    ['–5', -5, 1, 0],
    ['.5', 0.5, 1, -1],
    ['5.', 5, 1, 0],
    ['2.50', 2.5, 3, -2],
    ['0.050', 0.05, 2, -3],
    ['007', 7, 1, 0],
    ['0', 0, 0, 0],
    ['0.00', 0, 0, -2],
    ['1200', 1200, 4, 0],
    ['1.8816e6', 1881600, 5, 2],
    ['1.8816E+6', 1881600, 5, 2],
    ['1.8816×10^6', 1881600, 5, 2],
    ['1.8816 x 10^{6}', 1881600, 5, 2],
    ['1.50·10⁻³', 0.0015, 3, -5],
    ['1,881,600', 1881600, 7, 0],
    ['1 881 600', 1881600, 7, 0],
    ['1\u00a0881\u00a0600', 1881600, 7, 0],
    ['1\u2009881\u2009600', 1881600, 7, 0],
    ['1_881_600', 1881600, 7, 0],
    ['1\\,881\\,600', 1881600, 7, 0],
    ['1{,}881{,}600', 1881600, 7, 0],
    ['1,234.50', 1234.5, 6, -2],
    ['1881600.0', 1881600, 8, -1],
    ['$2.50$', 2.5, 3, -2],
    ['$$ 2.50 $$', 2.5, 3, -2],
    ['\\(2.50\\)', 2.5, 3, -2],
    ['x = 2.50', 2.5, 3, -2],
    ['$m = 448$', 448, 3, 0],
    ['h_1: 0.5', 0.5, 1, -1],
    ['h₁ = 0.5', 0.5, 1, -1],
    ['5 # because of the bias', 5, 1, 0],
  ])('%s is %d with %d digits, the last at 10^%d', (text, value, digits, place) => {
    expect(numeral(text)).toMatchObject({ value, digits, place });
  });

  it.each([
    ['1,5', 1.5],
    ['1.234,5', 1234.5],
    ['1 234,5', 1234.5],
    ['1.881.600', 1881600],
    ['1.5', 1.5],
    ['0.125', 0.125],
    ['1.234', 1234],
    ['2,5 × 2', 5],
  ])('%s is %d where the decimal mark is a comma', (text, value) => {
    expect(numeral(text, comma).value).toBe(value);
  });

  it.each([
    ['½', 0.5],
    ['⅞', 0.875],
    ['1/2', 0.5],
    ['\\frac{3}{4}', 0.75],
    ['3×3×128 = 1152', 1152],
    ['2/3 = 0.667', 0.667],
    ['2/3 ≈ 0.667', 0.667],
    ['1 + 1 = 2 = 4/2', 2],
  ])('%s is worked out to %d', (text, value) => {
    expect(numeral(text).value).toBe(value);
  });

  it.each([
    ['50 %', { value: 0.5, digits: 2, place: -2 }, point],
    ['-50%', { value: -0.5 }, point],
    ['50 percent', { value: 50 }, { decimal: 'point', percent: true } as const],
    ['-50 %', { value: -50 }, { decimal: 'point', percent: true } as const],
    ['50', { value: 50 }, { decimal: 'point', percent: true } as const],
    ['1/2 %', { value: 0.005 }, point],
    ['12,5 %', { value: 12.5 }, { decimal: 'comma', percent: true } as const],
  ])('%s is %o', (text, expected, notation) => {
    expect(numeral(text, notation)).toMatchObject(expected);
  });

  it.each([
    ['inf', 1],
    ['Infinity', 1],
    ['∞', 1],
    ['+∞', 1],
    ['-inf', -1],
    ['−∞', -1],
    ['.inf', 1],
    ['\\infty', 1],
  ])('%s is an infinity', (text, infinite) => {
    expect(readNumber(text, point)).toMatchObject({ number: { infinite } });
  });

  it('is finite however large: 1e400 is not an infinity', () => {
    expect(numeral('1e400').exact).toEqual({ numerator: 10n ** 400n, denominator: 1n });
  });

  it.each([
    ['NaN', /not a number/],
    ['0o17', /decimal digits/],
    ['0x1F', /decimal digits/],
    ['0b11', /decimal digits/],
    ['no', /without words/],
    ['1e1001', /exponents beyond 1000/],
    ['1e99999999', /exponents beyond 1000/],
    ['12:30:45', /ratios/],
    ['5!!', /factorials/],
    ['"1"+1', /quotation/],
    ['5 or 6', /exactly one number/],
    ['3±1', /exactly one number/],
    ['5 +/- 100', /exactly one number/],
    ['< 5', /not a range/],
    ['1,5', /decimals with a point/],
    ['0,125', /decimals with a point/],
    ['12 34', /side by side/],
    ['1,23,4', /not part/],
    ['3 1/4', /side by side/],
    ['3–4', /not part/],
    ['5 m', /without words/],
    ['3*3 = 10', /sides are not equal/],
    ['1.4 = 1', /sides are not equal/],
    ['x = 2, y = 3', /without words/],
    ['# only a comment', /no number/],
    ['１２', /U\+FF11/],
    ['١٢', /U\+0661/],
    ['1\u200b2', /U\+200B/],
    ['5\u0000', /U\+0000/],
    ['\u202e5', /U\+202E/],
    ['1'.repeat(501), /longer than 500/],
  ])('%s is not read, and the reason says why', (text, why) => {
    expect(whyNot(text)).toMatch(why);
  });

  it.each([
    ['1,234', point, /1234/],
    ['1.234', comma, /1234/],
    ['1.5', comma, /decimal mark/],
    ['50 %', point, /0\.5/],
    ['m = 448', point, /m =/],
    ['5 # why', point, /left out/],
    ['2×3 = 6', point, /end of the equation/],
  ])('%s comes with a note on how it was read', (text, notation, note) => {
    expect(notesOf(text, notation).join()).toMatch(note);
  });

  it.each([
    ['1,234', { decimal: 'point', whole: true } as const],
    ['1,234,567', point],
    ['1234', point],
    ['2.5', point],
  ])('%s needs no note where it has one reading', (text, notation) => {
    expect(notesOf(text, notation)).toEqual([]);
  });

  it('has the value JavaScript gives the same plain decimal', () => {
    const decimal = fc.stringMatching(/^[+-]?\d{1,20}(\.\d{0,20})?(e[+-]?\d{1,2})?$/);
    fc.assert(fc.property(decimal, (text) => numeral(text).value === Number(text)));
  });

  it('keeps its value when its thousands are separated', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 2 ** 50 }),
        fc.constantFrom(',', ' ', '_'),
        (value, separator) => {
          const grouped = value.toLocaleString('en-US').replaceAll(',', separator);
          expect(numeral(grouped).value).toBe(value);
        },
      ),
    );
  });
});
