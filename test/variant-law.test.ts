import { describe, expect, it } from 'vitest';
import { given, named, slip, step, worksheet, type Worksheet } from '../src/engine/worksheet.js';
import type { Encounter } from '../src/problem/variant/instance.js';
import { encounters } from '../src/problem/variant/wrong-ways.js';
import { openOn } from './worked-problem.js';
import { VariantOracle } from './variant-oracle.js';

const number = named<number>;
const noHint = { show: () => '', hint: '' };

/** y = x + b and z = w·y + c, with the biases forgotten, the sign of w lost, or x read one larger. */
function line({ x, b, w, c }: { x: number; b: number; w: number; c: number }): Worksheet {
  const sheet = (read: number): Worksheet =>
    worksheet(
      [given('x', 'number', read), given('b', 'number', b), given('w', 'number', w), given('c', 'number', c)],
      [
        step({
          name: 'y',
          type: 'number',
          needs: { x: number('x'), b: number('b') },
          run: ({ x, b }) => x + b,
          show: () => '',
          slips: {
            'forgot-bias': slip({ needs: { x: number('x') }, run: ({ x }) => x, ...noHint }),
            'subtracted-bias': slip({
              needs: { x: number('x'), b: number('b') },
              run: ({ x, b }) => x - b,
              ...noHint,
            }),
          },
        }),
        step({
          name: 'z',
          type: 'number',
          needs: { w: number('w'), y: number('y'), c: number('c') },
          run: ({ w, y, c }) => w * y + c,
          show: () => '',
          slips: {
            'forgot-bias': slip({
              needs: { w: number('w'), y: number('y') },
              run: ({ w, y }) => w * y,
              ...noHint,
            }),
          },
        }),
      ],
      () => (read === x ? { 'read-one-more': { hint: '', worksheet: () => sheet(x + 1) } } : {}),
    );
  return sheet(x);
}

type Numbers = Parameters<typeof line>[0];
const problemOn = (numbers: Numbers, asked: readonly string[]) =>
  openOn(
    'p',
    { parts: { a: { items: Object.fromEntries(asked.map((name) => [name, { answer: name }])) } } },
    {},
    line(numbers),
  );

const met = (numbers: Numbers, asked: readonly string[]): readonly Encounter[] => {
  const { given: read, worksheet: sheet, key, items } = problemOn(numbers, asked);
  const answers = items.filter((item) => item.kind === 'answer');
  return [...encounters({ given: read, worksheet: sheet, key, items: answers, forgiven: new Set() })];
};
const coinciding = (numbers: Numbers, asked: readonly string[]): string[] =>
  met(numbers, asked).flatMap(({ name, coincides }) => (coincides ? [name] : []));

const cases: [string, Numbers, string[], string[]][] = [
  ['numbers on which nothing coincides', { x: 3, b: 5, w: 7, c: 2 }, ['y', 'z'], []],
  // z is −4 + 2; with both biases forgotten −1·2.
  [
    'a slip that cancels where it is made everywhere',
    { x: 2, b: 2, w: -1, c: 2 },
    ['y', 'z'],
    ['forgot-bias, made everywhere, gives the key of p.a.z'],
  ],
  [
    'a slip of a step that is not asked, seen nowhere',
    { x: 2, b: 2, w: 0, c: 3 },
    ['z'],
    [
      'read-one-more, made everywhere, gives the whole key',
      'subtracted-bias, made everywhere, gives the whole key',
    ],
  ],
  // y is 1, and 2 with x one more; so it is with the bias, −1, forgotten.
  [
    'a slip and a misreading that give the same answers',
    { x: 2, b: -1, w: 3, c: 4 },
    ['y'],
    ['read-one-more and forgot-bias, made everywhere, give the same answers'],
  ],
  [
    'a slip that gives the key at its own question',
    { x: 2, b: 0, w: 3, c: 4 },
    ['y'],
    [
      'forgot-bias gives the key of p.a.y',
      'subtracted-bias gives the key of p.a.y',
      'forgot-bias and subtracted-bias give the same for p.a.y',
      'forgot-bias, made everywhere, gives the whole key',
      'forgot-bias, made everywhere, gives the key of p.a.y',
      'subtracted-bias, made everywhere, gives the whole key',
      'subtracted-bias, made everywhere, gives the key of p.a.y',
    ],
  ],
];

describe('the law of a good draw', () => {
  it.each(cases)('%s', (_, numbers, asked, names) => {
    expect(coinciding(numbers, asked)).toEqual(names);
  });

  const good: Numbers = { x: 3, b: 5, w: 7, c: 2 };
  it.each(cases.slice(1))('is held by the second opinion: %s', (_, numbers, asked) => {
    const oracle = new VariantOracle();
    oracle.look(problemOn(good, asked));
    expect(oracle.violations()).toEqual([]);
    oracle.look(problemOn(numbers, asked));
    expect(oracle.violations()).not.toEqual([]);
  });
});
