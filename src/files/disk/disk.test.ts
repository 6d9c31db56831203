import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDisk, type FileOperations } from './disk.js';

let folder = '';
beforeEach(() => (folder = fs.mkdtempSync(join(tmpdir(), 'tickmark-disk-'))));
afterEach(() => fs.rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);
const disk = () => openDisk(fs, folder);

describe('reading', () => {
  it('gives the text without its byte order mark', () => {
    fs.writeFileSync(at('a.yaml'), '\ufeffx: µ😀\n');
    expect(disk().readText(at('a.yaml'), 100)).toBe('x: µ😀\n');
  });

  it('reads a file of exactly the cap and refuses one byte more', () => {
    fs.writeFileSync(at('a.yaml'), 'x'.repeat(2048));
    expect(disk().readText(at('a.yaml'), 2048)).toHaveLength(2048);
    expect(() => disk().readText(at('a.yaml'), 2047)).toThrow('a.yaml: expected at most 2 KiB, found 2 KiB.');
  });

  it('refuses a sparse file of 100 MB by its size', () => {
    fs.writeFileSync(at('big.yaml'), '');
    fs.truncateSync(at('big.yaml'), 100 * 1024 * 1024);
    expect(() => disk().readText(at('big.yaml'), 1024)).toThrow(
      'big.yaml: expected at most 1 KiB, found 100.0 MB.',
    );
  });

  it('refuses what is not a regular file, without waiting for it', () => {
    fs.mkdirSync(at('folder.yaml'));
    fs.writeFileSync(at('secret'), 'student: s001');
    fs.symlinkSync(at('secret'), at('link.yaml'));
    execFileSync('mkfifo', [at('pipe.yaml')]);
    expect(() => disk().readText(at('folder.yaml'), 100)).toThrow(
      'folder.yaml: expected a regular file, found a folder.',
    );
    expect(() => disk().readText(at('link.yaml'), 100)).toThrow(
      'link.yaml: expected a regular file, found a link.',
    );
    expect(() => disk().readText(at('pipe.yaml'), 100)).toThrow(
      'pipe.yaml: expected a regular file, found a named pipe.',
    );
  });

  it.each<[name: string, bytes: number[], message: string]>([
    [
      'UTF-16 with a mark',
      [0xff, 0xfe, 0x61, 0],
      'a.yaml: expected UTF-8 text, found UTF-16. Save the file as UTF-8.',
    ],
    ['UTF-16, big end first', [0xfe, 0xff, 0, 0x61], 'a.yaml: expected UTF-8 text, found UTF-16.'],
    ['UTF-16 without a mark', [0x61, 0, 0x3a, 0], 'a.yaml: expected UTF-8 text, found UTF-16.'],
    ['a NUL', [0x61, 0x0a, 0x62, 0], 'a.yaml:2:2: expected UTF-8 text, found a NUL character.'],
    [
      'Latin-1',
      [0x61, 0x0a, 0x62, 0xe9, 0x0a],
      'a.yaml:2:2: expected UTF-8 text, found bytes that are not UTF-8.',
    ],
    ['an overlong slash', [0xc0, 0xaf], 'a.yaml:1:1: expected UTF-8 text, found bytes that are not UTF-8.'],
    ['half a surrogate pair', [0x61, 0xed, 0xa0, 0x80], 'a.yaml:1:2: expected UTF-8 text'],
    ['a bad byte after a true U+FFFD', [0xef, 0xbf, 0xbd, 0xff], 'a.yaml:1:2: expected UTF-8 text'],
  ])('refuses %s and says where', (_, bytes, message) => {
    fs.writeFileSync(at('a.yaml'), Buffer.from(bytes));
    expect(() => disk().readText(at('a.yaml'), 100)).toThrow(message);
  });

  it('names a missing file, never with an absolute path', () => {
    expect(() => disk().readText(at('gone.yaml'), 100)).toThrow(
      /^gone\.yaml: expected a readable file, found nothing there\. Check the path\.$/,
    );
  });

  it('refuses a file that grows while it is read', () => {
    fs.writeFileSync(at('a.yaml'), 'abc');
    const growing: FileOperations = {
      ...fs,
      fstatSync: ((file: number) => {
        const stats = fs.fstatSync(file);
        fs.appendFileSync(at('a.yaml'), 'd'.repeat(5000));
        return stats;
      }) as typeof fs.fstatSync,
    };
    expect(() => openDisk(growing, folder).readText(at('a.yaml'), 1000)).toThrow('found a file that grows');
  });
});

describe('listing', () => {
  it('sorts by character code and tells files from links and folders', () => {
    fs.writeFileSync(at('b'), '');
    fs.writeFileSync(at('B'), '');
    fs.mkdirSync(at('a'));
    fs.symlinkSync(at('a'), at('link'));
    expect(disk().list(folder)).toEqual([
      { name: 'B', kind: 'file' },
      { name: 'a', kind: 'folder' },
      { name: 'b', kind: 'file' },
      { name: 'link', kind: 'link' },
    ]);
  });
});

describe('writing', () => {
  it('replaces a link instead of writing through it', () => {
    fs.writeFileSync(at('target'), 'kept');
    fs.symlinkSync(at('target'), at('out'));
    disk().write(at('out'), 'new');
    expect(fs.readFileSync(at('target'), 'utf8')).toBe('kept');
    expect(fs.lstatSync(at('out')).isFile()).toBe(true);
    expect(fs.readFileSync(at('out'), 'utf8')).toBe('new');
  });

  it('goes on after short writes', () => {
    const short: FileOperations = {
      ...fs,
      writeSync: ((file: number, bytes: Uint8Array, offset: number, length: number) =>
        fs.writeSync(file, bytes, offset, Math.min(3, length))) as typeof fs.writeSync,
    };
    openDisk(short, folder).write(at('out'), 'all of it', { flush: true });
    expect(fs.readFileSync(at('out'), 'utf8')).toBe('all of it');
  });

  it.each([
    ['writeSync', 'ENOSPC', 'out: expected a file that can be written, found a full disk.'],
    ['renameSync', 'EIO', 'out: expected a file that can be written, found a disk fault.'],
    ['fsyncSync', 'EIO', 'found a disk fault.'],
  ] as const)('leaves the old file and nothing else when %s fails', (operation, code, message) => {
    fs.writeFileSync(at('out'), 'old');
    const failing: FileOperations = {
      ...fs,
      [operation]: () => {
        throw Object.assign(new Error('injected'), { code });
      },
    };
    expect(() => openDisk(failing, folder).write(at('out'), 'new', { flush: true })).toThrow(message);
    expect(fs.readFileSync(at('out'), 'utf8')).toBe('old');
    expect(fs.readdirSync(folder)).toEqual(['out']);
  });
});
