import type { OpenProblem } from '../problem/open-problem.js';
import { fixedLiterals } from '../problem/variant/fixed-literals.js';
import { VaryError } from '../problem/variant/plan.js';
import { surveyOf, type Survey } from '../problem/variant/survey.js';
import type { PlacedProblem } from './assignment-folder.js';
import { deriveState } from './derive-seed.js';
import { varyFindings } from './draw-assignment.js';
import { finding, type Finding } from './finding.js';

/** 200 draws tell a rate to a few percent; a problem of hundreds of items gets fewer, so that lint stays quick. */
const drawsFor = ({ items }: OpenProblem): number =>
  Math.max(20, Math.min(200, Math.floor(8_000 / items.length)));

const states = (problem: OpenProblem) =>
  Array.from({ length: drawsFor(problem) }, (_, place) =>
    deriveState({ seed: 'survey', assignment: '', problem: problem.id, student: String(place) }),
  );

/** How a problem varies, over 200 draws or fewer; what is wrong with it, as findings. */
export async function surveyProblem(
  placed: PlacedProblem,
): Promise<{ readonly survey: Survey | null; readonly findings: readonly Finding[] }> {
  const { problem, placeOf } = placed;
  if (!problem.source.vary) return { survey: null, findings: [] };
  const findings = fixedLiterals(problem.source).map(({ path, literal, given }) =>
    finding(placeOf(path), 'texts that fit every variant', `"${literal}", which varies`, {
      level: 'warning',
      path: path.join('.'),
      hint: `Write {{${given}}}.`,
    }),
  );
  try {
    return { survey: await surveyOf(problem, states(problem)), findings };
  } catch (error) {
    if (!(error instanceof VaryError)) throw error;
    return { survey: null, findings: [...findings, ...varyFindings(placed, error)] };
  }
}
