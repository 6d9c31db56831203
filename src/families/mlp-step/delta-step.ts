import { mapColumns } from '../../engine/activation.js';
import { zip, type Tensor } from '../../engine/tensor.js';
import { slip, step, type Named, type SlipAt, type Step } from '../../engine/worksheet.js';
import { wrongSlopes } from './derivative-slips.js';
import { fromColumns, throughActivation, toColumns, type Layer, type Network } from './network.js';
import { above, functionOf, gradientOf, valuesType } from './words.js';

/** What ∂L/∂z of a layer is made from: ∂L/∂a, and the layer's values before and after its activation. */
export interface Through {
  readonly gradient: Named<Tensor>;
  readonly z: Named<Tensor>;
  readonly output: Named<Tensor>;
}

const slopeText = (layer: Layer, gradient: string, z: string): string => {
  if (layer.activation === 'linear') return gradient;
  if (layer.activation === 'softmax')
    return `\\left(\\operatorname{diag}(\\hat{y}) - \\hat{y}\\hat{y}^\\top\\right) ${gradient}`;
  return `${gradient} \\odot ${functionOf(layer)}'\\left(${z}\\right)`;
};

function slips(
  network: Network,
  layer: Layer,
  { gradient, z, output }: Through,
): Record<string, SlipAt<Tensor>> {
  const { activation, isLast } = layer;
  if (activation === 'linear') return {};
  const wrong = Object.entries(wrongSlopes(layer, network.given.reluAtZero)).map(
    ([name, { slope, formula, hint }]): [string, SlipAt<Tensor>] => [
      name,
      slip({
        needs: { gradient, z, output },
        run: ({ gradient, z, output }) =>
          zip(gradient, zip(z, output, slope), (entry, factor) => entry * factor),
        show: ({ gradient }) => `${gradient} \\odot ${formula}`,
        hint,
      }),
    ],
  );
  const of = isLast ? '\\hat{y}' : above('a', layer);
  return {
    ...Object.fromEntries(wrong),
    [isLast ? 'stopped-at-loss-derivative' : 'forgot-hidden-derivative']: slip({
      needs: { gradient },
      run: ({ gradient }) => gradient,
      show: ({ gradient }) => gradient,
      hint: `You stopped at $${gradientOf(of)}$; multiply it by the derivative of the layer's activation, to get $${gradientOf(above('z', layer))}$.`,
    }),
    ...(activation === 'softmax' &&
      layer.units > 1 && {
        'used-only-softmax-diagonal': slip({
          needs: { gradient, output },
          run: ({ gradient, output }) =>
            fromColumns(
              network,
              mapColumns([toColumns(network, gradient), toColumns(network, output)], (g, p) =>
                g!.map((entry, index) => entry * p![index]! * (1 - p![index]!)),
              ),
            ),
          show: ({ gradient }) => `${gradient} \\odot \\hat{y} \\odot (1 - \\hat{y})`,
          hint: diagonalHint,
        }),
      }),
  };
}

export const diagonalHint =
  'You used only $\\hat{y}_i(1 - \\hat{y}_i)$; every output of a softmax depends on every $z_j$, so the terms $-\\hat{y}_i\\hat{y}_j$ belong to it too.';

/** δ = ∂L/∂z from ∂L/∂a through the activation. */
export function deltaStep(network: Network, layer: Layer, { gradient, z, output }: Through): Step<Tensor> {
  return step({
    name: `layer${layer.number}.delta`,
    type: valuesType(network),
    symbol: above('\\delta', layer),
    needs: { gradient, z, output },
    run: (inputs) => throughActivation(network, layer, inputs),
    show: ({ gradient, z }) => slopeText(layer, gradient, z),
    slips: slips(network, layer, { gradient, z, output }),
  });
}
