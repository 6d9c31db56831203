import { describe, expect, test } from 'vitest';
import { fromNumber, rational } from '../../notation/rational.js';
import { problems } from '../../../test/report-fixture.js';
import type { AnswerItem } from '../../problem/item.js';
import { percent, pointsWords, ruleWords } from './number-words.js';

describe('points', () => {
  test.each([
    [3.5, 0, 5, '3.5 of 5'],
    [0, 5, 5, '5 points waiting'],
    [0, 1, 1, '1 point waiting'],
    [2, 3, 6, '2 of 6, 3 more waiting'],
    [0, 0, 0, 'optional'],
  ])('%d with %d pending of %d are "%s"', (score, pending, max, words) => {
    const points = { score: fromNumber(score), pending: fromNumber(pending), max: fromNumber(max) };
    expect(pointsWords(points)).toBe(words);
  });

  test('are short decimals even for thirds', () => {
    const points = { score: rational(10n, 3n), pending: fromNumber(0), max: fromNumber(5) };
    expect(pointsWords(points)).toBe('3.33 of 5');
  });
});

describe('the bound of a comparison', () => {
  const item = (id: string) => problems[0]!.items.find((one) => one.id === id) as AnswerItem;
  const withRules = (
    id: string,
    tolerance: AnswerItem['rules']['tolerance'],
    atLeast?: number,
  ): AnswerItem => ({
    ...item(id),
    rules: { ...item(id).rules, tolerance, ...(atLeast !== undefined && { precision: { atLeast } }) },
  });

  test.each([
    ['q1.b', 0.002, 0, undefined, 'within 0.2 %'],
    ['q1.b', 0.05, 0.001, undefined, 'within 5 % or 0.001'],
    ['q1.b', 0, 0, undefined, 'exactly'],
    ['q1.b', 0.002, 0, 4, 'within 0.2 %, to at least 4 significant digits'],
    ['q1.a', 0.07, 0, undefined, 'within 7 %'],
    ['q1.d.E1.a', 0.002, 0, undefined, 'exactly'],
  ])('of %s at %d and %d with %s digits is "%s"', (id, relative, absolute, atLeast, words) => {
    expect(ruleWords(withRules(id, { relative, absolute }, atLeast))).toBe(words);
  });

  test('has no digits of binary luck', () => {
    expect(percent(0.07)).toBe('7 %');
    expect(percent(0.0029)).toBe('0.29 %');
  });
});
