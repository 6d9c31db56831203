import { z } from 'zod';
import type { Nested } from '../../engine/tensor.js';

/** Larger numbers overflow in a few products. */
const largest = 1e50;

const entry = z.number().min(-largest).max(largest);
const nested: z.ZodType<Nested> = z.union([entry, z.array(z.lazy(() => nested)).min(1)]);

/** Names are what a formula can read: w, x1, delta_h. */
const name = z
  .string()
  .regex(
    /^[A-Za-z][A-Za-z0-9]{0,39}(?:_[A-Za-z0-9]{1,40}){0,4}$/,
    'a name is letters, digits and subscripts: w_12',
  );
const formula = z.string().min(1).max(500);

const Slip = z.strictObject({
  formula: formula.describe('The wrong way to do the step, over the same names.'),
  hint: z
    .string()
    .min(1)
    .describe('Markdown for the student: what was done, then what is right; {{name}} writes a value.'),
});

const FormulaStep = z.strictObject({
  formula: formula.describe('The step over givens and other steps: w*x + b, sigma(z), matmul(W, x).'),
  symbol: z
    .string()
    .max(200)
    .optional()
    .describe('LaTeX for the left-hand side; made from the name unless said.'),
  type: z
    .enum(['number', 'integer', 'vector', 'matrix', 'tensor'])
    .optional()
    .describe('How the answer is read; seen from the value unless said.'),
  slips: z
    .record(
      z
        .string()
        .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+){0,12}$/, 'a slip is named in small letters: forgot-bias'),
      Slip,
    )
    .optional()
    .describe('Known wrong ways to do the step, by name; the same name at several steps is one slip.'),
});
export type FormulaStep = z.infer<typeof FormulaStep>;

/** The givens of a formula problem, as an instructor writes them. */
export const FormulaGiven = z.strictObject({
  values: z
    .record(name, nested)
    .describe('Numbers, vectors [1, 2, 3] and matrices [[1, 2], [3, 4]], by name.'),
  steps: z
    .record(name, z.union([formula, FormulaStep]))
    .refine((steps) => Object.keys(steps).length > 0, 'at least one step')
    .describe('The steps, by name: a formula alone, or with its symbol, type and slips.'),
});
export type FormulaGiven = z.infer<typeof FormulaGiven>;
