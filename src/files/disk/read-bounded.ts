import { constants, type Stats } from 'node:fs';
import type { FileOperations } from './disk.js';
import { FileError, finding, wholeFile } from '../finding.js';

/** Neither follow a link nor wait for a pipe's other end; systems without a flag lack what it guards from. */
const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

const kindWords = (stats: Stats): string => {
  if (stats.isDirectory()) return 'a folder';
  if (stats.isSymbolicLink()) return 'a link';
  if (stats.isFIFO()) return 'a named pipe';
  return stats.isSocket() ? 'a socket' : 'a device';
};

const formatBytes = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MB` : `${Math.ceil(bytes / 1024)} KiB`;

/** Reads a regular file of at most `mostBytes`; anything else is refused before a byte is read. */
export function readBounded(fs: FileOperations, path: string, shown: string, mostBytes: number): Uint8Array {
  const refuse = (expected: string, found: string, hint: string): never => {
    throw new FileError(finding(wholeFile(shown), expected, found, { hint }));
  };
  const check = (stats: Stats): void => {
    if (!stats.isFile()) refuse('a regular file', kindWords(stats), 'Copy the file itself there.');
    if (stats.size > mostBytes)
      refuse(`at most ${formatBytes(mostBytes)}`, formatBytes(stats.size), 'Hand in less.');
  };
  check(fs.lstatSync(path));
  const file = fs.openSync(path, openFlags);
  try {
    const stats = fs.fstatSync(file);
    check(stats);
    // One byte more than announced shows a file that grew meanwhile.
    let bytes = Buffer.allocUnsafe(stats.size + 1);
    let length = 0;
    for (;;) {
      const count = fs.readSync(file, bytes, length, bytes.length - length, null);
      if (count === 0) return bytes.subarray(0, length);
      length += count;
      if (length > mostBytes)
        refuse(`at most ${formatBytes(mostBytes)}`, 'a file that grows', 'Run the command again.');
      if (length === bytes.length) bytes = Buffer.concat([bytes, Buffer.allocUnsafe(bytes.length + 4096)]);
    }
  } finally {
    fs.closeSync(file);
  }
}
