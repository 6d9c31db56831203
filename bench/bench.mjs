// `npm run bench`: every figure the README quotes. Times are of whole processes; a ratio is the best of five over the
// best of five, the two commands taking turns.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const students = 2000;
const turns = 5;
const command = 'dist/tickmark.js';
const work = mkdtempSync(join(tmpdir(), 'tickmark-bench-'));
const say = (line) => process.stdout.write(`${line}\n`);

function run(args, { allow = [0], env = {} } = {}) {
  const start = process.hrtime.bigint();
  const result = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 1 << 26,
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (!allow.includes(result.status))
    throw new Error(`node ${args.join(' ')} ended with ${result.status}:\n${result.stderr}`);
  return seconds;
}

/** Best times of commands that take turns. */
function best(commands, count = turns) {
  const times = commands.map(() => []);
  for (let turn = 0; turn < count; turn++) commands.forEach((one, index) => times[index].push(one()));
  return times.map((list) => Math.min(...list));
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

function prepare(count) {
  const folder = join(work, `class-${count}`);
  execFileSync(process.execPath, ['--import', 'tsx', 'bench/submissions.ts', folder, String(count)], {
    stdio: 'inherit',
  });
  return folder;
}

const gradeArgs = (folder, out) => [command, 'grade', 'bench/thirty', folder, '--out', out];

function peak(folder, out) {
  const file = join(work, 'peak');
  run(['--import', './bench/peak-memory.mjs', ...gradeArgs(folder, out)], {
    env: { PEAK_MEMORY_FILE: file },
  });
  return Number(readFileSync(file, 'utf8'));
}

function grading() {
  const folder = prepare(students);
  const small = prepare(students / 10);
  const out = join(work, 'out');
  run(gradeArgs(folder, out));
  const sizes = filesBelow(out).map((file) => [file.slice(out.length + 1), statSync(file).size]);
  const sizesFile = join(work, 'sizes.json');
  writeFileSync(sizesFile, JSON.stringify(sizes));
  const floorOut = join(work, 'floor');
  const fresh = (path) => rmSync(path, { recursive: true, force: true });
  const [grade, floor] = best([
    () => (fresh(out), run(gradeArgs(folder, out))),
    () => (fresh(floorOut), run(['bench/floor.mjs', folder, floorOut, sizesFile])),
  ]);
  say(
    `grade: ${students} submissions of 30 items in ${grade.toFixed(2)} s, ${Math.round(students / grade)} a second`,
  );
  say(
    `grade over the floor that only reads, parses and writes: ${(grade / floor).toFixed(2)} (floor ${floor.toFixed(2)} s)`,
  );
  const megabytes = [peak(small, join(work, 'out-small')), peak(folder, out)];
  say(
    `peak memory: ${megabytes[0].toFixed(0)} MB for ${students / 10} students, ${megabytes[1].toFixed(0)} MB for ${students}`,
  );
  diagnosisCost(folder, grade * 1000);
  return folder;
}

const script = (...args) =>
  execFileSync(process.execPath, ['--import', 'tsx', ...args], { encoding: 'utf8' }).trim();

/** Grading as it is over grading without what the diagnosis takes. */
function diagnosisCost(folder, graded) {
  const cost = JSON.parse(script('bench/diagnosis-cost.ts', folder));
  const ratio = graded / (graded - (cost.with - cost.without));
  say(
    `grade with diagnosis over grade without: ${ratio.toFixed(2)} (marking alone ${cost.without.toFixed(0)} ms without, ${cost.with.toFixed(0)} ms with; the dearest submission ${cost.worst.toFixed(0)} ms)`,
  );
}

function coldStarts(folder) {
  const answers = join(folder, readdirSync(folder)[0]);
  const starts = [
    ['--help', [command, '--help'], [0]],
    ['check of a numeric problem', [command, 'check', 'bench/thirty', answers], [0, 1]],
    ['solve of a formula problem (mathjs)', [command, 'solve', 'bench/formula.yaml'], [0]],
  ];
  const [bare, ...times] = best(
    [
      () => run(['-e', '0']),
      ...starts.map(
        ([, args, allow]) =>
          () =>
            run(args, { allow }),
      ),
    ],
    2 * turns,
  );
  say(`bare node: ${(bare * 1000).toFixed(0)} ms`);
  starts.forEach(([name], index) =>
    say(
      `cold start of ${name}: ${(times[index] * 1000).toFixed(0)} ms, ${(times[index] / bare).toFixed(2)} bare starts`,
    ),
  );
}

/** The median time of a variant, measured by a script of its own. */
function variants() {
  say(
    execFileSync(process.execPath, ['--import', 'tsx', 'bench/variants.ts', '--fast'], {
      encoding: 'utf8',
    }).trim(),
  );
}

/** The time of an equivalence check of formulas beside that of other engines, measured by a script of its own. */
function equivalence() {
  say(
    execFileSync(process.execPath, ['--import', 'tsx', 'bench/equivalence.mjs'], { encoding: 'utf8' }).trim(),
  );
}

try {
  coldStarts(grading());
  say(script('bench/diagnosis.ts'));
  variants();
  equivalence();
} finally {
  rmSync(work, { recursive: true, force: true });
}
