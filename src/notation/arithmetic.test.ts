import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArithmetic } from './arithmetic.js';
import { compare, rational } from './rational.js';
import { Unreadable } from './unreadable.js';

const valueOf = (text: string): number | string => {
  const read = readArithmetic(text, 'point');
  return read instanceof Unreadable ? read.why : read.value;
};

/** An expression and its value by BigInt, written down together. */
interface Made {
  readonly text: string;
  readonly value: bigint;
}
const expressions = fc.letrec<{ made: Made }>((tie) => ({
  made: fc.oneof(
    { maxDepth: 4 },
    fc.bigInt({ min: 0n, max: 10n ** 12n }).map((value) => ({ text: String(value), value })),
    fc.tuple(tie('made'), fc.constantFrom('+', '-', '−', '×', '*', '·'), tie('made')).map(([a, sign, b]) => ({
      text: `(${a.text}) ${sign} (${b.text})`,
      value: sign === '+' ? a.value + b.value : '-−'.includes(sign) ? a.value - b.value : a.value * b.value,
    })),
    tie('made').map((a) => ({ text: `-(${a.text})`, value: -a.value })),
  ),
})).made;

describe('arithmetic of literals', () => {
  it('is exact on whole numbers of any size', () => {
    fc.assert(
      fc.property(
        expressions.filter(({ text }) => text.length <= 500),
        ({ text, value }) => {
          const read = readArithmetic(text, 'point');
          if (read instanceof Unreadable) throw new Error(`${text}: ${read.why}`);
          expect(compare(read.exact, rational(value))).toBe(0);
        },
      ),
    );
  });

  it.each([
    ['3×3×128×256 + 3×3×256×512', 1474560],
    ['2^10', 1024],
    ['2**10', 1024],
    ['1/2', 0.5],
    ['(63-3+2)/2+1', 32],
    ['-2^2', -4],
    ['(-2)^2', 4],
    ['2^3^2', 512],
    ['2^-3', 0.125],
    ['2⁻³', 0.125],
    ['10^{2+1}', 1000],
    ['8/4/2', 1],
    ['7 - 2 - 1', 4],
    ['2 + 3 × 4', 14],
    ['6 ÷ 4', 1.5],
    ['12⁄4', 3],
    ['3x3x128', 1152],
    ['2*-3', -6],
    ['\\frac{1}{2} + ¼', 0.75],
    ['1,152 + 1_000', 2152],
    ['0.1 + 0.2', 0.3],
    ['10^1000/10^999', 10],
  ])('works out %s', (text, value) => {
    expect(valueOf(text)).toBe(value);
  });

  it.each([
    ['9^9^9^9', /too many digits/],
    ['(9^999)^9', /too many digits/],
    ['1/0', /divides by zero/],
    ['1/(2-2)', /divides by zero/],
    ['0^0', /power/],
    ['2^0.5', /whole powers/],
    ['2 3', /side by side/],
    ['2(3)', /side by side/],
    ['(2)(3)', /side by side/],
    ['1..5', /side by side/],
    ['2024-01-01', /date/],
    ['--5', /two signs/],
    ['5+', /not complete/],
    ['', /not complete/],
    ['(5', /not closed/],
    ['5)', /not opened/],
    ['{5}', /two signs|not part|not complete/],
    [`${'('.repeat(41)}5${')'.repeat(41)}`, /nested/],
    [`${'2^'.repeat(50)}1`, /nested/],
    ['1'.repeat(501), /longer/],
    ['cos(1)', /not part of a number/],
  ])('refuses %s', (text, why) => {
    expect(valueOf(text)).toMatch(why);
  });

  it.each([
    ['(2.50)', 3],
    ['-(2.50)', 3],
    ['2.50 + 0', Infinity],
    ['1/2', Infinity],
  ])('counts the digits of %s as %d', (text, digits) => {
    expect(readArithmetic(text, 'point')).toMatchObject({ digits });
  });
});
