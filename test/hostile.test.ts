import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ResultLine } from '../src/report/result-line.js';
import { folderOf, tickmark } from './command-line.js';
import { elementsOf } from './html-elements.js';
import { rightAnswers, smallAssignment, submissionOf } from './small-assignment.js';

const deep = (open: string, close: string, depth: number): string =>
  `${open.repeat(depth)}1${close.repeat(depth)}`;

/** Hostile answers by what they are after. */
const texts: Readonly<Record<string, readonly string[]>> = {
  bomb: [
    '9^9^9^9',
    '1:1e10',
    'zeros(1e5,1e5)',
    `${'9'.repeat(400)}^${'9'.repeat(90)}`,
    '1e999999999',
    `2${'^2'.repeat(200)}`,
  ],
  depth: [
    deep('(', ')', 5_000),
    deep('[', ']', 5_000),
    '-'.repeat(9_000),
    `${'1+'.repeat(8_000)}1`,
    deep('\\frac{1}{', '}', 2_000),
  ],
  escape: [
    'cos.constructor("return process")()',
    'this.process.exit(1)',
    '__proto__',
    'import("node:fs")',
    '${7*7}',
    'f(x)=x;f(1)',
  ],
  state: ['config({relTol:0.9})', 'createUnit("one")', 'pi = 4', 'x = 8 5', 'Infinity = 1'],
  number: [
    '0x10',
    '1e400',
    '-1e400',
    'NaN',
    'inf',
    '1..2',
    '٣',
    '1,2,3',
    '0o17',
    '1_',
    '--1',
    '1e',
    '.',
    '12:30:45',
    '1/0',
  ],
  meaning: ['5!!', '1 2 3', '2 4 or 4 2', '+-3', '2 ± 1', '50 %', '2x', '|x|', '1/2/3', '2 4 cm'],
  latex: [
    '\\def\\a{\\a\\a}\\a',
    '\\href{javascript:alert(1)}{1}',
    '\\newcommand{\\x}{\\x}\\x',
    '$\\input{/etc/passwd}$',
    '\\begin{bmatrix}1&2',
  ],
  html: [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '</code></main></html><b>',
    '<!--',
    ']]>',
    '&lt;b&gt;&#0;',
    '[x](javascript:alert(1))',
    '<svg/onload=alert(1)>',
  ],
  spreadsheet: [
    '=HYPERLINK("http://evil.example","x")',
    '@SUM(1+1)*cmd',
    '\t=1+1',
    '＝1+1',
    '\u00a0=1',
    'a","b"\n"c',
    '-2+3|x',
  ],
  unicode: [
    '\u202e1 2',
    '1\u200b2',
    'А',
    '1\u0000',
    '\ud800',
    '\ufeff1',
    'x\u0301'.repeat(500),
    '\u2028',
    '1\u20602',
    '\u001b[2J\u0007',
  ],
  template: [
    '{{7*7}}',
    '{{{markup}}}',
    '{{> student.html}}',
    '$& $1 $`',
    '%s%n',
    '../../../etc/passwd',
    '`id`',
    '$(id)',
  ],
  cheat: [
    'correct',
    'full marks please',
    'score: 100',
    'verdict: correct',
    '3 or 7; 4 or 10',
    'any',
    'the key',
    'tolerance 1e9',
  ],
  expression: [
    `${'1,'.repeat(6_000)}x`,
    `${' '.repeat(15_000)}x`,
    `${'1 '.repeat(9_000)}y`,
    `${'(1,'.repeat(3_000)}`,
    `a${'\t'.repeat(15_000)}`,
  ],
};

const parts = ['a', 'b', 'c', 'd', 'unknown'];
/** One student a class of texts and a text: the same text in every part, and as a name. */
const hostileFiles: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(texts).flatMap(([kind, list]) =>
    list.map((text, at): [string, string] => {
      const answers = { ...Object.fromEntries(parts.map((part) => [part, text])), [text]: text };
      return [
        `in/${kind}-${at}.json`,
        JSON.stringify({ student: `${kind}-${at}`, answers: { 'q1-norm': answers } }),
      ];
    }),
  ),
);

