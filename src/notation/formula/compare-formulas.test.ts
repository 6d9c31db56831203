import { describe, expect, it, test } from 'vitest';
import { compareFormulas } from './compare-formulas.js';
import { compareMatrices } from './compare-matrices.js';
import { compareSums, type SumSetting } from './compare-sums.js';
import { checkForm, type Form } from './forms.js';
import { parseFormula } from './read-formula.js';
import { readSymbols, type SymbolSpecs } from './symbol-specs.js';

describe('letters that others define', () => {
  const specs: SymbolSpecs = { w: {}, x: {}, z: 'w*x', u: 'sigma(z)', p: { from: 0, to: 1 } };
  const symbols = readSymbols(specs);
  const compare = (a: string, b: string): string => {
    const [first, second] = [a, b].map((text) => parseFormula(text, { kind: 'numbers', symbols }));
    return compareFormulas(first!, second!, symbols);
  };
  test.each([
    ['u(1-u)', "σ'(w x)", 'same'],
    ['u(1-u)', 'σ(z) - u^2', 'same'],
    ['z/w', 'x', 'same'],
    ['u', 'σ(x)', 'different'],
    ['|p|', 'p', 'same'],
    ['|z|', 'z', 'different'],
  ])('%s and %s are %s', (a, b, verdict) => {
    expect(compare(a, b)).toBe(verdict);
  });

  it('refuses letters that define each other, and names them', () => {
    expect(() => readSymbols({ a: 'b + 1', b: '2c', c: 'a' })).toThrow(/define each other: a, b, c, a/);
  });
  it('names the letter whose definition cannot be read', () => {
    expect(() => readSymbols({ a: {}, b: 'a +' })).toThrow(/^b: something is missing/);
  });
  it('refuses two names that are written alike', () => {
    expect(() => parseFormula('x1', { kind: 'numbers', symbols: readSymbols({ x1: {}, x_1: {} }) })).toThrow(
      /x1 and x_1 are written alike/,
    );
  });
  it('refuses an alias that is no name', () => {
    const language = { kind: 'numbers' as const, symbols: readSymbols({ a: { aliases: ['b + c'] } }) };
    expect(() => parseFormula('a', language)).toThrow(/"b \+ c" is no way to write a/);
  });
});

describe('formulas of matrices', () => {
  const symbols = readSymbols(
    { A: { shape: [2, 3] }, B: { shape: [3, 2] }, v: { shape: [3] }, s: { shape: [2, 2] }, c: {} },
    'matrices',
  );
  const compare = (a: string, b: string) => {
    const [first, second] = [a, b].map((text) => parseFormula(text, { kind: 'matrices', symbols }));
    return compareMatrices(first!, second!, symbols);
  };
  test.each([
    ['(A B)^T', 'B^T A^T'],
    ['A diag(v)', '(diag(v) A^T)^T'],
    ['s s^{-1} A', 'A'],
    ['v^T v A', 'A ‖v‖^2'],
    ['c A + A c', '2cA'],
    ['1 - v', '[[1],[1],[1]] - v'],
    ["tanh'(v)", '1 - tanh(v) ⊙ tanh(v)'],
    ["ReLU'(v) ⊙ v", 'ReLU(v)'],
  ])('%s is %s', (a, b) => {
    expect(compare(a, b).is).toBe('same');
  });
  test.each([
    ['A B', 'B A', /2×2 matrix where a 3×3/],
    ['A', 'B', /2×3 matrix where a 3×2/],
    ['A^T', 'A', /transpose/],
    ['-A', 'A', /opposite sign/],
    ['A A', 'A', /A \(2×3\) cannot be multiplied by A \(2×3\)/],
    ['A + B', 'A', /A \(2×3\) and B \(3×2\) do not have the same shape/],
    ['A ⊙ B', 'A', /⊙ needs the same shape/],
    ['A^2', 'A', /cannot have an exponent/],
    ['v^{-1}', 'v', /3×1 matrix has no inverse/],
    ['diag(A)', 'A', /diag takes a vector/],
    ['A/v', 'A', /cannot be divided by/],
  ])('%s is not %s, and says why', (a, b, why) => {
    expect(compare(a, b)).toMatchObject({ is: 'different', because: expect.stringMatching(why) as string });
  });
  test.each([
    ['s B^T', 's^T B^T'],
    ['A B', 'B^T A^T'],
    ['c s', 's'],
  ])('%s is not %s', (a, b) => {
    expect(compare(a, b).is).toBe('different');
  });
});

