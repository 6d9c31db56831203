import { z } from 'zod';
import type { ConvLayer } from '../engine/conv-layer.js';
import type { KernelLayout, ValueLayout } from '../engine/conv-layout.js';
import { GivenError } from '../engine/domain-error.js';
import { readConvLayer, readTensor } from '../engine/read-conv-layer.js';
import { formatShape, type Nested } from '../engine/tensor.js';

/** Numbers are bounded so that no product of them overflows. */
const largest = 1e6;
const most = 64;

const entry = z.number().min(-largest).max(largest);
/** Nested lists of numbers. */
export const NestedGiven: z.ZodType<Nested> = z.union([entry, z.array(z.lazy(() => NestedGiven)).min(1)]);
const values = z.array(NestedGiven).min(1);

const size = z.int().min(1).max(most);
const amount = z.int().min(0).max(most);
const perAxis = <T extends z.ZodType>(one: T) => z.union([one, z.array(one).min(1).max(2)]);

/** What the families of convolutions with numbers ask of a layer. */
export const convolutionGiven = {
  x: values,
  w: values,
  b: z
    .union([entry, z.array(entry).min(1)])
    .optional()
    .describe(
      'The bias: a number for a layer of one kernel, else one for each filter. Without it there is none.',
    ),
  operation: z
    .enum(['correlation', 'convolution'])
    .default('correlation')
    .describe(
      '`correlation` slides the kernel as it stands (what deep learning calls convolution), `convolution` reverses it.',
    ),
  padding: z
    .union([perAxis(amount), z.enum(['valid', 'same', 'full'])])
    .default('valid')
    .describe(
      "Zeros on each side: a number, one an axis, 'valid' (none), 'same' (output ⌈i/s⌉), 'full' (d(k − 1)).",
    ),
  stride: perAxis(size).default(1).describe('Step of the kernel.'),
  dilation: perAxis(size).default(1).describe('Distance between the taps of the kernel.'),
  groups: size.default(1).describe('Groups of channels that do not mix.'),
  layout: z
    .enum(['channels-first', 'channels-last'])
    .default('channels-first')
    .describe('Where the channels of x and of the output stand.'),
  kernelLayout: z
    .enum(['out-in', 'in-out', 'last'])
    .optional()
    .describe(
      'Order of the axes of w: `out-in` is out × in × taps (PyTorch), `in-out` in × out × taps, `last` taps × in × out ' +
        '(Keras). `out-in` unless said, `last` where channels stand last.',
    ),
  origin: z
    .union([z.literal(0), z.literal(1)])
    .default(0)
    .describe('Where indices start, in answers and in the worked solution.'),
};
export type ConvolutionGiven = z.infer<z.ZodObject<typeof convolutionGiven>>;

/** Reads the layer of a problem; the axes of x say whether there are channels and examples. */
export function readConvolution(given: ConvolutionGiven, rank: number): ConvLayer {
  const { shape } = readTensor(given.x, 'x');
  const extra = shape.length - rank;
  if (extra < 0 || extra > 2)
    throw new GivenError(
      ['x'],
      `x has ${shape.length} axes (${formatShape(shape)})`,
      `Give ${rank} (no channels), ${rank + 1} (with channels) or ${rank + 2} (a batch).`,
    );
  const kernels: KernelLayout =
    extra === 0 ? 'none' : (given.kernelLayout ?? (given.layout === 'channels-last' ? 'last' : 'out-in'));
  const channels = extra === 0 ? 'none' : given.layout === 'channels-last' ? 'last' : 'first';
  const layout: ValueLayout = { batch: extra === 2, channels };
  return readConvLayer(given, { values: layout, kernels, rank });
}

/** Answer type of a tensor of a rank. */
export const typeOfRank = (rank: number): 'vector' | 'matrix' | 'tensor' =>
  rank < 2 ? 'vector' : rank === 2 ? 'matrix' : 'tensor';

export const biasType = ({ kernels }: ConvLayer): 'number' | 'vector' =>
  kernels === 'none' ? 'number' : 'vector';
