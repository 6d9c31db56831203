import { z } from 'zod';
import { activationNames } from '../../engine/activation.js';
import { lossNames } from '../../engine/loss.js';

/** Numbers, layers, units and examples are bounded so that no product of them overflows. */
const largest = 1e6;
const most = { layers: 10, units: 100, examples: 100 };

const entry = z.number().min(-largest).max(largest);
const row = z.array(entry).min(1).max(most.units);
const batch = z.union([row, z.array(row).min(1).max(most.examples)]);

const LayerGiven = z.strictObject({
  weights: z
    .array(row)
    .min(1)
    .max(most.units)
    .describe('The weight matrix, a row a unit: the layer computes W·x + b.'),
  bias: row.optional().describe('One number a unit. Without it the layer has no bias.'),
  activation: z
    .enum(activationNames)
    .default('linear')
    .describe('What follows W·x + b; softmax only in the last layer.'),
  slope: z
    .number()
    .min(-1)
    .max(1)
    .optional()
    .describe('Slope of a leaky ReLU below 0 and at 0. 0.01 unless said.'),
});

/** The givens of one step of back-propagation, as an instructor writes them. */
export const MlpStepGiven = z.strictObject({
  input: batch.describe('The example x, or a batch of them as a matrix (see `layout`).'),
  target: batch.optional().describe('The desired output y, in the form of `input`. Needed with `loss`.'),
  layout: z
    .enum(['columns', 'rows'])
    .default('columns')
    .describe('In a batch, whether an example is a column or a row of every matrix of values.'),
  layers: z.array(LayerGiven).min(1).max(most.layers).describe('The layers, first to last.'),
  loss: z
    .enum(lossNames)
    .optional()
    .describe(
      'squared-error; binary-cross-entropy, after a sigmoid layer; cross-entropy, after softmax. ' +
        'Without it the gradient at the output is given and no loss is computed.',
    ),
  outputGradient: batch
    .optional()
    .describe('∂L/∂ŷ in place of a loss, for problems that ask only for gradients.'),
  reduction: z
    .enum(['sum', 'mean', 'half'])
    .optional()
    .describe(
      'Over the outputs of one example. Unless said: `mean` for squared-error, `sum` for the cross-entropies; ' +
        '`half` is ½ of the sum of squares.',
    ),
  batchReduction: z
    .enum(['mean', 'sum'])
    .default('mean')
    .describe('Over the examples of a batch; every gradient is that of the reduced loss.'),
  logBase: z
    .union([z.literal('e'), z.literal(2), z.literal(10)])
    .default('e')
    .describe('Base of the logarithm of a cross-entropy; it scales the gradients too.'),
  learningRate: z
    .number()
    .positive()
    .max(1000)
    .optional()
    .describe('η of the update W − η·∂L/∂W. Without it no update is computed.'),
  reluAtZero: z.number().min(0).max(1).default(0).describe('What ReLU′(0) is taken to be.'),
});
export type MlpStepGiven = z.infer<typeof MlpStepGiven>;
