import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  convolve,
  inputGradientOf,
  kernelGradientOf,
  outputShape,
  weightOffsets,
  type Convolution,
} from './convolve.js';
import { reverseKernels, separateChannels, swapChannels, transposeKernels } from './kernels.js';
import { at, map, matmul, sizeOf, slice, tensor, toNested, type Shape, type Tensor } from './tensor.js';

interface Drawn {
  readonly conv: Convolution;
  readonly input: Tensor;
  readonly kernel: Tensor;
}

const whole = (shape: Shape) =>
  fc
    .array(fc.integer({ min: -5, max: 5 }), { minLength: sizeOf(shape), maxLength: sizeOf(shape) })
    .map((data) => tensor(shape, data));

const axis = fc
  .record({
    kernel: fc.integer({ min: 1, max: 3 }),
    stride: fc.integer({ min: 1, max: 3 }),
    dilation: fc.integer({ min: 1, max: 2 }),
    before: fc.nat({ max: 2 }),
    after: fc.nat({ max: 2 }),
    more: fc.nat({ max: 3 }),
  })
  .map(({ more, ...window }) => ({
    window,
    size: Math.max(1, window.dilation * (window.kernel - 1) + 1 - window.before - window.after + more),
  }));

/** Small convolutions over one to three axes, with a batch, groups, stride, dilation and uneven padding. */
const convolutions: fc.Arbitrary<Drawn> = fc
  .record({
    axes: fc.array(axis, { minLength: 1, maxLength: 3 }),
    examples: fc.integer({ min: 1, max: 2 }),
    groups: fc.integer({ min: 1, max: 2 }),
    depth: fc.integer({ min: 1, max: 2 }),
    width: fc.integer({ min: 1, max: 2 }),
  })
  .chain(({ axes, examples, groups, depth, width }) =>
    fc.record({
      conv: fc.constant({ windows: axes.map(({ window }) => window), groups }),
      input: whole([examples, groups * depth, ...axes.map(({ size }) => size)]),
      kernel: whole([groups * width, depth, ...axes.map(({ window }) => window.kernel)]),
    }),
  );

const withGradient = convolutions.chain((drawn) =>
  whole(outputShape(drawn.input.shape, drawn.kernel.shape, drawn.conv)).map((gradient) => ({
    ...drawn,
    gradient,
  })),
);

const dot = (a: Tensor, b: Tensor): number =>
  a.data.reduce((sum, entry, offset) => sum + entry * b.data[offset]!, 0);
const bumped = (value: Tensor, at: number, by: number): Tensor =>
  map(value, (entry, offset) => entry + (offset === at ? by : 0));

/** Central differences of J = Σ g·y; exact here, since y is linear in the input and in the kernel. */
const differences = (value: Tensor, loss: (changed: Tensor) => number): number[] =>
  [...value.data].map((_, offset) => (loss(bumped(value, offset, 1)) - loss(bumped(value, offset, -1))) / 2);

