import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../engine/evaluate.js';
import { convNet } from './index.js';

type Pair = [number, number];
interface Small {
  readonly input: [number, number, number];
  readonly groups: number;
  readonly filtersEach: number;
  readonly kernel: Pair;
  readonly stride: Pair;
  readonly padding: Pair;
  readonly dilation: Pair;
}

const pair = (min: number, max: number) => fc.tuple(fc.integer({ min, max }), fc.integer({ min, max }));
const smallLayers: fc.Arbitrary<Small> = fc
  .record({
    channelsEach: fc.integer({ min: 1, max: 2 }),
    size: pair(5, 7),
    groups: fc.integer({ min: 1, max: 2 }),
    filtersEach: fc.integer({ min: 1, max: 2 }),
    kernel: pair(1, 3),
    stride: pair(1, 4),
    padding: pair(0, 2),
    dilation: pair(1, 2),
  })
  .map(({ channelsEach, size, ...layer }) => ({ ...layer, input: [channelsEach * layer.groups, ...size] }));

/** A gradient that is filled in product by product: the first is written down, each later one added. */
class Tally {
  private readonly begun = new Set<string>();
  multiplications = 0;
  additions = 0;
  add(entry: string, isProduct: boolean): void {
    if (isProduct) this.multiplications++;
    if (this.begun.has(entry)) this.additions++;
    else this.begun.add(entry);
  }
}

/** Backpropagates through a convolution by its definition, with or without the products on padding. */
function backpropagate({ input: [channels, height, width], ...layer }: Small, padded: boolean) {
  const { groups, filtersEach, kernel, stride, padding, dilation } = layer;
  const [weights, biases, inputs] = [new Tally(), new Tally(), new Tally()];
  const fits = (start: number, size: number, axis: 0 | 1): boolean =>
    start + dilation[axis] * (kernel[axis] - 1) < size + padding[axis];
  for (let filter = 0; filter < filtersEach * groups; filter++)
    for (let top = -padding[0]; fits(top, height, 0); top += stride[0])
      for (let left = -padding[1]; fits(left, width, 1); left += stride[1]) {
        biases.add(`${filter}`, false);
        for (let channel = 0; channel < channels / groups; channel++)
          for (let row = 0; row < kernel[0]; row++)
            for (let column = 0; column < kernel[1]; column++) {
              const [y, x] = [top + row * dilation[0], left + column * dilation[1]];
              if (!padded && !(y >= 0 && y < height && x >= 0 && x < width)) continue;
              const group = Math.floor(filter / filtersEach);
              weights.add(`${filter} ${channel} ${row} ${column}`, true);
              inputs.add(`${group} ${channel} ${y} ${x}`, true);
            }
      }
  return { weights, biases, inputs };
}

/** The layer behind a pointwise one, so that there is someone to hand its input's gradient to. */
function solve({ input, groups, filtersEach, ...layer }: Small, counting: unknown) {
  const conv = { ...layer, filters: filtersEach * groups, groups };
  const first = { conv: { filters: input[0], kernel: 1 } };
  const given = {
    counting,
    losses: { J: { of: 'net' } },
    networks: { net: { input, layers: [first, { conv }] } },
  };
  const key = evaluate(convNet.worksheet(convNet.given.parse(given)));
  return (what: string) => key.value(`net.2.J.${what}`);
}

