import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openAssignment } from '../src/files/assignment-folder.js';
import { deriveState } from '../src/files/derive-seed.js';
import { openDisk } from '../src/files/disk.js';
import { openInstance } from '../src/problem/open-problem.js';
import { planOf } from '../src/problem/variant/plan.js';
import { randomFrom } from '../src/problem/variant/random.js';
import { variantDrawer } from '../src/problem/variant/variant-drawer.js';
import { folderOf, root, tickmark } from './command-line.js';
import { VariantOracle } from './variant-oracle.js';

const bank = join(root, 'problems');
const folders = readdirSync(bank).filter(
  (name) => existsSync(join(bank, name, 'assignment.yaml')) && name !== 'sample',
);

describe.each(folders)('variants of problems/%s', (folder) => {
  // Some 300 over the bank; the bench draws 10,000.
  it('are good: no wrong way is right on one and wrong on another', { timeout: 60_000 }, async () => {
    const { problems } = await openAssignment(openDisk(), join(bank, folder));
    for (const problem of problems.filter(({ source }) => source.vary)) {
      const { draw } = await variantDrawer(problem);
      const oracle = new VariantOracle();
      const count = problem.items.length > 100 ? 5 : 25;
      const texts = new Set<string>();
      for (let student = 0; student < count; student++) {
        const state = deriveState({
          seed: 'suite',
          assignment: folder,
          problem: problem.id,
          student: String(student),
        });
        const variant = draw(state, 'suite');
        texts.add(JSON.stringify(variant.drawn));
        oracle.look(variant.problem);
      }
      expect(oracle.violations()).toEqual([]);
      expect(texts.size).toBeGreaterThan(count / 3);
    }
  });
});

it('would tell of draws that nobody inspected', async () => {
  const { problems } = await openAssignment(openDisk(), join(bank, 'rangan-hw8'));
  const problem = problems.find(({ id }) => id === 'q1-convolution')!;
  const random = randomFrom([1, 2, 3, 4]);
  const { draw } = planOf(problem);
  const oracle = new VariantOracle();
  for (let place = 0; place < 40; place++) {
    const opened = openInstance(problem, draw(random), null);
    if (!('errors' in opened)) oracle.look(opened);
  }
  expect(oracle.violations().length).toBeGreaterThan(3);
});

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

const digestOf = (folder: string): string => {
  const hash = createHash('sha256');
  for (const file of filesBelow(folder)) hash.update(file.slice(folder.length)).update(readFileSync(file));
  return hash.digest('hex');
};

