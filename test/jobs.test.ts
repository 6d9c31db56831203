import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderOf, root } from './command-line.js';

/** Every file below a folder with its bytes, by name. */
const filesBelow = (folder: string): [string, string][] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => [file.slice(folder.length), readFileSync(file, 'latin1')]);

/** What the built command writes for the sample class: the workers are files of the build. */
function gradedOn(jobs: string): [string, string][] {
  const out = folderOf();
  const sample = 'problems/sample';
  const grade = ['grade', sample, `${sample}/sample-class`, '--roster', `${sample}/roster.csv`];
  execFileSync(process.execPath, ['dist/tickmark.js', ...grade, '--out', out, '--jobs', jobs], { cwd: root });
  return filesBelow(out);
}

it('a class marked on several cores gets the same bytes in every file', () => {
  const alone = gradedOn('1');
  expect(alone.length).toBeGreaterThan(40);
  expect(gradedOn('3')).toEqual(alone);
});
