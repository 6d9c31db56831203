import { z } from 'zod';
import { convolutionGiven, NestedGiven } from '../convolution-given.js';

/** The givens of a 1-D convolution, as an instructor writes them. */
export const Conv1dGiven = z.strictObject({
  ...convolutionGiven,
  x: convolutionGiven.x.describe(
    'The input: a list (one channel), a matrix channels × positions (positions × channels by `layout`), or a batch of these.',
  ),
  w: convolutionGiven.w.describe(
    'The kernel: a list with a list x, else three levels in the order of `kernelLayout`.',
  ),
  flattening: z
    .enum(['channel-major', 'position-major'])
    .default('channel-major')
    .describe(
      'How x and y become vectors in y = A x: one channel after the other, or one position after the other.',
    ),
  dy: z
    .array(NestedGiven)
    .min(1)
    .optional()
    .describe('∂L/∂y in the shape of the output; it asks for the way back.'),
});
export type Conv1dGiven = z.infer<typeof Conv1dGiven>;
