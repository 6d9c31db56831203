import type { OpenAssignment } from '../files/assignment-folder.js';
import { FileError, finding, type Place } from '../files/finding.js';
import type { DrawnProblems, Manifest } from '../files/variant/manifest.js';
import { openVariant } from '../files/variant/open-variant.js';
import { keyValues } from '../marking/diagnosis/read-answer.js';
import type { OpenProblem } from '../problem/open-problem.js';
import { foldId } from './roster.js';

/** Accepted values by item id. */
export type Keys = ReadonlyMap<string, readonly unknown[]>;

/** Who got which numbers, opened when asked for. */
export interface ClassVariants {
  /** The assignment on a student's own numbers; a FileError where nobody of that id got any. */
  readonly problemsOf: (student: string, at: Place) => readonly OpenProblem[];
  /** Drawn givens of a student as the manifest has them. */
  readonly drawnOf: (student: string) => DrawnProblems | undefined;
  /** Keys of a problem on the numbers of everyone else, by student, and on those of the problem's own file. */
  readonly othersOf: (student: string, problem: string) => Iterable<readonly [whose: string, keys: Keys]>;
}

const keysOf = (problem: OpenProblem): Keys =>
  new Map(
    problem.items.flatMap((item) =>
      item.kind === 'answer' ? [[item.id, keyValues(item, problem)] as const] : [],
    ),
  );

/** Reads a manifest into the variants of a class. Only keys are kept of the variants of others. */
export function classVariants(assignment: OpenAssignment, { seed, variants }: Manifest): ClassVariants {
  const byStudent = new Map(variants.map((one) => [foldId(one.student), one]));
  const keys = new Map<string, ReadonlyMap<string, Keys>>();
  let published: ReadonlyMap<string, Keys> | undefined;
  const open = (student: string, drawn: DrawnProblems, at: Place): OpenProblem[] =>
    openVariant(assignment, drawn, `${seed} for ${student}`, at);
  const keysFor = (student: string, drawn: DrawnProblems): ReadonlyMap<string, Keys> => {
    const place = { file: 'manifest.json', line: null, column: null };
    const known =
      keys.get(student) ?? new Map(open(student, drawn, place).map((one) => [one.id, keysOf(one)]));
    keys.set(student, known);
    return known;
  };
  return {
    problemsOf: (student, at) => {
      const one = byStudent.get(foldId(student));
      if (one) return open(one.student, one.problems, at);
      const hint = 'Draw one for them with the same seed, or correct the id.';
      throw new FileError(
        finding(at, 'a student of the manifest', `"${student}"`, { path: 'student', hint }),
      );
    },
    drawnOf: (student) => byStudent.get(foldId(student))?.problems,
    *othersOf(student, problem) {
      for (const other of variants) {
        if (foldId(other.student) === foldId(student)) continue;
        const own = keysFor(other.student, other.problems).get(problem);
        if (own) yield [other.student, own];
      }
      published ??= new Map(assignment.problems.map((one) => [one.id, keysOf(one)]));
      const own = published.get(problem);
      if (own) yield ['the problem file', own];
    },
  };
}
