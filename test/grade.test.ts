import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { ResultLine } from '../src/report/result-line.js';
import { openDisk } from '../src/files/disk/disk.js';
import { folderOf, tickmark } from './command-line.js';
import { rightAnswers, smallAssignment, submissionOf } from './small-assignment.js';

const right = submissionOf('s1', rightAnswers);
const graded = async (files: Readonly<Record<string, string>>, argv: readonly string[] = []) => {
  const cwd = folderOf({ ...smallAssignment, ...files });
  const said = await tickmark(['grade', 'hw', 'in', '--out', 'out', ...argv], { cwd });
  const lines = existsSync(join(cwd, 'out/results.jsonl'))
    ? readFileSync(join(cwd, 'out/results.jsonl'), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as ResultLine)
    : [];
  return { ...said, cwd, lines, of: (student: string) => lines.find((line) => line.student === student)! };
};
const table = (cwd: string, name: string): string[][] =>
  Papa.parse<string[]>(
    readFileSync(join(cwd, 'out', name), 'utf8')
      .replace(/^\ufeff/, '')
      .trimEnd(),
    { header: false },
  ).data;

describe('grading a class', () => {
  it('gives each student a state, a score and a report', async () => {
    const { code, err, lines, cwd } = await graded(
      {
        'in/s1.yaml': right,
        'in/s2.yaml': submissionOf('s2', { ...rightAnswers, c: '5 1; 8 4', d: 'because' }),
        'in/s3.yaml': 'student: s3\nanswers: in the other file\n',
        'roster.csv': 'student,name\ns1,Ada\ns2,Bo\ns3,Cleo\ns4,Dev\n',
      },
      ['--roster', 'roster.csv'],
    );
    expect([code, err]).toEqual([0, '']);
    expect(
      lines.map(({ student, state, score, pending, max }) => [student, state, score, pending, max]),
    ).toEqual([
      ['s1', 'graded', 10, 0, 13],
      ['s2', 'needs-review', 6, 3, 13],
      ['s3', 'unreadable', null, 0, null],
      ['s4', 'missing', null, 0, null],
    ]);
    expect(readdirSync(join(cwd, 'out/students')).sort()).toEqual(['s1.html', 's2.html']);
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual([
      'class.html',
      'grades.csv',
      'results.jsonl',
      'review.csv',
      'students',
    ]);
    expect(table(cwd, 'grades.csv')).toEqual([
      ['student', 'score', 'pending', 'max', 'state', 'q1-norm'],
      ['s1', '10', '0', '13', 'graded', '10'],
      ['s2', '6', '3', '13', 'needs-review', '6'],
      ['s3', '', '', '', 'unreadable', ''],
      ['s4', '', '', '', 'missing', ''],
    ]);
  });

  it('ends with a summary', async () => {
    const { out } = await graded({
      'in/s1.yaml': right,
      'in/s2.yaml': submissionOf('s2', { a: '2 4', d: 'because' }),
    });
    expect(out).toMatch(/^Marked 2 submissions; in 1 something waits for a person\.\nMedian 6 of 13/);
    expect(out).toContain('1 answer to look at: fill in out/review.csv');
    expect(out).toContain('q1-norm.b  50 % of the points');
  });

  it('writes Markdown where that is asked for', async () => {
    const { cwd, of } = await graded({ 'in/s1.yaml': right }, ['--format', 'md']);
    expect(readdirSync(join(cwd, 'out/students'))).toEqual(['s1.md']);
    expect(of('s1').report).toBe('students/s1.md');
    const both = await graded({ 'in/s1.yaml': right }, ['--format', 'html, md']);
    expect(readdirSync(join(both.cwd, 'out/students')).sort()).toEqual(['s1.html', 's1.md']);
  });

  it('loses nobody and counts nobody twice: roster and strangers are the sum of the states', async () => {
    const roster = ['s1', 's2', 's3', 's4', 's5', 's6'];
    const { lines } = await graded(
      {
        'in/s1.yaml': right,
        'in/s2.yaml': submissionOf('s2', { d: 'because' }),
        'in/s3.yaml': 'answers: {{{',
        'in/a.yaml': submissionOf('s4', { a: '2 4' }),
        'in/b.yaml': submissionOf('s4', { a: '2 5' }),
        'in/s5.docx': 'x',
        'in/s5.pdf': 'x',
        'in/stranger.yaml': submissionOf('s9', { a: '2 4' }),
        'in/rows.csv': 'student,q1-norm.a\n,2 4\ns8,2 4\n',
        'roster.csv': `student\n${roster.join('\n')}\n`,
      },
      ['--roster', 'roster.csv'],
    );
    const students = lines.map(({ student }) => student);
    expect(new Set(students).size).toBe(students.length);
    expect(students).toEqual([...students].sort());
    expect(students).toEqual(expect.arrayContaining([...roster, 's8', 's9']));
    const states = (state: string): string[] =>
      lines.filter((line) => line.state === state).map(({ student }) => student);
    expect(states('graded')).toEqual(['s1', 's8', 's9']);
    expect(states('needs-review')).toEqual(['s2']);
    expect(states('missing')).toEqual(['s6']);
    expect(states('unreadable')).toHaveLength(5);
    for (const { score, state } of lines)
      expect(score === null || Number.isFinite(score)).toBe(state !== 'graded' || score !== null);
  });

  it('says on the report when an id is not on the roster or a time has no zone', async () => {
    const { cwd } = await graded(
      {
        'in/x.yaml': submissionOf('s9', { a: '2 4' }, 'submitted: 2026-11-25 10:00\n'),
        'roster.csv': 'student\ns1\n',
      },
      ['--roster', 'roster.csv'],
    );
    const report = readFileSync(join(cwd, 'out/students/s9.html'), 'utf8');
    expect(report).toContain('not on the roster');
    expect(report).toContain('no instant with its zone');
  });

  it('takes the newest submission of a student, and says which it left aside', async () => {
    const early = submissionOf('s1', { a: '1 1' }, 'submitted: 2026-11-01T10:00:00Z\n');
    const late = submissionOf('s1', { a: '2 4' }, 'submitted: 2026-11-02T10:00:00Z\n');
    const { cwd, of } = await graded({ 'in/one.yaml': early, 'in/two.yaml': late });
    expect(of('s1')).toMatchObject({ state: 'graded', score: 2 });
    expect(readFileSync(join(cwd, 'out/students/s1.html'), 'utf8')).toMatch(
      /earlier submission, .*one\.yaml, was left aside/,
    );
  });

  it('takes what the rubric takes for being late, in any zone', async () => {
    const { of } = await graded({
      'in/x.yaml': submissionOf('s1', rightAnswers, 'submitted: 2026-11-21T14:30:00+02:00\n'),
    });
    expect([of('s1').late, of('s1').score]).toEqual([{ minutes: 1470, days: 2, taken: 0.2 }, 8]);
  });

  it('gives the same files whatever ran before', async () => {
    const files = { 'in/s1.yaml': right, 'in/s2.yaml': submissionOf('s2', { a: '1 1', d: 'because' }) };
    const first = await graded(files);
    const again = await tickmark(['grade', 'hw', 'in', '--out', 'out'], { cwd: first.cwd });
    const alone = await graded(files);
    expect(again.code).toBe(0);
    for (const name of ['results.jsonl', 'grades.csv', 'review.csv', 'class.html', 'students/s2.html'])
      expect(readFileSync(join(first.cwd, 'out', name), 'utf8')).toBe(
        readFileSync(join(alone.cwd, 'out', name), 'utf8'),
      );
  });

  it('names a fault of ours after its student, without a score, and goes on', async () => {
    const cwd = folderOf({
      ...smallAssignment,
      'in/s1.yaml': right,
      'in/s2.yaml': submissionOf('s2', { a: '2 4' }),
    });
    const disk = openDisk();
    let reads = 0;
    const faulty = {
      ...disk,
      readText: (path: string, most: number): string => {
        // The second look at a file is the one that marks it.
        if (path.endsWith('s1.yaml') && ++reads === 2) throw new TypeError('broken inside');
        return disk.readText(path, most);
      },
    };
    const { code, out } = await tickmark(['grade', 'hw', 'in', '--out', 'out', '--json'], {
      cwd,
      disk: faulty,
    });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ counts: { graded: 1, failed: 1 } });
    expect(table(cwd, 'grades.csv')[1]).toEqual(['s1', '', '', '', 'failed', '']);
  });
});

