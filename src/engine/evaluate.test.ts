import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { CycleError, evaluate } from './evaluate.js';
import { given, named, slip, step, worksheet, type Named } from './worksheet.js';

const text = (): string => '';

const sum = (name: string, a: Named<number>, b: Named<number>) =>
  step({ name, type: 'number', needs: { a, b }, run: ({ a, b }) => a + b, show: text });

/** y = w·x + b, then doubled and squared; a student may forget b or read the doubled value ahead. */
function line(w = 3, x = 2, b = 1) {
  const weight = given('w', 'number', w);
  const input = given('x', 'number', x);
  const bias = given('b', 'number', b);
  const forgot = (from: Named<number>) =>
    slip({ needs: { from }, run: ({ from }: { from: number }) => from, show: text, hint: 'Add the bias.' });
  const product = step({
    name: 'product',
    type: 'number',
    needs: { weight, input },
    run: ({ weight, input }) => weight * input,
    show: text,
    slips: {
      added: slip({
        needs: { weight, input },
        run: ({ weight, input }) => weight + input,
        show: text,
        hint: 'Multiply.',
      }),
    },
  });
  const y = step({
    name: 'y',
    type: 'number',
    needs: { product, bias },
    run: ({ product, bias }) => product + bias,
    show: text,
    slips: { 'forgot-bias': forgot(product) },
  });
  const double = step({ name: 'double', type: 'number', needs: { y }, run: ({ y }) => 2 * y, show: text });
  const final = step({
    name: 'final',
    type: 'number',
    needs: { double, bias },
    run: ({ double, bias }) => double ** 2 + bias,
    show: text,
    slips: {
      'forgot-bias': slip({
        needs: { double },
        run: ({ double }) => double ** 2,
        show: text,
        hint: 'Add the bias.',
      }),
    },
  });
  return worksheet([weight, input, bias], [product, y, double, final]);
}

const carrying = (answers: Record<string, unknown>) =>
  new Map(Object.entries(answers).map(([name, answer]) => [name, () => answer]));

describe('the answer key', () => {
  test('is computed from the givens alone', () => {
    const key = evaluate(line());
    expect(['product', 'y', 'double', 'final'].map((name) => key.value(name))).toEqual([6, 7, 14, 197]);
    expect(key.value('x')).toBe(2);
    expect(key.expected('x')).toBe(2);
    expect(key.carriedInto('final')).toEqual([]);
  });

  test('computes only what is asked for, each step once', () => {
    const x = given('x', 'number', 5);
    const square = vi.fn(({ x }: { x: number }) => x * x);
    const unasked = vi.fn(() => 0);
    const shared = step({ name: 'shared', type: 'number', needs: { x }, run: square, show: text });
    const other = step({ name: 'other', type: 'number', needs: { x }, run: unasked, show: text });
    const twice = sum('twice', shared, shared);
    const key = evaluate(worksheet([x], [shared, other, twice, sum('thrice', twice, shared)]));
    expect(square).not.toHaveBeenCalled();
    expect(key.value('thrice')).toBe(75);
    expect(key.expected('shared')).toBe(25);
    expect(square).toHaveBeenCalledTimes(1);
    expect(unasked).not.toHaveBeenCalled();
  });

  test('refuses a name that is neither given nor step', () => {
    expect(() => evaluate(line()).value('bogus')).toThrow('"bogus"');
    expect(() => evaluate(line()).expected('__proto__')).toThrow('"__proto__"');
  });

  test('reports a cycle by the names on it, in order', () => {
    const a = sum('a', named<number>('c'), named<number>('x'));
    const b = sum('b', a, a);
    const c = sum('c', b, b);
    const sheet = worksheet([given('x', 'number', 1)], [a, b, c, sum('d', a, a)]);
    expect(() => evaluate(sheet).value('d')).toThrow(CycleError);
    expect(() => evaluate(sheet).value('d')).toThrow('a → c → b → a');
    expect(evaluate(sheet, { carry: carrying({ c: 4 }) }).value('d')).toBe(10);
  });

  test('has no two lines of one name', () => {
    const x = given('x', 'number', 1);
    expect(() => worksheet([x], [sum('x', x, x)])).toThrow('"x"');
    expect(() => worksheet([x], [sum('y', x, x), sum('y', x, x)])).toThrow('"y"');
  });
});

