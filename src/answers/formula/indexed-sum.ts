import { namesIn, type Expression } from '../../notation/expression/tree.js';
import { compareSums, leftOver, type SumSetting } from '../../notation/formula/compare-sums.js';
import { loadLatex } from '../../notation/formula/load-latex.js';
import { parseFormula } from '../../notation/formula/read-formula.js';
import { readSymbols } from '../../notation/formula/symbol-specs.js';
import type { Language } from '../../notation/formula/symbols.js';
import type { AnswerType, KeyText } from '../answer-type.js';
import { indexedSumExamples } from './indexed-sum-examples.js';
import { asOneFormula, formulaComparison, readOneFormula, type WrittenFormula } from './written-formula.js';

/** A formula for the entries of a tensor, with sums over the entries of others. */
export interface IndexedFormula extends SumSetting {
  readonly formula: Expression;
  /** All letters that count entries here, those of the key's own sums too. */
  readonly counters: readonly string[];
  readonly asked?: string;
}

const isKey = (value: unknown): value is IndexedFormula =>
  typeof value === 'object' && value !== null && 'counters' in value;

/** Letters of the formula that are neither declared nor asked for: those it sums over. */
const countersOf = (tree: Expression, setting: SumSetting): string[] => [
  ...new Set([...setting.indices.keys(), ...namesIn(tree).filter((name) => !setting.symbols.has(name))]),
];

/** A key from its text, its tensors and the indices of the asked one; throws an ExpressionError for what cannot be read. */
export function indexedFormulaFrom(key: KeyText): IndexedFormula {
  const {
    formula,
    symbols: specs = {},
    indices = {},
    counters = [],
    origin = 0,
    outside = 'zero',
    asked,
  } = key;
  const stated = Object.values(specs).flatMap((spec) =>
    typeof spec === 'string' ? [] : (spec.indices ?? []),
  );
  const known = [...new Set([...Object.keys(indices), ...stated, ...counters])];
  const symbols = readSymbols(specs, 'entries', known);
  const language: Language = { kind: 'entries', symbols, indices: known, places: Object.keys(indices) };
  const tree = parseFormula(formula, language);
  const setting: SumSetting = { symbols, indices: new Map(Object.entries(indices)), origin, outside };
  return {
    ...setting,
    formula: tree,
    counters: [...new Set([...known, ...countersOf(tree, setting)])],
    ...(asked !== undefined && { asked }),
  };
}

const languageOf = (like: unknown): Language =>
  isKey(like)
    ? {
        kind: 'entries',
        symbols: like.symbols,
        indices: like.counters,
        places: [...like.indices.keys()],
        ...(like.asked !== undefined && { asked: like.asked }),
      }
    : { kind: 'entries', symbols: new Map() };

/** A sum over indices of products of entries; any that gives the same tensor is right. */
export const indexedSum: AnswerType<WrittenFormula, IndexedFormula> = {
  name: 'indexed-sum',
  expects: 'a formula with indices such as Σ_{i,j} D[i,j,m] X[i+k,j+l,n]',
  ...asOneFormula,
  prepare: loadLatex,
  keyFrom: indexedFormulaFrom,
  read(text, options) {
    const { like } = options;
    const differ = (a: Expression, b: Expression): boolean =>
      isKey(like) && leftOver(b, like).length === 0 && compareSums(a, b, like).is === 'different';
    return readOneFormula(text, options, languageOf(like), differ);
  },
  compare: ({ formula }, key) => formulaComparison(compareSums(formula, key.formula, key)),
  agrees: ({ formula }, value) => compareSums(formula, value.formula, value).is === 'same',
  get examples() {
    return indexedSumExamples(indexedFormulaFrom);
  },
};
