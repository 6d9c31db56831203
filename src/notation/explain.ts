import { Unreadable, quote } from './unreadable.js';

/** Why a kind of text is not one number, and what to write instead; the first that fits is told. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [
    /[±≈~]|\+\/-|\bor\b|\band\b|\bto\b|\babout\b|\bapprox/i,
    'give exactly one number, without “or”, “about” or “±”',
  ],
  [/^[+-]?nan$|^\.nan$/i, '“not a number” cannot be marked'],
  [/^[+-]?0[xob][\da-f]/i, 'write the number in ordinary decimal digits'],
  [/^\d+(?::\d+)+$/, 'times and ratios are not read as numbers'],
  [/\de[+-]?\d{4,}$/i, 'exponents beyond 1000 are not read'],
  [/^=/, 'leave out the leading ='],
  [/[<>≤≥]/, 'give one number, not a range'],
  [/!/, 'factorials are not worked out; give the number itself'],
  [/["“”‘`]|(?<!\p{L})['’]|['’](?!\p{L})/u, 'write the number without quotation marks'],
  [/^[+-]?\d+,\d+$/, 'write decimals with a point, as in 2.5, and thousands in groups of three'],
  [/\p{L}/u, 'write the number alone, without words, names or units'],
];

/** The refusal of a whole number text, with the kindest reason that fits. */
export function explain(text: string, refused: Unreadable): Unreadable {
  if (text === '') return new Unreadable('there is no number in it; write one such as 448 or 2.5');
  const reason = reasons.find(([pattern]) => pattern.test(text))?.[1] ?? refused.why;
  return new Unreadable(`${quote(text)} could not be read as a number: ${reason}`);
}
