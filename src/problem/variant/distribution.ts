import { z } from 'zod';

/** Bounds of drawn numbers: far beyond hand calculation, and no count of values on a grid overflows. */
const largest = 1e9;
const bound = z.number().min(-largest).max(largest);
const whole = z.int().min(-largest).max(largest);
const except = z.array(z.number()).optional().describe('Values that are never drawn, such as 0');

const integers = { from: whole, to: whole, except };
const decimals = {
  from: bound,
  to: bound,
  step: z.number().positive().describe('Distance between neighbours on the grid, counted from `from`'),
  except,
};
const of = z.array(z.unknown()).min(2).max(500).describe('Each is as likely as another');

/** How a given is drawn: whole with `draw`, entry by entry with `each`, or worked out with `is`. */
export const Distribution = z.union([
  z.strictObject({ draw: z.literal('integer'), ...integers }),
  z.strictObject({ draw: z.literal('decimal'), ...decimals }),
  z.strictObject({ draw: z.literal('choice'), of }),
  z.strictObject({ draw: z.literal('permutation') }).describe('The entries of the given, in another order'),
  z.strictObject({ each: z.literal('integer'), ...integers }),
  z.strictObject({ each: z.literal('decimal'), ...decimals }),
  z.strictObject({ each: z.literal('choice'), of }),
  z.strictObject({
    is: z
      .union([z.number().transform(String), z.string().min(1).max(500)])
      .describe('A formula over other givens: 2*kernel - 1'),
  }),
]);
export type Distribution = z.infer<typeof Distribution>;

const band = z
  .strictObject({ from: z.number().min(0), to: z.number().min(0) })
  .refine(({ from, to }) => from <= to, { message: '`from` is at most `to`' });

/** What every variant of a problem must fulfil beyond being a good problem at all. */
export const VariantRules = z.strictObject({
  require: z
    .array(z.string().min(1).max(500))
    .optional()
    .describe(
      'Conditions over givens and steps: whole(x), distinct(z), min(abs(layer1.preactivation)) >= 0.1',
    ),
  largest: z.number().positive().optional().describe('Largest size of any number of the working'),
  decimals: z.int().min(0).max(12).optional().describe('Most decimals of any number that is asked for'),
  operations: band.optional().describe('Signs of operation in the worked solution'),
  digits: band.optional().describe('Digits in the worked solution'),
  forgiven: z
    .array(z.string())
    .optional()
    .describe('Slips that the tolerance may forgive, such as rounding early'),
  trivial: z
    .array(z.string())
    .optional()
    .describe('Steps that may come out as zero, one, identity, or the same in any order'),
});
export type VariantRules = z.infer<typeof VariantRules>;

/** Distributions by the path of the given: `z`, `values.a`, `networks.net_E.layers.0`. */
export const Vary = z
  .record(z.string().min(1).max(200), Distribution)
  .refine((vary) => Object.keys(vary).length > 0, { message: 'at least one given varies' });
export type Vary = z.infer<typeof Vary>;
