import { DomainError } from '../src/engine/domain-error.js';
import { isTensor, type Tensor } from '../src/engine/tensor.js';
import { evaluate, type SlipUse } from '../src/engine/evaluate.js';
import { isRight, overall } from '../src/marking/overall.js';
import type { AnswerItem } from '../src/problem/item.js';
import type { OpenProblem } from '../src/problem/open-problem.js';
import { targetValue } from '../src/problem/target.js';

/** How often a wrong way gave what it must not give, and how often it did not. */
interface Met {
  same: number;
  other: number;
}

/** What a student writes at each question who makes one slip; null where it leaves nothing to write. */
type Answers = readonly unknown[];

/** Whether a student who writes a value, with all its digits, is marked right where another is the key. */
function isMarkedRight(item: AnswerItem, value: unknown, key: unknown): boolean {
  const reading = item.type.read(item.type.write(value), { ...item.read, like: key });
  return (
    reading.state === 'read' && isRight(overall(item.type.compare(reading.answer, key, item.rules.tolerance)))
  );
}

const orNull = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    if (error instanceof DomainError || (error instanceof Error && error.name === 'CycleError')) return null;
    throw error;
  }
};

/**
 * The second opinion on variants, by the law of docs/variants.md: evaluates every slip of the worksheet anew and marks
 * its values as a student's text.
 */
export class VariantOracle {
  private readonly met = new Map<string, Met>();
  readonly faults: string[] = [];

  private note(name: string, isSame: boolean): void {
    const met = this.met.get(name) ?? { same: 0, other: 0 };
    met[isSame ? 'same' : 'other'] += 1;
    this.met.set(name, met);
  }

  look({ id, worksheet, key, source, items: all }: OpenProblem): void {
    const items = all.filter((item) => item.kind === 'answer');
    const forgiven = source.variants?.forgiven ?? [];
    const counts = ({ slips }: AnswerItem, slip: string): boolean => slips === null || slips.includes(slip);
    const slipsAt = (item: AnswerItem): string[] =>
      Object.keys(worksheet.steps.get(item.targets[0].step)!.slips).filter(
        (slip) => !forgiven.includes(slip) && counts(item, slip),
      );
    const under = (use: SlipUse): Answers => {
      const wrong = evaluate(worksheet, { slips: [use] });
      return items.map(({ targets: [target] }) =>
        orNull(() => targetValue(wrong.value(target.step), target)),
      );
    };
    const keys = items.map(({ targets }) =>
      targets.map((target) => targetValue(key.value(target.step), target)),
    );
    const gives = (place: number, value: unknown): boolean =>
      keys[place]!.some((one) => isMarkedRight(items[place]!, value, one));

    for (const [place, item] of items.entries()) {
      const [right] = keys[place]!;
      if (!isFinite(right)) this.faults.push(`${item.id} is not finite`);
      if (!source.variants?.trivial?.includes(item.targets[0].step))
        this.note(`${item.id} is trivial`, isPlain(item.type.name, right));
      const wrong = slipsAt(item).flatMap((slip) => {
        const { step } = item.targets[0];
        const value = orNull(() =>
          targetValue(evaluate(worksheet, { slips: [{ slip, at: step }] }).value(step), item.targets[0]),
        );
        return value === null ? [] : [{ slip, value }];
      });
      for (const { slip, value } of wrong) this.note(`${item.id}: ${slip} is right`, gives(place, value));
      wrong.forEach(({ slip, value }, first) => {
        for (const later of wrong.slice(first + 1))
          this.note(`${item.id}: ${slip} is ${later.slip}`, isMarkedRight(item, value, later.value));
      });
    }

    const named = new Set([
      ...Object.keys(worksheet.misreadings),
      ...[...worksheet.steps.values()].flatMap(({ slips }) => Object.keys(slips)),
    ]);
    const seen: { slip: string; answers: Answers; shows: number }[] = [];
    for (const slip of named) {
      if (forgiven.includes(slip)) continue;
      const answers = under({ slip });
      const shows = items.findIndex(
        (item, place) => counts(item, slip) && answers[place] !== null && !gives(place, answers[place]),
      );
      this.note(`${id}: ${slip} goes unseen`, shows < 0);
      for (const [place, item] of items.entries())
        if (answers[place] !== null && slipsAt(item).includes(slip))
          this.note(`${item.id}: ${slip}, everywhere, is right`, gives(place, answers[place]));
      if (shows < 0) continue;
      for (const other of seen) {
        const differs = (place: number): boolean => {
          const item = items[place]!;
          const [a, b] = [
            counts(item, other.slip) ? other.answers[place] : keys[place]![0],
            counts(item, slip) ? answers[place] : keys[place]![0],
          ];
          return a !== null && b !== null && !isMarkedRight(item, a, b);
        };
        const isTold = differs(shows) || differs(other.shows) || items.some((_, place) => differs(place));
        this.note(`${id}: ${other.slip}, everywhere, is ${slip}`, !isTold);
      }
      seen.push({ slip, answers, shows });
    }
  }

  /** Wrong ways that some variants tell and others do not: what a redraw should have mended. */
  violations(): string[] {
    const mixed = [...this.met].filter(([, { same, other }]) => same > 0 && other > 0);
    return [
      ...this.faults,
      ...mixed.map(([name, { same, other }]) => `${name} in ${same} of ${same + other}`),
    ];
  }

  /** Laws that were looked at. */
  get checks(): number {
    return this.met.size;
  }
}

const isFinite = (value: unknown): boolean =>
  typeof value === 'number'
    ? Number.isFinite(value)
    : !isTensor(value) || value.data.every((entry) => Number.isFinite(entry));

/** Zero, one, the same throughout, the identity, or the same when turned over. */
function isPlain(type: string, value: unknown): boolean {
  if (type === 'number') return value === 0 || value === 1;
  if (!isTensor(value) || value.data.length < 2) return false;
  const { shape, data }: Tensor = value;
  if (new Set(data).size === 1) return true;
  const [rows, columns] = shape;
  if (shape.length !== 2 || rows !== columns) return false;
  const entry = (row: number, column: number) => data[row * columns! + column];
  const places = Array.from({ length: rows! }, (_, place) => place);
  return places.every((row) => places.every((column) => entry(row, column) === entry(column, row)));
}
