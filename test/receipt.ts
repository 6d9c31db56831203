import { given, named, slip, step, worksheet, type Worksheet } from '../src/engine/worksheet.js';
import { openOn } from './worked-problem.js';
import type { OpenProblem } from '../src/problem/open-problem.js';

type Way = (a: number, b: number) => number;

const between = (a: string, b: string) => ({ a: named<number>(a), b: named<number>(b) });
const way = (a: string, b: string, run: Way, hint: string) =>
  slip({ needs: between(a, b), run: ({ a, b }) => run(a, b), show: ({ a, b }) => `${a}, ${b}`, hint });
const line = (name: string, a: string, b: string, run: Way, slips: Record<string, [Way, string]> = {}) =>
  step({
    name,
    type: 'number',
    needs: between(a, b),
    run: ({ a, b }) => run(a, b),
    show: ({ a, b }) => `${a}, ${b}`,
    slips: Object.fromEntries(
      Object.entries(slips).map(([slipName, [wrong, hint]]) => [slipName, way(a, b, wrong, hint)]),
    ),
  });

/**
 * A receipt: 17 pieces at 12.5, tax of 8 %. By hand: subtotal 212.5, tax 17, total 229.5, third 70.8333…,
 * tenfold = 1000 · (third − 70) = 833.33…, ratio = subtotal / tax = 12.5, product = subtotal · tax = 3612.5.
 * One piece too few gives 200, 16, 216; tax taken off gives 195.5; forgotten tax 212.5 and, as it happens, the
 * same for paid tax; divided by the rate the tax is 2656.25.
 */
export const receipt: Worksheet = worksheet(
  [given('price', 'number', 12.5), given('count', 'number', 17), given('rate', 'number', 0.08)],
  [
    line('subtotal', 'price', 'count', (price, count) => price * count, {
      'left-out-a-piece': [(price, count) => price * (count - 1), 'You left out a piece.'],
      'counted-twice-and-halved': [(price, count) => (2 * price * count) / 2, 'This changes nothing.'],
    }),
    line('tax', 'subtotal', 'rate', (subtotal, rate) => subtotal * rate, {
      'divided-by-the-rate': [(subtotal, rate) => subtotal / rate, 'You divided by the rate.'],
    }),
    line('total', 'subtotal', 'tax', (subtotal, tax) => subtotal + tax, {
      'took-tax-off': [(subtotal, tax) => subtotal - tax, 'You took the tax off.'],
      'forgot-tax': [(subtotal) => subtotal, 'You forgot the tax.'],
      'paid-no-tax': [(subtotal) => subtotal, 'You paid no tax.'],
    }),
    line('third', 'subtotal', 'rate', (subtotal) => subtotal / 3),
    line('tenfold', 'third', 'rate', (third) => 1000 * (third - 70)),
    line('ratio', 'subtotal', 'tax', (subtotal, tax) => subtotal / tax),
    line('product', 'subtotal', 'tax', (subtotal, tax) => subtotal * tax),
  ],
);

/** The receipt as a problem that asks for some of its steps, two points each. */
export const askReceipt = (...steps: readonly string[]): OpenProblem =>
  openOn(
    'q',
    {
      parts: Object.fromEntries(
        steps.map((answer) => [answer, { points: 2, answer, precision: { atLeast: 3 } }]),
      ),
    },
    {},
    receipt,
  );
