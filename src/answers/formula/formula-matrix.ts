import { ExpressionError, type Expression } from '../../notation/expression/tree.js';
import { readFormulaGrid } from '../../notation/formula/formula-grid.js';
import type { Form } from '../../notation/formula/forms.js';
import { parseFormula } from '../../notation/formula/read-formula.js';
import { readSymbols } from '../../notation/formula/symbol-specs.js';
import type { Language, Symbols } from '../../notation/formula/symbols.js';
import { Unreadable } from '../../notation/unreadable.js';
import type { KeyText } from '../answer-type.js';

/** Formulas in rows, compared entry by entry. */
export interface FormulaMatrix {
  readonly rows: readonly (readonly Expression[])[];
  readonly symbols: Symbols | undefined;
  readonly form?: Form;
  readonly asked?: string;
}

export type Cell = Expression | Unreadable | null;

/** A matrix of formulas as it was read: row-major cells, null where empty. */
export interface WrittenFormulas {
  readonly shape: readonly [number, number];
  readonly cells: readonly Cell[];
  readonly symbols: Symbols | undefined;
}

export const isKey = (value: unknown): value is FormulaMatrix =>
  typeof value === 'object' && value !== null && 'rows' in value;
export const isFormula = (cell: Cell): cell is Expression => cell !== null && !(cell instanceof Unreadable);
export const shapeOf = ({ rows }: FormulaMatrix): readonly [number, number] => [rows.length, rows[0]!.length];

/** A matrix of formulas from its text; throws an ExpressionError for what cannot be read. */
export function formulaMatrixFrom({ formula, symbols: specs, form, asked }: KeyText): FormulaMatrix {
  const symbols = specs && readSymbols(specs);
  const grid = readFormulaGrid(formula, undefined);
  if (grid instanceof Unreadable) throw new ExpressionError(grid.why);
  const language: Language = { kind: 'numbers', ...(symbols && { symbols }) };
  return {
    rows: grid.rows.map((row) => row.map((cell) => parseFormula(cell, language))),
    symbols,
    ...(form && { form }),
    ...(asked !== undefined && { asked }),
  };
}
