import type { MathNode } from 'mathjs';
import type { Arity } from './functions.js';
import { ExpressionError, type Expression } from './tree.js';

/** What the text may name. */
export interface Vocabulary {
  readonly declared: ReadonlySet<string> | undefined;
  readonly functions: ReadonlyMap<string, Arity>;
}

/** Reads an inner node; the left side of a chain such as a + b + c does not count as nested. */
export type Read = (node: MathNode, chained?: boolean) => Expression;

export const refused = (what: string, hint?: string): ExpressionError =>
  new ExpressionError(`${what} cannot be used in a formula`, hint);
