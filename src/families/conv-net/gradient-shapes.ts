import { none } from '../../engine/none.js';
import type { Shape } from '../../engine/tensor.js';
import { named, slip, step } from '../../engine/worksheet.js';
import type { Named, Step } from '../../engine/worksheet.js';
import { isLinear } from '../../engine/layers/layer.js';
import { biasLength, weightShape, weightWritten } from '../../engine/layers/layer-shapes.js';
import type { Loss } from './losses.js';
import type { Place } from './place.js';
import { wrongWeights } from './wrong-parameters.js';
import type { MaybeShape, Slips } from './wrong-parameters.js';

/** What the gradients of a layer are taken with respect to. */
export interface Learnt {
  readonly input: Named<Shape>;
  readonly output: Named<Shape>;
  readonly weight: Named<MaybeShape>;
  readonly bias: Named<MaybeShape>;
}
export const gradients = ['weight', 'bias'] as const;
export type Gradient = (typeof gradients)[number];

export const reaches = (loss: Loss, place: Place): boolean => loss.reached.has(place.name);
const networkOf = (place: Place): string => place.name.slice(0, place.name.lastIndexOf('.'));

const learns = ({ layer, input, flat, conventions }: Place, of: Gradient): boolean =>
  of === 'weight'
    ? weightShape(layer, input, flat, conventions.layout) !== none
    : biasLength(layer, input, flat, conventions.layout) !== undefined;

/** Wrong shapes of a gradient that the loss reaches. */
function reachedSlips(place: Place, loss: Loss, of: Gradient, { input, output }: Learnt): Slips<MaybeShape> {
  const { layer, name, flat, conventions } = place;
  const { layout } = conventions;
  const made: Slips<MaybeShape> = {};
  if (loss.network !== networkOf(place))
    made['stopped-at-own-network'] = slip({
      needs: {},
      run: (): MaybeShape => none,
      show: () => '\\text{none}',
      hint: 'You gave no gradient here. The loss is computed from what this layer puts out, by way of a network that it feeds, so it has a gradient here as well.',
    });
  if (of === 'weight' && (layer.kind === 'conv' || layer.kind === 'fc'))
    made['swapped-in-and-out'] = slip({
      needs: { input },
      run: (read): MaybeShape => weightShape(layer, read.input, flat, layout, true),
      show: (written) => weightWritten(layer, written.input, layout, true),
      hint: 'You listed the sizes of the gradient in another order than those of the weight. The gradient has an entry for each weight, at the same place.',
    });
  if (of === 'bias' && isLinear(layer)) {
    made['forgot-bias'] = slip({
      needs: {},
      run: (): MaybeShape => none,
      show: () => '\\text{none}',
      hint: 'You left the bias out. It is learnt as the weights are, so it has a gradient.',
    });
    made['copied-weight-gradient'] = slip({
      needs: { gradient: named<MaybeShape>(`${name}.${loss.name}.weight-gradient`) },
      run: (read): MaybeShape => read.gradient,
      show: (written) => written.gradient,
      hint: "You repeated the weights' gradient. The bias has a gradient of its own shape: one entry for each bias.",
    });
    if (layer.kind !== 'fc')
      made['left-positions-apart'] = slip({
        needs: { output },
        run: (read): MaybeShape => read.output,
        show: (written) => written.output,
        hint: 'You kept a gradient for every position of the output. A filter adds one bias everywhere, so its gradient is the sum over all positions.',
      });
  }
  return made;
}

/** Shape of the gradient of a layer's weight or bias; none where there is nothing to learn or the loss does not reach. */
export function gradientStep(place: Place, loss: Loss, of: Gradient, handles: Learnt): Step<MaybeShape> {
  const base = { name: `${place.name}.${loss.name}.${of}-gradient`, type: 'shape' };
  const learnt = handles[of];
  const reached = reaches(loss, place);
  if (learns(place, of)) {
    if (reached)
      return step({
        ...base,
        needs: { learnt },
        run: (read): MaybeShape => read.learnt,
        show: (written) => written.learnt,
        slips: reachedSlips(place, loss, of, handles),
      });
    return step({
      ...base,
      needs: {},
      run: (): MaybeShape => none,
      show: () => '\\text{not reached}',
      slips: {
        'gave-gradient-out-of-reach': slip({
          needs: { learnt },
          run: (read): MaybeShape => read.learnt,
          show: (written) => written.learnt,
          hint: 'You gave a gradient here. The loss is computed from another network: nothing that changes in this layer changes it.',
        }),
      },
    });
  }
  const wrong = of === 'weight' && reached ? wrongWeights(place)['gave-pool-weights']?.shape : undefined;
  if (!wrong)
    return step({ ...base, needs: {}, run: (): MaybeShape => none, show: () => `\\text{no ${of}}` });
  return step({
    ...base,
    needs: { learnt },
    run: (read): MaybeShape => read.learnt,
    show: () => '\\text{no weight}',
    slips: {
      'gave-pool-weights': slip({
        needs: { input: handles.input },
        run: (read): MaybeShape => wrong(read.input),
        show: (written) => wrongWeights(place)['gave-pool-weights']!.factors(written.input),
        hint: "You gave a gradient to a pool's weights. A pool has none: it hands the gradient on and learns nothing.",
      }),
    },
  });
}

function learnsBefore(place: Place): boolean {
  for (let before = place.previous; before; before = before.previous)
    if (learns(before, 'weight')) return true;
  return false;
}

/** Shape of the gradient handed to the layer before; none where no layer before it learns. */
export function inputGradientStep(place: Place, loss: Loss, input: Named<Shape>): Step<MaybeShape> {
  const base = { name: `${place.name}.${loss.name}.input-gradient`, type: 'shape' };
  if (!reaches(loss, place) || !learnsBefore(place))
    return step({ ...base, needs: {}, run: (): MaybeShape => none, show: () => '\\text{not needed}' });
  return step({
    ...base,
    needs: { input },
    run: (read): MaybeShape => read.input,
    show: (written) => written.input,
  });
}
