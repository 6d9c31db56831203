import { convSize, type Sliding } from './conv-size.js';
import { DomainError } from './domain-error.js';
import { formatShape, sameShape, sizeOf, zeros, type Shape, type Tensor } from './tensor.js';

/**
 * A window for each spatial axis, and the groups of channels that do not mix. In this file inputs are
 * N×C×S…, kernels O×(C/g)×K… and outputs N×O×P…, for any number of spatial axes.
 */
export interface Convolution {
  readonly windows: readonly Sliding[];
  readonly groups: number;
}

/** A product of a convolution: flat offsets of the input, weight and output that it joins. */
type Visit = (input: number, weight: number, output: number) => void;

const spatial = (shape: Shape): Shape => shape.slice(2);

/** N×O×P… of a convolution. */
export const outputShape = (input: Shape, kernel: Shape, { windows }: Convolution): Shape => [
  input[0]!,
  kernel[0]!,
  ...windows.map((window, axis) => convSize(input[axis + 2]!, window, 'floor')),
];

/** Positions of one axis that meet in a product; taps on padding meet nothing. */
function meetingsAlong(size: number, outputs: number, window: Sliding): [number, number, number][] {
  const found: [number, number, number][] = [];
  for (let output = 0; output < outputs; output++)
    for (let tap = 0; tap < window.kernel; tap++) {
      const input = output * window.stride + tap * window.dilation - window.before;
      if (input >= 0 && input < size) found.push([input, tap, output]);
    }
  return found;
}

/** Flat spatial offsets of input, tap and output that meet, of one channel. */
function meetings(input: Shape, output: Shape, { windows }: Convolution): [number, number, number][] {
  return windows.reduce<[number, number, number][]>(
    (sofar, window, axis) => {
      const along = meetingsAlong(input[axis + 2]!, output[axis + 2]!, window);
      const sizes = [input[axis + 2]!, window.kernel, output[axis + 2]!] as const;
      return sofar.flatMap((from) =>
        along.map((step): [number, number, number] => [
          from[0] * sizes[0] + step[0],
          from[1] * sizes[1] + step[1],
          from[2] * sizes[2] + step[2],
        ]),
      );
    },
    [[0, 0, 0]],
  );
}

function eachProduct(input: Shape, kernel: Shape, conv: Convolution, visit: Visit): void {
  const { groups, windows } = conv;
  const [examples, channels] = [input[0]!, input[1]!];
  const [filters, depth] = [kernel[0]!, kernel[1]!];
  if (input.length !== windows.length + 2 || channels !== depth * groups || filters % groups !== 0)
    throw new DomainError(`kernels of ${formatShape(kernel)} do not fit inputs of ${formatShape(input)}`);
  const output = outputShape(input, kernel, conv);
  const meet = meetings(input, output, conv);
  const [inputs, taps, outputs] = [input, kernel, output].map((shape) => sizeOf(spatial(shape))) as [
    number,
    number,
    number,
  ];
  for (let example = 0; example < examples; example++)
    for (let filter = 0; filter < filters; filter++)
      for (let place = 0; place < depth; place++) {
        const channel = Math.floor(filter / (filters / groups)) * depth + place;
        const inputFrom = (example * channels + channel) * inputs;
        const weightFrom = (filter * depth + place) * taps;
        const outputFrom = (example * filters + filter) * outputs;
        for (const [position, tap, target] of meet)
          visit(inputFrom + position, weightFrom + tap, outputFrom + target);
      }
}

function expectShape(found: Shape, wanted: Shape, what: string): void {
  if (!sameShape(found, wanted))
    throw new DomainError(`${what} is ${formatShape(found)} where ${formatShape(wanted)} is needed`);
}

/** Correlation, without reversal: y[n,o,i…] = Σ w[o,c,k…] x[n,c,s·i + d·k − p…]. */
export function convolve(input: Tensor, kernel: Tensor, conv: Convolution): Tensor {
  const result = zeros(outputShape(input.shape, kernel.shape, conv));
  eachProduct(input.shape, kernel.shape, conv, (x, w, y) => {
    result.data[y]! += kernel.data[w]! * input.data[x]!;
  });
  return result;
}

/** ∂J/∂x from ∂J/∂y, for inputs of the given shape. */
export function inputGradientOf(gradient: Tensor, kernel: Tensor, conv: Convolution, input: Shape): Tensor {
  expectShape(gradient.shape, outputShape(input, kernel.shape, conv), 'the gradient of the output');
  const result = zeros(input);
  eachProduct(input, kernel.shape, conv, (x, w, y) => {
    result.data[x]! += kernel.data[w]! * gradient.data[y]!;
  });
  return result;
}

/** ∂J/∂w from ∂J/∂y, for kernels of the given shape; summed over examples and positions. */
export function kernelGradientOf(input: Tensor, gradient: Tensor, conv: Convolution, kernel: Shape): Tensor {
  expectShape(gradient.shape, outputShape(input.shape, kernel, conv), 'the gradient of the output');
  const result = zeros(kernel);
  eachProduct(input.shape, kernel, conv, (x, w, y) => {
    result.data[w]! += input.data[x]! * gradient.data[y]!;
  });
  return result;
}

/** For one example, the offset of the weight that joins each output (row) to each input (column); −1 where none does. */
export function weightOffsets(input: Shape, kernel: Shape, conv: Convolution): Tensor {
  const single = [1, ...input.slice(1)];
  const columns = sizeOf(single);
  const result = zeros([sizeOf(outputShape(single, kernel, conv)), columns]);
  result.data.fill(-1);
  eachProduct(single, kernel, conv, (x, w, y) => {
    result.data[y * columns + x] = w;
  });
  return result;
}
