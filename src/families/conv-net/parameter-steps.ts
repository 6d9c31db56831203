import { count } from '../../engine/layer-counts.js';
import { none } from '../../engine/none.js';
import { sizeOf } from '../../engine/tensor.js';
import type { Shape } from '../../engine/tensor.js';
import { slip, step } from '../../engine/worksheet.js';
import type { Inputs, Named, Needs, Step, Written } from '../../engine/worksheet.js';
import { isLinear } from '../../engine/layers/layer.js';
import { biasLength, weightShape, weightWritten } from '../../engine/layers/layer-shapes.js';
import {
  channelsOf,
  productWritten,
  shapeWritten,
  uprightMap,
  vectorShape,
} from '../../engine/layers/layout.js';
import { parameterSlips } from './parameter-slips.js';
import { weightSlips } from './weight-slips.js';
import { wrongBiases, wrongWeights } from './wrong-parameters.js';
import type { MaybeShape, Slips } from './wrong-parameters.js';
import type { Place } from './place.js';

const values = (shape: MaybeShape): number => (shape === none ? 0 : count(sizeOf(shape)));

function weightStep(place: Place, input: Named<Shape>): Step<MaybeShape> {
  const { layer, name, flat, conventions } = place;
  const { layout } = conventions;
  const base = { name: `${name}.weight`, type: 'shape', slips: weightSlips(place, input) };
  const key = weightShape(layer, place.input, flat, layout);
  if (key === none)
    return step({ ...base, needs: {}, run: (): MaybeShape => none, show: () => '\\text{no weights}' });
  return step({
    ...base,
    needs: { input },
    run: (read): MaybeShape => weightShape(layer, uprightMap(read.input, place.input, layout), flat, layout),
    show: (written) => (isLinear(layer) ? weightWritten(layer, written.input, layout) : shapeWritten(key)),
  });
}

function biasStep(place: Place, input: Named<Shape>, output: Named<Shape>): Step<MaybeShape> {
  const { layer, name, flat, conventions } = place;
  const { layout, vectors } = conventions;
  const base = { name: `${name}.bias`, type: 'shape' };
  const key = biasLength(layer, place.input, flat, layout);
  if (key === undefined)
    return step({
      ...base,
      needs: {},
      run: (): MaybeShape => none,
      show: () => '\\text{no bias}',
      slips: isLinear(layer) ? addedBias(place, input) : poolBias(place, input),
    });
  const slips: Slips<MaybeShape> = {};
  if (isLinear(layer))
    slips['forgot-bias'] = slip({
      needs: {},
      run: (): MaybeShape => none,
      show: () => '\\text{no bias}',
      hint: `You left the bias out. Each ${layer.kind === 'fc' ? 'unit' : 'filter'} has one.`,
    });
  for (const [wrong, { length, show, hint }] of Object.entries(wrongBiases(place)))
    slips[wrong] = slip({
      needs: { input, output },
      run: (read): MaybeShape =>
        wrong === 'counted-bias-per-position' ? read.output : vectorShape(length(read), vectors),
      show,
      hint,
    });
  if (isLinear(layer) && !(layer.kind === 'conv' && layer.depthwise))
    return step({
      ...base,
      needs: {},
      run: (): MaybeShape => vectorShape(key, vectors),
      show: () => shapeWritten(vectorShape(key, vectors)),
      slips,
    });
  return step({
    ...base,
    needs: { input },
    run: (read): MaybeShape =>
      vectorShape(
        biasLength(layer, uprightMap(read.input, place.input, layout), flat, layout) ?? key,
        vectors,
      ),
    show: () => shapeWritten(vectorShape(key, vectors)),
    slips,
  });
}

/** A bias where the problem leaves it out. */
function addedBias({ layer, flat, conventions }: Place, input: Named<Shape>): Slips<MaybeShape> {
  const biased = { ...layer, bias: true };
  const { layout, vectors } = conventions;
  return {
    'added-bias': slip({
      needs: { input },
      run: (read): MaybeShape => vectorShape(biasLength(biased, read.input, flat, layout) ?? 1, vectors),
      show: () => '\\text{one a filter or unit}',
      hint: 'You gave the layer a bias. This problem leaves biases out.',
    }),
  };
}

/** A bias where a pool has none. */
const poolBias = ({ layer, flat, conventions }: Place, input: Named<Shape>): Slips<MaybeShape> =>
  layer.kind !== 'pool' || flat
    ? {}
    : {
        'gave-pool-bias': slip({
          needs: { input },
          run: (read): MaybeShape =>
            vectorShape(channelsOf(read.input, conventions.layout), conventions.vectors),
          show: () => '\\text{one a channel}',
          hint: 'You gave the pool a bias. A pool takes the largest or the mean of its window and learns nothing.',
        }),
      };

/** Weight and bias of a layer: their shapes, the number of weights, and of all parameters. */
export function parameterSteps(
  place: Place,
  input: Named<Shape>,
  output: Named<Shape>,
): {
  steps: Step<unknown>[];
  weight: Named<MaybeShape>;
  bias: Named<MaybeShape>;
  parameters: Named<number>;
} {
  const weight = weightStep(place, input);
  const bias = biasStep(place, input, output);
  const weightsSlips: Slips<number> = {};
  for (const [name, { count: wrong, factors, hint }] of Object.entries(wrongWeights(place)))
    weightsSlips[name] = slip({
      needs: { input },
      run: (read) => wrong(read.input),
      show: (written) => factors(written.input),
      hint,
    });
  const learns = weightShape(place.layer, place.input, place.flat, place.conventions.layout) !== none;
  const weights = countStep(`${place.name}.weights`, learns, {
    needs: { weight },
    run: (read) => values(read.weight),
    show: (written) => productWritten(written.weight),
    slips: weightsSlips,
  });
  const hasBias = biasLength(place.layer, place.input, place.flat, place.conventions.layout) !== undefined;
  const parameters = countStep(`${place.name}.parameters`, learns, {
    needs: { weight, bias },
    run: (read) => count(values(read.weight) + values(read.bias)),
    show: (written) => productWritten(written.weight) + (hasBias ? ` + ${productWritten(written.bias)}` : ''),
    slips: parameterSlips(place, { input, output, weight, bias }),
  });
  return { steps: [weight, bias, weights, parameters], weight, bias, parameters };
}

/** A count that is 0, whatever comes in, for layers that learn nothing. */
function countStep<N extends Needs>(
  name: string,
  learns: boolean,
  spec: {
    needs: N;
    run: (inputs: Inputs<N>) => number;
    show: (written: Written<N>) => string;
    slips: Slips<number>;
  },
): Step<number> {
  const base = { name, type: 'integer' };
  return learns
    ? step<N, number>({ ...base, ...spec })
    : step({ ...base, needs: {}, run: () => 0, show: () => '0', slips: spec.slips });
}
