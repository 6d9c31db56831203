// What the diagnosis costs: marks the same submissions with and without looking for slips, in turns, and prints the
// best milliseconds of each and the dearest single submission, as JSON. `npx tsx bench/diagnosis-cost.ts <submissions>`
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openAssignment } from '../src/files/assignment-folder.js';
import { openDisk } from '../src/files/disk/disk.js';
import { splitInlineMap } from '../src/files/submission/inline-map.js';
import { readOneSubmission } from '../src/files/submission/submission-path.js';
import { marker } from '../src/marking/mark-submission.js';

const turns = 3;
const disk = openDisk();
const folder = process.argv[2]!;
const { problems, rubric } = await openAssignment(disk, 'bench/thirty');
const submissions = readdirSync(folder).map((name) => ({
  ...readOneSubmission(disk, join(folder, name), process.cwd()),
  student: name,
}));

/** Milliseconds for the class, and for its dearest submission, with all tables still to be made. */
function markAll(explain: boolean): { all: number; worst: number } {
  const mark = marker(problems, { rubric, splitMap: splitInlineMap, explain });
  let worst = 0;
  const start = performance.now();
  for (const submission of submissions) {
    const before = performance.now();
    mark(submission);
    worst = Math.max(worst, performance.now() - before);
  }
  return { all: performance.now() - start, worst };
}

const runs = Array.from({ length: turns }, () => ({ without: markAll(false), with: markAll(true) }));
console.log(
  JSON.stringify({
    with: Math.min(...runs.map((run) => run.with.all)),
    without: Math.min(...runs.map((run) => run.without.all)),
    worst: Math.min(...runs.map((run) => run.with.worst)),
  }),
);
