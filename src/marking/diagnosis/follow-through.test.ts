import { describe, expect, it } from 'vitest';
import { askReceipt } from '../../../test/receipt.js';
import { markAnswers, marksByItem, openOn } from '../../../test/worked-problem.js';
import { fromNested } from '../../engine/tensor.js';
import { named, step, worksheet } from '../../engine/worksheet.js';
import { toNumber } from '../../notation/rational.js';
import type { Mark } from '../mark.js';

type Answers = Readonly<Record<string, string>>;

const mark = (answers: Answers): Map<string, Mark> => {
  const paths = Object.fromEntries(Object.entries(answers).map(([step, text]) => [`q.${step}`, text]));
  const marks = marksByItem(markAnswers([askReceipt(...Object.keys(answers))], { answers: paths }));
  return new Map([...marks].map(([item, found]) => [item.slice(2), found]));
};
const verdict = (answers: Answers, step: string) => mark(answers).get(step)!.verdict;

describe('an answer in the light of the earlier ones', () => {
  it.each<[string, Answers, string, string]>([
    ['follows through from a wrong one', { subtotal: '205', total: '221.4' }, 'total', 'follows-through'],
    // 1000 · (66.7 − 70) = −3300, where a student who kept 66.666… finds −3333.3
    [
      'follows through within what the carried digits leave open',
      { third: '66.7', tenfold: '-3333' },
      'tenfold',
      'follows-through',
    ],
    ['is wrong beyond that', { third: '66.7', tenfold: '-3460' }, 'tenfold', 'wrong'],
    [
      'is wrong beyond that, where digits are many',
      { third: '66.700', tenfold: '-3340' },
      'tenfold',
      'wrong',
    ],
    // 1000 · (70.8 − 70) = 800, and the key is 833.3
    ['is right on rounded right numbers', { third: '70.8', tenfold: '800' }, 'tenfold', 'correct'],
    [
      // 10/3-fold loss of digits: 1000 · (70.03 − 70) leaves 5 % of 30 at most, not the 33 % that the digits would
      'is never right merely because the carried digits leave everything open',
      { third: '70.03', tenfold: '45' },
      'tenfold',
      'wrong',
    ],
  ])('%s', (_, answers, step, expected) => {
    expect(verdict(answers, step)).toBe(expected);
  });

  it('follows through from a slip made earlier, however many digits were lost between', () => {
    // One piece too few: a third is 66.67, written 7e1, and tenfold −3333.3, where 7e1 itself would give 0.
    expect(verdict({ third: '7e1', tenfold: '-3333.3' }, 'tenfold')).toBe('follows-through');
    expect(verdict({ third: '7.1e1', tenfold: '-3333.3' }, 'tenfold')).toBe('slip');
  });

  it('earns nothing by itself where earlier answers leave nothing to work out, but waits', () => {
    const found = mark({ subtotal: '0', product: '0' }).get('product')!;
    expect([found.verdict, toNumber(found.score), toNumber(found.pending)]).toEqual(['review', 0, 2]);
    expect(found.why).toContain('nothing to work out');
  });

  it('waits where earlier answers have made all entries one and the same number', () => {
    // Powers of 2 and 3: 2² and 3² are 4 and 9; by an exponent of 0 both are 1, by 3 they are 8 and 27.
    const powers = worksheet(
      [],
      [
        step({ name: 'exponent', type: 'number', needs: {}, run: () => 2, show: () => '2' }),
        step({
          name: 'powers',
          type: 'vector',
          needs: { exponent: named<number>('exponent') },
          run: ({ exponent }) => fromNested([2 ** exponent, 3 ** exponent]),
          show: () => 'p',
        }),
      ],
    );
    const parts = { a: { answer: 'exponent' }, b: { answer: 'powers' } };
    const of = (exponent: string, values: string) =>
      marksByItem(
        markAnswers([openOn('q', { parts }, {}, powers)], { answers: { 'q.a': exponent, 'q.b': values } }),
      ).get('q.b')!.verdict;
    expect([of('0', '1, 1'), of('0', '4, 9'), of('0', '2, 5'), of('3', '8, 27')]).toEqual([
      'review',
      'correct',
      'wrong',
      'follows-through',
    ]);
  });

  it('waits where earlier answers cannot be computed with, unless it is right or a known slip', () => {
    const withoutTax = (ratio: string) => mark({ tax: '0', ratio }).get('ratio')!;
    expect(withoutTax('3').verdict).toBe('review');
    expect(withoutTax('12.5').verdict).toBe('correct');
    expect(withoutTax('3').notes.join(' ')).toContain('could not be carried');
    // 212.5 / 2656.25
    expect(withoutTax('0.08').verdict).toBe('slip');
  });

  it.each(['1e300', 'inf', '-∞', 'none', '[1, 2]'])(
    'is compared with the key where an earlier one is %s, and is told so',
    (text) => {
      expect(verdict({ subtotal: text, total: '229.5' }, 'total')).toBe('correct');
      const wrong = mark({ subtotal: text, total: '230.9' }).get('total')!;
      expect(wrong.verdict).toBe('wrong');
      expect(wrong.notes.join(' ')).toMatch(
        text === '[1, 2]'
          ? /^Your answer to part \(subtotal\) has yet to be read by a person/
          : /^Your answer to part \(subtotal\) could not be carried/,
      );
    },
  );
});
