import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Tinypool from 'tinypool';
import type { CsvTable } from '../files/read-csv.js';
import type { Manifest } from '../files/variant/manifest.js';
import { packageRoot } from '../files/disk/package-root.js';
import type { Outcome, Task } from './desk.js';

/** What a worker needs to open a desk of its own, as plain data. */
export interface DeskPlan {
  readonly folder: string;
  readonly rubricFile?: string;
  readonly review?: CsvTable;
  readonly manifest?: Manifest;
  readonly out: string;
  readonly formats: readonly ('html' | 'md')[];
  readonly now: Date;
}

/** Marks slices of a class on several cores. */
export interface Pool {
  readonly mark: (tasks: readonly Task[]) => Promise<readonly Outcome[]>;
  readonly close: () => Promise<void>;
}

/** The built worker; there is none where the sources run unbuilt. */
const workerFile = (): string => join(packageRoot(), 'dist', 'worker.js');

export const canPool = (): boolean => existsSync(workerFile());

export function openPool(plan: DeskPlan, jobs: number): Pool {
  const pool = new Tinypool({
    filename: pathToFileURL(workerFile()).href,
    runtime: 'worker_threads',
    minThreads: jobs,
    maxThreads: jobs,
    workerData: plan,
  });
  return {
    mark: (tasks) => pool.run(tasks, { name: 'markTasks' }) as Promise<readonly Outcome[]>,
    close: () => pool.destroy(),
  };
}
