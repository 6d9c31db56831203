import { none, type None } from '../engine/none.js';
import type { WrittenNumber } from '../notation/numeral.js';
import { readNumber } from '../notation/number.js';
import { Unreadable } from '../notation/unreadable.js';
import type { AnswerType } from './answer-type.js';
import { fitsNone, isUsable } from './carrying.js';
import { agreesWith, distanceOf, judge } from './closeness.js';
import { numberSlips } from './number-slips.js';
import {
  numberJson,
  typesetNumber,
  typesetWritten,
  valueOf,
  writeNumber,
  writtenJson,
} from './number-text.js';
import { halfDigitOf, varietyOf } from './precision.js';
import { blank, isBlank, isNone, read, saysNone, unreadable } from './reading.js';

/** A real number, compared within the tolerance and to the digits asked for. */
export const number: AnswerType<WrittenNumber | None, number | None> = {
  name: 'number',
  expects: 'a number such as 2.5, -0.125, 1.5e-7 or 3/4',
  read(text, { decimal, as }) {
    if (isBlank(text)) return blank;
    if (saysNone(text)) return read(none);
    const reading = readNumber(text, { decimal, percent: as === 'percent' });
    return reading instanceof Unreadable ? unreadable(reading.why) : read(reading.number, reading.notes);
  },
  compare(answer, key, rule) {
    if (isNone(answer) || isNone(key))
      return { entries: [answer === key ? 'correct' : 'wrong'], distance: null };
    return { entries: [judge(answer, key, rule)], distance: distanceOf(answer, key) };
  },
  agrees: (answer, value) => (isNone(answer) || isNone(value) ? answer === value : agreesWith(answer, value)),
  write: (value) => (isNone(value) ? none : writeNumber(value)),
  typeset: (value) => (isNone(value) ? '\\text{none}' : typesetNumber(value)),
  json: (value) => (isNone(value) ? none : numberJson(value)),
  echo: (answer) =>
    isNone(answer)
      ? { json: none, latex: '\\text{none}' }
      : { json: writtenJson(answer), latex: typesetWritten(answer) },
  fill: (answer) => (isNone(answer) ? none : valueOf(answer)),
  plausible(answer, like) {
    const fits = fitsNone(answer, like);
    return fits === true && !isNone(answer) ? isUsable(valueOf(answer)) : fits;
  },
  slips: numberSlips,
  halfDigits: (answer) => (isNone(answer) ? none : halfDigitOf(answer)),
  variety: (answer) => (isNone(answer) ? 1 : varietyOf(answer)),
  examples: [
    {
      key: 0.125,
      accepts: [
        '0.125',
        '.125',
        '+0.1250',
        '1/8',
        '⅛',
        '1.25e-1',
        '1.25×10^-1',
        '1.25 · 10⁻¹',
        '12.5 %',
        '2^-3',
        'y = 0.125',
        '$\\frac{1}{8}$',
        '0.125 # rounded',
        '= 1/8',
        '≈ 0.125',
        '\\eta = \\tfrac18',
        '\\boxed{0.125}',
      ],
      rejects: ['0.13', '-0.125', '0', '125', 'none', 'inf'],
      unreadable: ['0,125', 'NaN', '0.125 or 0.13', '0.125 ± 1', '0.1 25', 'one eighth', '１/8'],
    },
    { key: 1, rule: { relative: 0.05 }, accepts: ['1.05', '0.95', '1'], rejects: ['1.0500001', '0.9499999'] },
    { key: 1000, rule: { relative: 0.001 }, accepts: ['1001', '999', '1,000'], rejects: ['1001.1', '1,002'] },
    { key: 0, rule: { relative: 0.5 }, accepts: ['0', '-0', '0.0', '0e5'], rejects: ['1e-300', '0.1'] },
    { key: 0, rule: { absolute: 0.01 }, accepts: ['0.01', '-0.01', '1e-300'], rejects: ['0.0101'] },
    {
      key: 1.234,
      rule: { atLeast: 3 },
      accepts: ['1.23', '1.234', '1.2340'],
      rejects: ['1.2289', '1.2391', '1.24', '1', '1.235'],
    },
    { key: -1, rule: { atLeast: 3 }, accepts: ['-1', '−1', '-1.00'], rejects: ['1', '-1.1'] },
    {
      key: 50,
      options: { as: 'percent' },
      accepts: ['50', '50 %', '50%', '50 percent', '100/2'],
      rejects: ['0.5', '-50 %'],
    },
    {
      key: 1234.5,
      options: { decimal: 'comma' },
      accepts: ['1234,5', '1.234,5', '1 234,5'],
      rejects: ['1.234'],
      unreadable: ['1,234.5'],
    },
    {
      key: Infinity,
      accepts: ['inf', '∞', '+∞', '\\infty'],
      rejects: ['-∞', '1e308', '1e400', 'none'],
      unreadable: ['nan'],
    },
    { key: 'none', accepts: ['none', '-', '–', 'N/A'], rejects: ['0', '5'] },
  ],
};
