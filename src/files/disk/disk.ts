import * as nodeFs from 'node:fs';
import { decodeText } from './decode-text.js';
import { FileError } from '../finding.js';
import { diskFault } from './disk-fault.js';
import { openLineWriter, type LineWriter } from './line-writer.js';
import { readBounded } from './read-bounded.js';
import { showPath } from '../show.js';
import { writeAtomic, type WriteOptions } from './write-atomic.js';

/** An entry of a folder; only `file` may be read. */
export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

/** The only door to the disk. Every failure is a FileError that names the file relative to the working folder. */
export interface Disk {
  /** A regular file's bytes; refused by its size before anything is read. */
  readBytes(path: string, mostBytes: number): Uint8Array;
  /** A regular file's UTF-8 text without its byte order mark. */
  readText(path: string, mostBytes: number): string;
  /** Entries of a folder sorted by name, character code by character code. */
  list(folder: string): Entry[];
  /** Whether something stands at the path, links not followed. */
  exists(path: string): boolean;
  /** Replaces a file whole or not at all; a link at the path is replaced, never followed. */
  write(path: string, content: string | Uint8Array, options?: WriteOptions): void;
  /** Opens a file that grows and takes its name when it is finished. */
  openLines(path: string): LineWriter;
  /** Makes a folder and those above it. */
  makeFolder(path: string): void;
}

/** The operations of node:fs a disk stands on; tests pass failing ones. */
export type FileOperations = Pick<
  typeof nodeFs,
  | 'closeSync'
  | 'fstatSync'
  | 'fsyncSync'
  | 'lstatSync'
  | 'mkdirSync'
  | 'openSync'
  | 'readSync'
  | 'readdirSync'
  | 'renameSync'
  | 'unlinkSync'
  | 'writeSync'
>;

const kindOf = (entry: nodeFs.Dirent): Entry['kind'] =>
  entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : entry.isSymbolicLink() ? 'link' : 'other';

const byName = (a: Entry, b: Entry): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** A disk whose messages show paths relative to `from`. */
export function openDisk(fs: FileOperations = nodeFs, from: string = process.cwd()): Disk {
  const guarded = <T>(path: string, wanted: string, action: () => T): T => {
    try {
      return action();
    } catch (error) {
      throw error instanceof FileError
        ? error
        : new FileError(diskFault(showPath(path, from), wanted, error));
    }
  };
  const readBytes = (path: string, mostBytes: number): Uint8Array =>
    guarded(path, 'a readable file', () => readBounded(fs, path, showPath(path, from), mostBytes));
  return {
    readBytes,
    readText: (path, mostBytes) => decodeText(showPath(path, from), readBytes(path, mostBytes)),
    list: (folder) =>
      guarded(folder, 'a readable folder', () =>
        fs
          .readdirSync(folder, { withFileTypes: true })
          .map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
          .sort(byName),
      ),
    exists: (path) =>
      guarded(path, 'a path', () => {
        try {
          return fs.lstatSync(path, { throwIfNoEntry: false }) !== undefined;
        } catch (error) {
          // Nothing stands below a file.
          if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return false;
          throw error;
        }
      }),
    write: (path, content, options) =>
      guarded(path, 'a file that can be written', () => writeAtomic(fs, path, content, options)),
    openLines: (path) => {
      const wanted = 'a file that can be written';
      const writer = guarded(path, wanted, () => openLineWriter(fs, path));
      return {
        add: (text) => guarded(path, wanted, () => writer.add(text)),
        finish: () => guarded(path, wanted, () => writer.finish()),
        abandon: () => guarded(path, wanted, () => writer.abandon()),
      };
    },
    makeFolder: (path) =>
      guarded(path, 'a folder that can be made', () => void fs.mkdirSync(path, { recursive: true })),
  };
}
