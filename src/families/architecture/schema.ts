import { z } from 'zod';
import { traits } from '../../engine/layers/architecture.js';
import { activations } from '../../engine/layers/layer-record.js';

const size = z.int().min(1).max(65_536);
const flag = z.literal(true).optional();
const Blocks = z.union([
  size,
  z.strictObject({ from: size, to: size.optional().describe('Any number from there on unless said.') }),
]);

export const ConstraintGiven = z.union([
  z.enum(['fit', 'keep-size', 'max-pool-halves']),
  z.strictObject({
    fit: flag.describe(
      'Every layer takes what comes in; asked of every network, said to give it other points.',
    ),
    'keep-size': flag.describe('Convolutions keep height and width.'),
    'max-pool-halves': flag.describe(
      'Of all layers but convolutions only max pools change height and width, and halve them.',
    ),
    'conv-blocks': Blocks.optional().describe(
      'Convolutional blocks: single convolutions, or runs of them that pools end; either count may fit.',
    ),
    'dense-blocks': Blocks.optional().describe('Fully connected layers, the last one included.'),
    outputs: z
      .union([size, z.literal('classes')])
      .optional()
      .describe('Values of the last layer.'),
    kernel: size.optional().describe('Kernel size of every convolution.'),
    activation: z
      .enum(activations)
      .optional()
      .describe('Activation that follows every layer named by `after`.'),
    after: z
      .enum(['conv', 'dense'])
      .optional()
      .describe("Convolutions, or fully connected layers but the last; 'conv' unless said."),
    same: z
      .enum(traits)
      .optional()
      .describe("What must equal the reference's: the order of layers, or one of their lists of numbers."),
    points: z
      .number()
      .min(0)
      .max(1e6)
      .optional()
      .describe('Worth beside the other constraints; 1 unless said.'),
  }),
]);
export type ConstraintGiven = z.output<typeof ConstraintGiven>;

/** The givens of an architecture problem, as an instructor writes them. */
export const ArchitectureGiven = z.strictObject({
  input: z.array(size).min(2).max(4).describe('Shape of one example, channels first: [3, 32, 32].'),
  classes: size.optional().describe('Number of classes; students may write n_classes for it.'),
  constraints: z
    .array(ConstraintGiven)
    .min(1)
    .max(30)
    .describe('What is asked of a network, each by itself.'),
  reference: z
    .array(z.string().min(1).max(200))
    .min(1)
    .max(100)
    .describe('Layers that meet every constraint, written as students may: the key.'),
});
export type ArchitectureGiven = z.output<typeof ArchitectureGiven>;
