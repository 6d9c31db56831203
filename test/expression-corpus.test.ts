import { beforeAll, describe, expect, it } from 'vitest';
import { compareFormulas } from '../src/notation/formula/compare-formulas.js';
import { loadLatex } from '../src/notation/formula/load-latex.js';
import { parseFormula } from '../src/notation/formula/read-formula.js';
import { readSymbols } from '../src/notation/formula/symbol-specs.js';
import { corpusPairs } from './expression-corpus.js';

beforeAll(loadLatex);

describe('the corpus of formulas', () => {
  it('holds at least 400 pairs, about as many near misses as equal ones', () => {
    const equal = corpusPairs.filter(({ verdict }) => verdict === 'same').length;
    expect(corpusPairs.length).toBeGreaterThanOrEqual(400);
    expect(Math.min(equal, corpusPairs.length - equal) / corpusPairs.length).toBeGreaterThan(0.45);
  });

  it.each(corpusPairs)('$a and $b: $verdict', ({ a, b, symbols: specs, verdict }) => {
    const symbols = specs && readSymbols(specs);
    const language = { kind: 'numbers' as const, ...(symbols && { symbols }) };
    const [first, second] = [a, b].map((text) => parseFormula(text, language));
    expect(compareFormulas(first!, second!, symbols ?? new Map())).toBe(verdict);
    expect(compareFormulas(second!, first!, symbols ?? new Map())).toBe(verdict);
  });
});
