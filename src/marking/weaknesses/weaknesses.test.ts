import { describe, expect, it } from 'vitest';
import { receipt } from '../../../test/receipt.js';
import { openOn } from '../../../test/worked-problem.js';
import { given, named, step, worksheet } from '../../engine/worksheet.js';
import { blindSpots } from './blind-spots.js';
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

  it('is weak where its key fails its own marking', () => {
    const asked = { a: { answer: 'value' } };
    const choosing = (...choices: string[]) =>
      worksheet(
        [],
        [step({ name: 'value', type: 'choice', choices, needs: {}, run: () => 'floor', show: () => '' })],
      );
    expect(messages('q', { parts: asked }, {}, choosing('ceil', 'round'))).toEqual([
      'the key of q.a, written as "floor", is marked unreadable',
    ]);
    expect(messages('q', { parts: asked }, {}, choosing('ceil', 'floor'))).toEqual([]);
  });

  it('is weak where a blank earns marks', () => {
    const asked = (blank?: 'none') => ({ a: { answer: 'value', ...(blank && { blank }) } });
    expect(messages('q', { parts: asked('none') }, {}, sheetOf('shape', 'none'))).toEqual([
      'a blank answer to q.a earns points',
    ]);
    expect(messages('q', { parts: asked() }, {}, sheetOf('shape', 'none'))).toEqual([]);
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

describe('what a problem says of slips', () => {
  const of = (spec: object, tolerance = {}) =>
    messages('q', { parts: { a: { answer: 'total', tolerance, ...spec } } }, {}, receipt);

  it.each<[string, object, string | null]>([
    ['is in order where the slip shows', { slips: ['took-tax-off'] }, null],
    [
      'names only slips there are',
      { slips: ['forgot-bias'] },
      'no slip of this problem is named "forgot-bias"',
    ],
    ['gives credit only for slips there are', { credit: { slips: { 'forgot-bias': 0.5 } } }, 'no slip of'],
    ['may name a slip of the pen', { slips: ['flipped-the-sign'] }, null],
    ['names no slip that gives the key', { slips: ['counted-twice-and-halved'] }, 'changes no answer'],
    [
      'names no slip that gives what another gives',
      { slips: ['forgot-tax', 'paid-no-tax'] },
      'gives the same values as paid-no-tax',
    ],
  ])('%s', (_, spec, message) => {
    const [first = null] = of(spec);
    expect(first).toEqual(message === null ? null : expect.stringContaining(message));
  });

  it('names no slip that its tolerance takes for right', () => {
    // 195.5 for 229.5 is off by 14.8 %.
    expect(of({ slips: ['took-tax-off'] }, { relative: 0.15 })).toEqual([
      expect.stringContaining('by less than the tolerance'),
    ]);
  });

  it('is told of slips that these numbers cannot tell apart', () => {
    const spots = blindSpots(openOn('q', { parts: { a: { answer: 'total' } } }, {}, receipt));
    expect(spots).toEqual({
      hidden: ['counted-twice-and-halved'],
      swallowed: [],
      alike: [['forgot-tax', 'paid-no-tax']],
    });
  });
});

describe('the points of a problem', () => {
  it('are those of its criteria', () => {
    const criteria = [{ criterion: 'says why', points: 1 }];
    const parts = {
      a: { answer: 'sum' },
      b: { points: 3, review: criteria },
      c: { points: 1, review: criteria },
    };
    expect(messages('q', { parts })).toEqual(['the criteria of q.b add up to 1, the answer is worth 3']);
  });

  it('are not all nothing', () => {
    expect(messages('q', { parts: { a: { answer: 'sum', points: 0 } } })).toEqual([
      'no answer is worth a point',
    ]);
  });
});

it('has no step of its author that nothing asks for or uses', () => {
  const problem = openOn('q', { parts: { a: { answer: 'sum' } } });
  const steps = { first: {}, second: {}, sum: {}, third: {} };
  expect(weaknesses({ ...problem, given: { steps } }).map(({ message }) => message)).toEqual([
    'the step "third" is neither asked for nor used by a step that is',
  ]);
});