describe('the review sheet of a run', () => {
  const files = {
    'in/s1.yaml': submissionOf('s1', { ...rightAnswers, d: 'because' }),
    'in/s2.yaml': submissionOf('s2', { ...rightAnswers, d: 'because' }),
    'in/s3.yaml': submissionOf('s3', { ...rightAnswers, d: '=HYPERLINK("http://x")' }),
  };
  const fillIn = (cwd: string, score: string): void => {
    const [heading, ...rows] = table(cwd, 'review.csv');
    const at = heading!.indexOf('score');
    const filled = rows.map((row) => (row[1] === 'because' ? row.with(at, score) : row));
    writeFileSync(join(cwd, 'out/review.csv'), Papa.unparse([heading!, ...filled]));
  };

  it('is filled in and handed back', async () => {
    const { cwd } = await graded(files);
    fillIn(cwd, '2');
    const review = ['grade', 'hw', 'in', '--out', 'out', '--review', 'out/review.csv'];
    expect(await tickmark(review, { cwd })).toMatchObject({ code: 0, err: '' });
    const scores = (): string[][] => table(cwd, 'grades.csv').map((row) => row.slice(0, 5));
    const decided = [
      ['student', 'score', 'pending', 'max', 'state'],
      ['s1', '12', '0', '13', 'graded'],
      ['s2', '12', '0', '13', 'graded'],
      ['s3', '10', '3', '13', 'needs-review'],
    ];
    expect(scores()).toEqual(decided);
    expect(await tickmark(review, { cwd })).toMatchObject({ code: 0, err: '' });
    expect(scores()).toEqual(decided);
  });

  it('holds no formula of a student', async () => {
    const { cwd } = await graded(files);
    expect(table(cwd, 'review.csv').map((row) => row[1])).toEqual([
      'text',
      'because',
      '\'=HYPERLINK("http://x")',
    ]);
  });

  it('that decides on what nobody wrote says so', async () => {
    const { cwd } = await graded(files);
    writeFileSync(join(cwd, 'r.csv'), 'item,text,students,points,score\nq1-norm.d,something else,s1,3,2\n');
    const { code, err } = await tickmark(['grade', 'hw', 'in', '--out', 'out', '--review', 'r.csv'], { cwd });
    expect([code, err]).toEqual([0, expect.stringMatching(/^r\.csv:2: no answer waits for this decision/)]);
  });

  it('that gives more than there is stops everything', async () => {
    const { cwd } = await graded(files);
    fillIn(cwd, '4');
    const { code, err } = await tickmark(
      ['grade', 'hw', 'in', '--out', 'new', '--review', 'out/review.csv'],
      { cwd },
    );
    expect([code, err]).toEqual([2, 'out/review.csv:2: score: expected a number from 0 to 3, found "4"\n']);
    expect(existsSync(join(cwd, 'new'))).toBe(false);
  });

  it('makes --strict exit with 3 while something waits', async () => {
    const { cwd, code } = await graded(files, ['--strict']);
    expect(code).toBe(3);
    const rows = table(cwd, 'review.csv').map((row, at) => (at === 0 ? row : row.with(5, '1')));
    writeFileSync(join(cwd, 'r.csv'), Papa.unparse(rows));
    const settled = await tickmark(['grade', 'hw', 'in', '--out', 'out', '--strict', '--review', 'r.csv'], {
      cwd,
    });
    expect([settled.code, settled.err]).toEqual([0, '']);
  });

  it('settles answers under unknown names, too', async () => {
    const named = await graded({ 'in/s1.yaml': `${submissionOf('s1', rightAnswers)}    zz: 12\n` }, [
      '--strict',
    ]);
    expect([named.code, named.of('s1').state, named.of('s1').pending]).toEqual([3, 'needs-review', 3]);
    const rows = table(named.cwd, 'review.csv').map((row, at) => (at === 0 ? row : row.with(5, '1.5')));
    writeFileSync(join(named.cwd, 'r.csv'), Papa.unparse(rows));
    const settled = await tickmark(['grade', 'hw', 'in', '--out', 'out', '--strict', '--review', 'r.csv'], {
      cwd: named.cwd,
    });
    expect([settled.code, settled.err]).toEqual([0, '']);
    expect(table(named.cwd, 'grades.csv')[1]).toEqual(['s1', '11.5', '0', '13', 'graded', '11.5']);
  });
});

