import { z } from 'zod';
import type { Nested } from '../../engine/tensor.js';

/** Larger numbers overflow once they are squared and scaled. */
const largest = 1e50;

const entry = z.number().min(-largest).max(largest);
const nested: z.ZodType<Nested> = z.union([entry, z.array(z.lazy(() => nested)).min(1)]);
const perUnit = z.array(entry).min(1);

export const axisLetters = ['N', 'C', 'L', 'D', 'H', 'W'] as const;
export type AxisLetter = (typeof axisLetters)[number];

/** The givens of a batch-norm problem, as an instructor writes them. */
export const BatchNormGiven = z.strictObject({
  z: z
    .array(nested)
    .min(1)
    .describe('The inputs of the layer: nested lists of numbers, one level for each letter of `layout`.'),
  layout: z
    .array(z.enum(axisLetters))
    .optional()
    .describe(
      'What each axis of `z` counts, outermost first: N examples, C units or channels, L, D, H, W positions. ' +
        'Without C everything is one unit. Unless said: [N] for a list, [C, N] for a matrix (a row a unit, a column ' +
        'an example), [N, C, L], [N, C, H, W] and [N, C, D, H, W] beyond.',
    ),
  gamma: perUnit.optional().describe('The scale γ, one number a unit. Ones unless said.'),
  beta: perUnit.optional().describe('The shift β, one number a unit. Zeros unless said.'),
  epsilon: entry.default(1e-5).describe('The ε that is added to the variance under the root.'),
  mode: z
    .enum(['training', 'evaluation'])
    .default('training')
    .describe('`training` normalises by the statistics of the batch, `evaluation` by the running ones.'),
  runningMean: perUnit
    .optional()
    .describe('The running mean before this batch, one number a unit. Needed in evaluation.'),
  runningVariance: perUnit
    .optional()
    .describe('The running variance before this batch, one number a unit. Needed in evaluation.'),
  momentum: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe(
      'Weight in the update of the running statistics. 0.1 unless said; 0.99 with `momentumOf: old`.',
    ),
  momentumOf: z
    .enum(['new', 'old'])
    .default('new')
    .describe(
      'What the momentum weighs: the `new` batch statistic (PyTorch) or the `old` running one (Keras).',
    ),
  variance: z
    .enum(['biased', 'unbiased'])
    .default('biased')
    .describe('The variance that normalises: `biased` divides by m (the standard), `unbiased` by m − 1.'),
  runningVarianceOf: z
    .enum(['unbiased', 'biased'])
    .default('unbiased')
    .describe('The batch variance that updates the running one: `unbiased` in PyTorch, `biased` in Keras.'),
});
export type BatchNormGiven = z.infer<typeof BatchNormGiven>;
