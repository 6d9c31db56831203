import { z } from 'zod';

const most = { size: 2000, stride: 100, channels: 4096 };
const size = z.int().min(1).max(most.size);
const amount = z.int().min(0).max(most.size);
const channels = z.int().min(1).max(most.channels);

export const sizeTerms = ['kernel', 'padding', 'stride', 'dilation', 'input', 'output'] as const;

/** The givens of one layer's size arithmetic, as an instructor writes them. */
export const ConvArithmeticGiven = z.strictObject({
  unknown: z
    .enum(sizeTerms)
    .describe('What is asked for: o = round((i + 2p − d(k − 1) − 1)/s) + 1 is solved for it.'),
  input: size.optional().describe('Input size i along one axis.'),
  kernel: size.optional().describe('Kernel size k.'),
  padding: amount.optional().describe('Padding p on each side; 0 unless said.'),
  stride: z.int().min(1).max(most.stride).optional().describe('Stride s; 1 unless said.'),
  dilation: z.int().min(1).max(most.stride).optional().describe('Dilation d; 1 unless said.'),
  output: size.optional().describe('Output size o along one axis.'),
  rounding: z
    .enum(['floor', 'ceil', 'exact'])
    .default('floor')
    .describe('What becomes of a last, partial step: dropped, kept, or not allowed.'),
  from: amount.optional().describe('Smallest value of the unknown that counts.'),
  to: amount.optional().describe('Largest value of the unknown that counts.'),
  axes: z.int().min(1).max(3).default(2).describe('Spatial axes, all of these sizes: 2 for images.'),
  inputChannels: channels
    .optional()
    .describe('Channels of the input; asks for parameters and multiplications.'),
  filters: channels.optional().describe('Output channels; needed with `inputChannels`.'),
  groups: channels.default(1).describe('Groups of channels that do not mix.'),
  bias: z.boolean().default(true).describe('Whether each filter has a bias.'),
});
export type ConvArithmeticGiven = z.infer<typeof ConvArithmeticGiven>;
