import { z } from 'zod';

/** The shape of a submission file; the forgiving reader in files/ takes more than this describes. */
export const Submission = z.strictObject({
  student: z.string().describe('The id on the roster'),
  variant: z.string().optional().describe('The drawn numbers of a variant, as its sheet has them'),
  submitted: z.string().optional().describe('When it was handed in, an instant with its zone'),
  answers: z
    .record(z.string(), z.record(z.string(), z.unknown()))
    .describe('Problem id → part id → the answer, or item ids (table rows, then columns) with answers'),
});
export type Submission = z.infer<typeof Submission>;

/** An answer as its student wrote it, and where. */
export interface WrittenAnswer {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}