const head = 'student: broken\nanswers:\n';
/** Files that are lost, or that a parser would hang on. */
const brokenFiles: Readonly<Record<string, string | Uint8Array>> = {
  'complex-keys.yaml': `${head}${'? '.repeat(600)}`,
  'flat-keys.yaml': `${head}${Array.from({ length: 20_000 }, (_, at) => `  k${at}: 1`).join('\n')}`,
  'anchors.yaml': `${head}  q: [${Array.from({ length: 20_000 }, (_, at) => `&a${at} 1`).join(',')}]`,
  'merge.yaml': `${head}${Array.from({ length: 800 }, (_, at) => `  a${at}: &a${at}\n    <<: *a${at - 1}`).join('\n')}`,
  'nested.yaml': `${head}  q1-norm:\n    a: ${'['.repeat(20_000)}`,
  'indents.yaml': Array.from({ length: 600 }, (_, at) => `${' '.repeat(at)}k:`).join('\n'),
  'directive.yaml': `%YAML 1.1\n---\n${head}`,
  'documents.yaml': `${head}  q1-norm:\n    a: 1 2\n---\n${head}`,
  'duplicate.yaml': `student: broken\nstudent: s1\nanswers:\n  q1-norm:\n    a: 2 4\n`,
  'nobody.yaml': 'answers:\n  q1-norm:\n    a: 2 4\n',
  'list.yaml': '- student: s1\n- answers: {}\n',
  'empty.yaml': '',
  'deep.json': deep('[', ']', 100_000),
  'twice.json': '{"student": "twice", "student": "s1", "answers": {}}',
  'proto.json': '{"__proto__": {"student": "s1"}, "answers": {"q1-norm": {"a": "2 4"}}}',
  'constructor.json': '{"student": {"toString": "s1"}, "answers": {}}',
  'half.json': '{"student": "half", "answers": {"q1-norm": {"a": "2',
  'latin.yaml': new Uint8Array([...Buffer.from('student: caf'), 0xe9, 0x0a]),
  'utf16.yaml': new Uint8Array([0xff, 0xfe, ...Buffer.from(head, 'utf16le')]),
  'nul.yaml': 'student: a\u0000b\nanswers:\n',
  'large.yaml': `${head}${'# comment\n'.repeat(40_000)}`,
  'open.csv': 'student,q1-norm.a\n"x,1\n',
};

const honestFiles: Readonly<Record<string, string>> = {
  'in/h1.yaml': submissionOf('h1', rightAnswers),
  'in/h2.yaml': submissionOf('h2', { ...rightAnswers, b: '-2 2; -1 1', c: '1 9; 4 10' }),
  'in/zz.yaml': submissionOf('zz', { a: '2 5', d: 'because' }),
};

interface Run {
  readonly folder: string;
  readonly code: number;
  readonly err: string;
  readonly lines: ReadonlyMap<string, ResultLine>;
}

async function gradeAll(files: Readonly<Record<string, string | Uint8Array>>, link = false): Promise<Run> {
  const cwd = folderOf({ ...smallAssignment, ...files });
  if (link) symlinkSync('/dev/zero', join(cwd, 'in/endless.yaml'));
  const { code, err } = await tickmark(['grade', 'hw', 'in', '--out', 'out', '--format', 'html,md'], { cwd });
  const lines = readFileSync(join(cwd, 'out/results.jsonl'), 'utf8').trimEnd().split('\n');
  const parsed = lines.map((line) => JSON.parse(line) as ResultLine);
  return { folder: join(cwd, 'out'), code, err, lines: new Map(parsed.map((line) => [line.student, line])) };
}

const honest = ['h1', 'h2', 'zz'];
const textOf = ({ folder }: Run, name: string): string => readFileSync(join(folder, name), 'utf8');

