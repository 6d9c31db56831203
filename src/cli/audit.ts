import { basename, resolve } from 'node:path';
import { openAssignment } from '../files/assignment-folder.js';
import { formatFinding } from '../files/finding.js';
import { splitInlineMap } from '../files/submission/inline-map.js';
import { readOneSubmission } from '../files/submission/submission-path.js';
import { auditKey, type Disagreement } from '../marking/audit.js';
import { visibleText } from '../report/media/plain-text.js';
import { plainProse } from '../report/media/prose-text.js';
import { exit, type Io } from './io.js';

const written = ({ item, printed, recomputed, explanation, kind }: Disagreement): string =>
  [
    `${kind.padEnd(10)} ${item}`,
    `  printed     ${visibleText(printed).split('\n').join('\n              ')}`,
    `  recomputed  ${JSON.stringify(recomputed)}`,
    ...(explanation === null ? [] : [`  because     ${plainProse(explanation)}`]),
  ].join('\n');

/** Compares a published key with the recomputed one; 1 where something in it is wrong. */
export async function run(
  io: Io,
  [folder, key]: readonly string[],
  options: Readonly<Record<string, unknown>>,
): Promise<number> {
  const assignment = await openAssignment(io.disk, resolve(io.cwd, folder!));
  const file = readOneSubmission(io.disk, resolve(io.cwd, key!), io.cwd);
  for (const note of file.findings) io.err(`${formatFinding(note)}\n`);
  const { problems, rubric } = assignment;
  const { checked, disagreements } = auditKey(problems, rubric, { ...file, student: '' }, splitInlineMap);
  const source = file.source ?? basename(key!);
  const wrong = disagreements.filter(({ kind }) => kind === 'wrong').length;
  if (options['json'])
    io.out(`${JSON.stringify({ assignment: assignment.id, source, checked, disagreements }, null, 2)}\n`);
  else {
    for (const one of disagreements) io.out(`${written(one)}\n`);
    const notes = disagreements.length - wrong;
    io.out(`${checked} values of "${source}" checked: ${wrong} wrong, ${notes} to note.\n`);
  }
  return wrong > 0 ? exit.no : exit.done;
}
