import { describe, expect, it } from 'vitest';
import { evaluate } from '../../engine/evaluate.js';
import { convNet } from './index.js';
import { samples } from './samples.js';

const open = (given: unknown) => convNet.worksheet(convNet.given.parse(given));
const sheets = {
  iit: open(samples['encoder, decoder and classifier']),
  stages: open(samples['two stages, channels last']),
  wide: open(samples['one layer on a wide image']),
  dilated: open({ networks: { net: { input: [1, 20, 20], layers: ['Conv2D 1c3w1s0p2d'] } } }),
  grouped: open({ networks: { net: { input: [32, 8, 8], layers: ['Conv2D 32c3w1s1p32g'] } } }),
  rows: open({
    networks: { net: { input: [8, 9, 9], layers: ['Conv2D 12c3w1s1p4g', 'BatchNorm2D', 'MaxPool2D 2w2s'] } },
  }),
  up: open({ networks: { net: { input: [1, 3, 3], layers: ['ConvTranspose2D 1c3w2s1p1o'] } } }),
};

type Row = readonly [keyof typeof sheets, string, string, unknown];

/** Values that follow by hand from each mistake, made at every layer. */
const everywhere: readonly Row[] = [
  ['iit', 'padded-one-side', 'net_E.3.output', [64, 13, 13]],
  ['stages', 'rounded-up', 'block.1.output', [33, 33, 256]],
  ['iit', 'dropped-plus-one', 'net_E.1.output', [16, 27, 27]],
  ['stages', 'kept-fraction', 'block.1.output', [32.5, 32.5, 256]],
  ['stages', 'ignored-padding', 'block.1.output', [31, 31, 256]],
  ['stages', 'ignored-stride', 'block.1.output', [64, 64, 256]],
  ['iit', 'kept-input-size', 'net_E.1.output', [16, 32, 32]],
  ['dilated', 'ignored-dilation', 'net.1.output', [1, 18, 18]],
  ['dilated', 'multiplied-kernel-by-dilation', 'net.1.output', [1, 15, 15]],
  ['iit', 'kept-input-channels', 'net_E.1.output', [3, 28, 28]],
  ['iit', 'multiplied-channels', 'net_E.1.output', [48, 28, 28]],
  ['iit', 'shrank-channels', 'net_E.2.output', [8, 14, 14]],
  ['wide', 'swapped-height-and-width', 'net.1.output', [62, 46, 20]],
  ['iit', 'put-channels-last', 'net_E.1.output', [28, 28, 16]],
  ['iit', 'ignored-stride', 'net_E.2.output', [16, 27, 27]],
  ['rows', 'rounded-pool-up', 'net.3.output', [12, 5, 5]],
  ['up', 'used-convolution-formula', 'net.1.output', [1, 2, 2]],
  ['up', 'dropped-output-padding', 'net.1.output', [1, 5, 5]],
  ['iit', 'copied-pool-channels', 'net_D.2.output', [64, 14, 14]],
  ['iit', 'dropped-an-axis', 'net_C.1.input', [448]],
  ['iit', 'flattened-before-pooling', 'net_C.1.input', [12_544]],

  ['wide', 'forgot-bias', 'net.1.parameters', 1_800],
  ['stages', 'added-bias', 'block.parameters', 1_475_328],
  ['stages', 'added-bias', 'block.1.bias', [256]],
  ['wide', 'counted-one-bias', 'net.1.parameters', 1_801],
  ['wide', 'counted-bias-per-input', 'net.1.parameters', 1_810],
  ['wide', 'counted-bias-per-position', 'net.1.parameters', 58_840],
  ['wide', 'ignored-input-depth', 'net.1.parameters', 200],
  ['wide', 'ignored-filters', 'net.1.parameters', 91],
  ['wide', 'used-one-kernel-side', 'net.1.parameters', 620],
  ['wide', 'counted-weights-at-every-position', 'net.1.parameters', 5_133_600],
  ['wide', 'multiplied-by-batch', 'net.1.parameters', 32 * 1_820],
  ['iit', 'gave-pool-weights', 'net_E.2.parameters', 64],
  ['rows', 'ignored-groups', 'net.1.parameters', 876],
  ['grouped', 'treated-depthwise-as-full', 'net.1.parameters', 9_248],
  ['rows', 'counted-running-statistics', 'net.2.parameters', 48],
  ['rows', 'counted-one-per-channel', 'net.2.parameters', 12],
  ['rows', 'counted-norm-per-position', 'net.2.parameters', 2 * 12 * 81],
  ['iit', 'ignored-flattening', 'net_C.1.parameters', 10_400],
  ['iit', 'swapped-in-and-out', 'net_C.1.weight', [3_136, 160]],
  ['iit', 'swapped-in-and-out', 'net_E.1.weight', [3, 16, 5, 5]],

  ['wide', 'counted-two-per-multiply-add', 'net.1.multiplications', 10_267_200],
  ['wide', 'multiplied-for-bias', 'net.1.multiplications', 5_190_640],
  ['wide', 'counted-input-positions', 'net.1.multiplications', 5_529_600],
  ['wide', 'ignored-input-depth', 'net.1.multiplications', 513_360],
  ['wide', 'ignored-filters', 'net.1.multiplications', 256_680],
  ['iit', 'counted-one-too-many', 'net_E.2.comparisons', 12_544],
  ['iit', 'forgot-bias', 'net_E.1.additions', 928_256],
  ['iit', 'skipped-padded-taps', 'net_E.3.multiplications', 1_638_400],
  ['iit', 'compared-while-unpooling', 'net_D.2.comparisons', 3 * 16 * 49],
  ['stages', 'gave-ratio-for-change', 'block.1.memory-change', 50],
  ['stages', 'divided-by-new-size', 'block.2.memory-change', 50],
  ['stages', 'dropped-the-sign', 'block.1.memory-change', 50],
];

