import { describe, expect, it } from 'vitest';
import { formatFinding } from '../finding.js';
import { delimiterOf, readCsv } from '../read-csv.js';
import { readCsvSubmissions } from './submission-csv.js';

const read = (text: string) => {
  const { submissions, findings } = readCsvSubmissions('c.csv', text);
  return {
    findings: findings.map(formatFinding),
    students: submissions.map(({ student }) => student),
    answers: submissions.map(({ answers }) => [...answers].map(([path, { text: typed }]) => [path, typed])),
    own: submissions.flatMap((submission) => submission.findings.map(formatFinding)),
    lost: submissions.map(({ lost }) => [...lost.keys()]),
    at: submissions.map(({ at }) => at.line),
  };
};

describe('submissions in CSV', () => {
  it('are one a row, cells as typed, ids exact', () => {
    const { students, answers, findings, at } = read(
      'student,submitted,q.a,q.b\r\n007,2026-11-20T10:00:00Z,2.50,"1, 2"\r\n\r\n7,,1E5,\r\n',
    );
    expect(students).toEqual(['007', '7']);
    expect(answers).toEqual([
      [
        ['q.a', '2.50'],
        ['q.b', '1, 2'],
      ],
      [
        ['q.a', '1E5'],
        ['q.b', ''],
      ],
    ]);
    expect(at).toEqual([2, 4]);
    expect(findings).toEqual([]);
  });

  it('may hold line breaks and forged rows in quotes', () => {
    const { students, answers, at } = read('student,q\ns001,"x\ns002,42"\ns003,5\n');
    expect(students).toEqual(['s001', 's003']);
    expect(answers[0]).toEqual([['q', 'x\ns002,42']]);
    expect(at).toEqual([2, 4]);
  });

  it('are read with semicolons or tabs, and the report says so', () => {
    expect(read('student;q\ns001;1,5\n').answers).toEqual([[['q', '1,5']]]);
    expect(read('student\tq\ns001\t1,5\n').answers).toEqual([[['q', '1,5']]]);
    expect(read('student;q\ns001;1,5\n').findings[0]).toContain(
      'c.csv:1:1: expected commas between cells, found ";".',
    );
  });

  it('warn of blanks around a heading, typographic quotes and spoiled ids', () => {
    const { findings, own, answers } = read(' student , q \ns001,“42”\n1.23457E+16,1\n');
    expect(findings).toHaveLength(2);
    expect(own).toHaveLength(2);
    expect(answers[0]).toEqual([['q', '42']]);
  });

  it('of one student twice count neither time, both rows named', () => {
    const { students, answers, lost, own } = read('student,q\ns001,41\ns002,1\ns001,42\n');
    expect(students).toEqual(['s001', 's002', 's001']);
    expect(answers).toEqual([[], [['q', '1']], []]);
    expect(lost).toEqual([['q'], [], ['q']]);
    expect(own[0]).toContain(
      'c.csv:2:1 student: expected one row a student, found rows of s001 on lines 2 and 4.',
    );
  });

  it('without a usable student are findings, and the others count', () => {
    const { students, findings } = read('student,q\n,41\n"a\nb",2\ns003,5\n');
    expect(students).toEqual(['s003']);
    expect(findings).toEqual([
      'c.csv:2:1 student: expected a student, found nothing.',
      'c.csv:3:1 student: expected the id of one student, found an id with a character that cannot be seen: "a\\nb".',
    ]);
  });

  it('have a finding for a row with too many cells', () => {
    expect(read('student,q\ns001,1,5\n').findings[0]).toContain('c.csv:2:3: expected 2 cells, found 3.');
  });

  it.each([
    ['', 'c.csv: expected a header and rows, found nothing.'],
    ['id,q\n1,2\n', 'c.csv:1:1 student: expected a column `student`, found none.'],
    [
      'student,answer,answer\ns001,1,2\n',
      'c.csv:1:3: expected each heading once, found "answer" again, first in column 2.',
    ],
    ['student,q\ns001,"1\ns002,2\n', 'c.csv:2: expected quotation marks in pairs'],
    [`student${',q'.repeat(10_000)}\n`, 'c.csv:1:1: expected at most 2000 columns, found 10001.'],
  ])('are refused with their place: %.40s', (source, message) => {
    expect(() => readCsvSubmissions('c.csv', source)).toThrow(message);
  });
});

describe('CSV', () => {
  it.each([
    ['a,b;c,d', ','],
    ['a;b;c,d', ';'],
    ['"a,b,c";d', ';'],
    ['a', ','],
  ])('has the delimiter its header has most of: %s', (header, delimiter) => {
    expect(delimiterOf(`${header}\n1;2;3;4`)).toBe(delimiter);
  });

  it('keeps names of Object.prototype apart', () => {
    const { rows } = readCsv('r.csv', 'id,toString\n__proto__,A\nconstructor,B\n');
    expect(rows.map(({ cells }) => [cells.get('id'), cells.get('toString'), cells.get('valueOf')])).toEqual([
      ['__proto__', 'A', undefined],
      ['constructor', 'B', undefined],
    ]);
  });
});
