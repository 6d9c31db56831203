import { beforeAll, describe, expect, it } from 'vitest';
import { loadLatex } from '../../notation/formula/load-latex.js';
import type { Comparison } from '../answer-type.js';
import { expressionMatrix } from './expression-matrix.js';

beforeAll(loadLatex);

const key = () =>
  expressionMatrix.keyFrom!({
    formula: '[[w_1, w_2, 0, 0], [0, w_1, w_2, 0]]',
    symbols: { w_1: {}, w_2: {} },
  });

function compared(text: string): Comparison {
  const reading = expressionMatrix.read(text, { decimal: 'point', like: key() });
  if (reading.state !== 'read') throw new Error(JSON.stringify(reading));
  return expressionMatrix.compare(reading.answer, key(), { relative: 0, absolute: 0 });
}

describe('a matrix of formulas', () => {
  it.each(['w1 0\nw2 w1\n0 w2\n0 0', 'w_1 0; w_2 w_1; 0 w_2; 0 0', '[[w1, 0], [w2, w1], [0, w2], [0, 0]]'])(
    'that is turned is named as that, its entries between spaces or commas: %s',
    (text) => {
      expect(compared(text).remark).toBe(
        'You exchanged rows and columns. You wrote a 4×2 matrix where a 2×4 matrix is asked.',
      );
    },
  );

  it('of the turned size with wrong entries is told both sizes only', () => {
    expect(compared('w1 0; w2 w1; 0 w2; 0 w1').remark).toBe(
      'You wrote a 4×2 matrix where a 2×4 matrix is asked.',
    );
  });

  it.each([
    ['w1 w2 0\n0 w1 w2', '2×3'],
    ['w1 w2\nw2 w1', '2×2'],
    ['0 0 0; 0 0 0; 0 0 0', '3×3'],
    ['w1 + w2 0; 0 w1 - w2', '2×2'],
  ])('of another size is told its size where spaces part its entries: %s', (text, size) => {
    expect(compared(text).remark).toBe(`You wrote a ${size} matrix where a 2×4 matrix is asked.`);
  });

  it('earns nothing for the zeros that a matrix of zeros has, too', () => {
    const { entries, baseline } = compared('0 0 0 0; 0 0 0 0');
    expect(entries.filter((entry) => entry === 'correct')).toHaveLength(4);
    expect(baseline).toBe(4);
  });

  it('has nothing to guess where every entry has letters', () => {
    const letters = expressionMatrix.keyFrom!({ formula: '[[x, y], [y, x]]', symbols: { x: {}, y: {} } });
    const reading = expressionMatrix.read('x y; y y', { decimal: 'point', like: letters });
    if (reading.state !== 'read') throw new Error('not read');
    const found = expressionMatrix.compare(reading.answer, letters, { relative: 0, absolute: 0 });
    expect(found.entries).toEqual(['correct', 'correct', 'correct', 'wrong']);
    expect(found.baseline).toBeUndefined();
  });
});
