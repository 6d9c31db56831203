import { describe, expect, it } from 'vitest';
import { formatFinding } from '../../finding.js';
import { readStudentYaml } from './student-yaml.js';

const read = (answers: string) => readStudentYaml('s.yaml', `student: s001\nanswers:\n${answers}`);
const texts = (answers: string): Record<string, string> =>
  Object.fromEntries([...read(answers).answers].map(([path, { text }]) => [path, text]));
const messages = (answers: string): string[] => read(answers).findings.map(formatFinding);

describe('an answer on one line', () => {
  it.each([
    '-',
    '!A & B',
    '|x| + 1',
    '>= 3',
    '>1',
    '>',
    '50 %',
    '*x*',
    '[3,136, 1]',
    '{0, 1}',
    'Yes: no',
    'a: b: c',
    '=1+1',
    '2.50',
    '0o17',
    '1e400',
    '12:30:45',
    '%foo',
    '@x',
    '`x`',
    '&x 42',
    '!!timestamp 2024-01-01',
    '!include ../key.yaml',
    '007',
    'no',
    '~',
    'null',
    '1/2',
    '3,136',
    '16 x 28',
    '[0, 1)',
    '? 1',
    '- 1',
    '"a" and "b"',
    '5\' 3"',
    '#5',
    '42 # sure',
    '{ a: 3x3, b: - }',
    '\\frac{1}{2}',
    '<b>5</b>',
    '{{secret}}',
    '2024-01-01',
    '---',
    '}}}}',
  ])('arrives as typed: %s', (text) => {
    const { answers, findings } = read(`  q:\n    a: ${text}  \n    b: next\n`);
    expect(answers.get('q.a')).toEqual({ text, line: 4, column: 8 });
    expect(answers.get('q.b')?.text).toBe('next');
    expect(findings).toEqual([]);
  });

  it.each([
    ['"x^2"', 'x^2'],
    ["'it''s'", "it's"],
    ['"say \\"5\\"" # so', 'say "5"'],
    ["'\\times 3'", '\\times 3'],
    ['"\\u00d7 3\\n4"', '× 3\n4'],
    ['# only a comment', ''],
    ['|', ''],
  ])('is what YAML makes of %s', (source, text) => {
    expect(texts(`  q:\n    a: ${source}\n`)).toEqual({ 'q.a': text });
  });

  it.each([
    '"\\times 3"',
    '"2 \\frac{1}{2}"',
    '"\\nabla f"',
    '"\\sigma"',
    '"\\beta"',
    '"\\xi"',
    '"\\upsilon"',
  ])('keeps the backslashes that double quotes eat, with a warning: %s', (source) => {
    const { answers, findings } = read(`  q:\n    a: ${source}\n`);
    expect(answers.get('q.a')?.text).toBe(source.slice(1, -1));
    expect(formatFinding(findings[0]!)).toMatch(/^s\.yaml:4:8 q\.a: .*single quotes/);
  });

  it('loses its typographic quotation marks, with a warning', () => {
    expect(texts('  q:\n    a: “5”\n')).toEqual({ 'q.a': '5' });
    expect(messages('  q:\n    a: “5”\n')).toHaveLength(1);
  });
});

describe('an answer on several lines', () => {
  it.each<[what: string, source: string, text: string]>([
    ['a block', 'a: |\n  -1  1\n   2  3\n', '-1  1\n 2  3'],
    ['a block that looks like YAML', 'a: |\n  # x\n  ? y: - z\n\n  "\n', '# x\n? y: - z\n\n"'],
    ['a block with an indicator', 'a: |2-\n    1\n   2\n', '  1\n 2'],
    ['a folded block, line by line', 'a: >\n  1 2\n  3 4\n', '1 2\n3 4'],
    ['lines without a block mark', 'a:\n  -1 1\n  -1 1\n', '-1 1\n-1 1'],
    ['lines that go on', 'a: 1 2\n  3 4\n', '1 2\n3 4'],
    ['a list in brackets', 'a: [[1, 2],   # rows\n    [3, 4]]\n', '[[1, 2], [3, 4]]'],
    ['brackets closed below their name', 'a: [\n  1,\n  2\n]\n', '[ 1, 2 ]'],
    ['a list with dashes', 'a:\n  - 1\n  - 2 # two\n', '[1, 2]'],
    ['a list no deeper than its name', 'a:\n- 1\n- 2\n', '[1, 2]'],
    ['a list of lists', 'a:\n  - - 1\n    - 2\n  - [3, 4]\n', '[[1, 2], [3, 4]]'],
    ['a list of rows', 'a:\n  - 1 2\n  - 3, 4\n', '[[1 2], [3, 4]]'],
    ['a list of quoted texts', 'a:\n  - "x"\n  - \'y\'\n', '[x, y]'],
    ['a dash alone below its name', 'a:\n  -\n', '-'],
    ['quotes over two lines', 'a: "one\n  two"\n', 'one two'],
    [
      'prose with colons',
      'a:\n  At test time: running means.\n  So no batch.\n',
      'At test time: running means.\nSo no batch.',
    ],
  ])('is read from %s', (_, source, text) => {
    const indented = source.replaceAll(/^(?=.)/gm, '    ');
    expect(texts(`  q:\n${indented}    b: 2\n`)).toEqual({ 'q.a': text, 'q.b': '2' });
    expect(messages(`  q:\n${indented}    b: 2\n`)).toEqual([]);
  });

  it('is placed where its text starts', () => {
    expect(read('  q:\n    a: |\n\n      5\n').answers.get('q.a')).toEqual({
      text: '\n5',
      line: 6,
      column: 7,
    });
  });
});

