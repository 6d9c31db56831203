import { evaluate, type Evaluation, type SlipUse } from '../../engine/evaluate.js';
import type { AnswerItem } from '../../problem/item.js';
import type { OpenProblem } from '../../problem/open-problem.js';
import { targetValue, withTargetValue } from '../../problem/target.js';

/** A readable answer that later steps can use. */
export interface Carried {
  readonly item: AnswerItem;
  readonly answer: unknown;
  readonly right: boolean;
  /** Whether it is the key's value to the last digit. */
  readonly exact: boolean;
  /** Whether it is right as another answer than the key: one of several, or one that has the property asked for. */
  readonly isAnother: boolean;
}

/** Evaluations on the student's own answers; a step that these break falls back to the key. */
export interface OwnWork {
  readonly carried: readonly Carried[];
  /** Steps that the student's answers give whole. */
  readonly known: ReadonlySet<string>;
  /** Without slips; worked out once. */
  readonly plain: () => Evaluation;
  readonly with: (slips: readonly SlipUse[]) => Evaluation;
  /** With one answer changed into another value. */
  readonly moved: (one: Carried, value: unknown) => Evaluation;
}

type Carry = (computed: () => unknown) => unknown;

/** The value an answer stands for, ours in its blanks. */
function valueOf({ item, answer }: Carried): Carry {
  let whole: { readonly value: unknown } | undefined;
  return (computed) => {
    if (whole) return whole.value;
    let asked = false;
    const value = item.type.fill(answer, () => {
      asked = true;
      return computed();
    });
    if (!asked) whole = { value };
    return value;
  };
}

const isSquare = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 2 && value[0] === value[1];

/** Puts an answer into the value of its step; one side of a square stands for both where `alone`. */
const putInto =
  ({ item: { targets } }: Carried, value: Carry, alone: boolean): Carry =>
  (computed) => {
    const [target] = targets;
    if (target.index === null) return value(computed);
    const base = computed();
    const own = value(() => targetValue(base, target));
    return alone && isSquare(base) ? [own, own] : withTargetValue(base, target, own);
  };

export function ownWork(problem: OpenProblem, carried: readonly Carried[]): OwnWork {
  const stepOf = ({ item }: Carried): string => item.targets[0].step;
  const isAlone = (one: Carried): boolean =>
    carried.every((other) => other === one || stepOf(other) !== stepOf(one));
  const answers = carried.map((one) => ({
    one,
    step: stepOf(one),
    put: putInto(one, valueOf(one), isAlone(one)),
  }));
  const carryOf = (change: (entry: (typeof answers)[number]) => Carry): ReadonlyMap<string, Carry> => {
    const byStep = new Map<string, Carry>();
    for (const entry of answers) {
      const before = byStep.get(entry.step);
      const put = change(entry);
      byStep.set(entry.step, before ? (computed) => put(() => before(computed)) : put);
    }
    return byStep;
  };
  const run = (carry: ReadonlyMap<string, Carry>, slips: readonly SlipUse[] = []): Evaluation =>
    evaluate(problem.worksheet, { carry, slips, fallback: (name) => problem.key.value(name) });
  const carry = carryOf(({ put }) => put);
  let plain: Evaluation | undefined;
  return {
    carried,
    known: new Set(answers.flatMap(({ one, step }) => (one.item.targets[0].index === null ? [step] : []))),
    plain: () => (plain ??= run(carry)),
    with: (slips) => run(carry, slips),
    moved: (changed, value) =>
      run(carryOf(({ one, put }) => (one === changed ? putInto(one, () => value, isAlone(one)) : put))),
  };
}