describe('an error of the instructor', () => {
  it.each<[string, Readonly<Record<string, string>>, readonly string[], RegExp]>([
    [
      'in a problem',
      { 'hw/q1-norm.yaml': smallAssignment['hw/q1-norm.yaml']!.replace('answer: mean', 'answer: maen') },
      [],
      /q1-norm\.yaml:10:27 parts\.a\.answer: .*"maen" is not a step/,
    ],
    [
      'in a given',
      { 'hw/q1-norm.yaml': smallAssignment['hw/q1-norm.yaml']!.replace('gamma:', 'gama:') },
      [],
      /q1-norm\.yaml:6:3 given\.gama: .*Did you mean "gamma"\?/,
    ],
    [
      'in the rubric',
      { 'hw/own.yaml': 'credit: { slipp: 1 }\n' },
      [],
      /own\.yaml:1:11 credit\.slipp: .*Did you mean "slip"\?/,
    ],
    [
      'in the assignment',
      { 'hw/assignment.yaml': 'title: x\nproblems: [q1-norm]\ndue: 2026-13-40T12:00:00Z\n' },
      [],
      /assignment\.yaml:3:6 due: /,
    ],
    [
      'of a missing problem',
      { 'hw/assignment.yaml': 'title: x\nproblems: [q1-norm, q7]\n' },
      [],
      /hw\/q7\.yaml: /,
    ],
    [
      'in the name of a problem',
      {
        'hw/assignment.yaml': 'title: x\nproblems: [q.7]\n',
        'hw/q.7.yaml': smallAssignment['hw/q1-norm.yaml']!,
      },
      [],
      /q\.7\.yaml: expected a file name that can be an id/,
    ],
    ['in the roster', { 'roster.csv': 'student\ns1\nS1\n' }, ['--roster', 'roster.csv'], /^roster\.csv:3: /],
    [
      'in the shape of the roster',
      { 'roster.csv': 'name,student\nQuill, Ada,s1\n' },
      ['--roster', 'roster.csv'],
      /^roster\.csv:2:3.*expected 2 cells, found 3/,
    ],
    ['of a missing roster', {}, ['--roster', 'none.csv'], /^none\.csv: /],
    ['in the choice of a rubric', {}, ['--rubric', 'none.yaml'], /none\.yaml: /],
    ['in the format', {}, ['--format', 'pdf'], /--format: expected html, md or html,md, found "pdf"/],
  ])('%s stops before anything is written', async (_, files, argv, message) => {
    const { code, out, err, cwd } = await graded({ 'in/s1.yaml': right, ...files }, argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at /);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  it.each(['in', 'in/out', '.'])(
    'that puts the results into %s stops before they are taken for submissions',
    async (out) => {
      const cwd = folderOf({ ...smallAssignment, 'in/s1.yaml': right });
      const said = await tickmark(['grade', 'hw', out === '.' ? '.' : 'in', '--out', out], { cwd });
      expect([said.code, said.err]).toEqual([
        2,
        expect.stringMatching(/^--out: expected a folder outside the submissions/),
      ]);
      expect(readdirSync(join(cwd, 'in'))).toEqual(['s1.yaml']);
    },
  );

  it('of a missing folder of submissions stops before anything is written', async () => {
    const { code, err, cwd } = await graded({});
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/^in: expected a readable folder, found nothing there/),
    ]);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });
});

