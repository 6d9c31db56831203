import { DomainError, GivenError } from '../../engine/domain-error.js';
import { countPer, meanPer, squaredDeviationPer } from '../../engine/statistics.js';
import { formatShape, fromNested, tensor, type Nested, type Tensor } from '../../engine/tensor.js';
import type { AxisLetter, BatchNormGiven } from './schema.js';

/** The givens of a problem as tensors, defaults filled in and checked. */
export interface Batch {
  readonly given: BatchNormGiven;
  readonly z: Tensor;
  readonly layout: readonly AxisLetter[];
  /** Axes that tell units apart: the place of C, or none. */
  readonly unitAxes: readonly number[];
  readonly units: number;
  readonly gamma: Tensor;
  readonly beta: Tensor;
  readonly runningMean: Tensor | undefined;
  readonly runningVariance: Tensor | undefined;
  readonly momentum: number;
  /** What a student calls a unit of this layer. */
  readonly unit: 'unit' | 'channel';
}

const usualLayouts: readonly (readonly AxisLetter[])[] = [
  [],
  ['N'],
  ['C', 'N'],
  ['N', 'C', 'L'],
  ['N', 'C', 'H', 'W'],
  ['N', 'C', 'D', 'H', 'W'],
];

function readInputs(nested: Nested): Tensor {
  try {
    return fromNested(nested);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new GivenError(['z'], error.message, 'Give all rows of z the same number of entries.');
  }
}

function readLayout({ layout }: BatchNormGiven, { shape }: Tensor): readonly AxisLetter[] {
  const letters = layout ?? usualLayouts[shape.length];
  const size = `z has ${shape.length} (${formatShape(shape)})`;
  if (letters === undefined)
    throw new GivenError(['z'], `at most 5 axes have a usual layout, ${size}`, 'Write a layout.');
  if (letters.length !== shape.length)
    throw new GivenError(
      ['layout'],
      `the layout ${letters.join('×')} names ${letters.length} axes, ${size}`,
      'Write one letter for each axis of z, outermost first.',
    );
  const twice = letters.find((letter, axis) => letters.indexOf(letter) !== axis);
  if (twice !== undefined)
    throw new GivenError(
      ['layout'],
      `the letter ${twice} stands for two axes`,
      'Give each axis its own letter.',
    );
  return letters;
}

/** Reads the givens; throws a GivenError for those that make no sense together. */
export function readBatch(given: BatchNormGiven): Batch {
  const z = readInputs(given.z);
  const layout = readLayout(given, z);
  const place = layout.indexOf('C');
  const unitAxes = place < 0 ? [] : [place];
  const units = place < 0 ? 1 : z.shape[place]!;
  const unit = layout.some((letter) => letter !== 'N' && letter !== 'C') ? 'channel' : 'unit';
  const perUnit = (name: 'gamma' | 'beta' | 'runningMean' | 'runningVariance'): Tensor | undefined => {
    const list = given[name];
    if (list === undefined) return undefined;
    if (list.length !== units)
      throw new GivenError(
        [name],
        `${name} has ${list.length} entries, z has ${units} ${unit}s (${layout.join('×')} = ${formatShape(z.shape)})`,
        `Write one number for each ${unit}, or say in \`layout\` which axis counts the ${unit}s.`,
      );
    return tensor([units], list);
  };
  const batch: Batch = {
    given,
    z,
    layout,
    unitAxes,
    units,
    unit,
    gamma: perUnit('gamma') ?? tensor([units], new Array<number>(units).fill(1)),
    beta: perUnit('beta') ?? tensor([units], new Array<number>(units).fill(0)),
    runningMean: perUnit('runningMean'),
    runningVariance: perUnit('runningVariance'),
    momentum: given.momentum ?? (given.momentumOf === 'old' ? 0.99 : 0.1),
  };
  checkNumbers(batch);
  return batch;
}

function checkNumbers(batch: Batch): void {
  const { given, runningVariance } = batch;
  if (given.epsilon < 0)
    throw new GivenError(['epsilon'], `epsilon is ${given.epsilon}`, 'Write 0 or a small positive number.');
  const negative = runningVariance?.data.findIndex((variance) => variance < 0) ?? -1;
  if (negative >= 0)
    throw new GivenError(
      ['runningVariance', negative],
      'a variance is never negative',
      'Write 0 or a positive number.',
    );
  if (given.mode === 'training') checkTraining(batch);
  else checkEvaluation(batch);
}

function checkTraining({ given, z, unitAxes, unit, units, runningVariance }: Batch): void {
  const count = countPer(z.shape, unitAxes);
  const unbiased = 'An unbiased variance divides by one less than the number of values.';
  if (count === 1 && given.variance === 'unbiased')
    throw new GivenError(['variance'], `each ${unit} has a single value`, unbiased);
  if (count === 1 && runningVariance && given.runningVarianceOf === 'unbiased')
    throw new GivenError(['runningVarianceOf'], `each ${unit} has a single value`, unbiased);
  const variance = squaredDeviationPer(z, meanPer(z, unitAxes), unitAxes, count);
  const flat = variance.data.indexOf(0);
  if (flat >= 0 && given.epsilon === 0)
    throw new GivenError(
      ['z'],
      count === 1
        ? `a mini-batch of one value a ${unit} has variance 0, and with epsilon 0 it would be divided by 0`
        : `${unit} ${flat + 1} of ${units} has variance 0, and with epsilon 0 it would be divided by 0`,
      `Give every ${unit} differing values, or a positive epsilon.`,
    );
}

function checkEvaluation({ given, runningMean, runningVariance }: Batch): void {
  const missing = !runningMean ? 'runningMean' : !runningVariance ? 'runningVariance' : undefined;
  if (missing !== undefined)
    throw new GivenError(
      [missing],
      `evaluation needs ${missing}`,
      'Give both running statistics, or write `mode: training`.',
    );
  const flat = runningVariance?.data.indexOf(0) ?? -1;
  if (flat >= 0 && given.epsilon === 0)
    throw new GivenError(
      ['runningVariance', flat],
      'a running variance of 0 with epsilon 0 would be a division by 0',
      'Write a positive variance or a positive epsilon.',
    );
}
