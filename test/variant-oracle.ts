import { evaluate, type SlipUse } from '../src/engine/worksheet.js';
import { isTensor } from '../src/engine/tensor.js';
import { attempt } from '../src/marking/explanations.js';
import { isRight, overall } from '../src/marking/overall.js';
import type { AnswerItem } from '../src/problem/item.js';
import type { OpenProblem } from '../src/problem/open-problem.js';
import { targetValue } from '../src/problem/target.js';

/** How often a wrong way gave what it must not give, and how often it did not. */
interface Met {
  same: number;
  other: number;
}

const step = (problem: OpenProblem, item: AnswerItem) => problem.worksheet.steps.get(item.targets[0].step)!;

/** Whether a student who writes a value, with all its digits, is marked right where another is the key. */
function isMarkedRight(item: AnswerItem, value: unknown, key: unknown): boolean {
  const reading = item.type.read(item.type.write(value), { ...item.read, like: key });
  return (
    reading.state === 'read' && isRight(overall(item.type.compare(reading.answer, key, item.rules.tolerance)))
  );
}

/** The second opinion on variants: evaluates every slip of the worksheet anew and marks its value as a student's text. */
export class VariantOracle {
  private readonly met = new Map<string, Met>();
  readonly faults: string[] = [];

  private note(name: string, isSame: boolean): void {
    const met = this.met.get(name) ?? { same: 0, other: 0 };
    met[isSame ? 'same' : 'other'] += 1;
    this.met.set(name, met);
  }

  look(problem: OpenProblem): void {
    const { worksheet, key, source } = problem;
    const forgiven = new Set(source.variants?.forgiven);
    const items = problem.items.filter((item) => item.kind === 'answer');
    const valueUnder = (use: SlipUse, item: AnswerItem): unknown =>
      attempt(() =>
        targetValue(evaluate(worksheet, { slips: [use] }).value(item.targets[0].step), item.targets[0]),
      );
    const keysOf = (item: AnswerItem) =>
      item.targets.map((target) => targetValue(key.value(target.step), target));
    for (const item of items) {
      const [first] = keysOf(item);
      if (
        !Number.isFinite(
          typeof first === 'number' ? first : isTensor(first) ? first.data.reduce((a, b) => a + b, 0) : 0,
        )
      )
        this.faults.push(`${item.id} is not finite`);
      this.note(`${item.id} is the same number throughout`, isFlat(item.type.name, first));
      const own = Object.keys(step(problem, item).slips).filter(
        (slip) => !forgiven.has(slip) && (item.slips === null || item.slips.includes(slip)),
      );
      const wrong = own.flatMap((slip) => {
        const value = valueUnder({ slip, at: item.targets[0].step }, item);
        return value === null ? [] : [{ slip, value }];
      });
      for (const { slip, value } of wrong)
        this.note(
          `${item.id}: ${slip} is right`,
          keysOf(item).some((one) => isMarkedRight(item, value, one)),
        );
      wrong.forEach(({ slip, value }, place) => {
        for (const later of wrong.slice(place + 1))
          this.note(`${item.id}: ${slip} is ${later.slip}`, isMarkedRight(item, value, later.value));
      });
    }
    for (const slip of Object.keys(worksheet.misreadings)) {
      if (forgiven.has(slip)) continue;
      const seen = items.some((item) => {
        if (item.slips !== null && !item.slips.includes(slip)) return false;
        const value = valueUnder({ slip }, item);
        return value !== null && !keysOf(item).some((one) => isMarkedRight(item, value, one));
      });
      this.note(`${problem.id}: ${slip} goes unseen`, !seen);
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
}

const isFlat = (type: string, value: unknown): boolean =>
  isTensor(value)
    ? value.data.length > 1 && value.data.every((entry) => entry === value.data[0])
    : type === 'number' && (value === 0 || value === 1);
