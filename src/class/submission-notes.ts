import { FileError, finding, formatFinding } from '../files/finding.js';
import { readDrawn } from '../files/variant/manifest.js';
import type { SubmissionFile } from '../files/submission/submission-file.js';
import { instantOf } from '../marking/late.js';
import type { ClassVariants } from './class-variants.js';
import type { Task } from './desk.js';

/** What a sheet's numbers say against those of the manifest. */
export function sheetNotes(
  { variant, at }: SubmissionFile,
  student: string,
  variants: ClassVariants | undefined,
): string[] {
  if (variant === undefined) return [];
  if (!variants) {
    const hint = 'Grade with --variants and the manifest of the variants.';
    throw new FileError(
      finding(at, 'numbers of the assignment itself', 'the sheet of a variant', { path: 'variant', hint }),
    );
  }
  const drawn = variants.drawnOf(student);
  return drawn && JSON.stringify(drawn) === JSON.stringify(readDrawn(variant))
    ? []
    : [
        'The numbers in the `variant` line of this sheet are not those of this student’s handout; they were not used.',
      ];
}

/** Remarks on a submission as a whole. */
export function notesOn(
  { findings, submitted }: SubmissionFile,
  { enrolled, older }: Task,
  due: string | undefined,
): string[] {
  const isUnknownTime = due !== undefined && submitted !== null && instantOf(submitted) === null;
  return [
    ...(enrolled ? [] : ['This id is not on the roster.']),
    ...(isUnknownTime
      ? [
          `"${submitted.slice(0, 60)}" is no instant with its zone, so it is not known whether this came in time.`,
        ]
      : []),
    ...older.map((file) => `An earlier submission, ${file}, was left aside.`),
    ...findings.map(formatFinding),
  ];
}
