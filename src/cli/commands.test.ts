import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf, root, tickmark } from '../../test/command-line.js';
import { rightAnswers, smallAssignment, submissionOf } from '../../test/small-assignment.js';
import { answerTypes } from '../answers/all-types.js';
import { families } from '../families/index.js';
import { openDisk } from '../files/disk/disk.js';

const homework = (files: Readonly<Record<string, string>> = {}): string =>
  folderOf({ ...smallAssignment, ...files });
const run = (cwd: string, ...argv: readonly string[]) => tickmark(argv, { cwd });

describe('the command line', () => {
  it.each([['--help'], ['help'], ['grade', '--help'], ['--version']])(
    'answers %s on standard output',
    async (...argv) => {
      const { code, out, err } = await tickmark(argv);
      expect([code, err]).toEqual([0, '']);
      expect(out).not.toBe('');
    },
  );

  it('says its version', async () => {
    expect((await tickmark(['--version'])).out).toBe('1.2.3\n');
  });

  it.each<[readonly string[], RegExp]>([
    [[], /Usage: tickmark/],
    [['gradee'], /unknown command 'gradee'.*Did you mean grade\?/s],
    [['grade', '--out', 'x'], /missing required argument 'assignment'/],
    [['grade', 'a', 'b'], /required option '--out <folder>' not specified/],
    [['check', 'hw'], /missing required argument 'answers'/],
    [['check', 'hw', 'a.yaml', 'b.yaml'], /too many arguments/],
    [['lint'], /missing required argument 'paths'/],
    [['solve', 'hw', '--sed', '4'], /unknown option '--sed'/],
    [['schema', 'problems'], /expected one of problem, assignment, rubric, submission, found "problems"/],
    [['families', 'batch-nrom'], /expected one of .*batch-norm.*found "batch-nrom"/],
    [['solve', 'nothing/here'], /nothing\/here\.yaml: expected a readable file, found nothing there/],
    [['sheet', 'nothing/here'], /nothing\/here\/assignment\.yaml: /],
    [['check', 'hw', 'none.yaml'], /none\.yaml: /],
    [['sheet', 'hw', '--out', 'no/folder/sheet.yaml'], /sheet\.yaml: expected a file that can be written/],
  ])('refuses %j in words on standard error', async (argv, message) => {
    const { code, out, err } = await run(homework(), ...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at |\/tmp\//);
  });

  it('calls a fault of its own so, without a stack', async () => {
    const cwd = homework();
    const disk = {
      ...openDisk(),
      readText: (): never => {
        throw new TypeError('boom');
      },
    };
    const { code, out, err } = await tickmark(['solve', 'hw'], { cwd, disk });
    expect([code, out]).toEqual([70, '']);
    expect(err).toMatch(/fault of tickmark, not of your files: boom/);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('is no fault when its reader stops early', () => {
    const command = './node_modules/.bin/tsx src/cli/tickmark.ts solve problems/ee60020-hw4 --json | true';
    const { status, stdout, stderr } = spawnSync('bash', ['-c', `set -o pipefail; ${command}`], {
      cwd: root,
      encoding: 'utf8',
    });
    expect([status, stdout, stderr]).toEqual([0, '', '']);
  });
});

describe('--json prints exactly one document', () => {
  it.each<[readonly string[], readonly string[]]>([
    [
      ['solve', 'hw', '--json'],
      ['problem', 'family', 'seed', 'given', 'steps', 'items'],
    ],
    [
      ['solve', 'hw/q1-norm.yaml', '--json'],
      ['problem', 'family', 'seed', 'given', 'steps', 'items'],
    ],
    [
      ['check', 'hw', 's1.yaml', '--json'],
      ['student', 'score', 'items'],
    ],
    [
      ['lint', 'hw', '--json'],
      ['problems', 'findings'],
    ],
    [
      ['families', 'conv-net', '--json'],
      ['name', 'given', 'steps', 'slips', 'example'],
    ],
    [
      ['grade', 'hw', 'in', '--out', 'out', '--json'],
      ['counts', 'students', 'items'],
    ],
    [
      ['schema', 'problem'],
      ['title', 'properties'],
    ],
  ])('%j', async (argv, keys) => {
    const submission = submissionOf('s1', rightAnswers);
    const { out, err } = await run(homework({ 's1.yaml': submission, 'in/s1.yaml': submission }), ...argv);
    expect(err).toBe('');
    expect(Object.keys(JSON.parse(out) as object)).toEqual(expect.arrayContaining([...keys]));
  });
});

describe('check', () => {
  const check = (answers: Readonly<Record<string, string>>, ...argv: readonly string[]) =>
    run(homework({ 's1.yaml': submissionOf('s1', answers) }), 'check', 'hw', 's1.yaml', ...argv);

  it.each<[string, Readonly<Record<string, string>>, number, RegExp]>([
    ['all right', rightAnswers, 0, /3 of 3 answers are right\.\n$/],
    ['some wrong', { a: '2 4', b: '9 9; 9 9' }, 1, /1 of 2 answers are right, 1 not yet\.\n$/],
    ['nothing yet', { a: '', b: '' }, 0, /0 of 0 answers are right\.\n$/],
    ['nothing readable', { a: 'two and four' }, 0, /could not read.*0 of 0 answers/s],
    ['right from an earlier mistake', { b: '-2 2; -1 1', c: '1 9; 4 10' }, 1, /Right, given your own answer/],
  ])('tells a student with %s', async (_, answers, code, message) => {
    const said = await check(answers);
    expect([said.code, said.err]).toEqual([code, '']);
    expect(said.out).toMatch(message);
  });

  it('hides the key', async () => {
    const wrong = { a: '0 0', b: '9 9; 9 9', c: '8 8; 8 8' };
    const { out } = await check(wrong);
    expect(out).not.toMatch(/\[3, 7\]|3\s+7|\[2, 4\]|4\s+10/);
    const { items } = JSON.parse((await check(wrong, '--json')).out) as { items: Record<string, unknown>[] };
    expect(items).toHaveLength(4);
    for (const item of items)
      expect(Object.keys(item).filter((key) => ['key', 'fromOwn'].includes(key))).toEqual([]);
  });

  it('gives no hint where the rubric has none', async () => {
    const rubric = `${smallAssignment['hw/own.yaml']}feedback: { hints: never }\n`;
    const files = { 'hw/own.yaml': rubric, 's1.yaml': submissionOf('s1', { b: '-1 1; -2 2' }) };
    const shown = await check({ b: '-1 1; -2 2' });
    expect(shown.out).toContain('subtracting the mean');
    const hidden = await run(homework(files), 'check', 'hw', 's1.yaml');
    expect(hidden.out).not.toContain('subtracting the mean');
    const { items } = JSON.parse((await run(homework(files), 'check', 'hw', 's1.yaml', '--json')).out) as {
      items: { item: string; verdict: string }[];
    };
    const slip = items.find(({ item }) => item === 'q1-norm.b')!;
    expect([slip.verdict, 'hint' in slip, 'because' in slip]).toEqual(['slip', false, false]);
  });

  it.each([
    ['a name nobody asked for', 'q9: 4', '"q9" is no question of this assignment'],
    [
      'a part there is not',
      'q1-norm: { zz: 4 }',
      '"q1-norm.zz" fits no part of q1-norm, or several; its parts are a',
    ],
    [
      'a problem with a bracket left open',
      'q1-norm: { a: [2, 4, b: 1',
      'could not be told apart: write each part',
    ],
  ])('says what is unclear about %s', async (_, answers, message) => {
    const sheet = `student: s1\nanswers:\n  ${answers}\n`;
    expect((await run(homework({ 's1.yaml': sheet }), 'check', 'hw', 's1.yaml')).out).toContain(message);
  });

  it('sends no escape sequence to the terminal', async () => {
    const answers = JSON.stringify({
      student: 's1',
      answers: { 'q1-norm': { 'z\u001b[2J': 'x\u001b]0;y\u0007' } },
    });
    const { out, err } = await run(homework({ 's1.json': answers }), 'check', 'hw', 's1.json');
    expect(out).toContain('fits no part of q1-norm');
    expect(out + err).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
  });

  it('refuses the answers of several', async () => {
    const { code, err } = await run(
      homework({ 'c.csv': 'student,q1-norm.a\ns1,1 1\ns2,1 1\n' }),
      'check',
      'hw',
      'c.csv',
    );
    expect([code, err]).toEqual([2, 'c.csv: expected the answers of one student, found 2.\n']);
  });
});

describe('solve', () => {
  it('prints the working and the answers', async () => {
    const { code, out } = await run(homework(), 'solve', 'hw');
    expect(code).toBe(0);
    expect(out).toMatch(/^Two units\n\nWorking\n/);
    for (const value of ['[2, 4]', '[[-1, 1], [-1, 1]]', '[[3, 7], [4, 10]]']) expect(out).toContain(value);
  });

  it.each(['hw/q1-norm.yaml', 'hw/q1-norm'])('takes one problem as %s', async (path) => {
    const { code, out, err } = await run(homework(), 'solve', path, '--json');
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({
      problem: 'q1-norm',
      family: 'batch-norm',
      seed: null,
      steps: {
        mean: [2, 4],
        normalized: [
          [-1, 1],
          [-1, 1],
        ],
        output: [
          [3, 7],
          [4, 10],
        ],
      },
      items: { 'q1-norm.a': { step: 'mean', type: 'vector', points: 2, value: [2, 4] } },
    });
  });
});

describe('sheet', () => {
  it('prints an empty answer sheet, or writes it', async () => {
    const cwd = homework();
    const { out } = await run(cwd, 'sheet', 'hw');
    expect(out).toMatch(/^student:/m);
    const said = await run(cwd, 'sheet', 'hw', '--out', 'sheet.yaml');
    expect([said.code, said.out, said.err]).toEqual([0, '', 'The answer sheet is in sheet.yaml.\n']);
    expect(readFileSync(join(cwd, 'sheet.yaml'), 'utf8')).toBe(out);
  });

  it('has no answers: handed in as it is, all is blank', async () => {
    const cwd = homework();
    const { out } = await run(cwd, 'sheet', 'hw');
    const filled = folderOf({ ...smallAssignment, 's1.yaml': out.replace(/^student:.*$/m, 'student: s1') });
    const { items } = JSON.parse((await run(filled, 'check', 'hw', 's1.yaml', '--json')).out) as {
      items: { verdict: string }[];
    };
    expect(items.map(({ verdict }) => verdict)).toEqual(['blank', 'blank', 'blank', 'blank']);
  });
});

describe('lint', () => {
  const alike =
    'q1-norm: slips that give the same values on these numbers: used-sample-variance = summed-without-averaging\n';

  const fixed = 'q1-norm: no vary: all students get the same numbers\n';

  it('finds nothing in what is in order', async () => {
    expect(await run(homework(), 'lint', 'hw')).toEqual({
      code: 0,
      out: `${fixed}${alike}1 problem, no findings.\n`,
      err: '',
    });
    expect((await run(homework(), 'lint', 'hw', 'hw/q1-norm.yaml')).out).toBe(
      `${fixed}${alike}${fixed}${alike}2 problems, no findings.\n`,
    );
  });

  it('tells all errors of a problem at once, each at its place', async () => {
    const problem = smallAssignment['hw/q1-norm.yaml']!.replace('{{z}}', '{{zz}} and {{mean}}')
      .replace('answer: mean', 'answer: maen')
      .replace('answer: output', 'answer: "output[5,0]"');
    const { code, out, err } = await run(homework({ 'hw/q1-norm.yaml': problem }), 'lint', 'hw');
    expect([code, err]).toEqual([1, '']);
    const lines = out.trimEnd().split('\n');
    expect(lines.map((line) => /^\S*q1-norm\.yaml:(\d+):\d+ (\S+):/.exec(line)?.slice(1))).toEqual([
      ['3', 'text'],
      ['10', 'parts.a.answer'],
      ['12', 'parts.c.answer'],
    ]);
    expect(lines[0]).toMatch(/"zz" is not a given.*"mean" is a step/);
  });

  it('tells unknown keys and wrong kinds of values together, with what was meant', async () => {
    const problem = smallAssignment['hw/q1-norm.yaml']!.replace('title:', 'titel:')
      .replace('points: 2', 'points: two')
      .replace('c: { points', 'c.d: { point');
    const { out } = await run(homework({ 'hw/q1-norm.yaml': problem }), 'lint', 'hw');
    expect(out).toMatch(/:1:1 titel: expected one of .*Did you mean "title"\?/);
    expect(out).toMatch(/:10:16 parts\.a\.points: expected a number, found "two"/);
    expect(out).toMatch(/:12:3 parts\.c\.d: .*has no dot/);
  });

  it('tells an unknown family with those there are', async () => {
    const problem = smallAssignment['hw/q1-norm.yaml']!.replace('batch-norm', 'batch-nrom');
    const { out } = await run(homework({ 'hw/q1-norm.yaml': problem }), 'lint', 'hw');
    expect(out).toMatch(/:2:9 family: .*"batch-nrom".*batch-norm/);
  });
});

describe('families and schema', () => {
  it('list every family, and describe each', async () => {
    const { out } = await tickmark(['families']);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => line.split(/\s{2,}/)[0]),
    ).toEqual(Object.keys(families));
    for (const name of Object.keys(families)) {
      const described = await tickmark(['families', name]);
      expect([described.code, described.err]).toEqual([0, '']);
      expect(described.out).toMatch(/Givens\n.*Steps.*Slips.*Example\n/s);
    }
  });

  it('describe steps whose answer types exist', async () => {
    for (const name of Object.keys(families)) {
      const { steps } = JSON.parse((await tickmark(['families', name, '--json'])).out) as {
        steps: { type: string }[];
      };
      expect(steps.filter(({ type }) => !Object.hasOwn(answerTypes, type))).toEqual([]);
    }
  });

  it.each(['problem', 'assignment', 'rubric', 'submission'])('print a JSON Schema of a %s', async (kind) => {
    const { code, out } = await tickmark(['schema', kind]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      title: `tickmark ${kind}`,
      type: 'object',
      additionalProperties: false,
    });
  });
});

it('writes nothing outside the output folder', async () => {
  const cwd = homework({ 'in/s1.yaml': submissionOf('s1', rightAnswers) });
  await run(cwd, 'grade', 'hw', 'in', '--out', 'deep/down/out');
  expect(existsSync(join(cwd, 'deep/down/out/class.html'))).toBe(true);
  expect(existsSync(join(cwd, 'out'))).toBe(false);
});
