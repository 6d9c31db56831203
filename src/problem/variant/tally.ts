/** Why draws were refused: each reason with the number of times, and its place below the problem file. */
export interface Reason {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** A reason with the number of draws it refused. */
export interface Refusal {
  readonly reason: Reason;
  readonly count: number;
}

export class Tally {
  private readonly counts = new Map<string, Refusal>();
  tried = 0;
  /** What the draws cost so far, in lines of working. */
  spent = 0;

  add(reason: Reason): void {
    const key = `${reason.path.join('.')}\n${reason.message}`;
    this.counts.set(key, { reason, count: (this.counts.get(key)?.count ?? 0) + 1 });
  }

  /** Every reason with its count, the commonest first. */
  list(): Refusal[] {
    return [...this.counts.values()].sort((a, b) => b.count - a.count);
  }
}
