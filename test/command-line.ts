import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { main } from '../src/cli/program.js';
import { openDisk, type Disk } from '../src/files/disk/disk.js';

export const root = fileURLToPath(new URL('..', import.meta.url));

const made: string[] = [];

/** A temporary folder with the given files, gone when the tests of its file are done. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'tickmark-test-'));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command as a shell would, and keeps what it says. */
export async function tickmark(
  argv: readonly string[],
  {
    cwd = root,
    now = '2026-12-31T00:00:00Z',
    disk = openDisk(undefined, cwd),
    changed = async () => false,
  }: { cwd?: string; now?: string; disk?: Disk; changed?: (path: string) => Promise<boolean> } = {},
): Promise<Said> {
  let out = '';
  let err = '';
  const io = {
    disk,
    cwd,
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
    now: () => new Date(now),
    changed,
    columns: 80,
  };
  const code = await main(argv, io, '1.2.3');
  return { code, out, err };
}
