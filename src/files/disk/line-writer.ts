import type { FileOperations } from './disk.js';
import { temporaryBeside } from './write-atomic.js';

/** A file that grows line by line under a temporary name and takes its own name when it is whole. */
export interface LineWriter {
  add(text: string): void;
  finish(): void;
  /** Drops what was written; the file that stood there before stays. */
  abandon(): void;
}

/** Written in pieces of this many characters, so that a class costs no memory. */
const piece = 64 * 1024;

/** Opens a growing file; faults of the disk are thrown as they are. */
export function openLineWriter(fs: FileOperations, path: string): LineWriter {
  const temporary = temporaryBeside(path);
  const file = fs.openSync(temporary, 'wx');
  let waiting = '';
  const flush = (): void => {
    const bytes = Buffer.from(waiting, 'utf8');
    for (let written = 0; written < bytes.length;)
      written += fs.writeSync(file, bytes, written, bytes.length - written);
    waiting = '';
  };
  return {
    add(text) {
      waiting += text;
      if (waiting.length >= piece) flush();
    },
    finish() {
      flush();
      fs.closeSync(file);
      fs.renameSync(temporary, path);
    },
    abandon() {
      fs.closeSync(file);
      fs.unlinkSync(temporary);
    },
  };
}
