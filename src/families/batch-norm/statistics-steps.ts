import { meanPer, squaredDeviationPer } from '../../engine/statistics.js';
import type { Tensor } from '../../engine/tensor.js';
import { slip, step, type Given, type Step } from '../../engine/worksheet.js';
import { valuesPer } from './arithmetic.js';
import type { Batch } from './batch.js';
import { entryOf, subscript, sumSign, typeOfRank, writeSum } from './formulas.js';

/** Mean and variance of the mini-batch, one per position along `axes`. */
export function statisticsSteps(
  { given, layout, z: batch }: Batch,
  axes: readonly number[],
  z: Given<Tensor>,
): { mean: Step<Tensor>; variance: Step<Tensor> } {
  const m = valuesPer(batch, axes);
  const unbiased = given.variance === 'unbiased';
  const type = typeOfRank(axes.length);
  const squares = `${sumSign(layout, axes)} (${entryOf(layout)} - \\mu${subscript(layout, axes)})^2`;

  const mean = step({
    name: 'mean',
    type,
    symbol: '\\mu',
    needs: { z },
    run: ({ z }) => meanPer(z, axes),
    show: () => `\\frac{1}{${m}} ${writeSum(batch, layout, axes)}`,
  });

  const dividedBy = (divisor: number) => ({
    needs: { z, mean },
    run: ({ z, mean }: { z: Tensor; mean: Tensor }) => squaredDeviationPer(z, mean, axes, divisor),
    show: () => (divisor === 1 ? squares : `\\frac{1}{${divisor}} ${squares}`),
  });

  const variance = step({
    name: 'variance',
    type,
    symbol: '\\sigma^2',
    ...dividedBy(unbiased ? m - 1 : m),
    slips: {
      ...(m > 1 &&
        !unbiased && {
          'used-sample-variance': slip({
            ...dividedBy(m - 1),
            hint: `You divided the squared deviations by $m - 1 = ${m - 1}$; batch normalisation divides them by $m = ${m}$.`,
          }),
        }),
      ...(unbiased && {
        'used-population-variance': slip({
          ...dividedBy(m),
          hint: `You divided the squared deviations by $m = ${m}$; this problem asks for the unbiased variance, which divides by $m - 1 = ${m - 1}$.`,
        }),
      }),
      ...(m > 1 && {
        'summed-without-averaging': slip({
          ...dividedBy(1),
          hint: `You added up the squared deviations; the variance is their average, so divide the sum by $${unbiased ? `m - 1 = ${m - 1}` : `m = ${m}`}$.`,
        }),
      }),
    },
  });
  return { mean, variance };
}