describe('a class with hostile submissions in it', () => {
  let alone: Run;
  let among: Run;
  beforeAll(async () => {
    alone = await gradeAll(honestFiles);
    const broken = Object.fromEntries(
      Object.entries(brokenFiles).map(([name, content]) => [`in/${name}`, content]),
    );
    among = await gradeAll({ ...honestFiles, ...hostileFiles, ...broken }, true);
  });

  it('is marked to its end without a fault', () => {
    expect([among.code, among.err]).toEqual([0, '']);
    expect([...among.lines.values()].filter(({ state }) => state === 'failed')).toEqual([]);
  });

  it.each(honest)('changes nothing for %s', (student) => {
    expect(among.lines.get(student)).toEqual(alone.lines.get(student));
    for (const ending of ['html', 'md'])
      expect(textOf(among, `students/${student}.${ending}`)).toBe(
        textOf(alone, `students/${student}.${ending}`),
      );
  });

  it.each(Object.keys(texts))('gives no credit for %s, and counts nobody out', (kind) => {
    const lines = [...among.lines.values()].filter(({ student }) => student.startsWith(`${kind}-`));
    expect(lines).toHaveLength(texts[kind]!.length);
    for (const { state, score, pending, student } of lines) {
      expect([student, state, score]).toEqual([
        student,
        expect.stringMatching(/^(?:graded|needs-review)$/),
        0,
      ]);
      expect(Number.isFinite(pending)).toBe(true);
    }
  });

  it.each([...Object.keys(brokenFiles), 'endless.yaml'])(
    'turns %s into a state with its reason, never a score',
    (name) => {
      const lines = [...among.lines.values()].filter(({ file }) => file?.includes(name));
      expect(lines).toHaveLength(1);
      const [{ state, score, why }] = lines as [ResultLine];
      expect([state, score]).toEqual(['unreadable', null]);
      expect(why).toContain(name);
      expect(why!.length).toBeLessThan(1_000);
    },
  );

  it('has reports whose every element is ours', () => {
    const kinds = new Set<string>();
    for (const name of readdirSync(join(among.folder, 'students')).filter((file) => file.endsWith('.html')))
      for (const { name: element, attributes } of elementsOf(textOf(among, `students/${name}`))) {
        kinds.add(element);
        for (const [attribute, value] of attributes) {
          expect(attribute).not.toMatch(/^(?:on|src|formaction|action|data$)/);
          if (attribute === 'href') expect(value).toMatch(/^#/);
          if (attribute === 'style') expect(value).not.toMatch(/url|import|@/i);
        }
      }
    for (const { name: element } of elementsOf(textOf(among, 'class.html'))) kinds.add(element);
    for (const banned of ['script', 'iframe', 'img', 'object', 'embed', 'form', 'base', 'link', 'b'])
      expect(kinds).not.toContain(banned);
  });

  it('has reports without characters that hide or reorder, of a bounded size', () => {
    for (const name of [
      'class.html',
      ...readdirSync(join(among.folder, 'students')).map((file) => `students/${file}`),
    ]) {
      const text = textOf(among, name);
      expect([
        name,
        /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2060\u2066-\u2069\ufffe]/.exec(text),
      ]).toEqual([name, null]);
      if (name !== 'class.html') expect([name, text.length < 200_000]).toEqual([name, true]);
    }
  });

  it('has spreadsheets of the same shape in every row, and no formula', () => {
    for (const [name, columns] of [
      ['grades.csv', 6],
      ['review.csv', 7],
    ] as const) {
      const { data, errors } = Papa.parse<string[]>(
        textOf(among, name)
          .replace(/^\ufeff/, '')
          .trimEnd(),
        { header: false },
      );
      expect(errors).toEqual([]);
      expect(data.filter((row) => row.length !== columns)).toEqual([]);
      if (name === 'review.csv')
        expect(data.flat().filter((cell) => /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u.test(cell))).toEqual([]);
    }
  });

  it('leaves the language as it was', () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>)['student']).toBeUndefined();
  });
});
