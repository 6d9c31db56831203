import { describe, expect, it } from 'vitest';
import { readCsv } from '../files/read-csv.js';
import { readRoster } from './roster.js';

const read = (text: string) => readRoster(readCsv('roster.csv', text));
const students = (text: string) => [...read(text).roster.values()].map(({ id, name }) => [id, name]);

describe('a roster', () => {
  it.each([
    [
      'id and name',
      'student,name\ns1,Ada\ns2,\n',
      [
        ['s1', 'Ada'],
        ['s2', null],
      ],
    ],
    ['headings in any case and any order', 'Name,Section,ID\nAda,1,s1\n', [['s1', 'Ada']]],
    ['an LMS’s headings', 'Student Name,SIS User ID\nAda,s1\n', [['s1', 'Ada']]],
    ['headings joined by signs', 'student_id,full-name\ns1,Ada\n', [['s1', 'Ada']]],
    ['semicolons', 'student;name\ns1;Ada\n', [['s1', 'Ada']]],
    [
      'one column without a heading',
      's1\ns2\n',
      [
        ['s1', null],
        ['s2', null],
      ],
    ],
    ['one column with a heading', 'student\ns1\n', [['s1', null]]],
    ['a nameless column', 'student,\ns1,here\n', [['s1', null]]],
    [
      'ids exactly as written',
      'student\n007\n1E5\n12345678901234567\n=1+1\n',
      [
        ['007', null],
        ['1E5', null],
        ['12345678901234567', null],
        ['=1+1', null],
      ],
    ],
    [
      'keys of prototypes',
      'student\n__proto__\nconstructor\n',
      [
        ['__proto__', null],
        ['constructor', null],
      ],
    ],
  ])('is read with %s', (_, text, expected) => {
    expect(read(text).problems).toEqual([]);
    expect(students(text)).toEqual(expected);
  });

  it.each([
    ['the same id twice', 'student\ns1\ns1\n', 3, /"s1" stands there already as "s1"/],
    ['ids that differ in case', 'student\ns1\nS1\n', 3, /"S1" stands there already as "s1"/],
    ['ids that differ in Unicode form', 'student\njos\u00e9\njose\u0301\n', 3, /stands there already/],
    ['a row without an id', 'student,name\ns1,Ada\n,Bo\n', 3, /no student id/],
    [
      'no column of ids',
      'name,section\nAda,1\n',
      1,
      /expected a column headed student, .* found name, section/,
    ],
  ])('with %s says so and where', (_, text, line, message) => {
    expect(read(text).problems).toEqual([{ line, message: expect.stringMatching(message) as string }]);
  });
});
