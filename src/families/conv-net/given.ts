import { z } from 'zod';
import { CountingGiven } from './counting-given.js';
import { LayerGiven } from './layer-given.js';
import { LossesGiven } from './losses.js';

const Network = z.strictObject({
  input: z
    .union([
      z.array(z.int().min(1).max(1_000_000)).min(1).max(4),
      z.string().describe("Another network, or a layer's output as 'net.2'."),
    ])
    .describe('Shape of one example in the declared layout, or the network that feeds this one.'),
  layers: z.array(LayerGiven).min(1).max(200).describe('Layers in order; steps count them from 1.'),
});

export const ConvNetGiven = z.strictObject({
  networks: z
    .record(z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,39}$/), Network)
    .describe('Networks by name; one may feed others.'),
  layout: z
    .enum(['channels-first', 'channels-last'])
    .default('channels-first')
    .describe(
      'channels-first: C×H×W, weights out×in×k×k (PyTorch); channels-last: H×W×C, weights k×k×in×out (Keras).',
    ),
  rounding: z
    .enum(['floor', 'ceil', 'exact'])
    .default('floor')
    .describe(
      'A partial last step is dropped (floor, PyTorch), kept (ceil, Caffe pools) or an error (exact).',
    ),
  bias: z.boolean().default(true).describe('Whether convolutions and fully connected layers have a bias.'),
  vectors: z
    .enum(['flat', 'column'])
    .default('flat')
    .describe('How a bias and the input and output of a fully connected layer are written: 16 or 16×1.'),
  counting: CountingGiven.default('exact').describe(
    "How operations are counted: a preset's name, or { preset: exact, pool: k2 } to change single conventions.",
  ),
  mode: z
    .enum(['evaluation', 'training'])
    .default('evaluation')
    .describe('Which of its two formulas batch normalisation is counted by.'),
  losses: LossesGiven.optional(),
  batch: z
    .int()
    .min(1)
    .max(1_000_000)
    .optional()
    .describe('Examples in a batch; shapes and counts are of one example.'),
});
export type ConvNetGiven = z.output<typeof ConvNetGiven>;
