import { join, resolve } from 'node:path';
import { readClassRoster } from '../class/read-class-roster.js';
import { reportNames } from '../files/disk/safe-name.js';
import { openAssignment } from '../files/assignment-folder.js';
import { assignmentDrawer } from '../files/variant/draw-assignment.js';
import { manifestOf, writeDrawn, writeManifest, type Manifest } from '../files/variant/manifest.js';
import { readTemplates } from '../files/disk/report-templates.js';
import { answerSheet } from '../report/answer-sheet.js';
import { createHandouts, type HandoutFormat } from '../report/handout.js';
import { solution } from '../problem/solution.js';
import { exit, UsageError, type Io } from './io.js';

interface Receiver {
  readonly id: string;
  readonly name: string | null;
}

/** Ids for a class without names: v01 to v60. */
function numbered(count: unknown): Receiver[] {
  if (!/^[1-9]\d{0,4}$/.test(String(count)))
    throw new UsageError(`--count: expected a whole number from 1 to 99999, found "${count}".`);
  const width = String(count).length;
  return Array.from({ length: Number(count) }, (_, place) => ({
    id: `v${String(place + 1).padStart(width, '0')}`,
    name: null,
  }));
}

function receivers(io: Io, { roster, count }: Readonly<Record<string, unknown>>): Receiver[] {
  if (roster !== undefined && count !== undefined)
    throw new UsageError('Give --roster or --count, not both.');
  if (roster === undefined) return numbered(count ?? 1);
  return [...readClassRoster(io.disk, resolve(io.cwd, String(roster))).values()];
}

const formats: readonly HandoutFormat[] = ['html', 'md', 'tex'];

/** Draws a variant a student and writes handouts, answer sheets, keys for staff, and the manifest that marking reads. */
export async function run(
  io: Io,
  [folder]: readonly string[],
  options: Readonly<Record<string, unknown>>,
): Promise<number> {
  if (options['seed'] === undefined && options['roster'] === undefined && options['count'] === undefined)
    throw new UsageError('variant: expected --seed, --roster or --count.');
  const assignment = await openAssignment(io.disk, resolve(io.cwd, folder!));
  const { id, title, due, placed } = assignment;
  const seed = String(options['seed'] ?? id);
  const students = receivers(io, options);
  const draw = await assignmentDrawer(placed, { seed, assignment: id });
  const write = await createHandouts({ title, due, templates: readTemplates(io.disk) });
  const out = resolve(io.cwd, String(options['out']));
  for (const below of ['handouts', 'sheets', join('staff', 'keys')]) io.disk.makeFolder(join(out, below));
  const nameOf = reportNames(students.map((one) => one.id));
  const entries: Manifest['variants'] = [];
  for (const { id: student, name } of students) {
    const variants = [...draw(student)];
    const problems = variants.map(([, { problem }]) => problem);
    const drawn = Object.fromEntries(variants.map(([problem, one]) => [problem, { ...one.drawn }]));
    const file = nameOf(student);
    const owner = { student, name, problems };
    for (const format of formats)
      io.disk.write(join(out, 'handouts', `${file}.${format}`), write.handout(owner, format));
    const sheet = answerSheet(title, problems, { student, drawn: writeDrawn(drawn) });
    io.disk.write(join(out, 'sheets', `${file}.yaml`), sheet);
    io.disk.write(join(out, 'staff', 'keys', `${file}.html`), write.key(owner));
    const solved = { student, problems: problems.map((problem) => solution(problem).json) };
    io.disk.write(join(out, 'staff', 'keys', `${file}.json`), `${JSON.stringify(solved, null, 2)}\n`);
    entries.push({ student, name, report: file, problems: drawn });
  }
  const manifest = manifestOf({ assignment: id, seed }, entries);
  io.disk.write(join(out, 'staff', 'manifest.json'), writeManifest(manifest));
  if (options['json']) io.out(`${JSON.stringify(manifest)}\n`);
  else
    io.out(
      `${students.length} ${students.length === 1 ? 'variant' : 'variants'} in ${String(options['out'])}: handouts/ and sheets/ for students, staff/ for you.\n` +
        `Mark them with: tickmark grade ${folder} <submissions> --variants ${join(String(options['out']), 'staff', 'manifest.json')} --out <folder>\n`,
    );
  return exit.done;
}
