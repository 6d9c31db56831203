import { z } from 'zod';
import { activations } from '../../engine/layers/layer-record.js';
import type { LayerRecord } from '../../engine/layers/layer-record.js';

const Size = z.int().min(1).max(65_536).meta({ hint: 'Write a whole number such as 3.' });
const Amount = z.int().min(0).max(65_536).meta({ hint: 'Write a whole number such as 1.' });
const perAxis = <T extends z.ZodType>(entry: T) => z.union([entry, z.array(entry).min(1).max(3)]);

const kernel = perAxis(Size).describe('Window size: one number, or one per axis as [height, width].');
const stride = perAxis(Size).optional();
const dilation = perAxis(Size).optional().describe('Distance between the taps of the window; 1 unless said.');
const rounding = z
  .enum(['floor', 'ceil', 'exact'])
  .optional()
  .describe("This layer's own rounding of sizes; the problem's unless said.");
const padding = z
  .union([Amount, z.array(Amount).min(1).max(3), z.enum(['same', 'valid'])])
  .optional()
  .describe(
    "Zeros on each side: one number, one per axis, 'valid' (none), or 'same' (output ⌈i/s⌉); 0 unless said.",
  );
const bias = z.boolean().optional().describe("Whether the layer has a bias; the problem's unless said.");
const inputs = Size.optional().describe('Channels or features the layer expects; checked where stated.');
const of = z.enum(['average', 'max']).default('average').describe('What a window becomes.');

const sliding = {
  kernel,
  stride: stride.describe('Step of the window; 1 unless said.'),
  padding,
  dilation,
  rounding,
};
const Pool = z.strictObject({
  ...sliding,
  stride: stride.describe('Step of the window; the kernel unless said.'),
});

/** A layer as a mapping with one key, its kind. */
const LayerMapping = z.strictObject({
  conv: z
    .strictObject({
      filters: Size.describe('Output channels.'),
      ...sliding,
      groups: Size.optional().describe('Groups of channels that do not mix; 1 unless said.'),
      bias,
      inputs,
    })
    .optional()
    .describe('Convolution.'),
  depthwise: z
    .strictObject({
      multiplier: Size.optional().describe('Filters per input channel; 1 unless said.'),
      ...sliding,
      bias,
      inputs,
    })
    .optional()
    .describe('Depthwise convolution: every channel by itself.'),
  'transposed-conv': z
    .strictObject({
      filters: Size.describe('Output channels.'),
      kernel,
      stride: sliding.stride,
      padding: padding.describe("As in a convolution; 'same' and 'valid' as in Keras."),
      outputPadding: perAxis(Amount)
        .optional()
        .describe('Rows and columns added at one side; 0 unless said.'),
      dilation,
      groups: Size.optional(),
      bias,
      inputs,
    })
    .optional()
    .describe('Transposed convolution.'),
  'max-pool': Pool.optional().describe('Maximum of each window.'),
  'avg-pool': Pool.optional().describe('Mean of each window.'),
  'adaptive-pool': z
    .strictObject({ of, output: perAxis(Size).describe('Size of the output.') })
    .optional()
    .describe('Pool to a stated size.'),
  'global-pool': z
    .strictObject({ of, keep: z.boolean().default(true).describe('Whether axes of size 1 stay.') })
    .optional()
    .describe('Pool of the whole feature map.'),
  'max-unpool': z
    .strictObject({
      kernel,
      stride: stride.describe('Step of the window; the kernel unless said.'),
      padding: perAxis(Amount).optional().describe("The pool's padding; 0 unless said."),
      output: perAxis(Size).optional().describe('Size of the output, where several are possible.'),
      indicesFrom: z
        .string()
        .optional()
        .describe("The pool whose maxima are put back, as 'net.2'; shapes are checked where it is named."),
    })
    .optional()
    .describe('Puts each value back where its maximum was, zeros elsewhere.'),
  flatten: z.strictObject({}).optional().describe('Feature map to vector.'),
  fc: z
    .strictObject({ units: Size.describe('Output features.'), bias, inputs })
    .optional()
    .describe('Fully connected layer; flattens a feature map by itself.'),
  'batch-norm': z
    .strictObject({ affine: z.boolean().default(true).describe('Whether γ and β are learnt.'), inputs })
    .optional()
    .describe('Batch normalisation.'),
  activation: z.enum(activations).optional().describe('Activation function, element by element.'),
  dropout: z.strictObject({}).optional().describe('Dropout: shapes and counts pass through.'),
}) satisfies z.ZodType<LayerRecord>;

/** A layer: compact notation such as `Conv2D 16c5w1s0p`, or a mapping. */
export const LayerGiven = z.union([
  z
    .string()
    .min(1)
    .max(120)
    .describe(
      'A kind and its numbers: Conv2D 16c5w1s0p, MaxPool2D 2w2s, MaxUnPool2D 2w2s, FC 160, Flatten, ReLU.',
    ),
  LayerMapping,
]);
export type LayerGiven = z.output<typeof LayerGiven>;
