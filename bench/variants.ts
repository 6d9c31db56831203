// Draws variants of every problem of the bank, checks each by the second opinion of the tests, and prints what it took:
// `npx tsx bench/variants.ts [count]`, 10,000 unless said; `--fast` draws without checking and prints milliseconds only.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openAssignment } from '../src/files/assignment-folder.js';
import { deriveState } from '../src/files/variant/derive-seed.js';
import { openDisk } from '../src/files/disk/disk.js';
import { variantDrawer } from '../src/problem/variant/variant-drawer.js';
import { VariantOracle } from '../test/variant-oracle.js';

const fast = process.argv.includes('--fast');
const count = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? (fast ? 1_000 : 10_000));
const folders = readdirSync('problems').filter(
  (name) => name !== 'sample' && existsSync(join('problems', name, 'assignment.yaml')),
);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const assignments = await Promise.all(
  folders.map(async (name) => ({ name, ...(await openAssignment(openDisk(), join('problems', name))) })),
);
const varied = assignments.flatMap(({ name, problems }) =>
  problems.filter(({ source }) => source.vary).map((problem) => ({ name, problem })),
);
const each = Math.ceil(count / varied.length);
const times: number[] = [];
let violations = 0;
for (const { name, problem } of varied) {
  const { draw } = await variantDrawer(problem);
  const oracle = new VariantOracle();
  const own: number[] = [];
  let tried = 0;
  for (let student = 0; student < each; student++) {
    const state = deriveState({
      seed: 'bench',
      assignment: name,
      problem: problem.id,
      student: String(student),
    });
    const start = performance.now();
    const variant = draw(state, 'bench');
    own.push(performance.now() - start);
    tried += variant.tries;
    if (!fast) oracle.look(variant.problem);
  }
  times.push(...own);
  const median = own.sort((a, b) => a - b)[own.length >> 1]!;
  const found = oracle.violations();
  violations += found.length;
  if (!fast)
    say(
      `${name}/${problem.id}: ${tried} tried, ${each} accepted (${Math.round((100 * each) / tried)} %), ${median.toFixed(1)} ms, ${found.length} violations`,
    );
  for (const violation of found.slice(0, 5)) say(`  ${violation}`);
}
const median = times.sort((a, b) => a - b)[times.length >> 1]!;
say(
  `variants: ${times.length} drawn over ${varied.length} problems, median ${median.toFixed(1)} ms each${fast ? '' : `, ${violations} violations`}`,
);
process.exitCode = violations > 0 ? 1 : 0;