describe('the path of an answer', () => {
  it('is the names above it', () => {
    const source =
      '  q1:\n    b:\n      D1:\n        a: 64\n      D2: { a: 3x3, b: - }\n  "q2": 5\n  q3.a: 6\n';
    expect(texts(source)).toEqual({ 'q1.b.D1.a': '64', 'q1.b.D2': '{ a: 3x3, b: - }', q2: '5', 'q3.a': '6' });
  });

  it('comes from a mapping on one line where that cannot be an answer', () => {
    expect(texts('  q1: { a: 1,5, b: [1, 2] }\n')).toEqual({ 'q1.a': '1,5', 'q1.b': '[1, 2]' });
  });

  it('may be any name', () => {
    const { answers } = read('  __proto__:\n    toString: 1\n  "<b>": 2\n');
    expect([...answers.keys()]).toEqual(['__proto__.toString', '<b>']);
  });

  it('does not depend on line ends, comments or how deep things are indented', () => {
    const plain = 'student: s001\nanswers:\n  q:\n    a: 1\n    b: |\n      2\n';
    const expected = [...readStudentYaml('s', plain).answers].map(([path, { text }]) => [path, text]);
    for (const other of [
      plain.replaceAll('\n', '\r\n'),
      plain.replaceAll('\n', '\r'),
      plain.replaceAll('    ', '\t\t').replaceAll('  ', '\t'),
      plain.replaceAll('  ', '     '),
      `# top\n---\n${plain.replaceAll('\n    a', '\n# c\n\n    a')}...\n`,
    ])
      expect([...readStudentYaml('s', other).answers].map(([path, { text }]) => [path, text])).toEqual(
        expected,
      );
  });
});

describe('an error in one answer', () => {
  it.each<[what: string, source: string, lost: string[], kept: string[], message: string]>([
    [
      'a name given twice',
      'a: 1\nb: 2\na: 3\n',
      ['q.a'],
      ['q.b'],
      's.yaml:6:5 q.a: expected each name once, found a second one, the first is at s.yaml:4:5.',
    ],
    [
      'a quotation mark left open',
      'a: "42\nb: 2\n',
      ['q.a'],
      ['q.b'],
      's.yaml:4:8 q.a: expected a closing "',
    ],
    [
      'text after a closed quote',
      'a: "4"\n   5\nb: 2\n',
      ['q.a'],
      ['q.b'],
      's.yaml:4:8 q.a: expected nothing more',
    ],
    [
      'a name too deep',
      'a: 1\n  b: 2\nc: 3\n',
      ['q.a', 'q.b', 'q.a.b'],
      ['q.c'],
      's.yaml:4:8 q.a: expected one answer',
    ],
    [
      'a block that is not indented',
      'a: |\n1 2\n3 4\nb: 2\n',
      ['q.a'],
      ['q.b'],
      's.yaml:5:5 q.a: expected `name: answer`, found "1 2".',
    ],
    ['an endless answer', `a: ${'9'.repeat(20_001)}\nb: 2\n`, ['q.a'], ['q.b'], 'at most 20000 characters'],
    [
      'lists in one another without end',
      `a:\n  ${'- '.repeat(99)}1\nb: 2\n`,
      ['q.a'],
      ['q.b'],
      'at most 32 lists',
    ],
  ])('costs that answer only: %s', (_, source, lost, kept, message) => {
    const file = read(`  q:\n${source.replaceAll(/^(?=.)/gm, '    ')}`);
    expect([...file.lost.keys()].sort()).toEqual([...lost].sort());
    expect([...file.answers.keys()]).toEqual(kept);
    expect(formatFinding(file.findings[0]!)).toContain(message);
  });

  it('keeps the text for the person who looks at it', () => {
    expect(read('  q:\n    a: "42\n').lost.get('q.a')).toEqual({ text: '"42', line: 4, column: 8 });
  });

  it('takes out all answers of a question given twice, with one finding', () => {
    const file = read('  q:\n    a: 1\n  p: 2\n  q:\n    a: 3\n    b: 4\n');
    expect([...file.lost].map(([path, { text }]) => [path, text])).toEqual([
      ['q.a', '1'],
      ['q.b', '4'],
    ]);
    expect([...file.answers.keys()]).toEqual(['p']);
    expect(file.findings).toHaveLength(1);
  });

  it('tells tabs mixed with blanks, where the nesting depends on the width of a tab', () => {
    const file = read('  q:\n    a: 1\n\tb: 2\n');
    expect(file.lost.size).toBeGreaterThan(0);
    expect(file.findings.map(({ level }) => level)).toContain('error');
  });

  it('stops counting findings', () => {
    const { findings } = read(`  q:\n    a: 1\n${'    x\n'.repeat(5000)}`);
    expect(findings).toHaveLength(51);
    expect(formatFinding(findings[50]!)).toContain('4950 more');
  });
});

