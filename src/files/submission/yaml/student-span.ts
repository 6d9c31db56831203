import { idKey, type Line } from './student-lines.js';

/** Where a value stands. */
export interface Span {
  readonly line: number;
  readonly column: number;
  /** Index of the first line after the value. */
  readonly next: number;
}
export type Value =
  | (Span & { readonly kind: 'text'; readonly text: string; readonly oddity?: 'backslash' | 'smart-quotes' })
  /** Keys follow; `next` is the first of their lines. */
  | (Span & { readonly kind: 'mapping' })
  | (Span & {
      readonly kind: 'broken';
      readonly text: string;
      readonly expected: string;
      readonly found: string;
      readonly hint: string;
      /** Keys on lines that cannot be told from the value. */
      readonly swallowed: readonly string[];
    });

/** Which keys below a key make a mapping: none, any, or only ids (prose with colons stays text). */
export type Nesting = 'no' | 'any' | 'ids';

/** Ids that lines start with as if they were keys. */
export const keysOf = (lines: readonly Line[]): string[] => lines.flatMap(({ text }) => idKey(text) ?? []);