const roster = 'student,name\ns001,One\ns002,Two\ns003,Three\n';
const problem = `title: Two units
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
const homework = (): string =>
  folderOf({ 'hw/assignment.yaml': assignment, 'hw/q1-norm.yaml': problem, 'roster.csv': roster });

const draw = async (cwd: string, out: string): Promise<void> => {
  const said = await tickmark(['variant', 'hw', '--seed', 'autumn', '--roster', 'roster.csv', '--out', out], {
    cwd,
  });
  expect(said).toMatchObject({ code: 0, err: '' });
};

interface Key {
  readonly problems: readonly { readonly items: Readonly<Record<string, { readonly value: unknown }>> }[];
}
const keyOf = (cwd: string, student: string) => {
  const { problems } = JSON.parse(
    readFileSync(join(cwd, 'out/staff/keys', `${student}.json`), 'utf8'),
  ) as Key;
  return (part: string): string => JSON.stringify(problems[0]!.items[`q1-norm.${part}`]!.value);
};

/** A sheet as drawn, filled in with the answers of a key. */
function handIn(cwd: string, student: string, key: (part: string) => string, folder = 'in'): void {
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
async function grade(cwd: string, ...more: readonly string[]): Promise<Line[]> {
  const { code } = await tickmark(['grade', 'hw', 'in', '--out', 'graded', ...more], { cwd });
  expect(code).toBe(0);
  const lines = readFileSync(join(cwd, 'graded/results.jsonl'), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Line);
}
const manifest = ['--variants', 'out/staff/manifest.json'];

describe('tickmark variant', () => {
  it('writes the same bytes again, in this process and in another', { timeout: 60_000 }, async () => {
    const cwd = homework();
    await draw(cwd, 'one');
    await draw(cwd, 'two');
    const command = ['--import', 'tsx', join(root, 'src/cli/tickmark.ts'), 'variant', join(cwd, 'hw')];
    const options = ['--seed', 'autumn', '--roster', join(cwd, 'roster.csv'), '--out', join(cwd, 'three')];
    execFileSync(process.execPath, [...command, ...options], { cwd: root });
    expect(digestOf(join(cwd, 'two'))).toBe(digestOf(join(cwd, 'one')));
    expect(digestOf(join(cwd, 'three'))).toBe(digestOf(join(cwd, 'one')));
  });

  it('gives every student a handout, a sheet and numbers of their own, and keeps keys apart', async () => {
    const cwd = homework();
    await draw(cwd, 'out');
    const names = filesBelow(join(cwd, 'out')).map((file) => file.slice(join(cwd, 'out').length + 1));
    expect(names.filter((name) => name.includes('s002')).sort()).toEqual([
      'handouts/s002.html',
      'handouts/s002.md',
      'handouts/s002.tex',
      'sheets/s002.yaml',
      'staff/keys/s002.html',
      'staff/keys/s002.json',
    ]);
    const { variants } = JSON.parse(readFileSync(join(cwd, 'out/staff/manifest.json'), 'utf8')) as {
      variants: { student: string; problems: Record<string, Record<string, unknown>> }[];
    };
    expect(variants.map(({ student }) => student)).toEqual(['s001', 's002', 's003']);
    expect(new Set(variants.map(({ problems }) => JSON.stringify(problems))).size).toBe(3);
    const { z } = variants[1]!.problems['q1-norm'] as { z: number[][] };
    const handout = readFileSync(join(cwd, 'out/handouts/s002.tex'), 'utf8');
    expect(handout).toContain(`${z[0]!.join(' & ')} \\\\ ${z[1]!.join(' & ')}`);
    expect(handout).not.toContain('Worked solution');
    expect(readFileSync(join(cwd, 'out/handouts/s002.html'), 'utf8')).not.toContain('Worked solution');
    expect(readFileSync(join(cwd, 'out/staff/keys/s002.html'), 'utf8')).toContain('Worked solution');
  });

  it('names as many as asked for where there is no roster', async () => {
    const cwd = homework();
    const { code } = await tickmark(['variant', 'hw', '--count', '12', '--out', 'out'], { cwd });
    expect(code).toBe(0);
    const sheets = readdirSync(join(cwd, 'out/sheets'));
    expect(sheets).toHaveLength(12);
    expect(sheets[0]).toBe('v01.yaml');
  });

  it.each([
    [['--seed', 'a', '--count', '0'], /--count: expected a whole number/],
    [['--count', '2', '--roster', 'roster.csv'], /not both/],
    [[], /expected --seed, --roster or --count/],
  ])('refuses %j', async (options, message) => {
    const said = await tickmark(['variant', 'hw', '--out', 'out', ...options], { cwd: homework() });
    expect(said.code).toBe(2);
    expect(said.err).toMatch(message);
  });

  it('tells the place of a condition that is never true', async () => {
    const cwd = homework();
    writeFileSync(join(cwd, 'hw/q1-norm.yaml'), `${problem}variants:\n  require:\n    - max(z) > 9\n`);
    const said = await tickmark(['variant', 'hw', '--count', '1', '--out', 'out'], { cwd });
    expect(said.code).toBe(2);
    expect(said.err).toMatch(
      /q1-norm\.yaml:13:7 variants\.require\.0: .*refused most often \(\d+ times\): "max\(z\) > 9"/,
    );
  });
});

describe('marking variants', () => {
  const drawnClass = async (): Promise<string> => {
    const cwd = homework();
    await draw(cwd, 'out');
    return cwd;
  };

  it('gives each the full score on their own numbers', async () => {
    const cwd = await drawnClass();
    for (const student of ['s001', 's002', 's003']) handIn(cwd, student, keyOf(cwd, student));
    expect((await grade(cwd, ...manifest)).map(({ state, score }) => [state, score])).toEqual([
      ['graded', 10],
      ['graded', 10],
      ['graded', 10],
    ]);
  });

  it('marks by the manifest where the problem would draw other numbers by now', async () => {
    const cwd = await drawnClass();
    handIn(cwd, 's001', keyOf(cwd, 's001'));
    writeFileSync(join(cwd, 'hw/q1-norm.yaml'), problem.replace('from: -9, to: 9', 'from: 20, to: 90'));
    expect(await grade(cwd, ...manifest)).toMatchObject([{ state: 'graded', score: 10 }]);
  });

  it("leaves answers to somebody else's numbers to a person, who is told whose", async () => {
    const cwd = await drawnClass();
    handIn(cwd, 's001', keyOf(cwd, 's002'));
    handIn(cwd, 's002', keyOf(cwd, 's002'));
    const [copied, own] = await grade(cwd, ...manifest);
    expect(copied).toMatchObject({ state: 'needs-review', score: 0, pending: 10 });
    expect(copied!.items.map(({ verdict }) => verdict)).toEqual(['review', 'review']);
    expect(own).toMatchObject({ state: 'graded', score: 10 });
    expect(readFileSync(join(cwd, 'graded/review.csv'), 'utf8')).toMatch(/fit the numbers of s002 exactly/);
    expect(readFileSync(join(cwd, 'graded/students/s001.html'), 'utf8')).not.toContain('s002');
  });

  it('marks wrong answers that fit nobody as wrong', async () => {
    const cwd = await drawnClass();
    handIn(cwd, 's001', () => '[987654, 123456]');
    const [line] = await grade(cwd, ...manifest);
    expect(line).toMatchObject({ state: 'graded', score: 0, pending: 0 });
  });

  it('never scores the sheet of a variant on other numbers, nor a student without one', async () => {
    const cwd = await drawnClass();
    handIn(cwd, 's001', keyOf(cwd, 's001'));
    const [lost] = await grade(cwd);
    expect(lost).toMatchObject({ state: 'unreadable', score: null });
    expect(lost!.why).toMatch(/--variants/);
    writeFileSync(join(cwd, 'in/s999.yaml'), 'student: s999\nanswers:\n  q1-norm:\n    a: 1 2\n');
    const lines = await grade(cwd, ...manifest);
    expect(lines.find(({ student }) => student === 's999')).toMatchObject({
      state: 'unreadable',
      score: null,
    });
  });

  it('goes by the manifest where the line in the sheet was changed', async () => {
    const cwd = await drawnClass();
    handIn(cwd, 's001', keyOf(cwd, 's001'));
    const path = join(cwd, 'in/s001.yaml');
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(/^variant: .*$/m, `variant: '{"q1-norm":{"z":[[1,2,3],[4,5,6]]}}'`),
    );
    expect(await grade(cwd, ...manifest)).toMatchObject([{ state: 'graded', score: 10 }]);
    expect(readFileSync(join(cwd, 'graded/students/s001.html'), 'utf8')).toContain('were not used');
  });

  it('refuses a manifest of another assignment, or none', async () => {
    const cwd = await drawnClass();
    handIn(cwd, 's001', keyOf(cwd, 's001'));
    const path = join(cwd, 'out/staff/manifest.json');
    writeFileSync(join(cwd, 'other.json'), readFileSync(path, 'utf8').replace('"hw"', '"hw2"'));
    for (const [file, message] of [
      ['other.json', /a manifest of hw, found one of/],
      ['roster.csv', /no JSON/],
    ] as const) {
      const said = await tickmark(['grade', 'hw', 'in', '--out', 'graded', '--variants', file], { cwd });
      expect(said.code).toBe(2);
      expect(said.err).toMatch(message);
    }
  });

  it('checks a sheet against the numbers that it carries', async () => {
    const cwd = await drawnClass();
    handIn(cwd, 's003', keyOf(cwd, 's003'));
    const right = await tickmark(['check', 'hw', 'in/s003.yaml'], { cwd });
    expect(right).toMatchObject({ code: 0 });
    expect(right.out).toContain('2 of 2 answers are right');
    handIn(cwd, 's003', keyOf(cwd, 's001'));
    expect((await tickmark(['check', 'hw', 'in/s003.yaml'], { cwd })).code).toBe(1);
  });
});

describe('solve and check', () => {
  it('solves the variant of a seed, the same each time', async () => {
    const cwd = homework();
    const solve = async (seed: string) =>
      JSON.parse((await tickmark(['solve', 'hw', '--seed', seed, '--json'], { cwd })).out) as object;
    const one = await solve('a');
    expect(one).toMatchObject({ seed: 'a' });
    expect(await solve('a')).toEqual(one);
    expect(await solve('b')).not.toEqual(one);
  });

  const swapped = (cwd: string): void =>
    writeFileSync(
      join(cwd, 's1.yaml'),
      'student: s1\nanswers:\n  q1-norm:\n    a: 3 3\n    b: [[1, 2, 3], [4, 5, 6]]\n',
    );
  const withGamma = `student: s1\nanswers:\n  q1-norm:\n    a: 9 9\n`;

  it('says more with --hint 2 than with --hint 1, and never the key', async () => {
    const cwd = homework();
    // The sums in place of the means: 1 + 3 + 5 and 2 + 6 + 1.
    writeFileSync(join(cwd, 's1.yaml'), withGamma);
    const [one, two] = await Promise.all(
      ['1', '2'].map(
        async (level) => (await tickmark(['check', 'hw', 's1.yaml', '--hint', level], { cwd })).out,
      ),
    );
    expect(one).toContain('Not right');
    expect(two!.length).toBeGreaterThan(one!.length);
    expect((await tickmark(['check', 'hw', 's1.yaml', '--hint', '3'], { cwd })).code).toBe(2);
  });

  it('checks again whenever the file changes, until the waiting is over', async () => {
    const cwd = homework();
    swapped(cwd);
    const edits = ['student: [broken\n', 'student: s1\nanswers:\n  q1-norm:\n    a: 3 3\n'];
    const changed = async (): Promise<boolean> => {
      const next = edits.shift();
      if (next !== undefined) writeFileSync(join(cwd, 's1.yaml'), next);
      return next !== undefined;
    };
    const said = await tickmark(['check', 'hw', 's1.yaml', '--watch'], { cwd, changed });
    expect(said.code).toBe(0);
    expect(said.out).toMatch(/1 of 2 answers are right[^]*1 of 1 answers are right/);
    expect(said.err).toMatch(/s1\.yaml/);
  });
});
