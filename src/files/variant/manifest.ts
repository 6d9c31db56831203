import { z } from 'zod';
import { derivation } from './derive-seed.js';
import type { Disk } from '../disk/disk.js';
import { FileError, finding, wholeFile } from '../finding.js';
import { showPath, showText } from '../show.js';

/** Drawn givens by problem and path. */
export const DrawnProblems = z.record(z.string(), z.record(z.string(), z.unknown()));
export type DrawnProblems = z.infer<typeof DrawnProblems>;

/** Who got which numbers: what marking reads, so that it never has to draw again. */
export const Manifest = z.strictObject({
  format: z.literal('tickmark-variants-1'),
  derivation: z.string().describe('How seeds become numbers; for the record, marking does not draw'),
  assignment: z.string(),
  seed: z.string(),
  variants: z.array(
    z.strictObject({
      student: z.string(),
      name: z.string().nullable(),
      report: z.string(),
      problems: DrawnProblems,
    }),
  ),
});
export type Manifest = z.infer<typeof Manifest>;

/** Two thousand students with a page of numbers each. */
const mostBytes = 64 * 1024 * 1024;

export const manifestOf = (
  { assignment, seed }: Pick<Manifest, 'assignment' | 'seed'>,
  variants: Manifest['variants'],
): Manifest => ({ format: 'tickmark-variants-1', derivation, assignment, seed, variants });

/** One line a student, so that a difference shows as one. */
export function writeManifest({ variants, ...head }: Manifest): string {
  const lines = variants.map((variant) => `    ${JSON.stringify(variant)}`);
  return `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "variants": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

/** Reads a manifest; a FileError where it is none, or of another assignment. */
export function readManifest(disk: Disk, path: string, assignment: string): Manifest {
  const file = showPath(path);
  const hint = 'Give the manifest.json that `tickmark variant` wrote.';
  const refuse = (expected: string, found: string): never => {
    throw new FileError(finding(wholeFile(file), expected, found, { hint }));
  };
  let json: unknown;
  try {
    json = JSON.parse(disk.readText(path, mostBytes));
  } catch (error) {
    if (error instanceof FileError) throw error;
    return refuse('a manifest of variants', 'no JSON');
  }
  const parsed = Manifest.safeParse(json);
  if (!parsed.success) return refuse('a manifest of variants', parsed.error.issues[0]!.message);
  if (parsed.data.assignment !== assignment)
    return refuse(`a manifest of ${assignment}`, `one of ${showText(parsed.data.assignment)}`);
  return parsed.data;
}

/** The drawn givens as one line of an answer sheet; no character of it means anything to YAML within single quotes. */
export const writeDrawn = (problems: DrawnProblems): string =>
  JSON.stringify(problems).replaceAll('#', '\\u0023').replaceAll("'", '\\u0027');

/** Reads the line of an answer sheet back; null where it was changed into something else. */
export function readDrawn(text: string): DrawnProblems | null {
  try {
    const parsed = DrawnProblems.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
