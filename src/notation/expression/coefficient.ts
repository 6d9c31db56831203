/** A rational or decimal factor in front of a term; the sign is the numerator's. */
export interface Coefficient {
  readonly numerator: number;
  readonly denominator: number;
}

export const unit: Coefficient = { numerator: 1, denominator: 1 };

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/** Longest decimal that a division of decimals may leave behind. */
const shortDecimal = 8;

/** In lowest terms where both are whole; a decimal quotient where it is short; else as it stands. */
export function coefficient(numerator: number, denominator: number): Coefficient {
  if (denominator < 0) return coefficient(-numerator, -denominator);
  if (Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator) && denominator !== 0) {
    const shared = divisor(Math.abs(numerator), denominator) || 1;
    return { numerator: numerator / shared, denominator: denominator / shared };
  }
  const quotient = numerator / denominator;
  return denominator !== 0 && String(quotient).length <= shortDecimal
    ? { numerator: quotient, denominator: 1 }
    : { numerator, denominator };
}

export const times = (a: Coefficient, b: Coefficient): Coefficient =>
  coefficient(a.numerator * b.numerator, a.denominator * b.denominator);

export const plus = (a: Coefficient, b: Coefficient): Coefficient =>
  coefficient(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
