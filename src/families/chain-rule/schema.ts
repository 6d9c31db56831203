import { z } from 'zod';

const largest = 1e50;
const entry = z.number().min(-largest).max(largest);
const name = z
  .string()
  .regex(
    /^[A-Za-z][A-Za-z0-9]{0,39}(?:_[A-Za-z0-9]{1,40}){0,4}$/,
    'a name is letters, digits and subscripts: x_1',
  );
/** A Jacobian of 12 by 12 fills a page. */
const mostVariables = 12;

const VectorFunction = z.strictObject({
  of: z.array(name).min(1).max(mostVariables).describe('The names of its inputs, in order: [x1, x2].'),
  is: z
    .array(z.string().min(1).max(500))
    .min(1)
    .max(mostVariables)
    .describe('Its outputs, in order, as formulas over those names: sin(pi*x2)/pi.'),
});

/** The givens of a chain-rule problem, as an instructor writes them. */
export const ChainRuleGiven = z.strictObject({
  functions: z.record(name, VectorFunction).describe('Vector functions, by name.'),
  chain: z
    .array(name)
    .min(1)
    .max(8)
    .describe('The functions in the order they are applied, the inner one first.'),
  point: z
    .union([z.array(entry).min(1), z.record(name, entry)])
    .describe('Where the chain is evaluated: the inputs of the first function, as a list or by name.'),
  assembled: z
    .enum(['product', 'columns', 'rows'])
    .default('product')
    .describe(
      'How the Jacobian of the whole chain comes about: as the `product` of the Jacobians, from the ' +
        'Jacobian-vector products as its `columns` (forward) or the vector-Jacobian products as its `rows` (reverse).',
    ),
});
export type ChainRuleGiven = z.infer<typeof ChainRuleGiven>;
