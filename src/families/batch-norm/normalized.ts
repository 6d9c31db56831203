import { map, zip, type Tensor } from '../../engine/tensor.js';
import { slip, step, type Named, type Step } from '../../engine/worksheet.js';
import { allVary, largestPer, lateDeviation, smallestPer } from './arithmetic.js';
import { typeOfRank } from './formulas.js';
import { centerBy, divideBy, wordsOf, type Normalizing } from './normalizing.js';

/** The inputs with mean 0 and variance 1, as far as ε allows. */
export function normalizedStep(
  normalizing: Normalizing,
  steps: { readonly centered: Named<Tensor>; readonly standardDeviation: Named<Tensor> },
): Step<Tensor> {
  const { batch, axes, z, variance, epsilon } = normalizing;
  const { centered } = steps;
  const words = wordsOf(normalizing);
  return step({
    name: 'normalized',
    type: typeOfRank(batch.z.shape.length),
    symbol: '\\hat z',
    needs: steps,
    run: ({ centered, standardDeviation }) => divideBy(centered, standardDeviation, axes),
    show: () => `\\frac{z - ${words.mean}}{${words.root}}`,
    slips: {
      'divided-by-variance': slip({
        needs: { centered, variance, epsilon },
        run: ({ centered, variance, epsilon }) => {
          const square = map(variance, (entry) => entry + epsilon);
          return divideBy(centered, square, axes);
        },
        show: () => `\\frac{z - ${words.mean}}{${words.variance} + \\epsilon}`,
        hint: words.forgotRoot,
      }),
      ...(batch.given.epsilon > 0 && {
        'added-epsilon-outside-root': slip({
          needs: { centered, variance, epsilon },
          run: ({ centered, variance, epsilon }) =>
            divideBy(centered, lateDeviation(variance, epsilon), axes),
          show: () => `\\frac{z - ${words.mean}}{${words.deviation} + \\epsilon}`,
          hint: words.lateEpsilon,
        }),
      }),
      'skipped-centering': slip({
        needs: { z, standardDeviation: steps.standardDeviation },
        run: ({ z, standardDeviation }) => divideBy(z, standardDeviation, axes),
        show: () => `\\frac{z}{${words.root}}`,
        hint: `You divided $z$ as it stands; subtract the mean first, $z - ${words.mean}$.`,
      }),
      'skipped-dividing': slip({
        needs: { centered },
        run: ({ centered }) => centered,
        show: () => `z - ${words.mean}`,
        hint: `You stopped after subtracting the mean; divide by $${words.root}$ as well.`,
      }),
      ...(batch.given.mode === 'training' &&
        allVary(batch.z, axes) && {
          'used-min-max': slip({
            needs: { z },
            run: ({ z }) => {
              const least = smallestPer(z, axes);
              const range = zip(largestPer(z, axes), least, (high, low) => high - low);
              return divideBy(centerBy(z, least, axes), range, axes);
            },
            show: () => '\\frac{z - \\min z}{\\max z - \\min z}',
            hint: `You scaled each ${batch.unit} to run from 0 to 1; batch normalisation subtracts the mean and divides by $${words.root}$.`,
          }),
        }),
    },
  });
}