describe('sums over entries', () => {
  const specs: SymbolSpecs = { a: { shape: [4] }, x: { shape: [6] }, M: { shape: [3, 4] }, n: { size: 4 } };
  const setting = (outside: 'zero' | 'error', origin: 0 | 1 = 0): SumSetting => ({
    symbols: readSymbols(specs, 'entries', ['i', 'j']),
    indices: new Map([['j', 3]]),
    origin,
    outside,
  });
  const compare = (a: string, b: string, where = setting('zero')) => {
    const language = { kind: 'entries' as const, symbols: where.symbols, indices: ['i', 'j'] };
    const [first, second] = [a, b].map((text) => parseFormula(text, language));
    return compareSums(first!, second!, where);
  };
  test.each([
    ['Σ_i a_i x_{i+j}', 'Σ_{i=0}^{n-1} x[j+i] a[i]'],
    ['Σ_i a_i x_{i+j}', 'Σ_p a[p-j] x[p]'],
    ['Σ_i M[j,i] a_i', 'Σ_k a_k M_{j,k}'],
    ['Σ_i (a_i + 1)', 'n + Σ_i a_i'],
    ['Σ_{i=0}^{n-1} i', 'n(n-1)/2'],
    ['Σ_i Σ_k M[i,k]', 'Σ_{k,i} M_{ik}'],
  ])('%s is %s', (a, b) => {
    expect(compare(a, b).is).toBe('same');
  });
  test.each([
    ['a_i x_{i+j}', 'Σ_i a_i x_{i+j}', /did not sum over i/],
    ['-Σ_i a_i x_{i+j}', 'Σ_i a_i x_{i+j}', /opposite sign/],
  ])('%s is not %s, and says why', (a, b, why) => {
    expect(compare(a, b)).toMatchObject({ is: 'different', because: expect.stringMatching(why) as string });
  });
  test.each([
    ['Σ_i a_i x_{i-j}', 'Σ_i a_i x_{i+j}'],
    ['Σ_i M[i,j] a_i', 'Σ_i M[j,i] a_i'],
    ['Σ_{i=1}^{n} a_i', 'Σ_i a_i'],
  ])('%s is not %s', (a, b) => {
    expect(compare(a, b).is).toBe('different');
  });

  it('takes an entry outside its tensor for 0, or for a mistake, as the problem says', () => {
    expect(compare('Σ_{i=0}^{5} a_i', 'Σ_i a_i').is).toBe('same');
    expect(compare('Σ_{i=0}^{5} a_i', 'Σ_i a_i', setting('error'))).toMatchObject({
      is: 'different',
      because: expect.stringMatching(/a\[i\] reaches outside a/) as string,
    });
  });
  it('counts from the declared origin', () => {
    expect(compare('Σ_{i=1}^{n} a_i', 'Σ_i a_i', setting('error', 1)).is).toBe('same');
    expect(compare('Σ_{i=0}^{n-1} a_i', 'Σ_i a_i', setting('error', 1)).is).toBe('different');
  });
  it('leaves sums of too many terms to a person', () => {
    expect(compare('Σ_{i=0}^{999999999} a_0', 'Σ_i a_i').is).toBe('undecided');
  });
});

test.each<[string, Form, true | RegExp]>([
  ['x(y+1)', { kind: 'factored' }, true],
  ['-(x+1)(x-1)', { kind: 'factored' }, true],
  ['xy + x', { kind: 'factored' }, /it is a sum/],
  ['xy + x', { kind: 'expanded' }, true],
  ['x(y+1)', { kind: 'expanded' }, /multiply it out/],
  ['(x+1)^2', { kind: 'expanded' }, /multiply it out/],
  ['e^{x+1}', { kind: 'expanded' }, true],
  ['2^8', { kind: 'as-a-number' }, true],
  ['x - x + 5', { kind: 'as-a-number' }, /letters are left/],
  ['x + 1', { kind: 'in-terms-of', names: ['x'] }, true],
  ['x + y', { kind: 'in-terms-of', names: ['x'] }, /y is left; write it in terms of x/],
])('%s as %o: %s', (text, form, expected) => {
  const found = checkForm(parseFormula(text, { kind: 'numbers' }), form);
  if (expected === true) expect(found).toBe(true);
  else expect(found).toMatch(expected);
});
