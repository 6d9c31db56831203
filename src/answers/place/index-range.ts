import type { IndexRange } from '../../engine/places.js';
import { readIndexRange } from '../../notation/index-range.js';
import { Unreadable } from '../../notation/unreadable.js';
import type { AnswerType } from '../answer-type.js';
import { rangeSlips } from './place-slips.js';
import { varietyOfIndices } from '../precision.js';
import { blank, isBlank, read, unreadable } from '../reading.js';

/** Longer ranges are taken for slips of the pen. */
const longestCarried = 1e4;

const isSame = (a: IndexRange, b: IndexRange): boolean => a.from === b.from && a.to === b.to;

/** Ways of being wrong that have a name. */
function remarkOn({ from, to }: IndexRange, key: IndexRange): string | undefined {
  if (from === key.from + 1 && to === key.to + 1) return 'Both of your limits are 1 too high.';
  if (from === key.from - 1 && to === key.to - 1) return 'Both of your limits are 1 too low.';
  if (from === key.from && to === key.to + 1)
    return `Your range has ${to - from + 1} values; its last one is one too many.`;
  if (to - from === key.to - key.from)
    return 'Your range has the right number of values, but starts elsewhere.';
  return undefined;
}

const typeset = ({ from, to }: IndexRange): string =>
  from === to ? String(from) : to === from + 1 ? `${from}, ${to}` : `${from}, \ldots, ${to}`;

/** The first and the last value of an index; both count. */
export const indexRange: AnswerType<IndexRange, IndexRange> = {
  name: 'index-range',
  expects: 'a first and a last index, such as 0..4 or 0 ≤ k ≤ 4',
  read(text) {
    if (isBlank(text)) return blank;
    const reading = readIndexRange(text);
    return reading instanceof Unreadable ? unreadable(reading.why) : read(reading);
  },
  compare(answer, key) {
    if (isSame(answer, key)) return { entries: ['correct'], distance: null };
    const remark = remarkOn(answer, key);
    return { entries: ['wrong'], distance: null, ...(remark !== undefined && { remark }) };
  },
  agrees: isSame,
  write: ({ from, to }) => `${from}..${to}`,
  typeset,
  json: ({ from, to }) => ({ from, to }),
  echo: (answer) => ({
    json: { from: answer.from, to: answer.to },
    latex: typeset(answer),
    words: `from ${answer.from} to ${answer.to}`,
  }),
  fill: (answer) => answer,
  plausible: ({ from, to }) => (to - from < longestCarried ? true : 'it is too long a range'),
  slips: rangeSlips,
  variety: ({ from, to }) => varietyOfIndices([from, to]),
  examples: [
    {
      key: { from: 0, to: 1 },
      accepts: [
        '0..1',
        '0 ≤ k ≤ 1',
        '0 <= k_1 <= 1',
        '$0 \\leq k_{1} \\leq 1$',
        '0 ≤ k1, k2 ≤ 1',
        '1 >= k >= 0',
        '{0,1}',
        '0 and 1',
        '0 to 1',
        'from 0 to 1',
        'k=0,1',
        'k1: 0, 1',
        '[0,1]',
        '0-1',
        '0 – 1',
        '0, 1',
        'k ∈ {0, 1}',
        '$k \\in \\{0, 1\\}$',
        'k1 from 0 to 1',
        'k1, k2 = 0, 1',
        'between 0 and 1 inclusive',
        '0 ≤ k < 2',
        '-1 < k < 2',
        '[0, 2)',
        'range(2)',
        'range(0, 2)',
        '0:1',
        '0 or 1',
      ],
      rejects: ['1..2', '0..2', '0', '1', '0 < k ≤ 1', '[0, 1)', 'range(1)', '-1..1', '0 ≤ k ≤ 4', '{1, 2}'],
      unreadable: [
        '0 ≤ k ≥ 1',
        'k',
        'two values',
        '0..1..2',
        '0.5..1',
        '1..0',
        '(0, 1]',
        '0 ≤ k ≤ 1, 0 ≤ l ≤ 1',
        '0 ≤ k',
        '[0, 1',
        '0,,1',
        'none',
      ],
    },
    {
      key: { from: 1, to: 4 },
      accepts: [
        '1..4',
        '1, 2, 3, 4',
        '{1, 2, ..., 4}',
        '1, …, 4',
        '1,\\ldots,4',
        '[1, 4]',
        '1, 4',
        '0 < k < 5',
      ],
      rejects: ['0..3', '1..5', '2..5'],
      unreadable: ['{1, 4}', '1, 2, 4', '4..1'],
    },
    { key: { from: 0, to: 0 }, accepts: ['0', '0..0', '{0}', 'k = 0'], rejects: ['1', '0..1'] },
  ],
};
