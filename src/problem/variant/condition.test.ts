import { beforeAll, describe, expect, it } from 'vitest';
import { fromNested } from '../../engine/tensor.js';
import { loadParser } from '../../notation/expression/author-parser.js';
import { holds, readFormula, reader } from './condition.js';
import type { Value } from './value.js';

const values = new Map<string, Value>([
  ['a', 2],
  ['a-b', 10],
  ['b', 5],
  ['net_E.1.output', fromNested([16, 28, 28])],
  ['half', 2.5],
  ['v', fromNested([3, -1, 4])],
  [
    'm',
    fromNested([
      [1, 2, 1],
      [3, 4, 5],
    ]),
  ],
  [
    's',
    fromNested([
      [1, 2],
      [2, 3],
    ]),
  ],
]);
const known = new Set(values.keys());
const read = reader((name) => values.get(name));

beforeAll(async () => {
  await loadParser();
});

describe('a condition', () => {
  it.each([
    ['whole(half)', false],
    ['whole(2*half) and whole(0.1 + 0.2 + 0.7)', true],
    ['distinct(v)', true],
    ['distinct(m)', false],
    ['distinct(s)', true],
    ['symmetric(s) and symmetric(m) == 0', true],
    ['min(abs(v)) >= 1', true],
    ['min(abs(v)) > 1', false],
    ['min(v) == -1 and max(v) == 4 and sum(v) == 6 and count(v) == 3', true],
    ['v < 5', true],
    ['v > 0', false],
    ['any(v < 0) and all(v < 0) == 0', true],
    ['entry(net_E.1.output, 0) == 16', true],
    ['entry(m, 1, 2) == 5', true],
    ['a-b == 10', true],
    ['a - b == -3', true],
    ['floor(half) == 2', true],
    ['v / 0 > 0', false],
  ])('%s is %s', (source, expected) => {
    expect(holds(readFormula(source, known), read)).toBe(expected);
  });

  it.each([
    ['zz > 1', /"zz" names no given and no step/],
    ['net_E.9.output > 1', /"net_E\.9\.output" names no given and no step/],
    ['constructor > 1', /"constructor" names/],
    ['a >', /not a formula/],
    ['steal(a)', /steal/],
    ['whole(a, b)', /whole/],
  ])('refuses %s', (source, message) => {
    expect(() => readFormula(source, known)).toThrow(message);
  });

  it.each(['entry(v, 3) == 1', 'entry(v, 0.5) == 1', 'entry(a, 0) == 1', 'v == s'])(
    'cannot be worked out: %s',
    (source) => {
      const formula = readFormula(source, known);
      expect(() => holds(formula, read)).toThrow();
    },
  );
});