describe('the student who', () => {
  it.each(everywhere)('%s: %s gives for %s %j', (sheet, slip, step, expected) => {
    expect(evaluate(sheets[sheet], { slips: [{ slip }] }).value(step)).toEqual(expected);
  });
});

describe('a slip', () => {
  it('made at one layer leaves the others right, given what they read', () => {
    const made = evaluate(sheets.iit, { slips: [{ slip: 'forgot-bias', at: 'net_E.3.parameters' }] });
    expect(made.value('net_E.1.parameters')).toBe(1_216);
    expect(made.value('net_E.3.parameters')).toBe(9_216);
    expect(made.value('net_E.parameters')).toBe(1_216 + 9_216);
  });

  it('in a size carries through the networks that it feeds', () => {
    const made = evaluate(sheets.iit, { slips: [{ slip: 'ignored-padding', at: 'net_E.3.size' }] });
    expect(made.value('net_E.output')).toEqual([64, 6, 6]);
    expect(made.value('net_C.1.input')).toEqual([2_304]);
    expect(made.value('net_C.1.parameters')).toBe(2_304 * 160 + 160);
  });

  it.each<[keyof typeof sheets, string]>([
    ['iit', 'rounded-down'],
    ['iit', 'put-channels-first'],
    ['iit', 'swapped-height-and-width'],
    ['iit', 'counted-every-operation'],
    ['stages', 'counted-multiply-adds-as-one'],
  ])('of convention is left out of %s where it cannot be made: %s', (sheet, slip) => {
    expect(sheets[sheet].misreadings).not.toHaveProperty([slip]);
  });

  it.each<[keyof typeof sheets, string, string]>([
    ['stages', 'block.1.parameters', 'forgot-bias'],
    ['iit', 'net_E.1.size', 'ignored-stride'],
    ['iit', 'net_E.1.size', 'padded-one-side'],
    ['iit', 'net_E.1.weight', 'ignored-groups'],
    ['dilated', 'net.1.weight', 'ignored-input-depth'],
  ])('is left out of %s at %s where it changes nothing: %s', (sheet, step, slip) => {
    expect(sheets[sheet].steps.get(step)!.slips).not.toHaveProperty([slip]);
  });
});

describe("a student's own answers carry", () => {
  const carried = (answers: Record<string, unknown>) =>
    evaluate(sheets.iit, {
      carry: new Map(Object.entries(answers).map(([name, value]) => [name, () => value])),
      fallback: () => 'fell back',
    });

  it('from an output to the next layer, and on to its counts', () => {
    const own = carried({ 'net_E.1.output': [16, 27, 27] });
    expect(own.value('net_E.2.input')).toEqual([16, 27, 27]);
    expect(own.value('net_E.2.output')).toEqual([16, 13, 13]);
    expect(own.value('net_E.1.multiplications')).toBe(16 * 27 * 27 * 75);
    expect(own.carriedInto('net_C.1.weight')).toEqual(['net_E.1.output']);
  });

  it('from a weight to parameters and operations', () => {
    const own = carried({ 'net_E.1.weight': [16, 1, 5, 5] });
    expect(own.value('net_E.1.parameters')).toBe(416);
    expect(own.value('net_E.1.operations')).toBe(2 * 16 * 28 * 28 * 25);
  });

  it('and fall back to the key where a map has become too small', () => {
    const own = carried({ 'net_E.1.input': [3, 4, 4] });
    expect(own.value('net_E.1.size')).toBe('fell back');
    expect(own.fellBack.get('net_E.1.size')).toContain('spans 5');
  });

  it('and fall back where a count could not be exact', () => {
    const own = carried({ 'net_E.1.output': [1e6, 1e6, 1e6] });
    expect(own.value('net_E.1.activations')).toBe('fell back');
  });
});