describe('operation counts agree with a backward pass that is computed and tallied', () => {
  it.each([
    ['with padded taps', true],
    ['without padded taps', false],
  ])('under exact, %s', (_, paddedTaps) => {
    fc.assert(
      fc.property(smallLayers, (layer) => {
        const value = solve(layer, { preset: 'exact', paddedTaps });
        const { weights, biases, inputs } = backpropagate(layer, paddedTaps);
        expect(value('weight-gradient.multiplications')).toBe(weights.multiplications);
        expect(value('weight-gradient.additions')).toBe(weights.additions);
        expect(value('bias-gradient.multiplications')).toBe(0);
        expect(value('bias-gradient.additions')).toBe(biases.additions);
        expect(value('input-gradient.multiplications')).toBe(inputs.multiplications);
        expect(value('input-gradient.additions')).toBe(inputs.additions);
        const all = [weights, biases, inputs].map((tally) => tally.multiplications + tally.additions);
        expect(value('operations')).toBe(all.reduce((sum, each) => sum + each));
      }),
    );
  });

  it('under macs, a multiply-add for each product, and nothing for the bias', () => {
    fc.assert(
      fc.property(smallLayers, (layer) => {
        const value = solve(layer, 'macs');
        const { weights } = backpropagate(layer, true);
        expect(value('weight-gradient.operations')).toBe(weights.multiplications);
        expect(value('bias-gradient.operations')).toBe(0);
        expect(value('operations')).toBe(2 * weights.multiplications);
      }),
    );
  });
});

describe('other layers', () => {
  const valueOf = (layers: unknown[], input: number[], counting: unknown = 'exact', more: object = {}) => {
    const given = { counting, losses: { J: { of: 'net' } }, networks: { net: { input, layers } }, ...more };
    const key = evaluate(convNet.worksheet(convNet.given.parse(given)));
    return (what: string) => key.value(`net.${what}`);
  };
  const up = { 'transposed-conv': { filters: 4, kernel: 3, stride: 2 } };

  it.each<[string, unknown[], number[], string, number]>([
    [
      'a weight of a transposed convolution sums over the 5×6 inputs',
      [up],
      [2, 5, 6],
      '1.J.weight-gradient.additions',
      72 * 29,
    ],
    ['its bias sums over the 11×13 outputs', [up], [2, 5, 6], '1.J.bias-gradient.additions', 4 * 142],
    [
      'its input sums 4 filters of 9 taps',
      ['BatchNorm2D', up],
      [2, 5, 6],
      '2.J.input-gradient.additions',
      60 * 35,
    ],
    ['each weight of a unit meets one input', ['FC 5'], [7], '1.J.weight-gradient.multiplications', 35],
    ['and adds nothing up', ['FC 5'], [7], '1.J.weight-gradient.additions', 0],
    ['an input of 5 units sums 5 products', ['FC 7', 'FC 5'], [7], '2.J.input-gradient.additions', 28],
    [
      'γ sums a product for each of 36 positions',
      ['BatchNorm2D'],
      [2, 6, 6],
      '1.J.weight-gradient.operations',
      2 * (36 + 35),
    ],
    ['β sums 36 gradients', ['BatchNorm2D'], [2, 6, 6], '1.J.bias-gradient.operations', 2 * 35],
    ['a pool learns nothing', ['MaxPool2D 2w2s'], [2, 6, 6], 'J.operations', 0],
    ['no layer is before the first', ['FC 5'], [7], '1.J.input-gradient.operations', 0],
  ])('%s', (_, layers, input, what, expected) => {
    expect(valueOf(layers, input)(what)).toBe(expected);
  });

  it.each([
    ['iitkgp', 35, 35, 5, 5],
    ['exact', 0, 35, 0, 0],
    ['macs', 35, 35, 0, 0],
  ])('a fully connected layer under %s', (counting, add, mul, biasAdd, biasMul) => {
    const value = valueOf(['FC 5'], [7], counting);
    expect(
      ['weight', 'bias'].flatMap((of) =>
        ['additions', 'multiplications'].map((what) => value(`1.J.${of}-gradient.${what}`)),
      ),
    ).toEqual([add, mul, biasAdd, biasMul]);
  });

  it('the gradient of the input is asked for only where the convention counts it', () => {
    const steps = (counting: unknown) => [
      ...convNet
        .worksheet(
          convNet.given.parse({
            counting,
            losses: { J: { of: 'net' } },
            networks: { net: { input: [7], layers: ['FC 5', 'FC 2'] } },
          }),
        )
        .steps.keys(),
    ];
    expect(steps('iitkgp')).not.toContain('net.2.J.input-gradient');
    expect(steps({ preset: 'iitkgp', countDx: true })).toContain('net.2.J.input-gradient.additions');
  });
});
