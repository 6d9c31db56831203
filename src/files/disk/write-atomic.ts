import { basename, dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import type { FileOperations } from './disk.js';

export interface WriteOptions {
  /** Waits until the bytes are on the disk, so that a power cut leaves the old file or the new one too. */
  readonly flush?: boolean;
}

let made = 0;

/** A name beside a target that no other process or thread uses. */
export const temporaryBeside = (path: string): string =>
  join(dirname(path), `.tickmark-${process.pid}-${threadId}-${++made}.tmp`);

/** Reports are encoded one after the other into the same memory; what is larger gets memory of its own. */
const scratch = Buffer.allocUnsafeSlow(512 * 1024);

/** UTF-8 bytes, good until the next call. */
const encode = (text: string): Uint8Array =>
  3 * text.length <= scratch.length
    ? scratch.subarray(0, scratch.write(text, 'utf8'))
    : Buffer.from(text, 'utf8');

/** Writes beside the target and renames: a reader sees the old file or the new one, never half of one. */
export function writeAtomic(
  fs: FileOperations,
  path: string,
  content: string | Uint8Array,
  { flush = false }: WriteOptions = {},
): void {
  const temporary = temporaryBeside(path);
  if (basename(path) === '') throw Object.assign(new Error('no name'), { code: 'EISDIR' });
  const bytes = typeof content === 'string' ? encode(content) : content;
  const file = fs.openSync(temporary, 'wx');
  try {
    try {
      for (let written = 0; written < bytes.length;) {
        const count = fs.writeSync(file, bytes, written, bytes.length - written);
        if (count === 0) throw Object.assign(new Error('nothing written'), { code: 'ENOSPC' });
        written += count;
      }
      if (flush) fs.fsyncSync(file);
    } finally {
      fs.closeSync(file);
    }
    fs.renameSync(temporary, path);
  } catch (error) {
    removeQuietly(fs, temporary);
    throw error;
  }
}

function removeQuietly(fs: FileOperations, path: string): void {
  try {
    fs.unlinkSync(path);
  } catch {
    // The first fault is the one to report.
  }
}