describe('convolve', () => {
  test('gives the sum over taps and channels that its definition says, padding being zeros', () => {
    fc.assert(
      fc.property(convolutions, ({ conv, input, kernel }) => {
        const output = convolve(input, kernel, conv);
        const [examples, filters, ...places] = output.shape as [number, number, ...number[]];
        const [, depth, ...taps] = kernel.shape as [number, number, ...number[]];
        const indices = (sizes: readonly number[]): number[][] =>
          sizes.reduce<number[][]>(
            (sofar, size) =>
              sofar.flatMap((index) => Array.from({ length: size }, (_, next) => [...index, next])),
            [[]],
          );
        for (const [n, o, ...place] of indices([examples, filters, ...places]) as [
          number,
          number,
          ...number[],
        ][]) {
          let sum = 0;
          for (const [c, ...tap] of indices([depth, ...taps]) as [number, ...number[]][]) {
            const channel = Math.floor(o / (filters / conv.groups)) * depth + c;
            const from = conv.windows.map(
              ({ stride, dilation, before }, axis) => stride * place[axis]! + dilation * tap[axis]! - before,
            );
            const isInside = from.every((index, axis) => index >= 0 && index < input.shape[axis + 2]!);
            if (isInside) sum += at(kernel, o, c, ...tap) * at(input, n, channel, ...from);
          }
          expect(at(output, n, o, ...place)).toBe(sum);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('refuses kernels that do not fit the channels', () => {
    const conv = { windows: [{ kernel: 2, stride: 1, dilation: 1, before: 0, after: 0 }], groups: 1 };
    expect(() => convolve(tensor([1, 2, 3], new Array(6).fill(0)), tensor([1, 1, 2], [1, 1]), conv)).toThrow(
      /1×1×2 do not fit inputs of 1×2×3/,
    );
  });
});

describe('gradients of a convolution', () => {
  test('agree with central differences, to input and kernel', () => {
    fc.assert(
      fc.property(withGradient, ({ conv, input, kernel, gradient }) => {
        expect([...inputGradientOf(gradient, kernel, conv, input.shape).data]).toEqual(
          differences(input, (changed) => dot(gradient, convolve(changed, kernel, conv))).map(
            (entry) => entry + 0,
          ),
        );
        expect([...kernelGradientOf(input, gradient, conv, kernel.shape).data]).toEqual(
          differences(kernel, (changed) => dot(gradient, convolve(input, changed, conv))).map(
            (entry) => entry + 0,
          ),
        );
      }),
      { numRuns: 100 },
    );
  });

  test('to the input are, at stride 1, a convolution by the reversed kernels with channels exchanged', () => {
    fc.assert(
      fc.property(withGradient, ({ conv, input, kernel, gradient }) => {
        fc.pre(conv.windows.every(({ stride }) => stride === 1));
        const windows = conv.windows.map((window) => {
          const reach = window.dilation * (window.kernel - 1);
          return { ...window, before: reach - window.before, after: reach - window.after };
        });
        const back = reverseKernels(swapChannels(kernel, conv.groups));
        expect(toNested(convolve(gradient, back, { windows, groups: conv.groups }))).toEqual(
          toNested(inputGradientOf(gradient, kernel, conv, input.shape)),
        );
      }),
    );
  });

  test('refuse a gradient of another shape, naming both', () => {
    const conv = { windows: [{ kernel: 2, stride: 1, dilation: 1, before: 0, after: 0 }], groups: 1 };
    const [input, kernel] = [tensor([1, 1, 4], [1, 2, 3, 4]), tensor([1, 1, 2], [1, 1])];
    const gradient = tensor([1, 1, 4], [1, 1, 1, 1]);
    expect(() => inputGradientOf(gradient, kernel, conv, input.shape)).toThrow(/1×1×4 where 1×1×3/);
    expect(() => kernelGradientOf(input, gradient, conv, kernel.shape)).toThrow(/1×1×4 where 1×1×3/);
  });
});

test('the matrix of a convolution multiplies each flattened example to its output', () => {
  fc.assert(
    fc.property(convolutions, ({ conv, input, kernel }) => {
      const offsets = weightOffsets(input.shape, kernel.shape, conv);
      const matrix = map(offsets, (offset) => (offset < 0 ? 0 : kernel.data[offset]!));
      const output = convolve(input, kernel, conv);
      const example = (value: Tensor, n: number): Tensor => {
        const one = slice(value, [n, ...value.shape.slice(1).map(() => null)]);
        return tensor([one.data.length], one.data);
      };
      for (let n = 0; n < input.shape[0]!; n++)
        expect([...matmul(matrix, example(input, n)).data]).toEqual([...example(output, n).data]);
    }),
  );
});

describe('kernels', () => {
  const kernels = tensor([2, 1, 2, 2], [1, 2, 3, 4, 5, 6, 7, 8]);

  test('are reversed along every spatial axis, each by itself', () => {
    expect([...reverseKernels(kernels).data]).toEqual([4, 3, 2, 1, 8, 7, 6, 5]);
  });

  test('are transposed each by itself', () => {
    expect([...transposeKernels(kernels).data]).toEqual([1, 3, 2, 4, 5, 7, 6, 8]);
  });

  test('exchange input and output channels within their groups', () => {
    const two = tensor([4, 1, 1], [1, 2, 3, 4]);
    expect(swapChannels(two, 2)).toEqual(tensor([2, 2, 1], [1, 2, 3, 4]));
    expect(swapChannels(tensor([2, 3, 1], [1, 2, 3, 4, 5, 6]), 1)).toEqual(
      tensor([3, 2, 1], [1, 4, 2, 5, 3, 6]),
    );
  });

  test('fall apart into one for each pair of channels, the first channel first', () => {
    expect(separateChannels(tensor([2, 2, 1], [1, 2, 3, 4]))).toEqual(tensor([4, 1, 1], [1, 3, 2, 4]));
  });
});
