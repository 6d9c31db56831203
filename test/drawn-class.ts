import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { folderOf, tickmark } from './command-line.js';

const roster = 'student,name\ns001,One\ns002,Two\ns003,Three\n';
export const problem = `title: Two units
family: batch-norm
text: Take $Z = {{z}}$.
given: { z: [[1, 3, 5], [2, 6, 1]], gamma: [2, 3], beta: [5, 7], epsilon: 0 }
vary:
  z: { each: integer, from: -9, to: 9 }
  gamma: { each: integer, from: 2, to: 5 }
parts:
  a: { points: 4, answer: mean, tolerance: { absolute: 0.001 } }
  b: { points: 6, answer: output, tolerance: { absolute: 0.001 } }
`;
const assignment = 'title: Small\nproblems: [q1-norm]\n';
export const homework = (): string =>
  folderOf({ 'hw/assignment.yaml': assignment, 'hw/q1-norm.yaml': problem, 'roster.csv': roster });

export const draw = async (cwd: string, out: string): Promise<void> => {
  const said = await tickmark(['variant', 'hw', '--seed', 'autumn', '--roster', 'roster.csv', '--out', out], {
    cwd,
  });
  expect(said).toMatchObject({ code: 0, err: '' });
};

interface Key {
  readonly problems: readonly { readonly items: Readonly<Record<string, { readonly value: unknown }>> }[];
}
export const keyOf = (cwd: string, student: string) => {
  const { problems } = JSON.parse(
    readFileSync(join(cwd, 'out/staff/keys', `${student}.json`), 'utf8'),
  ) as Key;
  return (part: string): string => JSON.stringify(problems[0]!.items[`q1-norm.${part}`]!.value);
};

/** A sheet as drawn, filled in with the answers of a key. */
export function handIn(cwd: string, student: string, key: (part: string) => string, folder = 'in'): void {
  const sheet = readFileSync(join(cwd, 'out/sheets', `${student}.yaml`), 'utf8');
  const filled = sheet.replace(
    /^( {4}([ab])): \|$/gm,
    (_, head: string, part: string) => `${head}: ${key(part)}`,
  );
  mkdirSync(join(cwd, folder), { recursive: true });
  writeFileSync(join(cwd, folder, `${student}.yaml`), filled);
}

interface Line {
  readonly student: string;
  readonly state: string;
  readonly score: number | null;
  readonly pending: number;
  readonly items: readonly { readonly verdict: string }[];
  readonly why?: string;
}
export async function grade(cwd: string, ...more: readonly string[]): Promise<Line[]> {
  const { code } = await tickmark(['grade', 'hw', 'in', '--out', 'graded', ...more], { cwd });
  expect(code).toBe(0);
  const lines = readFileSync(join(cwd, 'graded/results.jsonl'), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Line);
}
export const manifest = ['--variants', 'out/staff/manifest.json'];
