import { describe, expect, it } from 'vitest';
import { openOn } from '../../test/worked-problem.js';
import { given, named, step, worksheet } from '../engine/worksheet.js';
import { weaknesses } from './weaknesses.js';

const messages = (...of: Parameters<typeof openOn>): string[] =>
  weaknesses(openOn(...of)).map(({ message }) => message);
const sheetOf = (type: string, value: unknown) =>
  worksheet(
    [given('g', 'number', 1)],
    [step({ name: 'value', type, needs: { g: named<number>('g') }, run: () => value, show: () => '' })],
  );

describe('a problem', () => {
  it('that marks well has no weakness', () => {
    expect(
      messages('q', { parts: { a: { answer: 'sum' }, b: { answer: 'grid' }, c: { answer: 'plot.shape' } } }),
    ).toEqual([]);
  });

  it('is weak where a key can be 0 and only a relative tolerance is set', () => {
    const parts = { a: { answer: 'value' } };
    expect(messages('q', { parts }, {}, sheetOf('number', 0))).toEqual([
      expect.stringContaining('a key of q.a is 0'),
    ]);
    expect(
      messages('q', { parts }, { rubric: { tolerance: { absolute: 0.01 } } }, sheetOf('number', 0)),
    ).toEqual([]);
    expect(messages('q', { parts }, {}, sheetOf('integer', 0))).toEqual([]);
  });

  it('is weak where its examples are marked otherwise than they say', () => {
    const problem = openOn('q', { parts: { a: { answer: 'sum' } } });
    const examples = [
      { item: 'a', text: '178', verdict: 'correct' },
      { item: 'a', text: '36', verdict: 'wrong' },
      { item: 'b', text: '36', verdict: 'wrong' },
    ];
    expect(weaknesses({ ...problem, examples })).toMatchObject([
      { path: ['examples', 1], message: '"36" for a is slip, the example says wrong' },
      {
        path: ['examples', 2],
        message: '"36" for b is of no item, the example says wrong',
        hint: 'The items are a.',
      },
    ]);
  });
});
