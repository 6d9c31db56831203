import { z } from 'zod';
import { convolutionGiven, NestedGiven } from '../convolution-given.js';

/** The givens of one convolution layer with numbers, as an instructor writes them. */
export const Conv2dGiven = z.strictObject({
  ...convolutionGiven,
  x: convolutionGiven.x.describe(
    'The input: a matrix, or with channels C × H × W (H × W × C by `layout`), or a batch N × … of these.',
  ),
  w: convolutionGiven.w.describe(
    'The kernel: a matrix with a matrix x, else four levels in the order of `kernelLayout`.',
  ),
  activation: z
    .enum(['linear', 'relu', 'sigmoid', 'tanh'])
    .default('linear')
    .describe('What follows the sum and its bias.'),
  reluAtZero: z.number().min(0).max(1).default(0).describe('What ReLU′(0) is taken to be.'),
  du: z
    .array(NestedGiven)
    .min(1)
    .optional()
    .describe(
      '∂J/∂U, the gradient after the activation, in the shape of the output; it asks for the way back.',
    ),
  dz: z
    .array(NestedGiven)
    .min(1)
    .optional()
    .describe('∂J/∂Z, the gradient before the activation, in place of `du`.'),
});
export type Conv2dGiven = z.infer<typeof Conv2dGiven>;
