import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../engine/evaluate.js';
import { convNet } from './index.js';

interface Small {
  readonly input: [number, number, number];
  readonly groups: number;
  readonly filtersEach: number;
  readonly kernel: [number, number];
  readonly stride: [number, number];
  readonly padding: [number, number];
  readonly dilation: [number, number];
  readonly bias: boolean;
}

const pair = (min: number, max: number) => fc.tuple(fc.integer({ min, max }), fc.integer({ min, max }));
const smallLayers: fc.Arbitrary<Small> = fc
  .record({
    channelsEach: fc.integer({ min: 1, max: 3 }),
    size: pair(5, 8),
    groups: fc.integer({ min: 1, max: 3 }),
    filtersEach: fc.integer({ min: 1, max: 2 }),
    kernel: pair(1, 3),
    stride: pair(1, 3),
    padding: pair(0, 2),
    dilation: pair(1, 2),
    bias: fc.boolean(),
  })
  .map(({ channelsEach, size, ...layer }) => ({ ...layer, input: [channelsEach * layer.groups, ...size] }));

/** Computes a convolution by its definition and tallies what is done, operation by operation. */
function tally({ input: [channels, height, width], groups, filtersEach, ...layer }: Small) {
  const { kernel, stride, padding, dilation, bias } = layer;
  const done = { multiplications: 0, additions: 0, onInputs: 0, outputs: 0 };
  const each = channels / groups;
  const fits = (start: number, size: number, axis: 0 | 1): boolean =>
    start + dilation[axis] * (kernel[axis] - 1) < size + padding[axis];
  for (let filter = 0; filter < filtersEach * groups; filter++)
    for (let top = -padding[0]; fits(top, height, 0); top += stride[0])
      for (let left = -padding[1]; fits(left, width, 1); left += stride[1]) {
        let terms = 0;
        for (let channel = 0; channel < each; channel++)
          for (let row = 0; row < kernel[0]; row++)
            for (let column = 0; column < kernel[1]; column++) {
              const [y, x] = [top + row * dilation[0], left + column * dilation[1]];
              done.multiplications++;
              if (y >= 0 && y < height && x >= 0 && x < width) done.onInputs++;
              if (terms++ > 0) done.additions++;
            }
        if (bias) done.additions++;
        done.outputs++;
      }
  return done;
}

function solve({ input, groups, filtersEach, ...layer }: Small, counting: unknown) {
  const conv = { ...layer, filters: filtersEach * groups, groups };
  const given = { counting, networks: { net: { input, layers: [{ conv }] } } };
  const key = evaluate(convNet.worksheet(convNet.given.parse(given)));
  return (what: string) => key.value(`net.1.${what}`);
}

describe('operation counts agree with a convolution that is computed and tallied', () => {
  it('under exact: multiplications, additions with the bias, and both together', () => {
    fc.assert(
      fc.property(smallLayers, (layer) => {
        const value = solve(layer, 'exact');
        const done = tally(layer);
        expect(value('multiplications')).toBe(done.multiplications);
        expect(value('additions')).toBe(done.additions);
        expect(value('operations')).toBe(done.multiplications + done.additions);
        expect(value('activations')).toBe(done.outputs);
      }),
    );
  });

  it('without padded taps: only products with true inputs', () => {
    fc.assert(
      fc.property(smallLayers, (layer) => {
        expect(solve(layer, { preset: 'macs', paddedTaps: false })('multiply-adds')).toBe(
          tally(layer).onInputs,
        );
      }),
    );
  });
});

/** Scatters every input of a transposed convolution and tallies the products. */
function scatter(input: readonly [number, number, number], filters: number, kernel: number): number {
  let products = 0;
  for (let channel = 0; channel < input[0]; channel++)
    for (let y = 0; y < input[1]; y++)
      for (let x = 0; x < input[2]; x++)
        for (let filter = 0; filter < filters; filter++)
          for (let row = 0; row < kernel; row++) for (let column = 0; column < kernel; column++) products++;
  return products;
}

describe('other layers', () => {
  const valueOf = (layer: unknown, input: number[], more: object = {}) => {
    const key = evaluate(
      convNet.worksheet(convNet.given.parse({ networks: { net: { input, layers: [layer] } }, ...more })),
    );
    return (what: string) => key.value(`net.1.${what}`);
  };

  it('a transposed convolution multiplies every input by the kernel of every filter', () => {
    const value = valueOf({ 'transposed-conv': { filters: 4, kernel: 3, stride: 2 } }, [2, 5, 6]);
    expect(value('multiplications')).toBe(scatter([2, 5, 6], 4, 3));
  });

  it.each([
    ['a max-pool finds the largest of 9 with 8 comparisons', 'MaxPool2D 3w3s', 'comparisons', 2 * 4 * 8],
    ['a mean of 9 takes 8 additions', 'AvgPool2D 3w3s', 'additions', 2 * 4 * 8],
    ['a mean takes one division', 'AvgPool2D 3w3s', 'multiplications', 2 * 4],
    ['bins of 2, 2 and 2 by 3 and 3 compare 5 times each', 'AdaptiveMaxPool2D 3x2', 'comparisons', 2 * 6 * 5],
    ['a global mean of 36 takes 35 additions', 'GlobalAvgPool2D', 'additions', 2 * 35],
    ['a ReLU compares every value with 0', 'ReLU', 'comparisons', 72],
    ['a sigmoid is not counted', 'Sigmoid', 'operations', 0],
    ['an unpool copies', 'MaxUnPool2D 2w2s', 'operations', 0],
    ['batch norm in evaluation centres, scales twice and shifts', 'BatchNorm2D', 'operations', 4 * 72],
    ['flattening is free', 'Flatten', 'operations', 0],
  ])('%s', (_, layer, what, expected) => {
    expect(valueOf(layer, [2, 6, 6])(what)).toBe(expected);
  });

  it('padded taps of a pool count unless the convention says otherwise', () => {
    const pool = { 'max-pool': { kernel: 3, stride: 2, padding: 1 } };
    expect(valueOf(pool, [1, 5, 5])('comparisons')).toBe(9 * 8);
    // Windows along an axis of 5 hold 2, 3 and 2 true values: 49 in all 9 windows.
    expect(
      valueOf(pool, [1, 5, 5], { counting: { preset: 'exact', paddedTaps: false } })('comparisons'),
    ).toBe(49 - 9);
  });
});
