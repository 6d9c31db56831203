import type { OpenProblem } from '../../problem/open-problem.js';
import type { ProblemAnswers } from './diagnose.js';
import type { Diagnosis } from '../mark.js';

type Diagnose = (answers: ProblemAnswers) => readonly Diagnosis[];

/** Sets of answers remembered for each problem; a class repeats itself, and more than these are not kept. */
const remembered = 1_000;

/** Texts of all answers to a problem; null where more than the texts counts. */
function textsOf({ items }: OpenProblem, { written, lost, notes }: ProblemAnswers): string | null {
  if (lost.size > 0 || notes.size > 0) return null;
  return items.map(({ id }) => written.get(id)?.text ?? '\u0000').join('\u0001');
}

/** Diagnoses that students share who wrote the same throughout a problem, worked out once. */
export function rememberDiagnoses(problem: OpenProblem, diagnose: Diagnose): Diagnose {
  const known = new Map<string, readonly Diagnosis[]>();
  return (answers) => {
    const texts = textsOf(problem, answers);
    if (texts === null) return diagnose(answers);
    const before = known.get(texts);
    if (before) return before;
    const now = diagnose(answers);
    if (known.size >= remembered) known.clear();
    known.set(texts, now);
    return now;
  };
}
