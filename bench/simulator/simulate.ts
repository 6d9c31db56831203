import { splitInlineMap } from '../../src/files/submission/inline-map.js';
import { marker } from '../../src/marking/mark-submission.js';
import type { Mark } from '../../src/marking/mark.js';
import { isRight } from '../../src/marking/overall.js';
import type { OpenProblem } from '../../src/problem/open-problem.js';
import { drawInstance, sources, type Source } from './instances.js';
import { isNearby, plant, plantReading, type Planted } from './plant.js';
import { seeded, type Random } from './random.js';
import { drawWrong } from './random-wrong.js';
import { answersOf, drawHabit, work, type Texts } from './work.js';

/** How often something was seen to be so, of the cases it was looked for in. */
export interface Rate {
  readonly hits: number;
  readonly cases: number;
}

export interface Figures {
  readonly submissions: number;
  readonly rates: ReadonlyMap<string, Rate>;
  /** Milliseconds of the dearest submission, the tables of its instance included. */
  readonly worst: number;
}

/** A planted submission whose slips were not all named, for whoever wants to know why. */
export type Report = (source: Source, planted: Planted, marks: readonly Mark[]) => void;

interface Desk {
  readonly problem: OpenProblem;
  readonly random: Random;
  readonly mark: (texts: Texts) => readonly Mark[];
  readonly tally: (what: string, isSo: boolean) => void;
}

const namesIn = (marks: readonly Mark[]): Set<string> =>
  new Set(
    marks.flatMap(({ explanations }) => explanations.flatMap(({ slips }) => slips.map(({ slip }) => slip))),
  );

const pen = 'slip of the pen';

const earnsAll = ({ verdict }: Mark): boolean => isRight(verdict) || verdict === 'follows-through';

/** Marks a submission with planted slips; true where all of them are named, alone or in a tie. */
function tryPlanted(desk: Desk, kind: string, { slips, texts, slipped }: Planted): readonly Mark[] | null {
  const { mark, tally } = desk;
  const marks = mark(texts);
  const named = namesIn(marks);
  const outright = marks.filter(({ certain }) => certain);
  // A family's slip that gives the same value says more than a slip of the pen; a remark says what such a slip would.
  const isRemarked = marks.some(({ item, comparison }) => slipped.has(item.id) && comparison?.remark);
  const isNamed = kind === pen ? named.size > 0 || isRemarked : slips.every((slip) => named.has(slip));
  tally(`${kind}: ${kind === pen ? 'named, or told by a remark' : 'named, alone or in a tie'}`, isNamed);
  if (kind !== pen)
    tally(
      `${kind}: named outright`,
      slips.every((slip) => namesIn(outright).has(slip)),
    );
  if (kind !== pen)
    tally(
      `${kind}: only something else named outright`,
      outright.some((one) => !slips.some((slip) => namesIn([one]).has(slip))),
    );
  const wrong = marks.filter(
    ({ item }) => item.kind === 'answer' && slipped.has(item.id) && !isNearby(item, texts.get(item.id)!),
  );
  if (wrong.length > 0) tally('wrong: full marks throughout', wrong.every(earnsAll));
  return isNamed ? null : marks;
}

function tryRight({ problem, random, mark, tally }: Desk): void {
  const texts = work(problem, [], drawHabit(random));
  const isOff = mark(texts).some((one) => texts.has(one.item.id) && !earnsAll(one));
  tally('right: an answer marked wrong', isOff);
}

function tryRandom({ problem, random, mark, tally }: Desk): void {
  const item = random.pick(answersOf(problem));
  const drawn = drawWrong(item, item.read.like, random);
  if (!drawn) return;
  const texts = new Map(work(problem, [], drawHabit(random))).set(item.id, drawn.text);
  const found = mark(texts).find((one) => one.item.id === item.id)!;
  tally(`random, ${drawn.kind}: named outright`, found.verdict === 'slip' && found.certain);
  tally(`random, ${drawn.kind}: named as what "may be"`, found.verdict === 'slip' && !found.certain);
  tally('wrong: full marks throughout', earnsAll(found));
}

/** Submissions tried on each instance: planted ones, right ones and wrong ones. */
const plan = { single: 3, double: 3, reading: 1, right: 2, random: 4 };

const times = (count: number, run: () => void): void => {
  for (let left = count; left > 0; left--) run();
};

/** Marks simulated submissions of all families on redrawn givens, and counts how the diagnosis does. */
export async function simulate(count: number, seed: number, report?: Report): Promise<Figures> {
  const random = seeded(seed);
  const all = await sources();
  const rates = new Map<string, Rate>();
  const tally = (what: string, isSo: boolean): void => {
    const { hits, cases } = rates.get(what) ?? { hits: 0, cases: 0 };
    rates.set(what, { hits: hits + (isSo ? 1 : 0), cases: cases + 1 });
  };
  let submissions = 0;
  let worst = 0;
  for (let instance = 0; submissions < count; instance++) {
    const source = all[instance % all.length]!;
    const problem = await drawInstance(source, random);
    const marking = marker([problem], { rubric: {}, splitMap: splitInlineMap });
    const mark = (texts: Texts): readonly Mark[] => {
      const answers = new Map(
        [...texts].map(([path, text], line) => [path, { text, line: line + 1, column: 1 }]),
      );
      const start = performance.now();
      const { marks } = marking({ student: 's', answers, lost: new Map(), submitted: null });
      worst = Math.max(worst, performance.now() - start);
      submissions += 1;
      return marks;
    };
    const desk: Desk = { problem, random, mark, tally };
    const tryOne = (kind: string, planted: Planted | null): void => {
      const missed = planted && tryPlanted(desk, kind, planted);
      if (missed) report?.(source, planted, missed);
    };
    times(plan.single, () => tryOne('one slip', plant(problem, 1, drawHabit(random), random)));
    times(plan.double, () => tryOne('two slips', plant(problem, 2, drawHabit(random), random)));
    times(plan.reading, () => tryOne(pen, plantReading(problem, drawHabit(random), random)));
    times(plan.right, () => tryRight(desk));
    times(plan.random, () => tryRandom(desk));
  }
  return { submissions, rates, worst };
}
