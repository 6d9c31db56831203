import { map, transpose, type Tensor } from '../../engine/tensor.js';
import { named, slip, step, type Named, type Step } from '../../engine/worksheet.js';
import { multiply, outer, sumOverExamples } from './arithmetic.js';
import type { Incoming } from './forward-steps.js';
import { fromColumns, toColumns, type Layer, type Network } from './network.js';
import { above, gradientOf, productOf, valuesType } from './words.js';

/** The weights of the last unit, all others 0. */
const lastRow = (weights: Tensor): Tensor =>
  map(weights, (entry, offset) => (offset >= weights.data.length - weights.shape[1]! ? entry : 0));

/** δ of the last example, all others 0. */
function lastExample(network: Network, delta: Tensor): Tensor {
  const columns = toColumns(network, delta);
  const count = columns.shape[1]!;
  return fromColumns(
    network,
    map(columns, (entry, offset) => (offset % count === count - 1 ? entry : 0)),
  );
}

const overwrittenHint =
  'You kept only what the last example gives; the gradient of a batch adds up what each of its examples gives.';

/** ∂L/∂x of a layer: what the layer before takes as its ∂L/∂a. */
function inputGradientStep(
  network: Network,
  layer: Layer,
  weights: Named<Tensor>,
  delta: Named<Tensor>,
): Step<Tensor> {
  const isFirst = layer.number === 1;
  const isSquare = layer.units === layer.inputs && layer.units > 1;
  const back = (matrix: Tensor, delta: Tensor): Tensor => multiply(network, transpose(matrix), delta);
  const show = ({ weights, delta }: { readonly weights: string; readonly delta: string }): string =>
    productOf(network, `{${weights}}^\\top`, delta);
  return step({
    name: `layer${layer.number}.input-gradient`,
    type: valuesType(network),
    symbol: gradientOf(isFirst ? 'x' : `a^{(${layer.number - 1})}`),
    needs: { weights, delta },
    run: ({ weights, delta }) => back(weights, delta),
    show,
    slips: {
      ...(network.given.learningRate !== undefined && {
        'used-updated-weights': slip({
          needs: { weights: named<Tensor>(`layer${layer.number}.new-weights`), delta },
          run: ({ weights, delta }) => back(weights, delta),
          show,
          hint: `You went back through the updated weights; all gradients of one step use the old $${above('W', layer)}$.`,
        }),
      }),
      'forgot-outgoing-weight': slip({
        needs: { weights, delta },
        run: ({ weights, delta }) =>
          back(
            map(weights, () => 1),
            delta,
          ),
        show: ({ delta }) => `\\sum_j ${delta}_j`,
        hint: `You passed $${above('\\delta', layer)}$ back as it stands; each unit receives it times the weights on its way, $W^\\top\\delta$.`,
      }),
      ...(layer.units > 1 && {
        'kept-the-last-path': slip({
          needs: { weights, delta },
          run: ({ weights, delta }) => back(lastRow(weights), delta),
          show: ({ weights, delta }) => `${show({ weights, delta })} \\text{, last unit only}`,
          hint: 'You kept only what comes back by the last unit; a value that feeds several units gets the sum of what each of them sends back, $W^\\top\\delta$.',
        }),
      }),
      ...(isSquare && {
        'multiplied-untransposed-weights': slip({
          needs: { weights, delta },
          run: ({ weights, delta }) => multiply(network, weights, delta),
          show: ({ weights, delta }) => productOf(network, weights, delta),
          hint: 'You multiplied by $W$; the way back uses its transpose, $W^\\top\\delta$.',
        }),
      }),
    },
  });
}

function weightGradientStep(
  network: Network,
  layer: Layer,
  x: Named<Tensor>,
  delta: Named<Tensor>,
): Step<Tensor> {
  const isSquare = layer.units === layer.inputs && layer.units > 1;
  const byRows = network.isBatch && network.given.layout === 'rows';
  return step({
    name: `layer${layer.number}.weight-gradient`,
    type: 'matrix',
    symbol: gradientOf(above('W', layer)),
    needs: { delta, x },
    run: ({ delta, x }) => outer(network, delta, x),
    show: ({ delta, x }) => (byRows ? `{${delta}}^\\top \\, ${x}` : `${delta} \\, {${x}}^\\top`),
    slips: {
      ...(network.examples > 1 && {
        'kept-the-last-example': slip({
          needs: { delta, x },
          run: ({ delta, x }) => outer(network, lastExample(network, delta), x),
          show: () => '\\delta_N \\, x_N^\\top',
          hint: overwrittenHint,
        }),
      }),
      ...(isSquare && {
        'transposed-outer-product': slip({
          needs: { delta, x },
          run: ({ delta, x }) => outer(network, x, delta),
          show: ({ delta, x }) => (byRows ? `{${x}}^\\top \\, ${delta}` : `${x} \\, {${delta}}^\\top`),
          hint: 'Your gradient is transposed: row $i$ belongs to unit $i$, so it is $\\delta\\,x^\\top$.',
        }),
      }),
    },
  });
}

const biasGradientStep = (network: Network, layer: Layer, delta: Named<Tensor>): Step<Tensor> =>
  step({
    name: `layer${layer.number}.bias-gradient`,
    type: 'vector',
    symbol: gradientOf(above('b', layer)),
    needs: { delta },
    run: ({ delta }) => sumOverExamples(network, delta),
    show: ({ delta }) => (network.isBatch ? `\\sum_n \\delta_n, \\quad \\delta = ${delta}` : delta),
    slips: {
      ...(network.examples > 1 && {
        'kept-the-last-example': slip({
          needs: { delta },
          run: ({ delta }) => sumOverExamples(network, lastExample(network, delta)),
          show: () => '\\delta_N',
          hint: overwrittenHint,
        }),
      }),
    },
  });

/** The steps back through one layer, from its δ. */
export function backwardSteps(
  network: Network,
  layer: Layer,
  { weights, x }: Incoming,
  delta: Named<Tensor>,
): {
  readonly inputGradient: Step<Tensor>;
  readonly weightGradient: Step<Tensor>;
  readonly biasGradient: Step<Tensor> | undefined;
} {
  return {
    inputGradient: inputGradientStep(network, layer, weights, delta),
    weightGradient: weightGradientStep(network, layer, x, delta),
    biasGradient: layer.bias && biasGradientStep(network, layer, delta),
  };
}
