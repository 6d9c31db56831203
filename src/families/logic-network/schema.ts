import { z } from 'zod';
import { mostVariables } from '../../engine/logic.js';

const encoding = z.enum(['0/1', '±1']);

/** The givens of a threshold-logic problem, as an instructor writes them. */
export const LogicNetworkGiven = z.strictObject({
  formula: z
    .string()
    .min(1)
    .max(2_000)
    .describe(
      'The function, with ¬ ∧ ∨ ⊕ → ↔, ! & | ^ -> <->, or not, and, or, xor, implies, iff; ' +
        '¬ binds strongest, then ∧, ⊕, ∨, →, ↔.',
    ),
  variables: z
    .array(z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,19}$/))
    .min(1)
    .optional()
    .describe(
      `The inputs in order, at most ${mostVariables}. Unless said: the names of the formula in alphabetical order.`,
    ),
  rows: z
    .enum(['ascending', 'descending'])
    .default('ascending')
    .describe(
      'Order of the truth table: counting up in binary from all 0, the first variable the slowest, or counting down.',
    ),
  form: z
    .enum(['dnf', 'any'])
    .default('dnf')
    .describe('What `normal-form` accepts: any disjunctive normal form, or any equivalent formula.'),
  threshold: z.enum(['>', '>=']).default('>').describe('A unit fires when its weighted sum is > 0, or >= 0.'),
  inputs: encoding.default('0/1').describe('How the inputs stand for false and true.'),
  units: encoding
    .optional()
    .describe('How a unit that rests or fires is passed on. As `inputs` unless said.'),
  biasPlace: z
    .enum(['first', 'last'])
    .default('first')
    .describe('Where the bias stands in a row of weights.'),
  bias: z
    .enum(['added', 'subtracted'])
    .default('added')
    .describe(
      '`added`: a unit computes w·x + b; `subtracted`: the number is a threshold θ, and it computes w·x − θ.',
    ),
});
export type LogicNetworkGiven = z.infer<typeof LogicNetworkGiven>;
