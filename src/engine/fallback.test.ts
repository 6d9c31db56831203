import { describe, expect, test } from 'vitest';
import { DomainError } from './domain-error.js';
import { evaluate } from './evaluate.js';
import { given, step, worksheet, type Named } from './worksheet.js';

const text = (): string => '';

const sum = (name: string, a: Named<number>, b: Named<number>) =>
  step({ name, type: 'number', needs: { a, b }, run: ({ a, b }) => a + b, show: text });

const carrying = (answers: Record<string, unknown>) =>
  new Map(Object.entries(answers).map(([name, answer]) => [name, () => answer]));

describe('a step that cannot be computed under carried values', () => {
  const x = given('x', 'number', 4);
  const inverse = (run: (value: number) => number) => {
    const first = step({ name: 'first', type: 'number', needs: { x }, run: ({ x }) => x, show: text });
    const second = step({
      name: 'second',
      type: 'number',
      needs: { first },
      run: ({ first }) => run(first),
      show: text,
    });
    return worksheet([x], [first, second, sum('third', second, second)]);
  };
  const strict = inverse((value) => {
    if (value === 0) throw new DomainError('0 has no inverse');
    return 1 / value;
  });
  const carry = carrying({ first: 0 });

  test.each([
    ['throws a DomainError', strict, '0 has no inverse'],
    ['is not finite', inverse((value) => 1 / value), 'the value is not finite'],
    ['is not finite in an entry', inverse((value) => [1, 1 / value] as never), 'the value is not finite'],
    [
      'fails otherwise',
      inverse((value) => {
        if (value === 0) throw new TypeError('boom');
        return 1 / value;
      }),
      'the step cannot be computed',
    ],
  ])('falls back to the plain key where it %s, and says so', (_, sheet, reason) => {
    const own = evaluate(sheet, { carry, fallback: () => 0.25 });
    expect(own.expected('second')).toBe(0.25);
    expect(own.expected('third')).toBe(0.5);
    expect([...own.fellBack]).toEqual([['second', reason]]);
    expect(own.carriedInto('third')).toEqual([]);
  });

  test('throws without a fallback', () => {
    expect(() => evaluate(strict, { carry }).expected('second')).toThrow(DomainError);
  });

  test('throws with one where nothing carried is to blame', () => {
    const zero = given('zero', 'number', 0);
    const broken = step({
      name: 'broken',
      type: 'number',
      needs: { zero },
      run: () => {
        throw new DomainError('broken by itself');
      },
      show: text,
    });
    const first = step({
      name: 'first',
      type: 'number',
      needs: { zero },
      run: ({ zero }) => zero,
      show: text,
    });
    const sheet = worksheet([zero], [broken, first, sum('ab', first, broken), sum('ba', broken, first)]);
    for (const name of ['ab', 'ba'])
      expect(() => evaluate(sheet, { carry, fallback: () => 1 }).expected(name)).toThrow('broken by itself');
  });
});
