import type { SlipUse } from '../../src/engine/evaluate.js';
import { slipUses } from '../../src/marking/diagnosis/explanations.js';
import { isRight, overall } from '../../src/marking/overall.js';
import type { AnswerItem } from '../../src/problem/item.js';
import type { OpenProblem } from '../../src/problem/open-problem.js';
import type { Random } from './random.js';
import {
  answersOf,
  rounded,
  showsMoreThan,
  slippedItems,
  work,
  wrongItems,
  type Habit,
  type Texts,
} from './work.js';

/** A submission with slips planted in it, by name. */
export interface Planted {
  readonly slips: readonly string[];
  readonly texts: Texts;
  /** Answers in which a slip shows by itself, not only through the answers before. */
  readonly slipped: ReadonlySet<string>;
  readonly habit: Habit;
}

const tries = 12;

function drawUse(uses: readonly SlipUse[], random: Random): SlipUse {
  const name = random.pick([...new Set(uses.map(({ slip }) => slip))]);
  const all = uses.filter(({ slip }) => slip === name);
  return random.chance(0.5) ? all[0]! : random.pick(all);
}

function drawUses(uses: readonly SlipUse[], count: number, random: Random): SlipUse[] {
  const slips: SlipUse[] = [];
  while (slips.length < count) {
    const use = drawUse(uses, random);
    if (!slips.some(({ slip }) => slip === use.slip)) slips.push(use);
  }
  return slips;
}

/** Plants slips of different names that each show in what is written; null where this instance shows none. */
export function plant(problem: OpenProblem, count: number, habit: Habit, random: Random): Planted | null {
  const uses = slipUses(problem);
  if (new Set(uses.map(({ slip }) => slip)).size < count) return null;
  for (let left = tries; left > 0; left--) {
    const slips = drawUses(uses, count, random);
    const texts = work(problem, slips, habit);
    if (texts.size < answersOf(problem).length || wrongItems(problem, texts, habit).length === 0) continue;
    const isEachSeen = slips.every((use) => {
      const others = slips.filter((other) => other !== use);
      return (
        showsMoreThan(problem, texts, others, habit) &&
        wrongItems(problem, work(problem, [use], habit), habit).length > 0
      );
    });
    const slipped = new Set(slippedItems(problem, slips, habit).map(({ id }) => id));
    if (isEachSeen && slipped.size > 0)
      return { slips: slips.map(({ slip }) => slip), texts, slipped, habit };
  }
  return null;
}

/** Nearer than this share of the key, the rounded answers before may leave a value open. */
const nearest = { relative: 0.07, absolute: 0 };

export const isNearby = ({ type, read }: AnswerItem, text: string): boolean => {
  const reading = type.read(text, read);
  return reading.state === 'read' && isRight(overall(type.compare(reading.answer, read.like, nearest)));
};

/** Plants a slip of reading or of the pen in one answer of an otherwise right submission. */
export function plantReading(problem: OpenProblem, habit: Habit, random: Random): Planted | null {
  const items = answersOf(problem).filter(({ type }) => type.slips !== undefined);
  for (let left = items.length > 0 ? tries : 0; left > 0; left--) {
    const item = random.pick(items);
    const slip = random.pick(item.type.slips!);
    const values = slip.gives(item.read.like);
    if (values.length === 0) continue;
    const texts = new Map(work(problem, [], habit));
    texts.set(item.id, item.type.write(rounded(random.pick(values), habit.digits)));
    if (wrongItems(problem, texts, habit).includes(item) && !isNearby(item, texts.get(item.id)!))
      return { slips: [slip.name], texts, slipped: new Set([item.id]), habit };
  }
  return null;
}
