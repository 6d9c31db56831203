import { resolve } from 'node:path';
import { FileError, formatFinding, type Finding } from '../files/finding.js';
import { openProblems } from '../files/assignment-folder.js';
import { weaknesses } from '../marking/weaknesses.js';
import { exit, type Io } from './io.js';

/** Reports authoring errors and weak problems; 1 where there are any. */
export async function run(
  io: Io,
  paths: readonly string[],
  options: Readonly<Record<string, unknown>>,
): Promise<number> {
  const findings: Finding[] = [];
  let problems = 0;
  for (const path of paths) {
    try {
      for (const { problem, placeOf } of await openProblems(io.disk, resolve(io.cwd, path))) {
        problems += 1;
        for (const { path: where, message, hint } of weaknesses(problem))
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
  if (options['json']) io.out(`${JSON.stringify({ problems, findings }, null, 2)}\n`);
  else {
    for (const finding of findings) io.out(`${formatFinding(finding)}\n`);
    if (findings.length === 0)
      io.out(`${problems} ${problems === 1 ? 'problem' : 'problems'}, no findings.\n`);
  }
  return findings.length > 0 ? exit.no : exit.done;
}
