import type { Expression } from '../../notation/expression/tree.js';
import { typesetExpression } from '../../notation/expression/typeset.js';
import { typesetName } from '../../notation/expression/typeset-names.js';
import type { Link } from './chain.js';

const rowsOf = (rows: readonly (readonly string[])[]): string =>
  `\\begin{bmatrix}${rows.map((row) => row.join(' & ')).join(' \\\\ ')}\\end{bmatrix}`;

/** Formulas in rows as a LaTeX matrix. */
export const typesetRows = (rows: readonly (readonly Expression[])[]): string =>
  rowsOf(rows.map((row) => row.map((formula) => typesetExpression(formula))));

/** The i-th of n unit vectors in LaTeX, written as a row like every vector. */
export const typesetUnit = (place: number, count: number): string =>
  rowsOf([Array.from({ length: count }, (_, entry) => (entry === place ? '1' : '0'))]);

/** `J_{f_1}` of a function. */
export const jacobianSymbol = ({ name }: Link): string => `J_{${typesetName(name)}}`;

/** `f_2(f_1(x))` of the first functions of a chain. */
export const valueSymbol = (links: readonly Link[]): string =>
  links.reduce((inner, { name }) => `${typesetName(name)}\\left(${inner}\\right)`, '\\mathbf{x}');
