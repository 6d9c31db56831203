import { namesIn, type Expression } from '../../notation/expression/tree.js';
import { compareFormulas } from '../../notation/formula/compare-formulas.js';
import { checkForm } from '../../notation/formula/forms.js';
import type { Symbols } from '../../notation/formula/symbols.js';
import { writeFormula } from '../../notation/formula/write-formula.js';
import { Unreadable } from '../../notation/unreadable.js';
import type { Comparison, ComparisonRule, EntryVerdict } from '../answer-type.js';
import { describeShape } from '../described-shape.js';
import { isFormula, shapeOf, type Cell, type FormulaMatrix, type WrittenFormulas } from './formula-matrix.js';

const noSymbols: Symbols = new Map();

const verdicts: Readonly<Record<ReturnType<typeof compareFormulas>, EntryVerdict>> = {
  same: 'correct',
  different: 'wrong',
  undecided: 'undecided',
};

function compareCells(cells: readonly Cell[], key: readonly Expression[], symbols: Symbols): EntryVerdict[] {
  return key.map((right, place) => {
    const cell = cells[place]!;
    if (cell === null) return 'blank';
    return cell instanceof Unreadable ? 'unreadable' : verdicts[compareFormulas(cell, right, symbols)];
  });
}

const turned = <T>(cells: readonly T[], [rows, columns]: readonly [number, number]): T[] =>
  cells.map((_, place) => cells[(place % rows) * columns + Math.floor(place / rows)]!);

/** How many entries a matrix full of one number gets right; writing zeros all over is no work. */
function rightByOneNumber(key: readonly Expression[]): number {
  const counts = new Map<string, number>();
  for (const entry of key) {
    if (namesIn(entry).length > 0) continue;
    const text = writeFormula(entry);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

/** Compares entry by entry; another shape and exchanged rows and columns are named. */
export function compareFormulaMatrices(
  { shape, cells }: WrittenFormulas,
  key: FormulaMatrix,
  rule: ComparisonRule,
): Comparison {
  const form = rule.form ?? key.form;
  const wanted = shapeOf(key);
  const symbols = key.symbols ?? noSymbols;
  const right = key.rows.flat();
  const fits = shape[0] === wanted[0] && shape[1] === wanted[1];
  const means = fits ? compareCells(cells, right, symbols) : right.map((): EntryVerdict => 'wrong');
  const forms = means.map((verdict, place) =>
    form && verdict === 'correct' ? checkForm(cells[place] as Expression, form, right[place]) : true,
  );
  const misformed = forms.find((written) => written !== true);
  const entries = means.map((verdict, place) => (forms[place] === true ? verdict : 'wrong'));
  const shapes = fits
    ? undefined
    : `You wrote ${describeShape(shape)} where ${describeShape(wanted)} is asked.`;
  const isTurned =
    means.includes('wrong') &&
    shape[0] === wanted[1] &&
    shape[1] === wanted[0] &&
    compareCells(turned(cells, shape), right, symbols).every((verdict) => verdict === 'correct');
  const remark = [
    isTurned ? 'You exchanged rows and columns.' : undefined,
    shapes,
    misformed === undefined ? undefined : `An entry means the right thing, but ${misformed}.`,
  ]
    .filter(Boolean)
    .join(' ');
  const baseline = rightByOneNumber(right);
  return {
    entries,
    distance: null,
    isTelling: true,
    ...(baseline > 0 && { baseline }),
    ...(remark !== '' && { remark }),
  };
}

/** Whether all entries that can be read mean the same as those of a value. */
export function agreesWithFormulas({ shape, cells }: WrittenFormulas, value: FormulaMatrix): boolean {
  const wanted = shapeOf(value);
  if (shape[0] !== wanted[0] || shape[1] !== wanted[1]) return false;
  const symbols = value.symbols ?? noSymbols;
  return value.rows.flat().every((right, place) => {
    const cell = cells[place]!;
    return !isFormula(cell) || compareFormulas(cell, right, symbols) === 'same';
  });
}
