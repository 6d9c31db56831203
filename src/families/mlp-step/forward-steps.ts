import { map, transpose, type Tensor } from '../../engine/tensor.js';
import { slip, step, type Given, type Named, type Step } from '../../engine/worksheet.js';
import { addBias, multiply, preactivation } from './arithmetic.js';
import { activate, fromColumns, toColumns, type Layer, type Network } from './network.js';
import { above, functionOf, productOf, valuesType } from './words.js';

/** A layer's parameters as givens, and the values that come into it. */
export interface Incoming {
  readonly weights: Given<Tensor>;
  readonly bias: Given<Tensor> | undefined;
  readonly x: Named<Tensor>;
}

function preactivationStep(network: Network, layer: Layer, { weights, bias, x }: Incoming): Step<Tensor> {
  const base = {
    name: `layer${layer.number}.preactivation`,
    type: valuesType(network),
    symbol: above('z', layer),
  };
  const isSquare = layer.units === layer.inputs && layer.units > 1;
  const transposed = (given: Tensor, values: Tensor, shift?: Tensor) =>
    preactivation(network, transpose(given), shift, values);
  const hint =
    'You multiplied by the transposed weights; here a row of $W$ belongs to a unit, so the layer computes $Wx + b$.';
  if (!bias)
    return step({
      ...base,
      needs: { weights, x },
      run: ({ weights, x }) => multiply(network, weights, x),
      show: ({ weights, x }) => productOf(network, weights, x),
      slips: {
        ...(isSquare && {
          'multiplied-by-transposed-weights': slip({
            needs: { weights, x },
            run: ({ weights, x }) => transposed(weights, x),
            show: ({ weights, x }) => `{${weights}}^\\top \\, ${x}`,
            hint,
          }),
        }),
      },
    });
  return step({
    ...base,
    needs: { weights, bias, x },
    run: ({ weights, bias, x }) => preactivation(network, weights, bias, x),
    show: ({ weights, bias, x }) => `${productOf(network, weights, x)} + ${bias}`,
    slips: {
      'forgot-bias': slip({
        needs: { weights, x },
        run: ({ weights, x }) => multiply(network, weights, x),
        show: ({ weights, x }) => productOf(network, weights, x),
        hint: 'You left out the bias: each unit adds its own $b$ to its weighted sum, $Wx + b$.',
      }),
      'subtracted-bias': slip({
        needs: { weights, bias, x },
        run: ({ weights, bias, x }) =>
          fromColumns(
            network,
            addBias(
              toColumns(network, multiply(network, weights, x)),
              map(bias, (entry) => -entry),
            ),
          ),
        show: ({ weights, bias, x }) => `${productOf(network, weights, x)} - ${bias}`,
        hint: 'You subtracted the bias; the layer adds it, $Wx + b$.',
      }),
      ...(isSquare && {
        'multiplied-by-transposed-weights': slip({
          needs: { weights, bias, x },
          run: ({ weights, bias, x }) => transposed(weights, x, bias),
          show: ({ weights, bias, x }) => `{${weights}}^\\top \\, ${x} + ${bias}`,
          hint,
        }),
      }),
    },
  });
}

function outputStep(network: Network, layer: Layer, z: Named<Tensor>): Step<Tensor> {
  const name = functionOf(layer);
  return step({
    name: `layer${layer.number}.output`,
    type: valuesType(network),
    symbol: layer.isLast ? '\\hat{y}' : above('a', layer),
    needs: { z },
    run: ({ z }) => activate(network, layer, z),
    show: ({ z }) => (layer.activation === 'linear' ? z : `${name}\\left(${z}\\right)`),
    slips: {
      ...(layer.activation !== 'linear' && {
        'skipped-activation': slip({
          needs: { z },
          run: ({ z }) => z,
          show: ({ z }) => z,
          hint: `You passed on $${above('z', layer)}$ itself; the layer still applies its activation, $${name}(z)$.`,
        }),
      }),
      ...(layer.activation === 'sigmoid' && {
        'lost-the-minus-in-the-exponent': slip({
          needs: { z },
          run: ({ z }) => map(z, (entry) => 1 / (1 + Math.exp(entry))),
          show: ({ z }) => `\\frac{1}{1 + e^{z}}, \\quad z = ${z}`,
          hint: 'You computed $1 / (1 + e^{z})$; the exponent of the sigmoid has a minus sign, $\\sigma(z) = 1 / (1 + e^{-z})$.',
        }),
      }),
      ...(layer.activation === 'leaky-relu' && {
        'forgot-leak': slip({
          needs: { z },
          run: ({ z }) => map(z, (entry) => Math.max(entry, 0)),
          show: ({ z }) => `\\max\\left(0, ${z}\\right)`,
          hint: `You set negative values to 0; a leaky ReLU multiplies them by ${layer.leak}.`,
        }),
      }),
    },
  });
}

/** z = Wx + b and a = f(z) of one layer. */
export function forwardSteps(
  network: Network,
  layer: Layer,
  incoming: Incoming,
): { readonly z: Step<Tensor>; readonly output: Step<Tensor> } {
  const z = preactivationStep(network, layer, incoming);
  return { z, output: outputStep(network, layer, z) };
}
