import type { Disk } from '../files/disk/disk.js';

/** What a command may touch of the world; tests pass their own. */
export interface Io {
  readonly disk: Disk;
  /** The folder that relative paths start from. */
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly now: () => Date;
  /** Waits until a file changes; false where the waiting is over. */
  readonly changed: (path: string) => Promise<boolean>;
  /** Columns of the terminal; 80 where there is none. */
  readonly columns: number;
}

/** Exit codes of the command. */
export const exit = { done: 0, no: 1, usage: 2, waiting: 3, fault: 70 } as const;

/** Something the person at the terminal has to change; the message says what. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
