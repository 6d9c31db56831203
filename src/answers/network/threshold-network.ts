import { isConstant, sameTable, type Table } from '../../engine/logic.js';
import { findMisfit, tablesOf, type Layers, type ThresholdNetwork } from '../../engine/threshold-network.js';
import type { AnswerType } from '../answer-type.js';
import { agreesWith } from '../closeness.js';
import { writeNumber } from '../number-text.js';
import { blank, isBlank } from '../reading.js';
import { compareRows } from '../row-comparison.js';
import { typesetGrid } from '../tensor-text.js';
import { networkExamples } from './threshold-network-examples.js';
import { readNetwork, type WrittenNetwork } from './written-network.js';

/** Weights that students write: −1, 0, 1 and one more. */
const waysOfAWeight = 4;
const mostWeights = 20;

const isNetwork = (value: unknown): value is ThresholdNetwork =>
  typeof value === 'object' && value !== null && 'wanted' in value;

const layersOf = ({ layers }: WrittenNetwork): Layers =>
  layers.map((units) => units.map(({ numbers }) => numbers.map(({ value }) => value)));

const nameOf = ({ layers }: WrittenNetwork, layer: number, unit: number): string =>
  layers[layer]![unit]!.name ?? `unit ${unit + 1} of layer ${layer + 1}`;

/** Why a network cannot be run on the inputs of the problem; undefined where it can. */
function misfitOf(answer: WrittenNetwork, { variables, wanted }: ThresholdNetwork): string | undefined {
  const layers = layersOf(answer);
  const misfit = findMisfit(layers, variables.length);
  if (misfit) {
    const { layer, unit, found, needed } = misfit;
    const comes =
      layer === 0 ? `each of ${variables.join(', ')}` : `each of the ${needed - 1} units of the layer before`;
    return `Your ${nameOf(answer, layer, unit)} has ${found} numbers; it needs ${needed}: a bias and one weight for ${comes}.`;
  }
  const outputs = layers.at(-1)!.length;
  if (wanted.length > 1 || outputs === 1) return undefined;
  return `Your last layer has ${outputs} units; the network has one output.`;
}

/** The student's tables, each beside the wanted one that it is equal to; the others fill the places left. */
function arrange(found: readonly Table[], wanted: readonly Table[]): (Table | undefined)[] {
  const left = [...found];
  const matched = wanted.map((table) => {
    const place = left.findIndex((own) => sameTable(own, table));
    return place < 0 ? undefined : left.splice(place, 1)[0];
  });
  return matched.map((own) => own ?? left.shift());
}

const same = (a: readonly Table[], b: readonly Table[]): boolean =>
  a.length === b.length && a.every((table, output) => sameTable(table, b[output]!));

/** The tables of a network under the conventions of a value; undefined where it does not fit the inputs. */
const runs = (layers: Layers, { variables, convention }: ThresholdNetwork): Table[] | undefined =>
  findMisfit(layers, variables.length) ? undefined : tablesOf(layers, variables.length, convention);

/** Whether the weights, rounded to the digits written, are these very ones. */
const hasWeights = ({ layers }: WrittenNetwork, value: Layers): boolean =>
  layers.length === value.length &&
  layers.every(
    (units, layer) =>
      units.length === value[layer]!.length &&
      units.every(({ numbers }, unit) => {
        const row = value[layer]![unit]!;
        return (
          numbers.length === row.length && numbers.every((written, place) => agreesWith(written, row[place]!))
        );
      }),
  );

/** Rows of weights of a threshold network: any network that realises the function is right. */
export const thresholdNetwork: AnswerType<WrittenNetwork, ThresholdNetwork> = {
  name: 'threshold-network',
  expects: 'one unit a line, such as "h1: -0.5 1 -1", the output unit last; or one matrix a layer',
  read(text, { decimal, like }) {
    if (isBlank(text)) return blank;
    return readNetwork(text, decimal, isNetwork(like) ? like.wanted.length : 1);
  },
  compare(answer, key) {
    const { variables, wanted, convention } = key;
    const misfit = misfitOf(answer, key);
    if (misfit !== undefined) return { entries: ['wrong'], distance: null, remark: misfit };
    const found = tablesOf(layersOf(answer), variables.length, convention);
    const many = wanted.length > 1;
    const rows = compareRows({
      found: arrange(found, wanted),
      wanted,
      variables,
      inputs: convention.inputs,
      gives: (output) => (many ? `your unit for term ${output + 1}` : 'your network'),
      wants: () => (many ? 'the term' : 'the formula'),
    });
    if (found.length <= wanted.length) return rows;
    const spare = `You wrote ${found.length} units where ${wanted.length} are asked.`;
    return { ...rows, remark: rows.remark === undefined ? spare : `${rows.remark} ${spare}` };
  },
  agrees(answer, value) {
    if (hasWeights(answer, value.layers)) return true;
    const found = runs(layersOf(answer), value);
    const theirs = runs(value.layers, value);
    return found !== undefined && theirs !== undefined && same(found, theirs) && !found.every(isConstant);
  },
  write: ({ layers, names }) =>
    layers
      .map((units, layer) =>
        units.map((unit, index) => `${names[layer]![index]!}: ${unit.map(writeNumber).join(' ')}`).join('\n'),
      )
      .join('\n\n'),
  typeset: ({ layers }) =>
    layers
      .map(
        (units, layer) => `W^{(${layer + 1})} = ${typesetUnits(units.map((unit) => unit.map(writeNumber)))}`,
      )
      .join(',\\; '),
  json: ({ layers }) => layers,
  echo: (answer) => ({
    json: layersOf(answer),
    latex: answer.layers
      .map((units) =>
        typesetUnits(units.map(({ numbers }) => numbers.map(({ value }) => writeNumber(value)))),
      )
      .join(',\\; '),
    words: `a network of ${answer.layers.map((units) => units.length).join(', then ')} units`,
  }),
  fill(answer, computed) {
    const names = answer.layers.map((units, layer) => units.map((_, unit) => nameOf(answer, layer, unit)));
    return { ...computed(), layers: layersOf(answer), names };
  },
  plausible: (answer, like) => misfitOf(answer, like) ?? true,
  variety: ({ layers }) =>
    waysOfAWeight **
    Math.min(
      mostWeights,
      layers.flat().reduce((sum, { numbers }) => sum + numbers.length, 0),
    ),
  examples: networkExamples,
};

/** A layer's rows as a matrix; rows of unequal length are filled up with blanks. */
function typesetUnits(rows: readonly (readonly string[])[]): string {
  const width = Math.max(...rows.map((row) => row.length));
  const cells = rows.flatMap((row) => [...row, ...new Array<string>(width - row.length).fill('')]);
  return typesetGrid([rows.length, width], cells);
}
