import { describe, expect, it } from 'vitest';
import { markAnswers, marksByItem, openOn } from '../../../test/worked-problem.js';
import { toNumber } from '../../notation/rational.js';

/** 35 and 143 make 178, a third of it is 59.33; adding the sides makes 12 of 35. */
const scores = (points: number, answers: Readonly<Record<string, string>>): Record<string, number> => {
  const problem = openOn('q', {
    parts: {
      w: { points, answer: 'first' },
      s: { points: 4, answer: 'sum' },
      t: { points: 2, answer: 'third' },
    },
  });
  return Object.fromEntries(
    [...marksByItem(markAnswers([problem], { answers }))].map(([id, { score }]) => [
      id.slice(2),
      toNumber(score),
    ]),
  );
};

describe('a mistake in working without points', () => {
  it.each([
    ['a slip', '12', '155', '51.667'],
    ['a wrong number', '40', '183', '61'],
  ])('costs where it first comes to bear, and once: %s', (_, first, sum, third) => {
    const answers = { 'q.w': first, 'q.s': sum, 'q.t': third };
    expect(scores(0, answers)).toEqual({ w: 0, s: 2, t: 2 });
    expect(scores(0, { 'q.w': first, 'q.t': third })).toEqual({ w: 0, s: 0, t: 1 });
  });

  it('earns no more than the same answer without the working', () => {
    expect(scores(0, { 'q.s': '155' }).s).toBe(scores(0, { 'q.w': '12', 'q.s': '155' }).s);
  });

  it('costs nothing more where the working has points', () => {
    expect(scores(1, { 'q.w': '40', 'q.s': '183', 'q.t': '61' })).toEqual({ w: 0, s: 4, t: 2 });
  });

  it('costs nothing where the working follows from an earlier answer that has paid', () => {
    const problem = openOn('q', {
      parts: {
        a: { points: 1, answer: 'first' },
        w: { points: 0, answer: 'sum' },
        t: { points: 2, answer: 'third' },
      },
    });
    const found = marksByItem(
      markAnswers([problem], { answers: { 'q.a': '40', 'q.w': '183', 'q.t': '61' } }),
    );
    expect(toNumber(found.get('q.t')!.score)).toBe(2);
  });

  it('costs nothing where the working is right but for its digits', () => {
    const problem = openOn('q', {
      parts: { w: { points: 0, answer: 'third' }, f: { points: 2, answer: 'fraction' } },
    });
    const found = marksByItem(markAnswers([problem], { answers: { 'q.w': '59', 'q.f': '0' } }));
    expect(found.get('q.w')!.explanations[0]?.slips).toEqual([{ slip: 'kept-too-few-digits' }]);
    expect(found.get('q.f')!.charged).toBeUndefined();
  });
});
