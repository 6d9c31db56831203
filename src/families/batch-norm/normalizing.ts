import { meanPer, zipPer } from '../../engine/statistics.js';
import { sameShape, type Tensor } from '../../engine/tensor.js';
import { slip, type Given, type Named, type Step } from '../../engine/worksheet.js';
import { allVary, batchVariance, deviation, quotient } from './arithmetic.js';
import type { Batch } from './batch.js';
import { symbolsOf } from './formulas.js';

/** What the steps that centre and scale share: the statistics they use, one per position along `axes`. */
export interface Normalizing {
  readonly batch: Batch;
  readonly axes: readonly number[];
  readonly z: Given<Tensor>;
  readonly epsilon: Given<number>;
  readonly mean: Named<Tensor>;
  readonly variance: Named<Tensor>;
}

export const centerBy = (z: Tensor, mean: Tensor, axes: readonly number[]): Tensor =>
  zipPer(z, mean, axes, (entry, middle) => entry - middle);

export const divideBy = (centered: Tensor, by: Tensor, axes: readonly number[]): Tensor =>
  zipPer(centered, by, axes, quotient);

/** Symbols and hints in the words of the mode. */
export function wordsOf({ batch }: Normalizing) {
  const { mean, variance } = symbolsOf(batch.given.mode);
  const root = `\\sqrt{${variance} + \\epsilon}`;
  return {
    mean,
    variance,
    deviation: variance.replace('^2', ''),
    root,
    forgotRoot: `You left out the square root: the layer divides by $${root}$, not by $${variance} + \\epsilon$.`,
    lateEpsilon: `You added $\\epsilon$ after taking the square root; it stands under the root, $${root}$.`,
  };
}

/** The statistics of the other mode, which a student may take instead; none where they cannot be used. */
function otherStatistics({ batch, axes }: Normalizing): { mean: Tensor; variance: Tensor } | undefined {
  const { given, z, runningMean: mean, runningVariance: variance } = batch;
  if (given.mode === 'evaluation')
    return given.epsilon > 0 || allVary(z, axes)
      ? { mean: meanPer(z, axes), variance: batchVariance(z, axes) }
      : undefined;
  if (!mean || !variance || !sameShape(axes, batch.unitAxes)) return undefined;
  return variance.data.every((entry) => entry + given.epsilon > 0) ? { mean, variance } : undefined;
}

/** The slip of normalising by the other mode's statistics, for the steps that read a statistic. */
export function otherModeSlips(normalizing: Normalizing): {
  centered: Step<Tensor>['slips'];
  standardDeviation: Step<Tensor>['slips'];
} {
  const other = otherStatistics(normalizing);
  if (!other) return { centered: {}, standardDeviation: {} };
  const { batch, axes, z, epsilon } = normalizing;
  const training = batch.given.mode === 'training';
  const name = training ? 'used-running-statistics' : 'used-batch-statistics';
  const symbols = symbolsOf(training ? 'evaluation' : 'training');
  const hint = training
    ? 'You used the running statistics; in training the layer normalises by the mean and variance of the mini-batch.'
    : 'You used the mean and variance of this batch; in evaluation the layer normalises by the running statistics.';
  return {
    centered: {
      [name]: slip({
        needs: { z },
        run: ({ z }) => centerBy(z, other.mean, axes),
        show: () => `z - ${symbols.mean}`,
        hint,
      }),
    },
    standardDeviation: {
      [name]: slip({
        needs: { epsilon },
        run: ({ epsilon }) => deviation(other.variance, epsilon),
        show: ({ epsilon }) => `\\sqrt{${symbols.variance} + ${epsilon}}`,
        hint,
      }),
    },
  };
}
