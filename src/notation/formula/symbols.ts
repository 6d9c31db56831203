import type { Shape } from '../../engine/tensor.js';
import type { Domain } from '../expression/sampling.js';
import type { Expression } from '../expression/tree.js';

/** What an author says of a letter. */
export interface SymbolFacts {
  /** Where its values lie, for a number and for the entries of a tensor. */
  readonly domain: Domain;
  /** Other ways to write it: `∂J/∂Z`, `w_1^{11}`. */
  readonly aliases: readonly string[];
  readonly latex?: string;
  /** The letters that define it: any choice between them is right. */
  readonly is?: Expression;
  /** Of a vector, matrix or tensor; a letter without one is a number. */
  readonly shape?: Shape;
  /** Indices that are meant where a tensor is written without any. */
  readonly indices?: readonly string[];
  /** A whole number that stands for a size, the same in every sample. */
  readonly size?: number;
}

/** The letters of a problem, by the names they have in a tree. */
export type Symbols = ReadonlyMap<string, SymbolFacts>;

/** What kind of formula is read: of numbers, of whole matrices, or of entries of tensors under sums. */
export type FormulaKind = 'numbers' | 'matrices' | 'entries';

export interface Language {
  readonly kind: FormulaKind;
  /** Without it every single letter stands for a number. */
  readonly symbols?: Symbols;
  /** Letters that count entries. */
  readonly indices?: readonly string[];
  /** Those of `indices` that the asked tensor has: no sum without a range counts them. */
  readonly places?: readonly string[];
  /** The declared letter that the answer is a formula for: it may stand before an equals sign. */
  readonly asked?: string;
}