describe('an id that is unfit for a file name', () => {
  const hostile = [
    '../x',
    '..',
    '/etc/passwd',
    'a/b',
    'a\\b',
    'CON',
    'nul.txt',
    '.hidden',
    'x.',
    '-rf',
    'a:b',
    '<b>',
    '=1+1',
    'ＣＯＮ',
    'über',
    'x'.repeat(120),
    '007',
    '1E5',
  ];

  it('stays inside the output folder and overwrites no other', async () => {
    const files = Object.fromEntries(
      hostile.map((id, at) => [
        `in/f${at}.json`,
        JSON.stringify({ student: id, answers: { 'q1-norm': { a: '2 4' } } }),
      ]),
    );
    const { code, cwd, lines } = await graded(files);
    expect(code).toBe(0);
    expect(lines.map(({ student }) => student).sort()).toEqual([...hostile].sort());
    expect(lines.every(({ score }) => score === 2)).toBe(true);
    const reports = lines.map(({ report }) => report!);
    expect(new Set(reports.map((report) => report.toLowerCase())).size).toBe(hostile.length);
    expect(
      readdirSync(join(cwd, 'out/students'))
        .map((name) => `students/${name}`)
        .sort(),
    ).toEqual([...reports].sort());
    expect(readdirSync(cwd).sort()).toEqual(['hw', 'in', 'out']);
    expect(
      table(cwd, 'grades.csv')
        .slice(1)
        .map(([id]) => id)
        .sort(),
    ).toEqual([...hostile].sort());
  });

  it.each(['a\nb', 'a\u202eb', 'a\u0000b', '', '   ', 'x'.repeat(200)])(
    'or for an id at all (%j) is a file that could not be read',
    async (id) => {
      const { lines } = await graded({
        'in/f.json': JSON.stringify({ student: id, answers: { 'q1-norm': { a: '2 4' } } }),
      });
      expect(lines.map(({ student, state, score }) => [student, state, score])).toEqual([
        ['f', 'unreadable', null],
      ]);
    },
  );

  it('and differs from another in case only: neither is marked, both are named', async () => {
    const { lines } = await graded({
      'in/a.yaml': submissionOf('s1', { a: '2 4' }),
      'in/b.yaml': submissionOf('S1', { a: '2 4' }),
    });
    expect(lines.map(({ student, state }) => [student, state])).toEqual([
      ['S1', 'unreadable'],
      ['s1', 'unreadable'],
    ]);
  });
});
