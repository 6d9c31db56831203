import { z } from 'zod';

export const Assignment = z.strictObject({
  title: z.string().min(1),
  problems: z.array(z.string().min(1)).min(1).describe('File names without .yaml, or paths to other folders'),
  rubric: z.string().optional().describe('A file of rubrics/, or a path'),
  due: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/)
    .refine((text) => Number.isFinite(Date.parse(text)), { message: 'the date exists' })
    .optional()
    .meta({ hint: 'Write an instant with its zone: 2026-11-20T23:59:00-06:00.' }),
});
export type Assignment = z.infer<typeof Assignment>;
