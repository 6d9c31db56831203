import { describe, expect, it } from 'vitest';
import { compareSums, type SumSetting } from './compare-sums.js';
import { within } from './implied-range.js';
import { parseFormula } from './read-formula.js';
import { readSymbols, type SymbolSpecs } from './symbol-specs.js';

const letters: SymbolSpecs = {
  alpha: { shape: [4] },
  x: { shape: [6] },
  D: { shape: [4, 4, 3] },
  X: { shape: [6, 5, 2] },
  V: { shape: [3, 3] },
};
const counters = [...'ijklmnpqrst'];
const symbols = readSymbols(letters, 'entries', counters);

function compared(a: string, b: string, setting: Omit<SumSetting, 'symbols'>) {
  const [mine, ours] = [a, b].map((text) =>
    parseFormula(text, { kind: 'entries', symbols, indices: counters }),
  );
  return compareSums(mine!, ours!, { ...setting, symbols });
}

const fromOne = { indices: new Map([['j', 3]]), origin: 1, outside: 'error' } as const;
const fromZero = {
  indices: new Map([
    ['k', 3],
    ['l', 2],
    ['n', 2],
    ['m', 3],
  ]),
  origin: 0,
  outside: 'zero',
} as const;

describe('the range of a sum that says none', () => {
  // i + j − 1 runs through the six inputs, so for each j only the four i of alpha are left.
  it.each([
    'Σ_i α_i x_{i+j-1}',
    'Σ_i α_{i+1} x_{i+j}',
    'Σ_i α_{i-2} x_{i+j-3}',
    'Σ_t α_{t-j+1} x_t',
    'Σ_i α_{5-i} x_{4+j-i}',
  ])('ends where its tensors end, however it counts: %s', (text) => {
    expect(compared(text, 'Σ_{i=1}^{4} α_i x_{i+j-1}', fromOne).is).toBe('same');
  });

  it.each([
    ['Σ_i α_i x_{i+j}', 'Σ_i x_{i+j} α_i', 'Σ_i α_{i+1} x_{i+j+1}'],
    ['Σ_i α_i x_{i-j}', 'Σ_i x_{i-j} α_i', 'Σ_i α_{i+1} x_{i-j+1}'],
  ])('lets a wrong formula that reaches outside be recognised: %s', (text, ...others) => {
    for (const other of others) expect(compared(text, other, fromOne).is).toBe('same');
    const found = compared(text, 'Σ_{i=1}^{4} α_i x_{i+j-1}', fromOne);
    expect(found.is === 'different' && found.because).toMatch(/reaches outside x/);
  });

  it('is left as it is where it is written', () => {
    const found = compared('Σ_{i=0}^{3} α_i x_{i+j-1}', 'Σ_{i=1}^{4} α_i x_{i+j-1}', fromOne);
    expect(found.is === 'different' && found.because).toMatch(/reaches outside alpha|reaches outside x/);
  });

  it.each([
    'Σ_{p,q} D[p-k, q-l, m] X[p, q, n]',
    'Σ_{p,q} D[p-k+1, q-l+1, m] X[p+1, q+1, n]',
    'Σ_{p,q} D[3-p, 3-q, m] X[3-p+k, 3-q+l, n]',
  ])('does not hang on the letters that count: %s', (text) => {
    const ours = 'Σ_{i=0}^{3} Σ_{j=0}^{3} D[i,j,m] X[i+k,j+l,n]';
    expect(compared(text, ours, fromZero).is).toBe('same');
  });

  it('is small enough for four indices of which none stands alone', () => {
    const text = 'Σ_{p,q,r,s} D[p-k+1, q-l+1, m] X[p+1, q+1, n] V[r+1, s+1]';
    const ours = 'Σ_{i=0}^{3} Σ_{j=0}^{3} Σ_{r=0}^{2} Σ_{s=0}^{2} D[i,j,m] X[i+k,j+l,n] V[r,s]';
    expect(compared(text, ours, fromZero).is).toBe('same');
    expect(compared(text.replace('p-k+1', 'p+k+1'), ours, fromZero).is).toBe('different');
  });

  it('keeps the terms of a sum inside it that other terms do not have', () => {
    const small = { indices: new Map(), origin: 0, outside: 'zero' } as const;
    expect(compared('Σ_i (α_{i+1} + x_{i+1})', 'Σ_{i=-1}^{5} α_{i+1} + Σ_{i=-1}^{5} x_{i+1}', small).is).toBe(
      'same',
    );
  });
});

it.each([
  [(index: number) => index + 2, [-2, 3]],
  [(index: number) => 7 - index, [2, 7]],
  [(index: number) => 2 * index - 1, [1, 3]],
  [(index: number) => index * index, [-9, 9]],
  [() => 3, [-9, 9]],
])('an index is cut to where its place lies inside an axis of 6', (at, range) => {
  expect(within([-9, 9], at, 6, 0)).toEqual(range);
});
