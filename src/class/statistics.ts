import { mean, quantileSorted } from 'd3-array';
import { verdicts, type Verdict } from '../marking/mark.js';
import type {
  ClassStatistics,
  ItemStatistics,
  ScoreSummary,
  StudentFacts,
  Trouble,
  WaitingAnswer,
} from '../report/views/class-statistics.js';
import type { ItemRecord, ResultLine, State } from '../report/result-line.js';
import { MistakesMade } from './mistakes-made.js';
import { WrongValues } from './wrong-values.js';

export interface StatisticsCollector {
  /** Takes one student in; `name` is the roster's. */
  readonly add: (line: ResultLine, name?: string) => void;
  readonly finish: () => ClassStatistics;
}

interface ItemTally {
  marked: number;
  share: number;
  hasPoints: boolean;
  readonly verdicts: Record<Verdict, number>;
  readonly wrong: WrongValues;
}

/** Characters kept of a text that waits: enough to know it by. */
const waitingCap = 160;

const isWrong: ReadonlySet<Verdict> = new Set(['slip', 'partial', 'wrong']);
const waits: ReadonlySet<Verdict> = new Set(['unreadable', 'review']);

const newTally = (): ItemTally => ({
  marked: 0,
  share: 0,
  hasPoints: false,
  verdicts: Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number>,
  wrong: new WrongValues(),
});

/** Optional working that nobody wrote down says nothing of the class. */
const isOfInterest = ([, { hasPoints, marked, verdicts: found }]: [string, ItemTally]): boolean =>
  hasPoints || found.blank < marked;

function summary(values: readonly number[]): ScoreSummary | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => quantileSorted(sorted, share)!;
  return {
    mean: mean(sorted)!,
    median: at(0.5),
    lower: at(0.25),
    upper: at(0.75),
    lowest: sorted[0]!,
    highest: sorted.at(-1)!,
  };
}

export type { ClassStatistics } from '../report/views/class-statistics.js';

/** Gathers a class from its result lines; of each student only a few facts are kept. */
export function classStatistics(): StatisticsCollector {
  const counts: Record<State, number> = {
    graded: 0,
    'needs-review': 0,
    missing: 0,
    unreadable: 0,
    failed: 0,
  };
  const students: StudentFacts[] = [];
  const tallies = new Map<string, ItemTally>();
  const mistakes = new MistakesMade();
  const waiting = new Map<string, { item: string; text: string; students: string[] }>();
  const troubles: Trouble[] = [];
  let max = 0;

  const wait = (item: string, text: string, student: string): void => {
    const short = text.length > waitingCap ? `${text.slice(0, waitingCap)}…` : text;
    const key = JSON.stringify([item, short]);
    const known = waiting.get(key) ?? { item, text: short, students: [] };
    known.students.push(student);
    waiting.set(key, known);
  };

  const tally = (record: ItemRecord, waitsNow: boolean): void => {
    const known = tallies.get(record.item) ?? newTally();
    tallies.set(record.item, known);
    known.verdicts[record.verdict]++;
    known.hasPoints ||= record.max > 0;
    if (!waitsNow) {
      known.marked++;
      if (record.max > 0) known.share += record.score / record.max;
    }
    if (isWrong.has(record.verdict) && record.read !== null)
      known.wrong.add(typeof record.read === 'string' ? record.read : JSON.stringify(record.read), {
        written: record.written ?? '',
        slips: record.because[0] ?? [],
        hint: record.hint,
      });
  };

  const items = (): ItemStatistics[] =>
    [...tallies].filter(isOfInterest).map(([item, { marked, share, hasPoints, verdicts: found, wrong }]) => ({
      item,
      marked,
      success: hasPoints && marked > 0 ? share / marked : null,
      verdicts: found,
      wrong: wrong.commonest(),
      dropped: wrong.dropped,
    }));

  return {
    add: (line, name) => {
      const { student, state, score, pending, report } = line;
      counts[state]++;
      max = Math.max(max, line.max ?? 0);
      students.push({ student, name: name ?? null, state, score, pending, report });
      if (state === 'unreadable' || state === 'failed')
        troubles.push({ student, file: line.file, state, why: line.why ?? 'no reason is known' });
      for (const record of line.items) {
        const waitsNow = waits.has(record.verdict) && record.decided !== true && record.max > 0;
        tally(record, waitsNow);
        if (waitsNow) wait(record.item, record.written ?? '', student);
      }
      for (const { name: as, text } of line.unclaimed ?? []) wait('', `${as}: ${text}`, student);
      mistakes.add(line);
    },
    finish: (): ClassStatistics => ({
      counts,
      max,
      scores: summary(students.flatMap(({ score }) => (score === null ? [] : [score]))),
      students,
      items: items(),
      slips: mistakes.slips(),
      firstFailures: mistakes.firstFailures(),
      waiting: [...waiting.values()] satisfies WaitingAnswer[],
      troubles,
    }),
  };
}
