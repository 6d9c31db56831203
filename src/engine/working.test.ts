import { describe, expect, test } from 'vitest';
import { stepsBehind, working, writeInputs } from './working.js';
import { evaluate } from './evaluate.js';
import { given, slip, step, worksheet } from './worksheet.js';

const price = given('price', 'number', 4);
const tax = given('tax', 'percent', 50);
const added = step({
  name: 'added_tax',
  type: 'number',
  needs: { price, rate: tax },
  run: ({ price, rate }) => (price * rate) / 100,
  show: ({ price, rate }) => `${price} \\cdot ${rate}`,
  slips: {
    'subtracted-tax': slip({
      needs: { rate: tax },
      run: ({ rate }) => -rate,
      show: ({ rate }) => `-${rate}`,
      hint: 'Add it.',
    }),
  },
});
const total = step({
  name: 'total',
  type: 'number',
  symbol: 'T',
  needs: { added, price },
  run: ({ added, price }) => added + price,
  show: ({ added, price }) => `${added} + ${price}`,
});
const other = step({
  name: 'other',
  type: 'number',
  needs: { price },
  run: ({ price }) => price,
  show: () => 'p',
});
const sheet = worksheet([price, tax], [added, total, other]);
const typeset = (type: string, value: unknown): string =>
  type === 'percent' ? `${value}\\%` : String(value);

describe('the worked solution', () => {
  test('has a line for a step and for all it rests on, each after what it reads', () => {
    expect(working(evaluate(sheet), ['total'], typeset)).toEqual([
      { name: 'added_tax', symbol: '\\text{added\\_tax}', formula: '4 \\cdot 50\\%', result: '2' },
      { name: 'total', symbol: 'T', formula: '2 + 4', result: '6' },
    ]);
  });

  test("prints the student's own numbers when they are carried", () => {
    const own = evaluate(sheet, { carry: new Map([['added_tax', () => 3]]) });
    expect(working(own, ['total'], typeset).map(({ formula, result }) => [formula, result])).toEqual([
      ['4 \\cdot 50\\%', '3'],
      ['3 + 4', '7'],
    ]);
  });

  test('names each line once, however often it is asked for', () => {
    expect(stepsBehind(evaluate(sheet), ['total', 'added_tax', 'other', 'total'])).toEqual([
      'added_tax',
      'total',
      'other',
    ]);
  });

  test('leaves out givens and names it does not know', () => {
    expect(stepsBehind(evaluate(sheet), ['price', 'bogus'])).toEqual([]);
  });
});

test('inputs are written under the words of the step or slip that reads them', () => {
  expect(writeInputs(evaluate(sheet), added, typeset)).toEqual({ price: '4', rate: '50\\%' });
  expect(writeInputs(evaluate(sheet), added.slips['subtracted-tax']!, typeset)).toEqual({ rate: '50\\%' });
});
