import { describe, expect, it } from 'vitest';
import { markAnswers, openOn } from '../../test/worked-problem.js';
import { toNumber } from '../notation/rational.js';
import { instantOf, lateness } from './late.js';

const due = '2026-11-20T23:59:00-06:00';
const policy = { perDay: 0.1, most: 0.5, grace: 10 };

describe('lateness', () => {
  it.each([
    ['before', '2026-11-20T12:00:00-06:00', null],
    ['on the minute', '2026-11-20T23:59:00-06:00', null],
    ['on the minute, in another zone', '2026-11-21T05:59:00Z', null],
    ['within the grace', '2026-11-21T06:09:00Z', null],
    ['beyond the grace', '2026-11-21T06:10:00Z', { minutes: 11, days: 1, taken: 0.1 }],
    ['a day and the grace later', '2026-11-22T06:09:00Z', { minutes: 1450, days: 1, taken: 0.1 }],
    ['on the second day', '2026-11-22T06:10:00Z', { minutes: 1451, days: 2, taken: 0.2 }],
    [
      'on the third day: exactly three tenths',
      '2026-11-23T18:00:00Z',
      { minutes: 3601, days: 3, taken: 0.3 },
    ],
    ['after weeks', '2026-12-24T00:00:00Z', { minutes: 47161, days: 33, taken: 0.5 }],
  ])('%s', (_, submitted, late) => {
    expect(lateness(submitted, due, policy)).toEqual(late);
  });

  it('takes nothing without a policy, and never more than all', () => {
    expect(lateness('2026-11-22T06:00:00Z', due, undefined)).toMatchObject({ days: 2, taken: 0 });
    expect(lateness('2026-12-24T00:00:00Z', due, { perDay: 0.2 })).toMatchObject({ taken: 1 });
  });

  it.each([
    '2026-11-25',
    '2026-11-25T10:00',
    'tomorrow',
    '',
    '1764000000',
    '25/11/2026 10:00Z',
    '2026-13-40T00:00Z',
  ])('is not known from "%s", which is no instant', (text) => {
    expect(instantOf(text)).toBeNull();
    expect(lateness(text, due, policy)).toBeNull();
  });

  it.each([
    ['2026-11-20T23:59:00-06:00', Date.UTC(2026, 10, 21, 5, 59)],
    ['2026-11-20 23:59 -0600', Date.UTC(2026, 10, 21, 5, 59)],
    ['2026-12-04T23:59:00.500+05:30', Date.UTC(2026, 11, 4, 18, 29, 0, 500)],
    [' 2026-12-04T18:29Z ', Date.UTC(2026, 11, 4, 18, 29)],
  ])('reads %s', (text, instant) => {
    expect(instantOf(text)).toBe(instant);
  });

  it('is taken from the total, once', () => {
    const problem = openOn('q', { parts: { a: { points: 10, answer: 'first' } } });
    const rubric = { late: { perDay: 0.1 } };
    const marked = markAnswers(
      [problem],
      { answers: { 'q.a': '35' }, submitted: '2026-11-22T06:00:00Z' },
      { rubric, due },
    );
    expect([toNumber(marked.score), marked.late?.days, toNumber(marked.parts.get('q.a')!)]).toEqual([
      8, 2, 10,
    ]);
  });
});
