import { expect, test } from 'vitest';
import { parseFormula } from '../formula/read-formula.js';
import { writeExpression } from './write.js';
import { relate } from './relation.js';

test.each([
  ['y - x', 'x - y', 'opposite'],
  ['2(x - y)', 'x - y', 'multiple 2'],
  ['(x - y)/3', 'x - y', 'multiple 1/3'],
  ['-3x', '2x', 'multiple -3/2'],
  ['x/y', 'y/x', 'reciprocal'],
  ['x + 1', 'x', 'shifted 1'],
  ['x^2 - 1/2', 'x^2', 'shifted -1/2'],
  ['x^3', 'x^2', 'none'],
  ['πx', 'x', 'none'],
])('%s beside %s: %s', (a, b, expected) => {
  const [answer, key] = [a, b].map((text) => parseFormula(text, { kind: 'numbers' }));
  const found = relate(answer!, key!, new Map());
  const by = found && 'by' in found ? ` ${writeExpression(found.by)}` : '';
  expect(found ? `${found.is}${by}` : 'none').toBe(expected);
});
