import { applyDrawn } from '../../problem/variant/apply-drawn.js';
import type { OpenProblem } from '../../problem/open-problem.js';
import type { OpenAssignment } from '../assignment-folder.js';
import { FileError, finding, type Place } from '../finding.js';
import type { DrawnProblems } from './manifest.js';

/** The problems of an assignment on drawn givens; a FileError at the place of the givens where they do not fit. */
export const openVariant = (
  { problems }: OpenAssignment,
  drawn: DrawnProblems,
  seed: string | null,
  at: Place,
): OpenProblem[] =>
  problems.map((problem) => {
    const own = Object.hasOwn(drawn, problem.id) ? drawn[problem.id]! : {};
    if (Object.keys(own).length === 0) return problem;
    const opened = applyDrawn(problem, own, seed);
    if (!('errors' in opened)) return opened;
    const hint = 'The problem has changed since the variant was drawn, or its numbers were changed by hand.';
    throw new FileError(
      finding(at, `numbers that fit ${problem.id}`, opened.errors[0]!.message, { path: 'variant', hint }),
    );
  });
