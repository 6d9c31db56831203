import { none, type None } from '../engine/none.js';
import { isInfinite, type Numeral, type WrittenNumber } from '../notation/numeral.js';
import { readNumber } from '../notation/number.js';
import { compare as compareExactly, fromNumber, isWhole, rational } from '../notation/rational.js';
import { Unreadable } from '../notation/unreadable.js';
import type { AnswerType } from './answer-type.js';
import { fitsNone, isUsable } from './carrying.js';
import { distanceOf } from './closeness.js';
import { number } from './number.js';
import { countSlips } from './number-slips.js';
import { valueOf } from './number-text.js';
import { blank, isBlank, isNone, read, saysNone, unreadable } from './reading.js';

/** Digits up to which a double holds every decimal number apart from its neighbours. */
const digitsOfDouble = 15;

/** A key too large for a double to hold every digit may be meant in full or as its shortest form, 1e23. */
function isExactly(written: Numeral, key: number): boolean {
  if (written.digits <= digitsOfDouble) return written.value === key;
  if (compareExactly(written.exact, fromNumber(key)) === 0) return true;
  return Number.isInteger(key) && compareExactly(written.exact, rational(BigInt(key))) === 0;
}

/** No count has decimals, but thousands may be meant: 62.006. */
const pointOrThousands = /^[+-]?[1-9]\d{0,2}\.(?!000)\d{3}$/;

/** Whether it says that nothing is counted: none, or 0. */
const isNothing = (answer: WrittenNumber | None | number): boolean =>
  isNone(answer) ||
  answer === 0 ||
  (typeof answer === 'object' && !isInfinite(answer) && answer.exact.numerator === 0n);

function isRight(answer: WrittenNumber | None, key: number | None): boolean {
  if (isNone(answer) || isNone(key)) return isNothing(answer) && isNothing(key);
  return !isInfinite(answer) && Number.isFinite(key) && isExactly(answer, key);
}

/** A count: exact at any size, whatever the tolerance; none and 0 are the same count. */
export const integer: AnswerType<WrittenNumber | None, number | None> = {
  ...number,
  name: 'integer',
  expects: 'a whole number such as 448, 1,881,600 or 3×3×128',
  read(text, { decimal, as }) {
    if (isBlank(text)) return blank;
    if (saysNone(text)) return read(none);
    if (decimal === 'point' && pointOrThousands.test(text.trim()))
      return unreadable(`the point in “${text.trim()}” may part thousands or decimals; write it without`);
    const reading = readNumber(text, { decimal, percent: as === 'percent', whole: true });
    return reading instanceof Unreadable ? unreadable(reading.why) : read(reading.number, reading.notes);
  },
  compare(answer, key) {
    const right = isRight(answer, key);
    const distance = isNone(answer) || isNone(key) ? null : distanceOf(answer, key);
    const isPart = !right && !isNone(answer) && !isInfinite(answer) && !isWhole(answer.exact);
    const remark = isPart ? { remark: 'A count is a whole number.' } : {};
    return { entries: [right ? 'correct' : 'wrong'], distance, ...remark };
  },
  agrees: isRight,
  fill(answer, computed) {
    if (!isNothing(answer)) return valueOf(answer as WrittenNumber);
    return isNone(computed()) ? none : 0;
  },
  plausible(answer, like) {
    if (isNothing(answer) && isNothing(like)) return true;
    const fits = fitsNone(answer, like);
    if (fits !== true || isNone(answer)) return fits;
    return isInfinite(answer) || isWhole(answer.exact)
      ? isUsable(valueOf(answer))
      : 'it is not a whole number';
  },
  slips: countSlips,
  halfDigits: (answer) => (isNone(answer) ? none : 0),
  examples: [
    {
      key: 1881600,
      accepts: [
        '1881600',
        '1,881,600',
        '1 881 600',
        '1 881 600',
        '1_881_600',
        '1.8816e6',
        '1.8816×10^6',
        '1881600.0',
        '+1881600',
        '3×448×1400',
        '2^9 * 3675',
        'm = 1881600',
        '1{,}881{,}600',
        '$1881600$',
        '112*16800 = 1881600',
        '112(16000 + 800) = 1881600',
        '1881600 parameters',
        '1.881.600',
        '1881600 (= 448×4200)',
        '1881600 (no bias)',
      ],
      rejects: ['1881601', '1881600.5', '-1881600', '0', 'none', '1e400', '∞'],
      unreadable: [
        '1,88,16,00',
        '0x1CB600',
        '1881600 or 0',
        '1881600 apples',
        '112*16800 = 1881601',
        '\\frac{1881600}{2} = 1881600',
        '1881600 (1881000 + 600)',
        '1881600!',
        '١٨٨١٦٠٠',
        '881.600',
        '1881600 (= 448×4201)',
        "I don't know",
      ],
    },
    {
      key: 1000,
      options: { decimal: 'comma' },
      accepts: ['1000', '1.000', '1 000', '1000,0'],
      rejects: ['1.001'],
    },
    {
      key: 7,
      accepts: ['7', '007', '(63-3+2)/2 - 24', '7.', '14/2'],
      rejects: ['32.5', '7.0000000000000001', '0.7e2'],
      unreadable: ['0o7', '12:30:45', 'no', '7 8'],
    },
    { key: -4, accepts: ['-2^2', '−4', '–4'], rejects: ['4', '(-2)^2'] },
    {
      key: 2 ** 60,
      accepts: ['2^60', '1152921504606846976'],
      rejects: ['1152921504606846977', '2^60 + 1'],
      unreadable: ['9^9^9^9', '1e1001'],
    },
    {
      key: 'none',
      accepts: ['none', 'None', '-', '–', '—', 'n/a', 'N/A', '0'],
      rejects: ['1', '-1'],
      unreadable: ['no', 'null', '--'],
    },
    { key: 0, accepts: ['0', '-0', 'none', '–'], rejects: ['1', '0.5'] },
  ],
};
