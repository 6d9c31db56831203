import type { FirstFailure, SlipCount } from '../report/views/class-statistics.js';
import type { ResultLine } from '../report/result-line.js';
import type { Verdict } from '../marking/mark.js';

const isFailing: ReadonlySet<Verdict> = new Set(['slip', 'partial', 'wrong']);

const problemOf = (item: string): string => item.slice(0, item.indexOf('.'));

interface Made {
  readonly slip: string;
  readonly hint: string;
  readonly who: string[];
  answers: number;
}

/** Gathers who made which mistake, and where each problem first went wrong for whom. */
export class MistakesMade {
  private readonly bySlip = new Map<string, Made>();
  private readonly firstAt = new Map<string, string[]>();

  add({ student, items }: ResultLine): void {
    const failed = new Set<string>();
    for (const { item, verdict, because, hint } of items) {
      if (isFailing.has(verdict) && !failed.has(problemOf(item))) {
        failed.add(problemOf(item));
        const others = this.firstAt.get(item) ?? [];
        others.push(student);
        this.firstAt.set(item, others);
      }
      const [only] = because;
      if (only && because.length === 1) for (const slip of only) this.count(slip, student, hint ?? '');
    }
  }

  private count(slip: string, student: string, hint: string): void {
    const made = this.bySlip.get(slip) ?? { slip, hint, who: [], answers: 0 };
    this.bySlip.set(slip, made);
    made.answers++;
    if (made.who.at(-1) !== student) made.who.push(student);
  }

  /** What most students made first. */
  slips(): SlipCount[] {
    return [...this.bySlip.values()]
      .map(({ slip, who, answers, hint }) => ({ slip, students: who.length, answers, hint, who }))
      .sort((a, b) => b.students - a.students);
  }

  /** Where most students of a problem first went wrong, first. */
  firstFailures(): FirstFailure[] {
    return [...this.firstAt]
      .map(([item, who]) => ({ item, who }))
      .sort((a, b) => b.who.length - a.who.length);
  }
}
