import { z } from 'zod';
import { WrittenForm } from '../notation/formula/written-form.js';
import { Credit, Precision, Tolerance } from './rubric.js';
import { VariantRules, Vary } from './variant/distribution.js';

const idPattern = /^[A-Za-z0-9][\w-]*$/;
/** The name of a problem, part, item, row or column. */
export const Id = z
  .string()
  .max(60)
  .regex(idPattern)
  .meta({ hint: 'An id is letters, digits, "-" and "_", and has no dot.' });

const points = z.number().min(0).max(1e6);
const answer = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
  .describe('A step, `step[i]`, `step[:,j]`, or a list of which each is accepted and the first is the key');

const Criterion = z.strictObject({ criterion: z.string().min(1), points });

/** What a part and an item may both say about their marking. */
const marking = {
  points: points.optional(),
  ask: z.string().optional().describe('The question, Markdown with LaTeX and {{givens}}'),
  label: z.string().optional().describe('What the report calls it'),
  tolerance: Tolerance.optional(),
  precision: Precision.optional(),
  form: WrittenForm.optional().describe(
    'How a formula must be written: factored, expanded, as-a-number, in-terms-of',
  ),
  credit: Credit.optional(),
  slips: z.array(z.string()).optional().describe('Only these slips are looked for'),
  as: z.literal('percent').optional(),
  blank: z.literal('none').optional().describe('A blank cell means "none"'),
  trailingOnes: z.literal('ignore').optional().describe('A shape of 16 may be written 16×1'),
  show: z.string().optional().describe('What a student is told of how to write the answer'),
};

export const ItemSpec = z
  .strictObject({ ...marking, answer: answer.optional(), review: z.array(Criterion).min(1).optional() })
  .refine((item) => (item.answer === undefined) !== (item.review === undefined), {
    message: 'an item has either `answer` or `review`',
  });

const axis = z.record(Id, z.union([z.string(), z.strictObject({ step: z.string(), label: z.string() })]));
export const TableSpec = z.strictObject({
  rows: axis.describe('Row ids, each with the step (or its beginning) that the row asks for'),
  columns: axis.describe('Column ids, each with the end of the step’s name'),
  by: axis.optional().describe('A second column axis, between row and column'),
});

export const PartSpec = z
  .strictObject({
    ...marking,
    answer: answer.optional(),
    items: z.record(Id, ItemSpec).optional(),
    table: TableSpec.optional(),
    review: z.array(Criterion).min(1).optional(),
  })
  .refine(
    (part) =>
      [part.answer, part.items, part.table, part.review].filter((form) => form !== undefined).length === 1,
    { message: 'a part has exactly one of `answer`, `items`, `table`, `review`' },
  );

export const Problem = z.strictObject({
  title: z.string().min(1),
  family: z.string().min(1),
  text: z.string().optional().describe('Markdown with LaTeX; {{name}} writes a given'),
  given: z.record(z.string(), z.unknown()),
  vary: Vary.optional().describe('How givens are drawn for a variant, by their paths'),
  variants: VariantRules.optional().describe('What every variant must fulfil'),
  origin: z
    .union([z.literal(0), z.literal(1)])
    .optional()
    .describe('Where indices such as step[i] start'),
  points: points.optional().describe('Shared equally by the parts that state none'),
  slips: z.array(z.string()).optional(),
  parts: z
    .record(Id, PartSpec)
    .refine((parts) => Object.keys(parts).length > 0, { message: 'at least one part' }),
  examples: z
    .array(z.strictObject({ item: z.string(), text: z.string(), verdict: z.string() }))
    .optional()
    .describe('Answers that `tickmark lint` must see marked so'),
});

export type Problem = z.infer<typeof Problem>;
export type PartSpec = z.infer<typeof PartSpec>;
export type ItemSpec = z.infer<typeof ItemSpec>;
export type TableSpec = z.infer<typeof TableSpec>;
export type Criterion = z.infer<typeof Criterion>;
