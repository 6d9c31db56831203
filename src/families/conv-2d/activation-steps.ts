import type { Activation } from '../../engine/activation.js';
import { map, zip, type Tensor } from '../../engine/tensor.js';
import { slip, step, type Named, type SlipAt, type Step } from '../../engine/worksheet.js';
import { gradientOf } from '../convolution-words.js';
import { valuesType, type Conv2dLayer } from './layer.js';

const functions = {
  linear: '\\operatorname{id}',
  relu: '\\operatorname{ReLU}',
  sigmoid: '\\sigma',
  tanh: '\\tanh',
} as const;

/** U, after the activation. */
export function outputStep(layer: Conv2dLayer, z: Named<Tensor>): Step<Tensor> {
  const { activation, given } = layer;
  const name = functions[given.activation];
  return step({
    name: 'u',
    type: valuesType(layer),
    symbol: 'U',
    needs: { z },
    run: ({ z }) => map(z, activation.value),
    show: () => (given.activation === 'linear' ? 'Z' : `${name}(Z)`),
    slips: {
      ...(given.activation !== 'linear' && {
        'skipped-activation': slip({
          needs: { z },
          run: ({ z }) => z,
          show: () => 'Z',
          hint: `You passed $Z$ on as it stands; the layer still applies its activation, $${name}(Z)$.`,
        }),
      }),
      ...(given.activation === 'sigmoid' && {
        'lost-the-minus-in-the-exponent': slip({
          needs: { z },
          run: ({ z }) => map(z, (entry) => 1 / (1 + Math.exp(entry))),
          show: () => '\\frac{1}{1 + e^{Z}}',
          hint: 'You computed $1 / (1 + e^{Z})$; the exponent of the sigmoid has a minus sign, $\\sigma(Z) = 1 / (1 + e^{-Z})$.',
        }),
      }),
    },
  });
}

/** The slope at each entry; where a student's own U stands in place of the one Z gives, it is taken from U. */
const slopes = ({ value, slopeAt, slopeFrom }: Activation, z: Tensor, u: Tensor): Tensor =>
  zip(z, u, (entry, own) => (own === value(entry) ? slopeAt(entry) : slopeFrom(own)));

interface WrongSlope {
  readonly slope: (z: number, u: number) => number;
  readonly formula: string;
  readonly hint: string;
}

function wrongSlopes({ activation, given }: Conv2dLayer): Record<string, WrongSlope> {
  switch (given.activation) {
    case 'linear':
      return {};
    case 'relu':
      return {
        'multiplied-by-z-for-relu-slope': {
          slope: (_, u) => u,
          formula: '\\operatorname{ReLU}(Z)',
          hint: 'You multiplied by the value of the ReLU; its slope is 1 where $Z > 0$ and 0 below.',
        },
      };
    case 'sigmoid':
      return {
        'differentiated-at-the-output': {
          slope: (_, u) => activation.slopeAt(u),
          formula: "\\sigma'(U)",
          hint: "You took $\\sigma'$ at $U$, after $\\sigma$; take it at $Z$, where it is $U(1 - U)$.",
        },
        'used-sigmoid-for-its-derivative': {
          slope: (_, u) => u,
          formula: '\\sigma(Z)',
          hint: 'You multiplied by $\\sigma(Z)$ itself; its derivative is $\\sigma(Z)(1 - \\sigma(Z)) = U(1 - U)$.',
        },
      };
    case 'tanh':
      return {
        'differentiated-at-the-output': {
          slope: (_, u) => activation.slopeAt(u),
          formula: "\\tanh'(U)",
          hint: "You took $\\tanh'$ at $U$, after $\\tanh$; take it at $Z$, where it is $1 - U^2$.",
        },
        'squared-z-in-tanh-derivative': {
          slope: (z) => 1 - z * z,
          formula: '(1 - Z^2)',
          hint: 'You used $1 - Z^2$; the derivative of tanh is $1 - \\tanh^2(Z) = 1 - U^2$.',
        },
      };
  }
}

const derivatives = {
  linear: '',
  relu: " \\odot \\operatorname{ReLU}'(Z)",
  sigmoid: ' \\odot U \\odot (1 - U)',
  tanh: ' \\odot (1 - U^2)',
} as const;

/** ∂J/∂Z from ∂J/∂U. */
export function deltaStep(
  layer: Conv2dLayer,
  { du, z, u }: { readonly du: Named<Tensor>; readonly z: Named<Tensor>; readonly u: Named<Tensor> },
): Step<Tensor> {
  const { activation, given } = layer;
  const upstream = gradientOf({ loss: 'J' }, 'U');
  const wrong = Object.entries(wrongSlopes(layer)).map(
    ([name, { slope, formula, hint }]): [string, SlipAt<Tensor>] => [
      name,
      slip({
        needs: { du, z, u },
        run: ({ du, z, u }) => zip(du, zip(z, u, slope), (entry, factor) => entry * factor),
        show: () => `${upstream} \\odot ${formula}`,
        hint,
      }),
    ],
  );
  return step({
    name: 'dz',
    type: valuesType(layer),
    symbol: gradientOf({ loss: 'J' }, 'Z'),
    needs: { du, z, u },
    run: ({ du, z, u }) => zip(du, slopes(activation, z, u), (entry, slope) => entry * slope),
    show: () => `${upstream}${derivatives[given.activation]}`,
    slips: {
      ...Object.fromEntries(wrong),
      ...(given.activation !== 'linear' && {
        'forgot-activation-derivative': slip({
          needs: { du },
          run: ({ du }) => du,
          show: () => upstream,
          hint: `You passed $${upstream}$ back as it stands; multiply it by the slope of the activation, $${upstream}${derivatives[given.activation]}$.`,
        }),
      }),
    },
  });
}