describe('carrying', () => {
  test("computes later steps from the student's own answer", () => {
    const own = evaluate(line(), { carry: carrying({ y: 10 }) });
    expect(own.expected('double')).toBe(20);
    expect(own.expected('final')).toBe(401);
  });

  test('tells what a step should be from what the student gave for it', () => {
    const own = evaluate(line(), { carry: carrying({ product: 5, y: 10 }) });
    expect(own.value('y')).toBe(10);
    expect(own.expected('y')).toBe(6);
  });

  test('reproduces the key when the key is carried', () => {
    const number = fc.integer({ min: -9, max: 9 });
    fc.assert(
      fc.property(number, number, number, (w, x, b) => {
        const sheet = line(w, x, b);
        const key = evaluate(sheet);
        const carry = new Map([...sheet.steps.keys()].map((name) => [name, () => key.value(name)]));
        for (const name of sheet.steps.keys())
          expect(evaluate(sheet, { carry }).expected(name)).toBe(key.value(name));
      }),
    );
  });

  test('names the carried steps that a step rests on, nearest last', () => {
    const own = evaluate(line(), { carry: carrying({ product: 5, double: 3 }) });
    expect(own.carriedInto('product')).toEqual([]);
    expect(own.carriedInto('y')).toEqual(['product']);
    expect(own.carriedInto('double')).toEqual(['product']);
    expect(own.carriedInto('final')).toEqual(['double']);
  });

  test('names the same carried steps whatever was asked before', () => {
    const own = evaluate(line(), { carry: carrying({ product: 5, y: 3 }) });
    own.expected('y');
    expect(own.carriedInto('final')).toEqual(['y']);
  });

  test('rests on earlier answers too where a carried answer leaves blanks for ours', () => {
    const blank = (computed: () => unknown): unknown => computed();
    const carry = new Map<string, (computed: () => unknown) => unknown>([
      ['product', () => 5],
      ['y', blank],
    ]);
    const own = evaluate(line(), { carry });
    expect(own.expected('double')).toBe(12);
    expect(own.carriedInto('double')).toEqual(['product', 'y']);
  });

  test('never replaces a given', () => {
    expect(evaluate(line(), { carry: carrying({ x: 100 }) }).value('product')).toBe(6);
  });
});

describe('slips', () => {
  test.each([
    ['everywhere', [{ slip: 'forgot-bias' }], [6, 6, 12, 144]],
    ['at one step', [{ slip: 'forgot-bias', at: 'final' }], [6, 7, 14, 196]],
    ['two at once', [{ slip: 'added' }, { slip: 'forgot-bias', at: 'y' }], [5, 5, 10, 101]],
    ['at a step without it', [{ slip: 'forgot-bias', at: 'double' }], [6, 7, 14, 197]],
    ['of an unknown name', [{ slip: 'constructor' }], [6, 7, 14, 197]],
  ])('are made %s', (_, slips, values) => {
    const made = evaluate(line(), { slips });
    expect(['product', 'y', 'double', 'final'].map((name) => made.value(name))).toEqual(values);
  });

  test("combine with the student's own earlier answers", () => {
    const made = evaluate(line(), { slips: [{ slip: 'forgot-bias' }], carry: carrying({ double: 5 }) });
    expect(made.expected('final')).toBe(25);
  });

  test('may read a later step that does not depend on them', () => {
    const x = given('x', 'number', 10);
    const early = step({
      name: 'early',
      type: 'number',
      needs: { x },
      run: ({ x }) => x,
      show: text,
      slips: {
        'read-ahead': slip({
          needs: { later: named<number>('later') },
          run: ({ later }) => later,
          show: text,
          hint: 'Use the old value.',
        }),
      },
    });
    const later = step({ name: 'later', type: 'number', needs: { x }, run: ({ x }) => x - 1, show: text });
    const sheet = worksheet([x], [early, later]);
    expect(evaluate(sheet, { slips: [{ slip: 'read-ahead' }] }).value('early')).toBe(9);
    expect(evaluate(sheet).value('early')).toBe(10);
  });

  test('of a misread given are the same worksheet on other givens', () => {
    const misread = vi.fn(() => line(3, -2));
    const plain = line();
    const sheet = worksheet([...plain.givens.values()], [...plain.steps.values()], () => ({
      'dropped-sign': { hint: 'Mind the sign.', worksheet: misread },
    }));
    expect(evaluate(sheet).value('y')).toBe(7);
    expect(misread).not.toHaveBeenCalled();
    const made = evaluate(sheet, { slips: [{ slip: 'dropped-sign' }, { slip: 'forgot-bias' }] });
    expect(made.value('x')).toBe(-2);
    expect(made.value('y')).toBe(-6);
    expect(made.worksheet.givens.get('x')?.given).toBe(-2);
  });
});
