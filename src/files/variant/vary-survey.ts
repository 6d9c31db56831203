import type { OpenProblem } from '../../problem/open-problem.js';
import { fixedLiterals } from '../../problem/variant/fixed-literals.js';
import { VaryError } from '../../problem/variant/plan.js';
import { surveyOf, type Survey } from '../../problem/variant/survey.js';
import { workOf } from '../../problem/variant/work.js';
import type { PlacedProblem } from '../assignment-folder.js';
import { deriveState } from './derive-seed.js';
import { varyFindings } from './draw-assignment.js';
import { finding, type Finding } from '../finding.js';

/** Draws that tell a rate to a few percent. */
export const usualDraws = 200;

/** Lines of working that a survey may cost, about a second. */
const mostLines = 200_000;

/** Fewer draws of a problem of hundreds of steps, so that lint stays quick. */
const drawsFor = (problem: OpenProblem): number =>
  Math.max(25, Math.min(usualDraws, Math.floor(mostLines / workOf(problem).compared)));

const states = (problem: OpenProblem) =>
  Array.from({ length: drawsFor(problem) }, (_, place) =>
    deriveState({ seed: 'survey', assignment: '', problem: problem.id, student: String(place) }),
  );

/** Surveys by all that decides them: assignments share problems. */
const known = new Map<string, Promise<Survey>>();

function survey(problem: OpenProblem): Promise<Survey> {
  const same = JSON.stringify([problem.id, problem.source, problem.options]);
  const made = known.get(same) ?? surveyOf(problem, states(problem));
  known.set(same, made);
  return made;
}

/** How a problem varies, over 200 draws where they are cheap enough; what is wrong with it, as findings. */
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
    return { survey: await survey(problem), findings };
  } catch (error) {
    if (!(error instanceof VaryError)) throw error;
    return { survey: null, findings: [...findings, ...varyFindings(placed, error)] };
  }
}
