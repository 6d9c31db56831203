import { zip, type Tensor } from '../../engine/tensor.js';
import { slip, step, type Given, type Named, type SlipAt, type Step } from '../../engine/worksheet.js';
import type { Layer } from './network.js';
import { above } from './words.js';

interface Update {
  readonly name: string;
  readonly type: 'matrix' | 'vector';
  readonly symbol: string;
  readonly old: Given<Tensor>;
  readonly gradient: Named<Tensor>;
  readonly rate: Given<number>;
  readonly slips?: Readonly<Record<string, SlipAt<Tensor>>>;
}

const moved = (old: Tensor, gradient: Tensor, by: number): Tensor =>
  zip(old, gradient, (entry, slope) => entry - by * slope);

/** One step of gradient descent, old − η·∂L/∂old. */
const updateStep = ({ old, gradient, rate, slips, ...base }: Update): Step<Tensor> =>
  step({
    ...base,
    needs: { old, gradient, rate },
    run: ({ old, gradient, rate }) => moved(old, gradient, rate),
    show: ({ old, gradient, rate }) => `${old} - ${rate} \\cdot ${gradient}`,
    slips: {
      ...slips,
      'ascended-gradient': slip({
        needs: { old, gradient, rate },
        run: ({ old, gradient, rate }) => moved(old, gradient, -rate),
        show: ({ old, gradient, rate }) => `${old} + ${rate} \\cdot ${gradient}`,
        hint: 'You added the gradient; to make the loss smaller, subtract it.',
      }),
      ...(rate.given !== 1 && {
        'ignored-learning-rate': slip({
          needs: { old, gradient },
          run: ({ old, gradient }) => moved(old, gradient, 1),
          show: ({ old, gradient }) => `${old} - ${gradient}`,
          hint: `You subtracted the whole gradient; multiply it by the learning rate $\\eta = ${rate.given}$ first.`,
        }),
      }),
    },
  });

export interface Gradients {
  readonly weightGradient: Named<Tensor>;
  readonly biasGradient: Named<Tensor> | undefined;
}

/** The updated parameters of one layer. */
export function updateSteps(
  layer: Layer,
  { weights, bias }: { readonly weights: Given<Tensor>; readonly bias: Given<Tensor> | undefined },
  { weightGradient, biasGradient }: Gradients,
  rate: Given<number>,
): Step<Tensor>[] {
  const newWeights = updateStep({
    name: `layer${layer.number}.new-weights`,
    type: 'matrix',
    symbol: `${above('W', layer)}_{\\text{new}}`,
    old: weights,
    gradient: weightGradient,
    rate,
    slips: {
      'left-unchanged': slip({
        needs: { weights },
        run: ({ weights }) => weights,
        show: ({ weights }) => weights,
        hint: 'You left the weights as they were; subtract $\\eta$ times their gradient.',
      }),
    },
  });
  if (!bias || !biasGradient) return [newWeights];
  const newBias = updateStep({
    name: `layer${layer.number}.new-bias`,
    type: 'vector',
    symbol: `${above('b', layer)}_{\\text{new}}`,
    old: bias,
    gradient: biasGradient,
    rate,
    slips: {
      'left-unchanged': slip({
        needs: { bias },
        run: ({ bias }) => bias,
        show: ({ bias }) => bias,
        hint: 'You left the bias as it was; it learns too, and its gradient is $\\delta$.',
      }),
    },
  });
  return [newWeights, newBias];
}
