#!/usr/bin/env node
import { readFileSync, statSync, unwatchFile, watchFile } from 'node:fs';
import { join } from 'node:path';
import { openDisk } from '../files/disk/disk.js';
import { packageRoot } from '../files/disk/package-root.js';
import { main } from './program.js';

const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as {
  version: string;
};

// A reader that stops early, such as `head`, is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

/** When the watched file was last seen to change; what was saved while it was being marked is later than that. */
let seen = performance.timeOrigin;

/** Editors replace files in several ways; looking at the time of change every third of a second meets them all. */
const nextChange = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const tell = (time: number): void => {
      seen = time;
      unwatchFile(path);
      resolve(true);
    };
    watchFile(path, { interval: 300 }, (now, before) => {
      if (now.mtimeMs !== before.mtimeMs && now.mtimeMs !== 0) tell(now.mtimeMs);
    });
    const saved = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (saved > seen) tell(saved);
  });

process.exitCode = await main(
  process.argv.slice(2),
  {
    disk: openDisk(),
    cwd: process.cwd(),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    now: () => new Date(),
    changed: nextChange,
    columns: process.stdout.columns ?? 80,
  },
  version,
  process.env['TICKMARK_DEBUG'] !== undefined,
);
