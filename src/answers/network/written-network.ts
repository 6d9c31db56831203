import { mostWorkedOut, tooMuchArithmetic } from '../../notation/arithmetic.js';
import { readableText } from '../../notation/characters.js';
import { bracketedMatrices } from '../../notation/latex-matrix.js';
import { readNumber } from '../../notation/number.js';
import { isInfinite, type Numeral } from '../../notation/numeral.js';
import type { DecimalMark } from '../../notation/thousands.js';
import { Unreadable } from '../../notation/unreadable.js';
import { readWeightRows, type WeightRow } from '../../notation/weight-rows.js';
import { countRows } from '../../notation/lines.js';
import { plainLatex } from '../../notation/wrapping.js';
import type { Reading } from '../answer-type.js';
import { read, unreadable } from '../reading.js';

/** A network as a student wrote it: units by layer, each with its numbers in order. */
export interface WrittenNetwork {
  readonly layers: readonly (readonly WrittenUnit[])[];
}

/** One unit, by its name where it has one. */
export interface WrittenUnit {
  readonly name: string | undefined;
  readonly numbers: readonly Numeral[];
}

const longest = 20_000;
/** Every number is used once for each row of the truth table. */
export const mostWeights = 2_000;

/** Larger weights are taken for slips of the pen; sums of these stay finite. */
const largestWeight = 1e12;

function readRow({ name, cells }: WeightRow, decimal: DecimalMark): WrittenUnit | Unreadable {
  const numbers: Numeral[] = [];
  const place = name === undefined ? '' : `in ${name}, `;
  for (const cell of cells) {
    const reading = cell === '' ? new Unreadable('a number is missing') : readNumber(cell, { decimal });
    if (reading instanceof Unreadable) return new Unreadable(place + reading.why);
    if (isInfinite(reading.number) || !(Math.abs(reading.number.value) <= largestWeight))
      return new Unreadable(`${place}a weight is infinite or too large`);
    numbers.push(reading.number);
  }
  return { name, numbers };
}

/** Reads the rows of weights; one number that cannot be read leaves the network unreadable. */
export function readNetwork(text: string, decimal: DecimalMark, outputs: number): Reading<WrittenNetwork> {
  if (text.length > longest) return unreadable(`it is longer than ${longest} characters`);
  const readable = readableText(text);
  if (readable instanceof Unreadable) return unreadable(readable.why);
  if (countRows(readable) > mostWeights) return unreadable(`it has more than ${mostWeights} rows`);
  const plain = plainLatex(bracketedMatrices(readable.trim()));
  const rows = readWeightRows(plain.replaceAll('$', ''), decimal, outputs);
  if (rows instanceof Unreadable) return unreadable(rows.why);
  if (rows.flat().reduce((sum, { cells }) => sum + cells.length, 0) > mostWeights)
    return unreadable(`it has more than ${mostWeights} numbers`);
  const layers: WrittenUnit[][] = [];
  let workedOut = 0;
  for (const layer of rows) {
    const units: WrittenUnit[] = [];
    for (const row of layer) {
      const unit = readRow(row, decimal);
      if (unit instanceof Unreadable) return unreadable(unit.why);
      unit.numbers.forEach(({ isComputed }, at) => {
        if (isComputed) workedOut += row.cells[at]!.length + 2;
      });
      if (workedOut > mostWorkedOut) return unreadable(tooMuchArithmetic.why);
      units.push(unit);
    }
    layers.push(units);
  }
  return layers.length === 0 ? unreadable('there are no rows of numbers in it') : read({ layers });
}
