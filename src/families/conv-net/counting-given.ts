import { z } from 'zod';
import { countingPresets } from '../../engine/counting.js';
import type { Counting, CountingPreset } from '../../engine/counting.js';

const presetNames = Object.keys(countingPresets) as [CountingPreset, ...CountingPreset[]];
const Preset = z
  .enum(presetNames)
  .describe(
    'macs: one operation a multiply-add, no bias (fvcore); macs+bias: and one an added bias (ptflops); ' +
      '2mac: two a multiply-add (PyTorch); 2mac+convbias: and biases, ReLU and pools (calflops); ' +
      'exact: K products and K additions an output, k² − 1 comparisons a pooled value; ' +
      'iitkgp: as exact, with a looser backward pass.',
  );

/** Single conventions that differ from the preset. */
const Overrides = z.strictObject({
  preset: Preset.default('exact'),
  unit: z.enum(['addmul', 'mac', '2mac']).optional().describe('What counts as one operation.'),
  biasAdd: z
    .strictObject({ conv: z.boolean().optional(), fc: z.boolean().optional() })
    .optional()
    .describe('Whether adding the bias counts.'),
  paddedTaps: z.boolean().optional().describe('Whether products with padded zeros count.'),
  pool: z.enum(['k2-1', 'k2', 'input', 'none']).optional().describe('Operations of a pool.'),
  relu: z.enum(['none', 'numel']).optional().describe('Comparisons of a ReLU: none, or one an element.'),
  bn: z
    .strictObject({
      training: z.int().min(0).max(100).optional(),
      evaluation: z.int().min(0).max(100).optional(),
    })
    .optional()
    .describe('Operations of batch normalisation per element.'),
  dwAdds: z
    .enum(['P-1', 'P'])
    .optional()
    .describe("Backward: additions of one weight's gradient over P positions."),
  fcDwAdds: z
    .union([z.literal(0), z.literal(1)])
    .optional()
    .describe('Backward: additions per weight of a fully connected layer.'),
  convDbMuls: z
    .enum(['none', 'filters'])
    .optional()
    .describe("Backward: multiplications of a filter's bias gradient."),
  fcDb: z.enum(['none', 'units']).optional().describe("Backward: operations of a unit's bias gradient."),
  countDx: z
    .boolean()
    .optional()
    .describe(
      'Backward: whether the gradient of the input counts, for the products of convolutions and fully connected layers.',
    ),
});

/** A preset's name, or a preset with single conventions changed. */
export const CountingGiven = z.union([Preset, Overrides]);
export type CountingGiven = z.output<typeof CountingGiven>;

type Stated<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const stated = <T extends object>(record: T | undefined): Stated<T> =>
  Object.fromEntries(Object.entries(record ?? {}).filter(([, value]) => value !== undefined)) as Stated<T>;

export function countingOf(given: CountingGiven): Counting {
  if (typeof given === 'string') return countingPresets[given];
  const { preset, biasAdd, bn, ...single } = given;
  const base: Counting = countingPresets[preset];
  return {
    ...base,
    ...stated(single),
    biasAdd: { ...base.biasAdd, ...stated(biasAdd) },
    bn: { ...base.bn, ...stated(bn) },
  };
}
