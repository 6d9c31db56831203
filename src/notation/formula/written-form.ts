import { z } from 'zod';

/** How a problem file asks for a form: its name, or `{ in-terms-of: [x, y] }`. */
export const WrittenForm = z.union([
  z.enum(['factored', 'expanded', 'as-a-number']),
  z.strictObject({ 'in-terms-of': z.array(z.string().min(1)).min(1) }),
]);
export type WrittenForm = z.infer<typeof WrittenForm>;
