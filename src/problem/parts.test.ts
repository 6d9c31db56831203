import { describe, expect, it } from 'vitest';
import { openOn } from '../../test/worked-problem.js';
import { toNumber } from '../notation/rational.js';
import type { OpenProblem } from './open-problem.js';
import { targetValue } from './target.js';

const pointsOf = ({ items }: OpenProblem): [string, number][] =>
  items.map(({ id, points }) => [id, toNumber(points)]);
const keysOf = ({ items, key }: OpenProblem): [string, unknown][] =>
  items.flatMap((item) =>
    item.kind === 'answer'
      ? [[item.id, targetValue(key.value(item.targets[0].step), item.targets[0])] as [string, unknown]]
      : [],
  );

describe('the parts of a problem', () => {
  it('are worth a point an item where nothing is said', () => {
    const problem = openOn('q', {
      parts: {
        a: { answer: 'first' },
        b: { items: { x: { answer: 'second' }, y: { answer: 'sum', points: 3 } } },
        c: {
          review: [
            { criterion: 'says why', points: 2 },
            { criterion: 'says how', points: 0.5 },
          ],
        },
      },
    });
    expect(pointsOf(problem)).toEqual([
      ['q.a', 1],
      ['q.b.x', 1],
      ['q.b.y', 3],
      ['q.c', 2.5],
    ]);
  });

  it('share the points of the problem where they say none', () => {
    const problem = openOn('q', {
      points: 10,
      parts: { a: { answer: 'first', points: 4 }, b: { answer: 'second' }, c: { answer: 'sum' } },
    });
    expect(pointsOf(problem)).toEqual([
      ['q.a', 4],
      ['q.b', 3],
      ['q.c', 3],
    ]);
  });

  it('share their own points over their items, an item of 0 points aside', () => {
    const problem = openOn('q', {
      parts: {
        a: {
          points: 5,
          items: { w: { answer: 'first', points: 0 }, x: { answer: 'second' }, y: { answer: 'sum' } },
        },
      },
    });
    expect(pointsOf(problem)).toEqual([
      ['q.a.w', 0],
      ['q.a.x', 2.5],
      ['q.a.y', 2.5],
    ]);
  });

  it('refuse items that claim more than the part has', () => {
    const open = () =>
      openOn('q', {
        parts: {
          a: { points: 3, items: { x: { answer: 'first', points: 2 }, y: { answer: 'sum', points: 2 } } },
        },
      });
    expect(open).toThrow(/do not add up/);
  });

  it('make a cell an item: row, then second column axis, then column', () => {
    const problem = openOn('q', {
      parts: {
        a: {
          points: 4,
          table: {
            rows: { R: 'x', S: 'y' },
            by: { J: 'p', K: { step: 'q', label: 'loss K' } },
            columns: { u: 'u', v: 'v' },
          },
        },
      },
    });
    expect(keysOf(problem)).toEqual([
      ['q.a.R.J-u', 10],
      ['q.a.R.J-v', 11],
      ['q.a.R.K-u', 12],
      ['q.a.R.K-v', 13],
      ['q.a.S.J-u', 14],
      ['q.a.S.J-v', 15],
      ['q.a.S.K-u', 16],
      ['q.a.S.K-v', 17],
    ]);
    expect(pointsOf(problem).every(([, points]) => points === 0.5)).toBe(true);
    expect(problem.parts[0]!.table!.columns.map(({ label }) => label)).toEqual([
      'J u',
      'J v',
      'loss K u',
      'loss K v',
    ]);
  });

  it('join the beginning and the end of a cell’s step, whichever is empty', () => {
    const problem = openOn('q', {
      parts: {
        a: { table: { rows: { R: 'plot' }, columns: { s: 'shape' } } },
        b: { table: { rows: { only: '' }, columns: { f: 'first', s: 'second' } } },
        c: { table: { rows: { first: 'first' }, columns: { value: '' } } },
        d: { table: { rows: { R: 'x' }, by: { J: 'p.u', K: 'q.v' }, columns: { value: '' } } },
      },
    });
    expect(keysOf(problem).map(([, key]) => key)).toEqual([[5, 7], 35, 143, 35, 10, 13]);
  });

  it('accept any answer of a list, the first being the key', () => {
    const [item] = openOn('q', { parts: { a: { answer: ['first', 'second'] } } }).items;
    expect(item!.kind === 'answer' && item!.targets.map(({ step }) => step)).toEqual(['first', 'second']);
    expect(() => openOn('q', { parts: { a: { answer: ['first', 'grid'] } } })).toThrow(
      /"grid" is a matrix, "first" a number/,
    );
  });

  it('count entries from the problem’s origin', () => {
    const entry = { parts: { a: { answer: 'grid[1,1]' } } };
    expect(keysOf(openOn('q', entry))).toEqual([['q.a', 144]]);
    expect(keysOf(openOn('q', { ...entry, origin: 1 }))).toEqual([['q.a', 35]]);
  });

  it.each([
    ['frist', /"frist" is not a step of this worksheet; the steps are first, second/],
    ['w1', /"w1" is a given, not a step/],
    ['grid[7,0]', /outside axis 0/],
    ['count[0]', /no such entry/],
    ['__proto__', /is not a step/],
  ])('refuse to ask for %s', (answer, message) => {
    expect(() => openOn('q', { parts: { a: { answer } } })).toThrow(message);
  });

  it('mark an item by its own rules, then its part’s, then the rubric’s', () => {
    const problem = openOn(
      'q',
      {
        slips: ['of-problem'],
        parts: {
          a: {
            tolerance: { relative: 0.1 },
            slips: ['of-part'],
            items: { x: { answer: 'first', tolerance: { absolute: 2 } }, y: { answer: 'sum', slips: [] } },
          },
          b: { answer: 'third' },
        },
      },
      { rubric: { tolerance: { relative: 0.3, absolute: 0.4 } } },
    );
    const rules = problem.items.map((item) =>
      item.kind === 'answer' ? [item.rules.tolerance, item.slips] : null,
    );
    expect(rules).toEqual([
      [{ relative: 0.1, absolute: 2 }, ['of-part']],
      [{ relative: 0.1, absolute: 0.4 }, []],
      [{ relative: 0.3, absolute: 0.4 }, ['of-problem']],
    ]);
  });
});
