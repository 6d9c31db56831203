import { z } from 'zod';
import { WrittenForm } from '../../notation/formula/written-form.js';

const name = z
  .string()
  .regex(
    /^[A-Za-z][A-Za-z0-9]{0,39}(?:_[A-Za-z0-9]{1,40}){0,4}$/,
    'a name is letters, digits and subscripts: w_1_11',
  );
const formula = z.string().min(1).max(2000);
/** Tensors are compared entry by entry on small samples; sizes like these tell every index from the others. */
const size = z.number().int().min(1).max(12);

const SymbolFacts = z.strictObject({
  is: formula.optional().describe('The formula that defines it; any choice between the letters is right.'),
  from: z.number().optional().describe('Its values lie above this.'),
  to: z.number().optional().describe('Its values lie below this.'),
  integer: z.boolean().optional().describe('Its values are whole numbers.'),
  aliases: z
    .array(z.string().min(1).max(80))
    .max(12)
    .optional()
    .describe('Other ways to write it: ∂J/∂Z, w_1^{11}.'),
  latex: z.string().max(200).optional().describe('How it is typeset; made from the name unless said.'),
  shape: z
    .array(size)
    .min(1)
    .max(5)
    .optional()
    .describe('Sizes of a vector, matrix or tensor for the samples.'),
  indices: z
    .array(name)
    .max(5)
    .optional()
    .describe('Indices that are meant where it is written without any.'),
  size: size.optional().describe('A letter for a size: the whole number it is in the samples.'),
});

const symbols = z.record(name, z.union([formula, SymbolFacts]));
const also = z
  .record(name, z.union([formula, z.array(formula).min(1)]))
  .optional()
  .describe('Of matrices: the same under another of the `layouts`, by its name.');

const Slip = z.strictObject({
  formula: formula.describe('The formula that this mistake gives.'),
  also,
  hint: z.string().min(1).describe('Markdown for the student: what was done, then what is right.'),
});

const DerivationStep = z.strictObject({
  type: z
    .enum(['expression', 'expression-matrix', 'matrix-expression', 'indexed-sum'])
    .default('expression')
    .describe('Whether it is a formula of numbers, of whole matrices, or of entries with sums.'),
  formula: formula.describe('The right formula; whatever means the same is right.'),
  also,
  transposed: z
    .boolean()
    .optional()
    .describe('Of matrices: the transpose is as right, as for a gradient that may be a row or a column.'),
  symbols: symbols.optional().describe('Letters that this step has beside those of the problem.'),
  because: z.string().max(500).optional().describe('LaTeX of how it comes about, for the worked solution.'),
  symbol: z
    .string()
    .max(200)
    .optional()
    .describe('LaTeX for the left-hand side; made from the name unless said.'),
  form: WrittenForm.optional().describe('How it must be written, beyond what it means.'),
  indices: z
    .record(name, size)
    .optional()
    .describe('Of an indexed sum: the indices of the tensor it gives, in order, with their sizes.'),
  slips: z
    .record(
      z
        .string()
        .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+){0,12}$/, 'a slip is named in small letters: forgot-sum'),
      Slip,
    )
    .optional()
    .describe('Known wrong formulas, by name; the same name at several steps is one slip.'),
});
export type DerivationStep = z.infer<typeof DerivationStep>;

/** The givens of a derivation, as an instructor writes them. */
export const DerivationGiven = z.strictObject({
  symbols: symbols.describe(
    'The letters of the problem: {} for a number, a formula for a letter that others define.',
  ),
  layouts: z
    .record(name, symbols)
    .optional()
    .describe('Other conventions that are as right, each with the letters it defines otherwise.'),
  steps: z
    .record(name, DerivationStep)
    .refine((steps) => Object.keys(steps).length > 0, 'at least one step')
    .describe('The formulas asked for, by name. A step named like a letter is the formula for that letter.'),
  origin: z
    .union([z.literal(0), z.literal(1)])
    .default(0)
    .describe('The first index of a tensor.'),
  outside: z
    .enum(['zero', 'error'])
    .default('zero')
    .describe('What an entry beyond the edge of a tensor is: 0, or a mistake.'),
});
export type DerivationGiven = z.infer<typeof DerivationGiven>;
