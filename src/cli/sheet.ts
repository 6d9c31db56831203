import { resolve } from 'node:path';
import { openAssignment } from '../files/assignment-folder.js';
import { answerSheet } from '../report/answer-sheet.js';
import { exit, type Io } from './io.js';

/** Prints an empty answer sheet, or writes it to `--out`. */
export async function run(
  io: Io,
  [folder]: readonly string[],
  options: Readonly<Record<string, unknown>>,
): Promise<number> {
  const assignment = await openAssignment(io.disk, resolve(io.cwd, folder!));
  const sheet = answerSheet(assignment.title, assignment.problems);
  if (typeof options['out'] === 'string') {
    io.disk.write(resolve(io.cwd, options['out']), sheet);
    io.err(`The answer sheet is in ${options['out']}.\n`);
  } else io.out(sheet);
  return exit.done;
}
