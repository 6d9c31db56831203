import type { AnswerType, EntryVerdict } from './answer-type.js';
import { readNumberSet } from '../notation/number-set.js';
import { Unreadable } from '../notation/unreadable.js';
import { blank, isBlank, isNone, read, saysNone, unreadable } from './reading.js';
import { none, type None } from '../engine/none.js';

type Numbers = readonly number[];

const sorted = (numbers: Numbers): number[] => [...new Set(numbers)].sort((a, b) => a - b);
const isSame = (a: Numbers, b: Numbers): boolean => String(sorted(a)) === String(sorted(b));
const typeset = (numbers: Numbers): string => `\\{${sorted(numbers).join(', ')}\\}`;

function remarkOn(answer: Numbers, key: Numbers): string | undefined {
  const extra = answer.filter((value) => !key.includes(value));
  if (extra.length > 0 || answer.length === 0) return undefined;
  const [is, more] = answer.length === 1 ? ['is', 'it is'] : ['are', 'they are'];
  return `${answer.join(', ')} ${is} right, but ${more} not all of them.`;
}

/** All whole numbers with a property, in any order; each one found counts, each one too many costs. */
export const numberSet: AnswerType<Numbers | None, Numbers | None> = {
  name: 'number-set',
  expects: 'all values, such as 8, 9, 10',
  read(text) {
    if (isBlank(text)) return blank;
    if (saysNone(text)) return read(none);
    const reading = readNumberSet(text);
    return reading instanceof Unreadable ? unreadable(reading.why) : read(sorted(reading));
  },
  compare(answer, key) {
    if (isNone(answer) || isNone(key))
      return { entries: [answer === key ? 'correct' : 'wrong'], distance: null };
    const found = key.map((value): EntryVerdict => (answer.includes(value) ? 'correct' : 'wrong'));
    const extra = answer.filter((value) => !key.includes(value)).map((): EntryVerdict => 'wrong');
    const remark = isSame(answer, key) ? undefined : remarkOn(answer, key);
    return { entries: [...found, ...extra], distance: null, ...(remark !== undefined && { remark }) };
  },
  agrees: (answer, value) => (isNone(answer) || isNone(value) ? answer === value : isSame(answer, value)),
  write: (value) => (isNone(value) ? none : `{${sorted(value).join(', ')}}`),
  typeset: (value) => (isNone(value) ? '\\text{none}' : typeset(value)),
  json: (value) => (isNone(value) ? none : sorted(value)),
  echo: (answer) =>
    isNone(answer)
      ? { json: none, latex: '\\text{none}' }
      : {
          json: answer,
          latex: typeset(answer),
          words: answer.length === 1 ? '1 value' : `${answer.length} values`,
        },
  fill: (answer) => answer,
  plausible: (answer) => (isNone(answer) || answer.length === 0 ? 'later steps need a value here' : true),
  examples: [
    {
      key: [8, 9, 10],
      accepts: [
        '8, 9, 10',
        '{8, 9, 10}',
        '[10, 9, 8]',
        '8 9 10',
        '8, 9 and 10',
        '8 or 9 or 10',
        'k = 8, 9, 10',
        'k ∈ {8, 9, 10}',
        '8..10',
        '8 ≤ k ≤ 10',
        '8 to 10',
        '8; 9; 10',
        '8\n9\n10',
        '8, 8, 9, 10',
      ],
      rejects: ['10', '8, 9', '8, 9, 10, 11', '7..10', 'none', '-8, 9, 10'],
      unreadable: ['8, 9, ten', '8.5', '8,,9', '{8, 9, 10', '8, 9, 10!', '?'],
    },
    { key: [10], accepts: ['10', '{10}', 'k = 10'], rejects: ['9, 10', '9'] },
    { key: none, accepts: ['none'], rejects: ['3'] },
  ],
};
