import type { LossName } from '../../engine/loss.js';
import { map, zip, type Tensor } from '../../engine/tensor.js';
import { slip, step, type Named, type SlipAt, type Step } from '../../engine/worksheet.js';
import { deltaStep, diagonalHint } from './delta-step.js';
import type { AtOutput } from './loss-step.js';
import { crossEntropyDelta, outputGradient, scaledPerExample } from './loss-value.js';
import type { Layer, Network } from './network.js';
import { scaleOf, scaleText } from './reduction.js';
import { above, gradientOf, logarithm, valuesType } from './words.js';

const negated = (values: Tensor): Tensor => map(values, (entry) => -entry);

const reversedHint =
  'You took $y - \\hat{y}$; the gradient points the other way, $\\hat{y} - y$, and the update subtracts it.';

/** The factor before ŷ − y: 2 from the square, over what the loss divides by. */
const errorFactor = (network: Network): number => 2 * scaleOf(network);

function gradientStep(network: Network, loss: LossName, { z, output, target }: AtOutput): Step<Tensor> {
  const needs = { z, output, target };
  const squared = loss === 'squared-error';
  const factor = Number(errorFactor(network).toPrecision(6));
  const error = ({ output, target }: { readonly output: string; readonly target: string }): string =>
    `\\left(${output} - ${target}\\right)`;
  const formula = squared
    ? `${factor === 1 ? '' : factor} (\\hat{y} - y)`
    : loss === 'cross-entropy'
      ? '-\\frac{y}{\\hat{y}}'
      : '\\frac{1 - y}{1 - \\hat{y}} - \\frac{y}{\\hat{y}}';
  return step({
    name: 'output-gradient',
    type: valuesType(network),
    symbol: gradientOf('\\hat{y}'),
    needs,
    run: (inputs) => outputGradient(network, loss, inputs),
    show: (written) => (squared ? `${factor === 1 ? '' : factor} ${error(written)}` : formula),
    slips: {
      ...(squared && {
        'reversed-the-error': slip({
          needs,
          run: (inputs) => negated(outputGradient(network, loss, inputs)),
          show: () => `${factor === 1 ? '' : factor} (y - \\hat{y})`,
          hint: reversedHint,
        }),
      }),
      ...(squared &&
        network.reduction !== 'half' && {
          'dropped-factor-two': slip({
            needs,
            run: (inputs) => map(outputGradient(network, loss, inputs), (entry) => entry / 2),
            show: () => `${scaleText(network)} (\\hat{y} - y)`,
            hint: 'You lost the factor 2 that comes down from the square; this loss has no ½ to cancel it.',
          }),
        }),
    },
  });
}

interface CrossEntropy {
  readonly network: Network;
  readonly layer: Layer;
  readonly loss: LossName;
  readonly at: AtOutput;
  readonly gradient: Named<Tensor>;
}

function crossEntropySlips({ network, loss, at, gradient }: CrossEntropy): Record<string, SlipAt<Tensor>> {
  const needs = { ...at };
  const binary = loss === 'binary-cross-entropy';
  return {
    'reversed-the-error': slip({
      needs,
      run: (inputs) => negated(crossEntropyDelta(network, loss, inputs)),
      show: () => 'y - \\hat{y}',
      hint: reversedHint,
    }),
    'stopped-at-loss-derivative': slip({
      needs: { gradient },
      run: ({ gradient }) => gradient,
      show: ({ gradient }) => gradient,
      hint: `You stopped at $${gradientOf('\\hat{y}')}$; go on through the ${binary ? 'sigmoid' : 'softmax'}, which leaves $\\hat{y} - y$.`,
    }),
    ...(binary && {
      'applied-extra-sigmoid-derivative': slip({
        needs,
        run: (inputs) =>
          zip(crossEntropyDelta(network, loss, inputs), inputs.output, (entry, p) => entry * p * (1 - p)),
        show: () => '(\\hat{y} - y) \\odot \\hat{y} \\odot (1 - \\hat{y})',
        hint: "You multiplied $\\hat{y} - y$ by $\\sigma'$ once more; in cross-entropy after a sigmoid it has cancelled already.",
      }),
      'used-one-sided-cross-entropy': slip({
        needs,
        run: (inputs) =>
          scaledPerExample(network, inputs, (p, y) => p.map((entry, index) => -y[index]! * (1 - entry))),
        show: () => '-y \\odot (1 - \\hat{y})',
        hint: `You differentiated only $-y ${logarithm(network.given.logBase)}\\hat{y}$; the other term of the loss counts where the target is 0.`,
      }),
    }),
    ...(!binary &&
      network.layers.at(-1)!.units > 1 && {
        'used-only-softmax-diagonal': slip({
          needs,
          run: (inputs) =>
            scaledPerExample(network, inputs, (p, y) => p.map((entry, index) => -y[index]! * (1 - entry))),
          show: () => '-y \\odot (1 - \\hat{y})',
          hint: diagonalHint,
        }),
      }),
  };
}

function crossEntropyStep(entropy: CrossEntropy): Step<Tensor> {
  const { network, layer, loss, at } = entropy;
  const scale = [
    scaleText(network),
    network.given.logBase === 'e' ? '' : `\\frac{1}{\\ln ${network.given.logBase}}`,
  ]
    .join(' ')
    .trim();
  return step({
    name: `layer${layer.number}.delta`,
    type: valuesType(network),
    symbol: above('\\delta', layer),
    needs: { ...at },
    run: (inputs) => crossEntropyDelta(network, loss, inputs),
    show: ({ output, target }) =>
      scale === '' ? `${output} - ${target}` : `${scale} \\left(${output} - ${target}\\right)`,
    slips: crossEntropySlips(entropy),
  });
}

/** ∂L/∂ŷ and δ of the last layer. */
export function outputSteps(
  network: Network,
  loss: LossName,
  at: AtOutput,
): { readonly gradient: Step<Tensor>; readonly delta: Step<Tensor> } {
  const layer = network.layers.at(-1)!;
  const gradient = gradientStep(network, loss, at);
  const delta =
    loss === 'squared-error'
      ? deltaStep(network, layer, { gradient, z: at.z, output: at.output })
      : crossEntropyStep({ network, layer, loss, at, gradient });
  return { gradient, delta };
}
