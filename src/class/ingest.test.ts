import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf } from '../../test/command-line.js';
import { openDisk } from '../files/disk/disk.js';
import { ingest, readSource, type Intake } from './ingest.js';
import type { Roster } from './roster.js';

const rosterOf = (...ids: readonly string[]): Roster => new Map(ids.map((id) => [id, { id, name: null }]));
const look = (files: Readonly<Record<string, string>>, roster: Roster | null = null): Intake =>
  ingest(openDisk(), folderOf(files), roster);
const sheet = (student: string, rest = ''): string =>
  `student: ${student}\n${rest}answers:\n  q1:\n    a: 1\n`;
const anonymous = 'answers:\n  q1:\n    a: 1\n';

const comingFrom = ({ incoming }: Intake): string[] => incoming.map(({ student }) => student);
const refusedFrom = ({ refused }: Intake): string[] => refused.map(({ student }) => student);

describe('a folder of submissions', () => {
  it('is taken in sorted by id, code unit by code unit', () => {
    expect(
      comingFrom(
        look({ 'x.yaml': sheet('s2'), 'y.yml': sheet('S10'), 'z.json': '{"student": "s1", "answers": {}}' }),
      ),
    ).toEqual(['S10', 's1', 's2']);
  });

  it.each([
    ['plain', 'student: s7\n'],
    ['in quotes', 'student: "s7"\n'],
    ['with a comment', 'student: s7 # me\n'],
    ['after comments longer than any heading', `${'# a long preface\n'.repeat(200)}student: s7\n`],
    ['at the edge of what is looked at first', `# ${'x'.repeat(1_987)}\nstudent: s7\n`],
  ])('knows a student by what the file says, %s', (_, heading) => {
    expect(comingFrom(look({ 'anything.yaml': `${heading}${anonymous}` }))).toEqual(['s7']);
  });

  it('knows an id whole wherever it stands', () => {
    for (let before = 1_960; before < 2_000; before++) {
      const text = `# ${'x'.repeat(before)}\n${sheet('s123456789')}`;
      expect(comingFrom(look({ 'anything.yaml': text }))).toEqual(['s123456789']);
    }
  });

  it('takes the file’s stem where the roster has it, and no other stem', () => {
    const found = look({ 's1.yaml': anonymous, 'homework.yaml': anonymous }, rosterOf('s1'));
    expect(comingFrom(found)).toEqual(['s1']);
    expect(found.refused).toMatchObject([
      { student: 'homework', finding: { expected: 'the id of one student', found: 'none' } },
    ]);
    expect(refusedFrom(look({ 's1.yaml': anonymous }))).toEqual(['s1']);
  });

  it('takes one row of a CSV file a student', () => {
    const found = look({ 'class.csv': 'student,q1.a\ns1,1\n007,2\n,3\n' });
    expect(comingFrom(found)).toEqual(['007', 's1']);
    expect(refusedFrom(found)).toEqual([expect.stringMatching(/class\.csv:4$/)]);
    expect(readSource(openDisk(), found.incoming[1]!.source).answers.get('q1.a')!.text).toBe('1');
  });

  it('marks neither of two files of one student that nothing orders, and names both', () => {
    const found = look({
      'a.yaml': sheet('s1'),
      'b.yaml': sheet('s1', 'submitted: 2026-11-01T10:00:00Z\n'),
      'c.yaml': sheet('s2'),
    });
    expect(comingFrom(found)).toEqual(['s2']);
    expect(found.refused).toHaveLength(1);
    expect(found.refused[0]).toMatchObject({
      student: 's1',
      file: expect.stringMatching(/a\.yaml and .*b\.yaml/) as string,
    });
  });

  it.each([
    ['2026-11-01T10:00:00Z', '2026-11-01T11:30:00+02:00', 0],
    ['2026-11-01T10:00:00Z', '2026-11-01T11:30:00Z', 1],
  ])('takes the newest of %s and %s: instants, not texts', (first, second, newest) => {
    const texts = [first, second].map((at) => sheet('s1', `submitted: ${at}\n`));
    const found = look({ 'a.yaml': texts[0]!, 'b.yaml': texts[1]! });
    expect(comingFrom(found)).toEqual(['s1']);
    expect(found.incoming[0]!.file).toContain(['a.yaml', 'b.yaml'][newest]);
  });

  it.each([
    ['the same time', '2026-11-01T10:00:00Z', '2026-11-01T10:00:00Z'],
    ['times without a zone', '2026-11-01T10:00:00', '2026-11-01T11:00:00'],
    ['no times', 'yesterday', 'today'],
  ])('does not guess from %s', (_, first, second) => {
    const found = look({
      'a.yaml': sheet('s1', `submitted: ${first}\n`),
      'b.yaml': sheet('s1', `submitted: ${second}\n`),
    });
    expect([comingFrom(found), refusedFrom(found)]).toEqual([[], ['s1']]);
  });

  it.each([
    ['case', 's1', 'S1'],
    ['Unicode form', 'jos\u00e9', 'jose\u0301'],
  ])('marks neither of two ids that differ in %s only', (_, one, other) => {
    const found = look({ 'a.yaml': sheet(one), 'b.yaml': sheet(other) });
    expect(comingFrom(found)).toEqual([]);
    expect(refusedFrom(found).sort()).toEqual([one, other].sort());
  });

  it('turns what is no file into a student that could not be read, and follows no link', () => {
    const folder = folderOf({ 's1.yaml': sheet('s1'), 'outside/s9.yaml': sheet('s9') });
    mkdirSync(join(folder, 's2.yaml'));
    symlinkSync(join(folder, 'outside', 's9.yaml'), join(folder, 's3.yaml'));
    symlinkSync('/dev/zero', join(folder, 's4.yaml'));
    execFileSync('mkfifo', [join(folder, 's5.yaml')]);
    const found = ingest(openDisk(), folder, rosterOf('s1', 's2', 's3', 's4', 's5'));
    expect(comingFrom(found)).toEqual(['s1']);
    expect(found.refused.map(({ student, finding }) => [student, finding.found])).toEqual([
      ['outside', 'a folder'],
      ['s2', 'a folder'],
      ['s3', 'a link'],
      ['s4', 'a link'],
      ['s5', 'a pipe or device'],
    ]);
  });

  it.each([
    ['another kind of file', 's1.docx', 'text'],
    ['a file without an ending', 's1', 'student: s1\n'],
    ['a file that is too large', 's1.yaml', `student: s1\n${'# comment\n'.repeat(30_000)}`],
    ['a file that names no student', 's1.yaml', 'answers:\n  q: 1\n'],
    ['an id that cannot be seen', 's1.yaml', 'student: "s\u200b1"\n'],
  ])('turns %s into a student that could not be read', (_, name, text) => {
    const found = look({ [name]: text });
    expect([comingFrom(found), found.refused.length]).toEqual([[], 1]);
  });

  it('turns bytes that are not UTF-8 into a student that could not be read', () => {
    const folder = folderOf({ 's1.yaml': new Uint8Array([0x73, 0xff, 0xfe, 0x0a]) });
    expect(refusedFrom(ingest(openDisk(), folder, null))).toEqual(['s1']);
  });

  it('leaves what editors and systems leave behind alone', () => {
    const found = look({
      '.DS_Store': 'x',
      'Thumbs.db': 'x',
      's1.yaml~': 'x',
      '~$s1.docx': 'x',
      '._s1.yaml': 'x',
      'README.md': 'x',
      's1.yaml': sheet('s1'),
    });
    expect([comingFrom(found), refusedFrom(found)]).toEqual([['s1'], []]);
    expect(found.ignored).toHaveLength(6);
  });

  it('never counts one student twice, whatever else fails under the same name', () => {
    const found = look({ 's1.yaml': sheet('s1'), 's1.docx': 'x', 's2.docx': 'x', 's2.pdf': 'x' });
    const names = [...comingFrom(found), ...refusedFrom(found)];
    expect(new Set(names).size).toBe(names.length);
    expect(names).toHaveLength(4);
    expect(names).toEqual(expect.arrayContaining(['s1', 's2']));
  });

  it('reads no file before its turn', () => {
    const folder = folderOf({ 's1.yaml': sheet('s1'), 's2.yaml': `student: s2\nanswers: {{{\n` });
    expect(comingFrom(ingest(openDisk(), folder, null))).toEqual(['s1', 's2']);
  });
});
