import { map, type Tensor } from '../../engine/tensor.js';
import { slip, step, type Step } from '../../engine/worksheet.js';
import { allVary, deviation, lateDeviation } from './arithmetic.js';
import { typeOfRank } from './formulas.js';
import { otherModeSlips, wordsOf, type Normalizing } from './normalizing.js';

/** √(σ² + ε): what the layer divides by. */
export function standardDeviationStep(normalizing: Normalizing): Step<Tensor> {
  const { batch, axes, variance, epsilon } = normalizing;
  const words = wordsOf(normalizing);
  const withEpsilon = batch.given.epsilon > 0;
  const spread =
    batch.given.mode === 'training' ? allVary(batch.z, axes) : !batch.runningVariance?.data.includes(0);
  return step({
    name: 'standardDeviation',
    type: typeOfRank(axes.length),
    symbol: words.root,
    needs: { variance, epsilon },
    run: ({ variance, epsilon }) => deviation(variance, epsilon),
    show: ({ variance, epsilon }) => `\\sqrt{${variance} + ${epsilon}}`,
    slips: {
      'divided-by-variance': slip({
        needs: { variance, epsilon },
        run: ({ variance, epsilon }) => map(variance, (entry) => entry + epsilon),
        show: ({ variance, epsilon }) => `${variance} + ${epsilon}`,
        hint: words.forgotRoot,
      }),
      ...(withEpsilon && {
        'added-epsilon-outside-root': slip({
          needs: { variance, epsilon },
          run: ({ variance, epsilon }) => lateDeviation(variance, epsilon),
          show: ({ variance, epsilon }) => `\\sqrt{${variance}} + ${epsilon}`,
          hint: words.lateEpsilon,
        }),
      }),
      ...(withEpsilon &&
        spread && {
          'skipped-epsilon': slip({
            needs: { variance },
            run: ({ variance }) => deviation(variance, 0),
            show: ({ variance }) => `\\sqrt{${variance}}`,
            hint: `You left out $\\epsilon$; it is added to the variance under the root, $${words.root}$.`,
          }),
        }),
      ...otherModeSlips(normalizing).standardDeviation,
    },
  });
}
