import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tickmark } from './command-line.js';
import { draw, grade, handIn, homework, keyOf, manifest, problem } from './drawn-class.js';

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

  it('leaves answers to the numbers of the problem file, as an older solution has them, to a person', async () => {
    const cwd = await drawnClass();
    // Means 3 and 3, variances 8/3 and 14/3.
    const old = { a: '[3, 3]', b: '[[2.5505, 5, 7.4495], [5.6113, 11.1662, 4.2225]]' };
    handIn(cwd, 's001', (part) => old[part as 'a' | 'b']);
    const [line] = await grade(cwd, ...manifest);
    expect(line).toMatchObject({ state: 'needs-review', score: 0, pending: 10 });
    expect(readFileSync(join(cwd, 'graded/review.csv'), 'utf8')).toContain('the numbers of the problem file');
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

  it.each([
    ['was left out', (sheet: string) => sheet.replace(/^variant: .*\n/m, ''), false],
    ['is broken', (sheet: string) => sheet.replace(/^variant: .*$/m, "variant: 'none'"), true],
  ])('goes by the manifest where the line in the sheet %s', async (_, change, isNoted) => {
    const cwd = await drawnClass();
    handIn(cwd, 's001', keyOf(cwd, 's001'));
    const path = join(cwd, 'in/s001.yaml');
    writeFileSync(path, change(readFileSync(path, 'utf8')));
    expect(await grade(cwd, ...manifest)).toMatchObject([{ state: 'graded', score: 10 }]);
    const report = readFileSync(join(cwd, 'graded/students/s001.html'), 'utf8');
    expect(report.includes('were not used')).toBe(isNoted);
  });

  it('marks by the manifest where the problem varies no longer', async () => {
    const cwd = await drawnClass();
    handIn(cwd, 's002', keyOf(cwd, 's002'));
    writeFileSync(join(cwd, 'hw/q1-norm.yaml'), problem.replace(/^vary:\n(?: .*\n)+/m, ''));
    expect(await grade(cwd, ...manifest)).toMatchObject([{ state: 'graded', score: 10 }]);
  });

  it('says so, and scores nothing, where the givens of the manifest fit the problem no longer', async () => {
    const cwd = await drawnClass();
    handIn(cwd, 's002', keyOf(cwd, 's002'));
    const renamed = problem.replace(/^vary:\n(?: .*\n)+/m, '').replace('beta: [5, 7]', 'beta: [5, 7, 9]');
    writeFileSync(
      join(cwd, 'hw/q1-norm.yaml'),
      renamed.replace('gamma: [2, 3]', 'gamma: [2, 3, 4]').replace('[2, 6, 1]]', '[2, 6, 1], [1, 2, 4]]'),
    );
    const [line] = await grade(cwd, ...manifest);
    expect(line).toMatchObject({ state: 'unreadable', score: null });
    expect(line!.why).toMatch(/has changed since the variant was drawn/);
  });

  it('marks rows of a CSV, each by the numbers of its student', async () => {
    const cwd = await drawnClass();
    const [one, two] = [keyOf(cwd, 's001'), keyOf(cwd, 's002')];
    const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const row = (student: string, key: (part: string) => string): string =>
      [student, cell(key('a')), cell(key('b'))].join(',');
    const rows = [row('s001', one), row('s002', two), row('s003', two), row('s777', one)];
    mkdirSync(join(cwd, 'in'));
    writeFileSync(join(cwd, 'in/export.csv'), `student,q1-norm.a,q1-norm.b\n${rows.join('\n')}\n`);
    expect(await grade(cwd, ...manifest)).toMatchObject([
      { student: 's001', state: 'graded', score: 10 },
      { student: 's002', state: 'graded', score: 10 },
      { student: 's003', state: 'needs-review', score: 0, pending: 10 },
      { student: 's777', state: 'unreadable', score: null },
    ]);
    expect(readFileSync(join(cwd, 'graded/review.csv'), 'utf8')).toMatch(/fit the numbers of s002 exactly/);
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

  it('says that a sheet without its line was compared on the numbers of the problem file', async () => {
    const cwd = await drawnClass();
    handIn(cwd, 's003', keyOf(cwd, 's003'));
    const path = join(cwd, 'in/s003.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^variant: .*\n/m, ''));
    const said = await tickmark(['check', 'hw', 'in/s003.yaml'], { cwd });
    expect(said.out).toMatch(/on the numbers of the problem file.*keep the line `variant:`/);
  });
});
