import { sizeOf } from '../../engine/tensor.js';
import type { Shape } from '../../engine/tensor.js';
import { slip } from '../../engine/worksheet.js';
import type { Named } from '../../engine/worksheet.js';
import { additionsOf, multiplyAddsOf } from '../../engine/layer-counts.js';
import type { LinearLoad } from '../../engine/layer-counts.js';
import { isLinear } from '../../engine/layers/layer.js';
import type { Linear } from '../../engine/layers/layer.js';
import { kernelOf } from '../../engine/layers/layer-shapes.js';
import {
  channelsOf,
  channelsWritten,
  positionsWritten,
  productWritten,
  spatialOf,
} from '../../engine/layers/layout.js';
import { linearLoad } from './loads.js';
import type { LayerShapes } from './loads.js';
import type { Slips } from './wrong-parameters.js';
import { wrongWeights } from './wrong-parameters.js';
import type { Place } from './place.js';
import { productsWritten } from './products-written.js';

const product = (numbers: readonly number[]): number => numbers.reduce((all, each) => all * each, 1);

/** A wrong number of products, and of the outputs they make. */
interface WrongLoad {
  readonly products: (shapes: { input: Shape; output: Shape }) => number;
  readonly outputs: (shapes: { input: Shape; output: Shape }) => number;
  readonly show: (written: { input: string; output: string }) => string;
  readonly showOutputs: (written: { input: string; output: string }) => string;
  readonly hint: string;
}

function wrongLoads(place: Place, layer: Linear): Record<string, WrongLoad> {
  const { input, output, conventions } = place;
  const { layout } = conventions;
  if (layer.kind === 'fc') return {};
  const positions = (shape: Shape): number => product(spatialOf(shape, layout));
  const area = product(kernelOf(layer));
  const made: Record<string, WrongLoad> = {};
  if (layer.kind === 'transposed-conv') {
    const each = (layer.filters / layer.groups) * area;
    if (positions(input) !== positions(output))
      made['counted-output-positions'] = {
        products: (read) => channelsOf(read.input, layout) * each * positions(read.output),
        outputs: (read) => sizeOf(read.output),
        show: (written) =>
          `${each} \\cdot ${channelsWritten(written.input, layout)} \\cdot ${positionsWritten(written.output, layout)}`,
        showOutputs: (written) => productWritten(written.output),
        hint: 'You counted output positions. A transposed convolution multiplies its kernel with every input value: count input positions.',
      };
    return made;
  }
  const depth = channelsOf(input, layout) / layer.groups;
  if (positions(input) !== positions(output))
    made['counted-input-positions'] = {
      products: (read) => area * depth * layer.filters * positions(read.input),
      outputs: (read) => layer.filters * positions(read.input),
      show: (written) =>
        `${area} \\cdot ${depth} \\cdot ${layer.filters} \\cdot ${positionsWritten(written.input, layout)}`,
      showOutputs: (written) => `${layer.filters} \\cdot ${positionsWritten(written.input, layout)}`,
      hint: 'You counted the positions of the input. The kernel is applied once for each position of the output.',
    };
  for (const [name, { count, factors, hint }] of Object.entries(wrongWeights(place)))
    made[name] = {
      products: (read) => count(read.input) * positions(read.output),
      outputs: (read) => (name === 'ignored-filters' ? positions(read.output) : sizeOf(read.output)),
      show: (written) => `${factors(written.input)} \\cdot ${positionsWritten(written.output, layout)}`,
      showOutputs: (written) =>
        name === 'ignored-filters'
          ? positionsWritten(written.output, layout)
          : productWritten(written.output),
      hint,
    };
  return made;
}

export type LinearHandles = {
  readonly input: Named<Shape>;
  readonly output: Named<Shape>;
  readonly weight: Named<Shape>;
};

export type LinearCount = 'multiply-adds' | 'multiplications' | 'additions';

/** Wrong ways to count the products and additions of a convolution or fully connected layer. */
export function linearSlips(
  place: Place,
  { input, output, weight }: LinearHandles,
  what: LinearCount,
  rightProducts: (shapes: LayerShapes) => number,
): Slips<number> {
  const { layer, conventions } = place;
  const { counting } = conventions;
  if (!isLinear(layer)) return {};
  const counted = (load: LinearLoad): number =>
    what === 'multiplications'
      ? load.products
      : what === 'additions'
        ? additionsOf(load, counting)
        : multiplyAddsOf(load, counting);
  const biasCounts = layer.bias && counting.biasAdd[layer.kind === 'fc' ? 'fc' : 'conv'];
  const addsBias =
    biasCounts && (what === 'additions' || (what === 'multiply-adds' && counting.unit === 'mac'));
  const lessOne = what === 'additions' && counting.unit === 'addmul' ? 1 : 0;
  const countWritten = (products: string, outputs: string): string =>
    products + (lessOne ? ` - ${outputs}` : '') + (addsBias ? ` + ${outputs}` : '');
  const made: Slips<number> = {};
  for (const [name, wrong] of Object.entries(wrongLoads(place, layer)))
    made[name] = slip({
      needs: { input, output },
      run: (read) => counted({ ...linearLoad(layer, [wrong.outputs(read)], wrong.products(read)) }),
      show: (written) => countWritten(wrong.show(written), wrong.showOutputs(written)),
      hint: wrong.hint,
    });
  const needs = { input, output, weight };
  if (addsBias)
    made['forgot-bias'] = slip({
      needs,
      run: (read) => counted({ ...linearLoad(layer, read.output, rightProducts(read)), bias: false }),
      show: (written) => productsWritten(place, layer, written, lessOne),
      hint: 'You left out the addition of the bias. This problem counts it: one more addition for each output value.',
    });
  if (!layer.bias && what === 'additions' && counting.biasAdd[layer.kind === 'fc' ? 'fc' : 'conv'])
    made['added-bias'] = slip({
      needs,
      run: (read) => counted({ ...linearLoad(layer, read.output, rightProducts(read)), bias: true }),
      show: (written) =>
        `${productsWritten(place, layer, written, lessOne)} + ${productWritten(written.output)}`,
      hint: 'You added a bias to each output value. This problem leaves biases out.',
    });
  if (what !== 'additions')
    made['counted-two-per-multiply-add'] = slip({
      needs,
      run: (read) => 2 * rightProducts(read),
      show: (written) => `2 \\cdot (${productsWritten(place, layer, written)})`,
      hint: 'You counted two operations for each product. The question asks for the multiplications (or multiply-adds) alone, so each product counts once.',
    });
  if (what === 'multiplications' && layer.bias)
    made['multiplied-for-bias'] = slip({
      needs,
      run: (read) => rightProducts(read) + sizeOf(read.output),
      show: (written) => `${productsWritten(place, layer, written)} + ${productWritten(written.output)}`,
      hint: 'You counted a multiplication for the bias. The bias is only added.',
    });
  return made;
}
