import { none } from '../../engine/none.js';
import { sizeOf } from '../../engine/tensor.js';
import type { Shape } from '../../engine/tensor.js';
import { slip } from '../../engine/worksheet.js';
import type { Named } from '../../engine/worksheet.js';
import { isLinear } from '../../engine/layers/layer.js';
import { biasLength, weightShape } from '../../engine/layers/layer-shapes.js';
import { channelsOf, positionsWritten, productWritten } from '../../engine/layers/layout.js';
import { normSlips } from './norm-slips.js';
import type { Place } from './place.js';
import { wrongBiases, wrongWeights } from './wrong-parameters.js';
import type { MaybeShape, Slips } from './wrong-parameters.js';

/** Wrong numbers of parameters. */
export function parameterSlips(
  place: Place,
  {
    input,
    output,
    weight,
    bias,
  }: { input: Named<Shape>; output: Named<Shape>; weight: Named<MaybeShape>; bias: Named<MaybeShape> },
): Slips<number> {
  const { layer, conventions } = place;
  const { layout, batch } = conventions;
  const made: Slips<number> = {};
  const size = (shape: MaybeShape): number => (shape === none ? 0 : sizeOf(shape));
  const hasBias = biasLength(layer, place.input, place.flat, layout) !== undefined;
  if (hasBias && isLinear(layer))
    made['forgot-bias'] = slip({
      needs: { weight },
      run: (read) => size(read.weight),
      show: (written) => productWritten(written.weight),
      hint: `You left the biases out. Each ${layer.kind === 'fc' ? 'unit' : 'filter'} has one: add them to the weights.`,
    });
  if (!hasBias && isLinear(layer)) {
    const outputs = layer.kind === 'fc' ? layer.units : layer.filters;
    made['added-bias'] = slip({
      needs: { weight },
      run: (read) => size(read.weight) + outputs,
      show: (written) => `${productWritten(written.weight)} + ${outputs}`,
      hint: 'You counted biases. This problem leaves them out: count the weights alone.',
    });
  }
  for (const [name, { length, show, hint }] of Object.entries(wrongBiases(place)))
    made[name] = slip({
      needs: { weight, input, output },
      run: (read) => size(read.weight) + length(read),
      show: (written) => `${productWritten(written.weight)} + ${show(written)}`,
      hint,
    });
  for (const [name, { count, factors, hint }] of Object.entries(wrongWeights(place))) {
    const oneFilter = name === 'ignored-filters';
    made[name] = slip({
      needs: { input, bias },
      run: (read) => count(read.input) + (oneFilter ? Math.min(1, size(read.bias)) : size(read.bias)),
      show: (written) =>
        factors(written.input) + (hasBias ? ` + ${oneFilter ? 1 : productWritten(written.bias)}` : ''),
      hint,
    });
  }
  if (isLinear(layer) && layer.kind !== 'fc')
    made['counted-weights-at-every-position'] = slip({
      needs: { weight, output },
      run: (read) => size(read.weight) * spatialSize(read.output, layout),
      show: (written) =>
        `${productWritten(written.weight)} \\cdot ${positionsWritten(written.output, layout)}`,
      hint: 'You counted the weights once for every output position. They are shared over positions; times the positions gives the multiplications.',
    });
  if (layer.kind === 'batch-norm' && layer.affine) Object.assign(made, normSlips(place, input));
  if (batch !== undefined && batch > 1 && size(weightShape(layer, place.input, place.flat, layout)) > 0)
    made['multiplied-by-batch'] = slip({
      needs: { weight, bias },
      run: (read) => batch * (size(read.weight) + size(read.bias)),
      show: (written) =>
        `${batch} \\cdot (${productWritten(written.weight)} + ${hasBias ? productWritten(written.bias) : 0})`,
      hint: 'You counted the parameters once for every example of the batch. All examples share them.',
    });
  return made;
}

const spatialSize = (shape: Shape, layout: Place['conventions']['layout']): number =>
  sizeOf(shape) / channelsOf(shape, layout);
