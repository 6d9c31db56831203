import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import { loadFamily } from '../families/index.js';
import { openProblem, type OpenProblem } from '../problem/open-problem.js';
import { Assignment } from '../problem/assignment.js';
import { Id, Problem } from '../problem/problem.js';
import { Rubric } from '../problem/rubric.js';
import { readAuthored, type Authored } from './authored/authored-yaml.js';
import type { Path } from './authored/authored-tree.js';
import type { Disk } from './disk/disk.js';
import { FileError, finding, wholeFile, type Finding, type Place } from './finding.js';
import { limits } from './limits.js';
import { packageRoot } from './disk/package-root.js';
import { showPath, showText } from './show.js';

/** A problem ready to mark, with the places of its file. */
export interface PlacedProblem {
  readonly problem: OpenProblem;
  readonly placeOf: (path: Path) => Place;
}

/** An assignment whose files are all in order. */
export interface OpenAssignment {
  readonly id: string;
  readonly folder: string;
  /** A rubric that was named in place of the assignment's own. */
  readonly rubricFile?: string;
  readonly title: string;
  readonly due?: string;
  readonly rubric: Rubric;
  readonly problems: readonly OpenProblem[];
  readonly placed: readonly PlacedProblem[];
}

const standardRubric = 'standard';

const read = <S extends z.ZodType>(disk: Disk, path: string, schema: S): Authored<z.output<S>> =>
  readAuthored(showPath(path), disk.readText(path, limits.textBytes), schema);

const withEnding = (path: string): string => (/\.ya?ml$/i.test(path) ? path : `${path}.yaml`);

/** Runs and keeps what is wrong, so that all errors are told at once. */
function keeping<T>(findings: Finding[], run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    findings.push(...error.findings);
    return undefined;
  }
}

function readRubric(disk: Disk, named: string, folder: string, findings: Finding[]): Rubric | undefined {
  const own = resolve(folder, withEnding(named));
  const shipped = join(packageRoot(), 'rubrics', withEnding(named));
  const isName = !named.includes('/') && !isAbsolute(named);
  const authored = keeping(findings, () => read(disk, isName && !disk.exists(own) ? shipped : own, Rubric));
  findings.push(...(authored?.findings ?? []));
  return authored?.value;
}

/** All that is known of a problem's family before the rest of its file is in order. */
const Named = z.looseObject({ family: z.string() });

/** A problem's file read once more by its family's own schema, so that its givens are told of with the rest. */
async function readGivens(
  disk: Disk,
  path: string,
  authored: Authored<z.output<typeof Problem>>,
): Promise<Authored<z.output<typeof Problem>>> {
  const named = authored.value ?? read(disk, path, Named).value;
  const family = named && (await loadFamily(named.family));
  if (!family || (authored.value && family.given.safeParse(authored.value.given).success)) return authored;
  const { findings, placeOf } = read(disk, path, Problem.extend({ given: family.given }));
  return { value: undefined, findings, placeOf };
}

async function readProblem(
  disk: Disk,
  path: string,
  rubric: Rubric,
  findings: Finding[],
): Promise<PlacedProblem | undefined> {
  const first = keeping(findings, () => read(disk, path, Problem));
  const authored = first && (await readGivens(disk, path, first));
  findings.push(...(authored?.findings ?? []));
  if (!authored?.value) return undefined;
  const decimal = rubric.locale?.decimal;
  const id = basename(path).replace(/\.ya?ml$/i, '');
  const isId = Id.safeParse(id).success;
  if (!isId) {
    const hint = 'The file’s name is the id: letters, digits, "-" and "_", and no dot.';
    findings.push(
      finding(wholeFile(showPath(path)), 'a file name that can be an id', showText(id), { hint }),
    );
    return undefined;
  }
  const opened = await openProblem(id, authored.value, { rubric, ...(decimal && { decimal }) });
  if (!('errors' in opened)) return { problem: opened, placeOf: authored.placeOf };
  for (const { path: where, message, hint = '' } of opened.errors)
    findings.push(
      finding(authored.placeOf(where), 'a problem that can be solved', `that ${message}`, {
        path: where.join('.'),
        hint,
      }),
    );
  return undefined;
}

function refuse(findings: readonly Finding[]): void {
  const [first, ...more] = findings;
  if (first) throw new FileError(first, ...more);
}

/** Reads an assignment's folder whole; throws a FileError with everything that is wrong in all of its files. */
export async function openAssignment(
  disk: Disk,
  folder: string,
  rubricFile?: string,
): Promise<OpenAssignment> {
  const path = join(folder, 'assignment.yaml');
  const authored = read(disk, path, Assignment);
  const findings = [...authored.findings];
  refuse(authored.value ? [] : findings);
  const { title, due, problems, rubric: named = standardRubric } = authored.value!;
  const rubric = readRubric(disk, rubricFile ?? named, rubricFile === undefined ? folder : '.', findings);
  const placed: PlacedProblem[] = [];
  for (const [position, name] of problems.entries()) {
    const one = await readProblem(disk, resolve(folder, withEnding(name)), rubric ?? {}, findings);
    if (one && placed.some(({ problem }) => problem.id === one.problem.id))
      findings.push(
        finding(
          authored.placeOf(['problems', position]),
          'problems with names of their own',
          `"${one.problem.id}" twice`,
        ),
      );
    if (one) placed.push(one);
  }
  refuse(findings);
  return {
    id: basename(resolve(folder)),
    folder: resolve(folder),
    ...(rubricFile !== undefined && { rubricFile }),
    title,
    ...(due !== undefined && { due }),
    rubric: rubric!,
    problems: placed.map(({ problem }) => problem),
    placed,
  };
}

/** The problems of an assignment's folder, or one problem's file (its ending may be left out). */
export async function openProblems(disk: Disk, path: string): Promise<readonly PlacedProblem[]> {
  if (disk.exists(join(path, 'assignment.yaml'))) return (await openAssignment(disk, path)).placed;
  const findings: Finding[] = [];
  const rubric = readRubric(disk, standardRubric, dirname(path), findings);
  const placed = await readProblem(disk, withEnding(path), rubric ?? {}, findings);
  refuse(findings);
  return [placed!];
}