describe('what is odd', () => {
  it.each([
    [
      'a colon without a blank',
      '  q:\n    a:5\n',
      { 'q.a': '5' },
      's.yaml:4:5 a: expected a blank after the colon',
    ],
    ['a tab', '\tq:\n\t\ta: 5\n', { 'q.a': '5' }, 's.yaml:3:2 q: expected blanks'],
    [
      'an answer less indented',
      '  q:\n      a: 1\n    b: 2\n',
      { 'q.a': '1', 'q.b': '2' },
      's.yaml:5:5 q.b: expected 6 blanks',
    ],
  ])('is read, with a warning: %s', (_, source, answers, message) => {
    expect(texts(source)).toEqual(answers);
    expect(messages(source)[0]).toContain(message);
    expect(read(source).findings.every(({ level }) => level === 'warning')).toBe(true);
  });

  it('is warned of where it is not read', () => {
    const file = readStudentYaml('s.yaml', 'student: s\nscore:\n  total: 100\nanswers:\n  q: 1\n');
    expect([...file.answers.keys()]).toEqual(['q']);
    expect(file.findings.map(formatFinding)).toEqual([
      's.yaml:2:1 score: expected `student`, `submitted` or `answers`, found "score". It is not read.',
    ]);
  });
});

describe('the heading', () => {
  it('is read as text', () => {
    const source =
      'Student: 007 # me\nsubmitted: 2026-11-20T10:00:00-06:00\nsource: p. 3\nanswers:\n  q: 1\n';
    const { student, submitted, source: from } = readStudentYaml('s', source);
    expect({ student, submitted, from }).toEqual({
      student: '007',
      submitted: '2026-11-20T10:00:00-06:00',
      from: 'p. 3',
    });
  });

  it('may lack the student, whom the file name may tell', () => {
    expect(readStudentYaml('s', 'answers:\n  q: 1\n').student).toBeNull();
    expect(readStudentYaml('s', 'student:\nanswers:\n  q: 1\n').student).toBeNull();
  });

  it('warns of an id that a spreadsheet spoiled', () => {
    const { student, findings } = readStudentYaml('s', 'student: 1.23457E+16\nanswers:\n  q: 1\n');
    expect(student).toBe('1.23457E+16');
    expect(findings).toHaveLength(1);
  });
});

describe('a file whose structure is lost', () => {
  it.each([
    ['', 's.yaml:1:1: expected lines such as `student: s001` and `answers:`, found no text.'],
    ['# nothing\n', 'found no text'],
    ['~\n', 's.yaml:1:1: expected lines such as `student: s001` and `answers:`, found "~".'],
    ['? '.repeat(400), 'complex keys'],
    ['&a '.repeat(30_000), 'anchors'],
    ['- student: s\n', 's.yaml:1:1'],
    ['%YAML 1.1\n---\nstudent: s\n', 's.yaml:1:1: '],
    ['student: s\n', 'found no `answers:`'],
    ['student: s\nanswers:\n', 's.yaml:2:9 answers: expected questions below it, found nothing.'],
    ['student: s\nanswers: [1,2]\n', 's.yaml:2:10 answers: expected questions below it, found "[1,2]".'],
    ['student: s\nanswers:\n- q: 1\n', 'answers: expected questions below it'],
    ['student: s\nanswers:\nq: 1\n', 'answers: expected questions below it, found nothing. Indent them'],
    [
      'student: s\nstudent: t\nanswers:\n  q: 1\n',
      's.yaml:2:1: expected `student:` once, found a second one, the first is on line 1.',
    ],
    ['student: s\nanswers:\n  q: 1\nanswers:\n  q: 2\n', 's.yaml:4:1: expected `answers:` once'],
    [
      'student: s\nanswers:\n  q: 1\n---\nstudent: t\nanswers:\n  q: 2\n',
      's.yaml:4:1: expected one submission a file',
    ],
    [
      'student: [s001, s002]\nanswers:\n  q: 1\n',
      's.yaml:1:10 student: expected the id of one student, found a list or mapping',
    ],
    ['student: "s001\\ns002,100"\nanswers:\n  q: 1\n', 'cannot be seen: "s001\\ns002,100"'],
    ['student: "\\u202es001"\nanswers:\n  q: 1\n', 'cannot be seen: "\\u{202e}s001"'],
  ])('is refused with its place: %j', (source, message) => {
    expect(() => readStudentYaml('s.yaml', source)).toThrow(message);
  });
});

describe('a quoted answer over several lines', () => {
  it('keeps a line that starts with #: inside quotes it is no comment', () => {
    expect(texts('  q:\n    a: "one\n\n      # two"\n    b: 3\n')).toEqual({
      'q.a': 'one\n# two',
      'q.b': '3',
    });
  });
});
