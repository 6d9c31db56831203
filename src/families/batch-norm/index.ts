import type { Tensor } from '../../engine/tensor.js';
import { given, named, worksheet, type Worksheet } from '../../engine/worksheet.js';
import type { Family } from '../family.js';
import { readBatch, type Batch } from './batch.js';
import { centeredStep } from './centered.js';
import { typeOfRank } from './formulas.js';
import { misreadAxes } from './misreadings.js';
import { normalizedStep } from './normalized.js';
import { outputStep } from './output.js';
import { runningSteps } from './running-steps.js';
import { samples } from './samples.js';
import { BatchNormGiven } from './schema.js';
import { standardDeviationStep } from './standard-deviation.js';
import { statisticsSteps } from './statistics-steps.js';

/** The worksheet of a batch whose statistics stand one per position along `axes`. */
function worksheetPer(batch: Batch, axes: readonly number[]): Worksheet {
  const stated = {
    z: given('z', typeOfRank(batch.z.shape.length), batch.z),
    gamma: given('gamma', 'vector', batch.gamma),
    beta: given('beta', 'vector', batch.beta),
    epsilon: given('epsilon', 'number', batch.given.epsilon),
  };
  const runningMean = batch.runningMean && given('runningMean', 'vector', batch.runningMean);
  const runningVariance = batch.runningVariance && given('runningVariance', 'vector', batch.runningVariance);
  const momentum = given('momentum', 'number', batch.momentum);
  const ofBatch = batch.given.mode === 'training' ? statisticsSteps(batch, axes, stated.z) : undefined;
  const updates = ofBatch ? runningSteps(batch, { runningMean, runningVariance, momentum }, ofBatch) : [];
  const statistics = ofBatch ?? {
    mean: named<Tensor>('runningMean'),
    variance: named<Tensor>('runningVariance'),
  };
  const normalizing = { batch, axes, z: stated.z, epsilon: stated.epsilon, ...statistics };
  const standardDeviation = standardDeviationStep(normalizing);
  const centered = centeredStep(normalizing);
  const normalized = normalizedStep(normalizing, { centered, standardDeviation });
  const output = outputStep(batch, stated, normalized);
  const running = [runningMean, runningVariance].filter((entry) => entry !== undefined);
  return worksheet(
    [...Object.values(stated), ...running, ...(updates.length > 0 ? [momentum] : [])],
    [...Object.values(ofBatch ?? {}), standardDeviation, centered, normalized, output, ...updates],
    () =>
      String(axes) === String(batch.unitAxes)
        ? misreadAxes(batch, (other) => worksheetPer(batch, other))
        : {},
  );
}

/** Batch normalisation of a mini-batch, forward (Ioffe and Szegedy, 2015, algorithms 1 and 2). */
export const batchNorm: Family<BatchNormGiven> = {
  name: 'batch-norm',
  title: 'Batch normalisation',
  about:
    'Normalises a mini-batch in any layout, unit by unit or channel by channel: the mean and variance of the batch, ' +
    'the normalised inputs $\\hat z$ and the output $\\gamma\\hat z + \\beta$. In training it also updates running ' +
    'statistics where they are given; in evaluation it normalises by them.',
  given: BatchNormGiven,
  worksheet: (given) => {
    const batch = readBatch(given);
    return worksheetPer(batch, batch.unitAxes);
  },
  samples,
};
