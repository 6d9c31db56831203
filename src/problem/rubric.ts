import { z } from 'zod';
import type { WrittenForm } from '../notation/formula/written-form.js';

const fraction = z.number().min(0).max(1);

export const Tolerance = z
  .strictObject({
    relative: z.number().min(0).lt(1).optional().describe('Largest |answer − key| as a share of |key|'),
    absolute: z
      .number()
      .min(0)
      .optional()
      .describe('Largest |answer − key|; the only help where the key is 0'),
  })
  .meta({ hint: 'Write relative as a fraction: 0.05 for 5 %.' });

export const Precision = z.strictObject({
  atLeast: z.int().min(1).max(15).describe('Significant digits asked for; fewer are "rounded"'),
});

export const Credit = z.strictObject({
  partial: z
    .enum(['per-entry', 'all-or-nothing'])
    .optional()
    .describe('What a matrix with some right entries earns'),
  rounded: fraction.optional().describe('Right, too few digits'),
  'follows-through': fraction.optional().describe("Right given the student's own earlier answers"),
  slip: fraction.optional().describe('Wrong by a named slip that has no credit of its own below'),
  slips: z.record(z.string(), fraction).optional().describe('Credit by the name of the slip'),
});

const audience = z.enum(['always', 'after-due', 'never']);

export const Rubric = z.strictObject({
  title: z.string().optional(),
  tolerance: Tolerance.optional(),
  precision: Precision.optional(),
  credit: Credit.optional(),
  late: z
    .strictObject({
      perDay: fraction.describe('Share of the points taken for each day begun'),
      most: fraction.optional().describe('Largest share taken'),
      grace: z.number().min(0).optional().describe('Minutes that do not count'),
    })
    .optional(),
  rounding: z
    .strictObject({
      to: z.number().positive().describe('Scores are multiples of this, such as 0.5'),
      at: z.enum(['part', 'total']).optional(),
    })
    .optional(),
  feedback: z
    .strictObject({
      hints: audience.optional(),
      expected: audience.optional().describe('Who may see the expected values'),
      solution: audience.optional().describe('Who may see the worked solution'),
    })
    .optional(),
  locale: z.strictObject({ decimal: z.enum(['point', 'comma']).optional() }).optional(),
});

export type Rubric = z.infer<typeof Rubric>;
export type Credit = z.infer<typeof Credit>;
export type Tolerance = z.infer<typeof Tolerance>;
export type Precision = z.infer<typeof Precision>;

/** The rules an item is marked by, every choice made. */
export interface Rules {
  readonly tolerance: { readonly relative: number; readonly absolute: number };
  readonly precision?: Precision;
  /** How a formula must be written, beyond what it means. */
  readonly form?: WrittenForm;
  readonly credit: Required<{ [K in keyof Credit]: Exclude<Credit[K], undefined> }>;
}

/** What holds where a rubric, a part or an item says nothing: four digits of agreement, half credit for a slip. */
export const defaultRules: Rules = {
  tolerance: { relative: 0.002, absolute: 0 },
  credit: { partial: 'per-entry', rounded: 1, 'follows-through': 1, slip: 0.5, slips: {} },
};

export interface RuleChoices {
  readonly tolerance?: Tolerance | undefined;
  readonly precision?: Precision | undefined;
  readonly form?: WrittenForm | undefined;
  readonly credit?: Credit | undefined;
}

/** Rules from the outermost (rubric) to the innermost (item); the innermost choice holds. */
export const mergeRules = (...layers: readonly RuleChoices[]): Rules =>
  layers.reduce<Rules>((rules, { tolerance, precision = rules.precision, form = rules.form, credit }) => {
    return {
      tolerance: {
        relative: tolerance?.relative ?? rules.tolerance.relative,
        absolute: tolerance?.absolute ?? rules.tolerance.absolute,
      },
      ...(precision && { precision }),
      ...(form && { form }),
      credit: {
        partial: credit?.partial ?? rules.credit.partial,
        rounded: credit?.rounded ?? rules.credit.rounded,
        'follows-through': credit?.['follows-through'] ?? rules.credit['follows-through'],
        slip: credit?.slip ?? rules.credit.slip,
        slips: { ...rules.credit.slips, ...credit?.slips },
      },
    };
  }, defaultRules);
