import { DomainError } from './domain-error.js';
import { valueInRow, type Table } from './logic.js';
import type { Term } from './normal-form.js';

export type Encoding = '0/1' | '±1';

/** How the rows of weights of a threshold network are meant. */
export interface Convention {
  /** A unit fires when its weighted sum is `>` 0, or when it is `>=` 0. */
  readonly threshold: '>' | '>=';
  /** How the inputs stand for false and true. */
  readonly inputs: Encoding;
  /** How a unit that rests or fires is passed on. */
  readonly units: Encoding;
  readonly biasPlace: 'first' | 'last';
  /** `added`: w·x + b; `subtracted`: w·x − θ. */
  readonly bias: 'added' | 'subtracted';
}

/** Rows of numbers by layer: a row a unit, its bias and one weight for each value that comes in. */
export type Layers = readonly (readonly (readonly number[])[])[];

/** A network as a key: any network whose outputs have these tables is right. */
export interface ThresholdNetwork {
  readonly layers: Layers;
  readonly names: readonly (readonly string[])[];
  readonly variables: readonly string[];
  readonly convention: Convention;
  /** One table for each unit of the last layer. */
  readonly wanted: readonly Table[];
}

/** Share of the terms' sizes below which a weighted sum is 0 but for rounding. */
const noise = 1e-12;

const code = (value: number, encoding: Encoding): number => (encoding === '0/1' || value === 1 ? value : -1);

function fires(row: readonly number[], inputs: readonly number[], convention: Convention): 0 | 1 {
  const last = convention.biasPlace === 'last';
  const bias = (last ? row.at(-1)! : row[0]!) * (convention.bias === 'added' ? 1 : -1);
  const first = last ? 0 : 1;
  let sum = bias;
  let size = Math.abs(bias);
  inputs.forEach((input, index) => {
    const product = row[first + index]! * input;
    sum += product;
    size += Math.abs(product);
  });
  if (Math.abs(sum) <= noise * size) return convention.threshold === '>=' ? 1 : 0;
  return sum > 0 ? 1 : 0;
}

/** Where the rows of a network do not fit together: layer and unit from 0, and the numbers found and needed. */
export interface Misfit {
  readonly layer: number;
  readonly unit: number;
  readonly found: number;
  readonly needed: number;
}

export function findMisfit(layers: Layers, inputs: number): Misfit | undefined {
  let width = inputs;
  for (const [layer, rows] of layers.entries()) {
    const unit = rows.findIndex((row) => row.length !== width + 1);
    if (unit >= 0) return { layer, unit, found: rows[unit]!.length, needed: width + 1 };
    width = rows.length;
  }
  return undefined;
}

/** Tables of the units of the last layer, over all rows of the inputs. */
export function tablesOf(layers: Layers, inputs: number, convention: Convention): Table[] {
  const misfit = findMisfit(layers, inputs);
  if (misfit) throw new DomainError(`a unit has ${misfit.found} numbers where ${misfit.needed} are needed`);
  const rows = 2 ** inputs;
  const tables = layers.at(-1)!.map(() => new Uint8Array(rows));
  for (let row = 0; row < rows; row++) {
    let values = Array.from({ length: inputs }, (_, position) =>
      code(valueInRow(row, position, inputs), convention.inputs),
    );
    for (const [index, layer] of layers.entries()) {
      const fired = layer.map((unit) => fires(unit, values, convention));
      if (index === layers.length - 1) fired.forEach((value, unit) => (tables[unit]![row] = value));
      values = fired.map((value) => code(value, convention.units));
    }
  }
  return tables;
}

/** One unit's row from its bias and weights, as the convention writes it. */
function writeUnit(bias: number, weights: readonly number[], convention: Convention): number[] {
  const written = (convention.bias === 'added' ? bias : -bias) + 0;
  return convention.biasPlace === 'first' ? [written, ...weights] : [...weights, written];
}

/** Half the gap between the sums that shall rest and fire; with `>=` the least sum that fires is 0 itself. */
const slack = ({ threshold }: Convention, encoding: Encoding): number =>
  threshold === '>=' ? 0 : encoding === '0/1' ? 0.5 : 1;

/** A unit that fires where a term holds; `needed` overrides the number of plain literals in its bias. */
export function termUnit(term: Term, convention: Convention, needed?: number): number[] {
  const weights = term.map((literal): number => (literal === null ? 0 : literal === 1 ? 1 : -1));
  const plain = needed ?? term.filter((literal) => literal === 1).length;
  const most = convention.inputs === '0/1' ? plain : term.filter((literal) => literal !== null).length;
  return writeUnit(slack(convention, convention.inputs) - most, weights, convention);
}

/** A unit that fires where any (or, for `and`, every) one of `count` units fires. */
export function gateUnit(gate: 'or' | 'and', count: number, convention: Convention): number[] {
  const weights = new Array<number>(count).fill(1);
  const least = gate === 'or' ? 1 : count;
  const sum = convention.units === '0/1' ? least : 2 * least - count;
  return writeUnit(slack(convention, convention.units) - sum, weights, convention);
}
