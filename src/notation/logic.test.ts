import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { connectives, tableOf, type Logic } from '../engine/logic.js';
import { readLogic, typesetLogic, writeLogic } from './logic.js';
import { Unreadable } from './unreadable.js';

const names = ['A', 'B', 'C'];
const read = (text: string, variables: readonly string[] = names): Logic => {
  const formula = readLogic(text, variables);
  if (formula instanceof Unreadable) throw new Error(`${text}: ${formula.why}`);
  return formula;
};

const { formula } = fc.letrec<{ formula: Logic }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom(...names).map((name): Logic => ({ kind: 'variable', name })),
    fc.constantFrom<0 | 1>(0, 1).map((value): Logic => ({ kind: 'constant', value })),
    tie('formula').map((of): Logic => ({ kind: 'not', of })),
    fc
      .record({ kind: fc.constantFrom(...connectives), left: tie('formula'), right: tie('formula') })
      .map((parts): Logic => parts),
  ),
}));

test('what is written reads back as the same formula, in plain text and in LaTeX', () => {
  fc.assert(
    fc.property(formula, (drawn) => {
      const again = read(writeLogic(drawn));
      expect(again).toEqual(drawn);
      expect(read(typesetLogic(drawn))).toEqual(drawn);
    }),
  );
});

describe('ways of writing', () => {
  test.each([
    ['A & !B', 'A ∧ ¬B'],
    ['A and not B', 'A ∧ ¬B'],
    ["AB'", 'A ∧ ¬B'],
    ['a ¬b', 'A ∧ ¬B'],
    ['A·B̄'.replace('B̄', '\\bar{B}'), 'A ∧ ¬B'],
    ['$A \\land \\lnot B$', 'A ∧ ¬B'],
    ['A \\cdot \\overline{B \\vee C}', 'A ∧ ¬(B ∨ C)'],
    ['(A+B)(B+C)', '(A ∨ B) ∧ (B ∨ C)'],
    ['[A || B] && {C}', '(A ∨ B) ∧ C'],
    ["(A + B)'", '¬(A ∨ B)'],
    ['A XOR B', 'A ⊕ B'],
    ['A => B', 'A → B'],
    ['A implies B', 'A → B'],
    ['A <=> B', 'A ↔ B'],
    ['!!A', '¬¬A'],
    ['A or true', 'A ∨ 1'],
  ])('%s is %s', (text, expected) => {
    expect(writeLogic(read(text))).toBe(expected);
  });
});

describe('strength of the connectives', () => {
  test.each([
    ['¬A ∧ B', '(¬A) ∧ B'],
    ['A ∨ B ∧ C', 'A ∨ (B ∧ C)'],
    ['A ⊕ B ∧ C', 'A ⊕ (B ∧ C)'],
    ['A ∨ B ⊕ C', 'A ∨ (B ⊕ C)'],
    ['A → B ∨ C', 'A → (B ∨ C)'],
    ['A → B → C', 'A → (B → C)'],
    ['A ↔ B → C', 'A ↔ (B → C)'],
    ["A + BC'", 'A ∨ (B ∧ (¬C))'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toEqual(read(expected));
  });
});

test('a variable of several letters is one name, where it is known', () => {
  expect(writeLogic(read('AB', ['AB']))).toBe('AB');
  expect(writeLogic(read('x1x2', ['x1', 'x2']))).toBe('x1 ∧ x2');
  expect(writeLogic(read('rain or sun', []))).toBe('rain ∨ sun');
});

describe('what cannot be read', () => {
  test.each([
    '',
    'A ∧',
    '∧ A',
    '(A',
    'A)',
    'A ∧ ∨ B',
    '()',
    'hello',
    'A = B',
    '3A',
    '"A"',
    'A; B',
    'А ∧ B',
    '__proto__',
  ])('%j', (text) => {
    expect(readLogic(text, names)).toBeInstanceOf(Unreadable);
  });

  test.each([
    ['too many brackets', '('.repeat(1000) + 'A' + ')'.repeat(1000)],
    ['too many negations', '!'.repeat(1000) + 'A'],
    ['too many primes', 'A' + "'".repeat(1000)],
    ['implications nested too deeply', new Array(1000).fill('A').join('->')],
    ['too many names', 'A'.repeat(10_000)],
    ['too long a text', ' '.repeat(30_000) + 'A'],
  ])('%s', (_, text) => {
    expect(readLogic(text, names)).toBeInstanceOf(Unreadable);
  });
});

test('the longest chain that is read is also computed and written', () => {
  const chain = read('A'.repeat(2_000));
  expect([...tableOf(chain, ['A'])]).toEqual([0, 1]);
  expect(writeLogic(chain)).toHaveLength(2_000 + 3 * 1_999);
});
