// Writes submissions to the bench assignment: most answers right, some planted slips and stray numbers; each student
// rounds to three to six digits.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { evaluate } from '../src/engine/evaluate.js';
import { openDisk } from '../src/files/disk/disk.js';
import { openAssignment } from '../src/files/assignment-folder.js';
import { attempt, slipUses } from '../src/marking/diagnosis/explanations.js';
import { targetValue } from '../src/problem/target.js';

const [, , out, count] = process.argv;
const random = xoroshiro128plus(1);
const below = (limit: number): number => uniformInt(random, 0, limit - 1);
const assignment = await openAssignment(openDisk(), 'bench/thirty');
const sheets = assignment.problems.map((problem) => ({
  problem,
  wrong: slipUses(problem)
    .map((slip) => attempt(() => evaluate(problem.worksheet, { slips: [slip] })))
    .filter((evaluation) => evaluation !== null),
}));
mkdirSync(out!, { recursive: true });
for (let student = 0; student < Number(count); student++) {
  const id = `s${String(student).padStart(5, '0')}`;
  const lines = [`student: ${id}`, 'answers:'];
  const precision = 3 + below(4);
  for (const { problem, wrong } of sheets) {
    const evaluation = below(3) === 0 ? wrong[below(wrong.length)]! : problem.key;
    lines.push(`  ${problem.id}:`);
    let part = '';
    let row = '';
    for (const item of problem.items) {
      if (item.kind !== 'answer') continue;
      const [, partId, rowId, column] = item.id.split('.');
      const value = attempt(() => targetValue(evaluation.value(item.targets[0].step), item.targets[0]));
      const digits = below(40) === 0 ? String(below(90000)) : item.type.write(value ?? 'none');
      const text = digits.replace(/\d+\.\d{5,}/g, (number) => Number(number).toPrecision(precision));
      if (column === undefined) lines.push(`    ${partId}: ${text}`);
      else {
        if (partId !== part) lines.push(`    ${partId}:`);
        if (partId !== part || rowId !== row) lines.push(`      ${rowId}:`);
        lines.push(`        ${column}: ${text}`);
      }
      part = partId!;
      row = rowId ?? '';
    }
  }
  writeFileSync(join(out!, `${id}.yaml`), `${lines.join('\n')}\n`);
}
