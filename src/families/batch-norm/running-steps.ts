import { map, zip, type Tensor } from '../../engine/tensor.js';
import { slip, step, type Given, type Named, type SlipAt, type Step } from '../../engine/worksheet.js';
import { valuesPer } from './arithmetic.js';
import type { Batch } from './batch.js';

type Update = {
  readonly running: Given<Tensor>;
  readonly statistic: Named<Tensor>;
  readonly momentum: Given<number>;
};

/** What the batch variance is multiplied by before it enters the running one, and how that is written. */
interface Correction {
  readonly factor: number;
  readonly written: string;
}
const uncorrected: Correction = { factor: 1, written: '' };

/** `(1 − a)·running + a·statistic`; the momentum is `a` where it weighs the new value, else `1 − a`. */
const updateBy = (update: Update, weighs: 'new' | 'old', { factor, written }: Correction) => ({
  needs: update,
  run: (inputs: { running: Tensor; statistic: Tensor; momentum: number }) => {
    const weight = weighs === 'new' ? inputs.momentum : 1 - inputs.momentum;
    const mix = (old: number, fresh: number): number => (1 - weight) * old + weight * factor * fresh;
    return zip(inputs.running, inputs.statistic, mix);
  },
  show: (tex: { running: string; statistic: string; momentum: string }) =>
    weighs === 'new'
      ? `(1 - ${tex.momentum}) ${tex.running} + ${tex.momentum} \\cdot ${written}${tex.statistic}`
      : `${tex.momentum} \\cdot ${tex.running} + (1 - ${tex.momentum}) \\cdot ${written}${tex.statistic}`,
});

function momentumSlips(
  update: Update,
  weighs: 'new' | 'old',
  correction: Correction,
): Record<string, SlipAt<Tensor>> {
  const a = update.momentum.given;
  const [fresh, old] = weighs === 'new' ? [a, 1 - a] : [1 - a, a];
  const right = `the batch statistic enters with weight $${round(fresh)}$ and the old running one keeps $${round(old)}$`;
  return {
    ...(a !== 0.5 && {
      'reversed-momentum': slip({
        ...updateBy(update, weighs === 'new' ? 'old' : 'new', correction),
        hint: `You exchanged the two weights: ${right}.`,
      }),
    }),
    ...(fresh !== 1 && {
      'replaced-running-statistics': slip({
        needs: { statistic: update.statistic },
        run: ({ statistic }) => map(statistic, (entry) => entry * correction.factor),
        show: ({ statistic }) => `${correction.written}${statistic}`,
        hint: `You kept the statistic of this batch alone: ${right}.`,
      }),
    }),
  };
}

/** Weights are shown to six digits, so that 1 − 0.9 reads 0.1. */
const round = (weight: number): number => Number(weight.toPrecision(6));

/** m/(m − 1) or its inverse, where the variance that normalises is not the one that is kept. */
function correctionOf({ given }: Batch, m: number): Correction {
  if (given.variance === given.runningVarianceOf) return uncorrected;
  return given.runningVarianceOf === 'unbiased'
    ? { factor: m / (m - 1), written: `\\frac{${m}}{${m - 1}} ` }
    : { factor: (m - 1) / m, written: `\\frac{${m - 1}}{${m}} ` };
}

/** The running statistics after this batch, where the problem gives those before it. */
export function runningSteps(
  batch: Batch,
  givens: {
    readonly runningMean: Given<Tensor> | undefined;
    readonly runningVariance: Given<Tensor> | undefined;
    readonly momentum: Given<number>;
  },
  statistics: { readonly mean: Named<Tensor>; readonly variance: Named<Tensor> },
): Step<Tensor>[] {
  const { runningMean, runningVariance, momentum } = givens;
  const weighs = batch.given.momentumOf;
  const steps: Step<Tensor>[] = [];
  if (runningMean) {
    const update = { running: runningMean, statistic: statistics.mean, momentum };
    steps.push(
      step({
        name: 'updatedRunningMean',
        type: 'vector',
        symbol: "\\mu_{\\text{run}}'",
        ...updateBy(update, weighs, uncorrected),
        slips: momentumSlips(update, weighs, uncorrected),
      }),
    );
  }
  if (runningVariance) {
    const update = { running: runningVariance, statistic: statistics.variance, momentum };
    const m = valuesPer(batch.z, batch.unitAxes);
    const correction = correctionOf(batch, m);
    const kept = batch.given.runningVarianceOf;
    steps.push(
      step({
        name: 'updatedRunningVariance',
        type: 'vector',
        symbol: '\\sigma_{\\text{run}}^{2\\prime}',
        ...updateBy(update, weighs, correction),
        slips: {
          ...momentumSlips(update, weighs, correction),
          ...(correction !== uncorrected && {
            [kept === 'unbiased' ? 'kept-biased-running-variance' : 'kept-unbiased-running-variance']: slip({
              ...updateBy(update, weighs, uncorrected),
              hint:
                kept === 'unbiased'
                  ? `You updated with the variance that divides by $m = ${m}$; the running variance keeps the unbiased one, which divides by $m - 1 = ${m - 1}$.`
                  : `You updated with the variance that divides by $m - 1 = ${m - 1}$; here the running variance keeps the one that divides by $m = ${m}$.`,
            }),
          }),
        },
      }),
    );
  }
  return steps;
}
