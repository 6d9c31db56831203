import { describe, expect, test } from 'vitest';
import { everyVerdict, markOf, resultOf } from '../../test/report-fixture.js';
import { fromNumber } from '../notation/rational.js';
import { zero } from '../problem/points.js';
import { resultLine } from './result-line.js';

describe('a line of results.jsonl', () => {
  const line = resultLine(everyVerdict);
  const item = (id: string) => line.items.find((one) => one.item === `q1.${id}`)!;

  test('holds the student’s figures', () => {
    const { items, ...student } = line;
    expect(student).toEqual({
      student: 's001',
      file: 's001.yaml',
      report: 'students/s001.html',
      state: 'needs-review',
      score: 9.5,
      pending: 4,
      max: 22,
      late: { minutes: 95, days: 1, taken: 0.1 },
    });
    expect(items).toHaveLength(21);
  });

  test('holds of every item what was found, with values as plain JSON', () => {
    expect(item('a')).toEqual({
      item: 'q1.a',
      verdict: 'slip',
      score: 2,
      max: 4,
      because: [['forgot-factor']],
      written: '1 2\n3 4',
      read: [
        [1, 2],
        [3, 4],
      ],
      key: [
        [2, 4],
        [6, 8],
      ],
      fromOwn: null,
      rule: 'within 0.2 %',
      hint: 'The factor $2$ is missing: you wrote $Z$ itself, the layer computes $2Z$.',
      carried: [],
    });
    expect(item('b')).toMatchObject({ key: 20, fromOwn: 10, carried: ['q1.a'] });
  });

  test('keeps both explanations of a tie', () => {
    expect(item('d.E2.a').because).toEqual([['forgot-padding'], ['rounded-up']]);
  });

  test('gives a question for a person no key', () => {
    expect(item('e')).toMatchObject({
      verdict: 'review',
      score: 0,
      max: 3,
      key: null,
      rule: null,
      read: null,
    });
  });

  test('tells an answer that a person decided on from one that waits', () => {
    const decided = resultOf('s', { e: (e) => markOf(e, 'review', { pending: zero, score: fromNumber(2) }) });
    expect(resultLine(decided).items.at(-1)).toMatchObject({ score: 2, decided: true });
    expect(item('e')).not.toHaveProperty('decided');
  });

  test.each(['missing', 'unreadable', 'failed'] as const)(
    'gives a %s student no score, never a zero',
    (state) => {
      const unmarked = resultLine({
        student: 's2',
        file: null,
        state,
        why: state === 'missing' ? null : 's2.yaml:1:1 no',
      });
      expect(unmarked).toMatchObject({ student: 's2', state, score: null, items: [] });
      expect('why' in unmarked).toBe(state !== 'missing');
    },
  );

  test('survives JSON', () => {
    expect(JSON.parse(JSON.stringify(line))).toEqual(line);
  });
});
