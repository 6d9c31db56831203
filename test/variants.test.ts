import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openAssignment } from '../src/files/assignment-folder.js';
import { deriveState } from '../src/files/variant/derive-seed.js';
import { openDisk } from '../src/files/disk/disk.js';
import { openInstance } from '../src/problem/open-problem.js';
import { planOf } from '../src/problem/variant/plan.js';
import { randomFrom } from '../src/problem/variant/random.js';
import { variantDrawer } from '../src/problem/variant/variant-drawer.js';
import { root, tickmark } from './command-line.js';
import { draw, homework, problem } from './drawn-class.js';
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

describe('tickmark variant', () => {
  it(
    'writes the same bytes again, in this process and in another elsewhere',
    { timeout: 60_000 },
    async () => {
      const cwd = homework();
      await draw(cwd, 'one');
      await draw(cwd, 'two');
      const command = ['--import', 'tsx', join(root, 'src/cli/tickmark.ts'), 'variant', join(cwd, 'hw')];
      const options = ['--seed', 'autumn', '--roster', join(cwd, 'roster.csv'), '--out', join(cwd, 'three')];
      const elsewhere = { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
      execFileSync(process.execPath, [...command, ...options], {
        cwd: root,
        env: { ...process.env, ...elsewhere },
      });
      expect(digestOf(join(cwd, 'two'))).toBe(digestOf(join(cwd, 'one')));
      expect(digestOf(join(cwd, 'three'))).toBe(digestOf(join(cwd, 'one')));
    },
  );

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

  it('writes names as they are, whatever letters and signs they have', async () => {
    const cwd = homework();
    const name = 'Zoë <b>O’Neil</b> & {x}_1 50% #$~^ \\input{y}';
    writeFileSync(join(cwd, 'roster.csv'), `student,name\ns_1&2,"${name}"\n`);
    await draw(cwd, 'out');
    const [html, md, tex] = ['html', 'md', 'tex'].map((ending) => {
      const [file] = filesBelow(join(cwd, 'out/handouts')).filter((one) => one.endsWith(`.${ending}`));
      return readFileSync(file!, 'utf8');
    }) as [string, string, string];
    expect(html).toContain('Zoë &lt;b&gt;O’Neil&lt;/b&gt; &amp; {x}_1 50% #$~^');
    expect(html).toContain('<bdi>s_1&amp;2</bdi>');
    expect(md).not.toContain('<b>');
    expect(tex).toContain(
      's\\_1\\&2, Zoë <b>O’Neil</b> \\& \\{x\\}\\_1 50\\% \\#\\$\\textasciitilde{}\\textasciicircum{} \\textbackslash{}input\\{y\\}',
    );
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

it('the documented seeds are those that are drawn from', () => {
  const rows = [
    ...readFileSync(join(root, 'docs/variants.md'), 'utf8').matchAll(
      /^\| `(\w+)`, `(\w+)`, `(\w+)`, `(\w+)` \| ([\d, ]+) \| ([\d, ]+) \|$/gm,
    ),
  ];
  expect(rows).toHaveLength(2);
  for (const [, seed, assignment, problem, student, words, draws] of rows as unknown as string[][]) {
    const state = deriveState({
      seed: seed!,
      assignment: assignment!,
      problem: problem!,
      student: student!,
    });
    expect(state.join(', ')).toBe(words);
    const random = randomFrom(state);
    expect([2, 3, 10, 10, 100, 1000, 2 ** 31].map((limit) => random.below(limit)).join(', ')).toBe(draws);
  }
});
