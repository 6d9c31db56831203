import { describe, expect, it } from 'vitest';
import { didYouMean } from './authored/did-you-mean.js';
import { finding, formatFinding, wholeFile } from './finding.js';
import { packageRoot } from './disk/package-root.js';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { showPath, showText } from './show.js';
import { fileStem, isLeftover, readSubmissions, submissionFormat } from './submission/submission-format.js';
import { placeFinder } from './text-place.js';

describe('a finding', () => {
  it('reads place, path, expected, found, hint', () => {
    const place = { file: 'one-neuron.yaml', line: 12, column: 7 };
    expect(
      formatFinding(finding(place, 'a number', showText('5 %'), { path: 'tolerance', hint: 'Write 0.05.' })),
    ).toBe('one-neuron.yaml:12:7 tolerance: expected a number, found "5 %". Write 0.05.');
  });

  it('stays on one line whatever the file is called', () => {
    expect(formatFinding(finding(wholeFile('a\rb\u001b[31m\u202e.yaml'), 'text', 'none'))).toBe(
      'a\\u{d}b\\u{1b}[31m\\u{202e}.yaml: expected text, found none.',
    );
  });

  it('quotes at most 40 characters', () => {
    expect(showText('😀'.repeat(50))).toBe(`"${'😀'.repeat(40)}…"`);
  });
});

describe('a path in a message', () => {
  it.each([
    ['/home/x/class/a.yaml', 'class/a.yaml'],
    ['/data/hw5/s001.yaml', 'hw5/s001.yaml'],
    ['/home/x', '.'],
  ])('is never absolute: %s', (path, shown) => {
    expect(showPath(path, '/home/x')).toBe(shown);
  });
});

describe('a place in a text', () => {
  it('counts lines by any line end', () => {
    const place = placeFinder('f', 'ab\r\nc\rd\n\ne');
    expect([0, 2, 4, 6, 8, 9, 10].map((offset) => [place(offset).line, place(offset).column])).toEqual([
      [1, 1],
      [1, 3],
      [2, 1],
      [3, 1],
      [4, 1],
      [5, 1],
      [5, 2],
    ]);
  });
});

describe('did you mean', () => {
  it.each([
    ['tolerence', 'tolerance'],
    ['Points', 'points'],
    ['per_entry', 'per-entry'],
    ['pionts', 'points'],
    ['xyz', undefined],
  ])('%s', (word, meant) => {
    expect(didYouMean(word, ['title', 'tolerance', 'points', 'per-entry'])).toBe(meant);
  });
});

describe('a submission', () => {
  it.each([
    ['s001.yaml', 'yaml'],
    ['S001.YML', 'yaml'],
    ['trailing.yaml ', 'yaml'],
    ['...yaml', 'yaml'],
    ['a.json', 'json'],
    ['class.csv', 'csv'],
    ['notes.txt', null],
    ['\\', null],
    ['s001.yaml~', null],
  ])('has its format by its name: %j', (name, format) => {
    expect(submissionFormat(name)).toBe(format);
  });

  it.each([
    's001.yaml~',
    '#s001.yaml#',
    '.#s001.yaml',
    '.DS_Store',
    'Thumbs.db',
    '.s001.yaml.swp',
    '~$a.csv',
    '._a.yaml',
  ])('is not what an editor or system left behind: %s', (name) => {
    expect(isLeftover(name)).toBe(true);
  });

  it.each(['s001.yaml', '.hidden.yaml', '...yaml', '--help.yaml', 'CON.yaml', '*.yaml', 'undefined.yaml'])(
    'may have an odd name: %s',
    (name) => {
      expect(isLeftover(name)).toBe(false);
    },
  );

  it('is read by its format, also JSON in a .yaml file', () => {
    const json = ' {"student": "s001", "answers": {"q": {"a": 2.50}}}';
    for (const name of ['a.json', 'a.yaml']) {
      const [file] = readSubmissions(name, json).submissions;
      expect(file?.answers.get('q.a')?.text).toBe('2.50');
    }
    expect(readSubmissions('c.csv', 'student,q\ns1,5\ns2,6\n').submissions).toHaveLength(2);
    expect(() => readSubmissions('a.docx', '')).toThrow('a.docx: expected a .yaml, .json or .csv file');
  });

  it('may be named by its file', () => {
    expect(['s001.yaml', 's.2.json', 'noending'].map(fileStem)).toEqual(['s001', 's.2', 'noending']);
  });
});

describe('the package', () => {
  it('is found from its sources and from its build', () => {
    const root = packageRoot();
    expect(existsSync(join(root, 'tsconfig.json'))).toBe(true);
    for (const module of ['dist/tickmark.js', 'dist/lib/files/package-root.js'])
      expect(packageRoot(pathToFileURL(join(root, module)).href)).toBe(root);
  });

  it('is not found from elsewhere', () => {
    expect(() => packageRoot('file:///nowhere/at/all.js')).toThrow('no package.json');
  });
});
