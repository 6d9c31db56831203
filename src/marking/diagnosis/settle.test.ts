import { describe, expect, it } from 'vitest';
import { openOn } from '../../../test/worked-problem.js';
import type { Diagnosis, Explanation } from '../mark.js';
import { plainDiagnosis } from './read-answer.js';
import { settle } from './settle.js';

const { items } = openOn('q', {
  parts: Object.fromEntries(
    ['first', 'second', 'sum', 'third', 'fraction'].map((answer) => [answer, { answer }]),
  ),
});

const explanation = (names: string): Explanation => ({
  slips: names.split('+').map((slip) => ({ slip })),
  hint: names,
});

interface Told {
  readonly odds?: number;
  readonly needsCompany?: boolean;
  readonly written?: string;
}

/** A wrong answer to one of the items, with the explanations that fit it. */
const wrong = (
  at: number,
  names: readonly string[],
  { odds = 0.1, needsCompany = false, written }: Told = {},
): Diagnosis => {
  const otherwise = plainDiagnosis(items[at]!, 'wrong', written ?? String(100 + at));
  const explanations = names.map(explanation);
  return { ...otherwise, verdict: 'slip', explanations, doubt: { odds, needsCompany, otherwise } };
};

const told = (diagnoses: readonly Diagnosis[]): string[][] =>
  settle(diagnoses).map(({ explanations }) => explanations.map(({ hint }) => hint));
const certain = (diagnoses: readonly Diagnosis[]): boolean[] => settle(diagnoses).map((one) => one.certain);

describe('a submission as a whole', () => {
  it('is explained by the fewest slips', () => {
    expect(told([wrong(0, ['a', 'b']), wrong(1, ['b', 'c']), wrong(2, ['b', 'd'])])).toEqual([
      ['b'],
      ['b'],
      ['b'],
    ]);
    // Two are needed, c and one of a and b: what b adds for the second answer, c explains already.
    expect(told([wrong(0, ['a', 'b']), wrong(1, ['c', 'd']), wrong(2, ['c'])])).toEqual([
      ['a', 'b'],
      ['c'],
      ['c'],
    ]);
  });

  it('keeps every tie that is as small', () => {
    expect(told([wrong(0, ['a', 'b']), wrong(1, ['a', 'b'])])).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  it('counts slips by name: two slips that are made anyway cost nothing more', () => {
    expect(told([wrong(0, ['a']), wrong(1, ['b']), wrong(2, ['a+b', 'c'])])).toEqual([['a'], ['b'], ['a+b']]);
  });

  it('tells first what explains most', () => {
    expect(told([wrong(0, ['a', 'b']), wrong(1, ['c', 'b']), wrong(2, ['c', 'a'])])[1]).toContain('c');
    expect(told([wrong(0, ['a', 'b']), wrong(1, ['b'])])[0]).toEqual(['b']);
  });

  it('drops an explanation that needs company and has none', () => {
    const [alone] = settle([wrong(0, ['a+b'], { needsCompany: true })]);
    expect([alone!.verdict, alone!.explanations]).toEqual(['wrong', []]);
    expect(told([wrong(0, ['a+b'], { needsCompany: true }), wrong(1, ['a'])])[0]).toEqual(['a+b']);
  });

  it.each<[string, Diagnosis[], boolean[]]>([
    ['one answer of many digits', [wrong(0, ['a'], { odds: 0.001 })], [true]],
    ['one answer of few digits', [wrong(0, ['a'], { odds: 0.05 })], [false]],
    [
      'two answers that agree',
      [wrong(0, ['a'], { odds: 0.05 }), wrong(1, ['a'], { odds: 0.05 })],
      [true, true],
    ],
    [
      'two answers that tell of different slips',
      [wrong(0, ['a'], { odds: 0.05 }), wrong(1, ['b'], { odds: 0.05 })],
      [false, false],
    ],
    [
      'the same number written twice for the same step',
      [wrong(0, ['a'], { odds: 0.05, written: '7' }), wrong(0, ['a'], { odds: 0.05, written: ' 7 ' })],
      [false, false],
    ],
  ])('is certain or not by %s', (_, diagnoses, expected) => {
    expect(certain(diagnoses)).toEqual(expected);
  });

  it('leaves alone what needs no explanation, and is one object for all who come to the same', () => {
    const right = plainDiagnosis(items[0]!, 'correct', '35');
    const slipped = wrong(1, ['a']);
    const [first, second] = [settle([right, slipped]), settle([right, slipped])];
    expect(first[0]).toBe(right);
    expect(second[1]).toBe(first[1]);
  });
});
