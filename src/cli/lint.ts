import { resolve } from 'node:path';
import { FileError, formatFinding, type Finding } from '../files/finding.js';
import { openProblems } from '../files/assignment-folder.js';
import { blindSpots, type BlindSpots } from '../marking/weaknesses/blind-spots.js';
import { weaknesses } from '../marking/weaknesses/weaknesses.js';
import { surveyProblem, usualDraws } from '../files/variant/vary-survey.js';
import type { OpenProblem } from '../problem/open-problem.js';
import type { Survey } from '../problem/variant/survey.js';
import { exit, type Io } from './io.js';

type ProblemSurvey = Survey & { readonly problem: string };

/** How a problem varies, for the author's information. */
function surveyLine({ problem, accepted, tried, operations, digits, refused }: ProblemSurvey): string {
  const rate = Math.round((100 * accepted) / tried);
  const why = refused ? `; most often refused: ${refused.reason.message}` : '';
  const few = accepted < usualDraws ? `; ${accepted} in place of ${usualDraws}, for its working is long` : '';
  return `${problem}: ${accepted} variants from ${tried} draws (${rate} %), ${operations.from} to ${operations.to} operations, ${digits.from} to ${digits.to} digits${why}${few}`;
}

const formulas = /expression|indexed-sum|logic-formula/;

/** What a problem without `vary` means for its students. */
function fixedLine({ id, source, items }: OpenProblem): string[] {
  const asked = items.filter((item) => item.kind === 'answer');
  if (source.vary || asked.length === 0) return [];
  const written = asked.filter(({ type }) => formulas.test(type.name)).length;
  return written * 2 > asked.length
    ? [`${id}: no vary, and it needs none: its answers are formulas`]
    : [`${id}: no vary: all students get the same numbers`];
}

/** What the numbers of a problem cannot tell of the slips of its family, for the author's information. */
function spotLines(problem: string, { hidden, swallowed, alike }: BlindSpots): string[] {
  const line = (slips: readonly string[], what: string): string[] =>
    slips.length === 0 ? [] : [`${problem}: ${what} on these numbers: ${slips.join(', ')}`];
  return [
    ...line(hidden, 'slips that change no answer'),
    ...line(swallowed, 'slips that the tolerance takes for right'),
    ...line(
      alike.map((group) => group.join(' = ')),
      'slips that give the same values',
    ),
  ];
}

/** Reports authoring errors and weak problems; 1 where there are any. */
export async function run(
  io: Io,
  paths: readonly string[],
  options: Readonly<Record<string, unknown>>,
): Promise<number> {
  const findings: Finding[] = [];
  const surveys: ProblemSurvey[] = [];
  const notes: string[] = [];
  let problems = 0;
  for (const path of paths) {
    try {
      for (const placed of await openProblems(io.disk, resolve(io.cwd, path))) {
        const { problem, placeOf } = placed;
        problems += 1;
        const { survey, findings: varying } = await surveyProblem(placed);
        findings.push(...varying);
        if (survey) surveys.push({ problem: problem.id, ...survey });
        notes.push(...fixedLine(problem));
        const spots = blindSpots(problem);
        notes.push(...spotLines(problem.id, spots));
        for (const { path: where, message, hint } of weaknesses(problem, spots))
          findings.push({
            ...placeOf(where),
            level: 'warning',
            path: where.join('.'),
            expected: 'a problem that marks well',
            found: message,
            hint,
          });
      }
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      findings.push(...error.findings);
    }
  }
  if (options['json'])
    io.out(`${JSON.stringify({ problems, findings, variants: surveys, notes }, null, 2)}\n`);
  else {
    for (const finding of findings) io.out(`${formatFinding(finding)}\n`);
    for (const note of notes) io.out(`${note}\n`);
    for (const survey of surveys) io.out(`${surveyLine(survey)}\n`);
    if (findings.length === 0)
      io.out(`${problems} ${problems === 1 ? 'problem' : 'problems'}, no findings.\n`);
  }
  return findings.length > 0 ? exit.no : exit.done;
}
