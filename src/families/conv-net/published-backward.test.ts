import { describe, expect, it } from 'vitest';
import { evaluate } from '../../engine/evaluate.js';
import { convNet } from './index.js';
import { samples } from './samples.js';

const given = convNet.given.parse({
  ...(samples['encoder, decoder and classifier'] as object),
  vectors: 'column',
  losses: { J1: { of: 'net_D' }, J2: { of: 'net_C' } },
});
const key = evaluate(convNet.worksheet(given));
const none = 'none';
const losses = ['J1', 'J2'] as const;
const gradients = ['weight-gradient', 'bias-gradient'] as const;
const layers = [...key.worksheet.steps.keys()].filter((name) => /^net_.\.\d\.output$/.test(name));

describe('the gradients of two losses on a fork, as their published tables have them', () => {
  it.each<[string, unknown, unknown, boolean, boolean]>([
    ['net_E.1', [16, 3, 5, 5], [16, 1], true, true],
    ['net_E.2', none, none, true, true],
    ['net_E.3', [64, 16, 3, 3], [64, 1], true, true],
    ['net_E.4', none, none, true, true],
    ['net_D.1', [16, 64, 3, 3], [16, 1], true, false],
    ['net_D.2', none, none, true, false],
    ['net_D.3', [3, 16, 5, 5], [3, 1], true, false],
    ['net_D.4', none, none, true, false],
    ['net_C.1', [160, 3136], [160, 1], false, true],
    ['net_C.2', [84, 160], [84, 1], false, true],
    ['net_C.3', [10, 84], [10, 1], false, true],
  ])('%s has them where its losses reach', (layer, weight, bias, first, second) => {
    const shapes = losses.map((loss) => gradients.map((of) => key.value(`${layer}.${loss}.${of}`)));
    expect(shapes).toEqual([first ? [weight, bias] : [none, none], second ? [weight, bias] : [none, none]]);
  });

  const columns = ['additions', 'multiplications', 'comparisons', 'operations'];
  const counts = (gradient: string) => columns.map((what) => key.value(`${gradient}.${what}`));
  /** Rows that take operations; both losses alike where both reach. */
  const counted = new Map<string, number[]>([
    ...losses.flatMap((loss): [string, number[]][] => [
      [`net_E.1.${loss}.weight-gradient`, [939_600, 940_800, 0, 1_880_400]],
      [`net_E.1.${loss}.bias-gradient`, [12_528, 16, 0, 12_544]],
      [`net_E.3.${loss}.weight-gradient`, [1_797_120, 1_806_336, 0, 3_603_456]],
      [`net_E.3.${loss}.bias-gradient`, [12_480, 64, 0, 12_544]],
    ]),
    // Printed as 435,456 additions and 887,040 in all; 9,216 weights sum 49 products each.
    ['net_D.1.J1.weight-gradient', [9_216 * 48, 451_584, 0, 893_952]],
    ['net_D.1.J1.bias-gradient', [768, 16, 0, 784]],
    // Printed as 23,400 additions, beside the total of 234,000 and 235,200.
    ['net_D.3.J1.weight-gradient', [234_000, 235_200, 0, 469_200]],
    ['net_D.3.J1.bias-gradient', [585, 3, 0, 588]],
    ['net_C.1.J2.weight-gradient', [501_760, 501_760, 0, 1_003_520]],
    ['net_C.1.J2.bias-gradient', [160, 160, 0, 320]],
    ['net_C.2.J2.weight-gradient', [13_440, 13_440, 0, 26_880]],
    // Printed with the numbers of the weights in net_C 2 and 3; 84 and 10 by the pattern of net_C 1.
    ['net_C.2.J2.bias-gradient', [84, 84, 0, 168]],
    ['net_C.3.J2.weight-gradient', [840, 840, 0, 1_680]],
    ['net_C.3.J2.bias-gradient', [10, 10, 0, 20]],
  ]);

  it.each([...counted])('%s takes its additions, multiplications, comparisons and total', (row, expected) => {
    expect(counts(row)).toEqual(expected);
  });

  it('all other rows take nothing', () => {
    const rows = layers.flatMap((layer) =>
      losses.flatMap((loss) => gradients.map((of) => layer.replace('output', `${loss}.${of}`))),
    );
    expect(rows).toHaveLength(44);
    for (const row of rows.filter((row) => !counted.has(row))) expect(counts(row), row).toEqual([0, 0, 0, 0]);
  });

  it('sums up what a loss asks of a layer and of a network', () => {
    expect(key.value('net_E.1.J2.operations')).toBe(1_880_400 + 12_544);
    expect(key.value('net_E.J1.operations')).toBe(1_880_400 + 3_603_456 + 2 * 12_544);
    expect(key.value('net_C.J1.operations')).toBe(0);
  });
});
